"""Doors of the notice to patients: open to everybody, shown to clients, kept by administrators."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsClient, IsStaff, actor_of, person_of
from accounts.models import Role, User
from core import clock
from core.errors import NotVisible
from core.pagination import Page
from core.shapes import sent_values
from program.selectors import program_day
from records import access, selectors, services
from records.models import GivenHow, PatientNotice
from records.rules.notice import ELEMENTS, LANGUAGES
from records.serializers.own import NoticeStandingOutput, PatientNoticeOutput
from records.serializers.staff import (
    NoticeGivenOutput,
    NoticeInput,
    NoticeOwedOutput,
    NoticeVersionOutput,
)
from records.services import Draft
from records.views.steps import listed, staff_of

LANGUAGE = OpenApiParameter("language", str, enum=LANGUAGES)
FOR_EVERYBODY = "public, max-age=600"
OF_THE_NOTICE = (
    "id", "version", "sample", "effective_on", "contact_name", "contact_phone", "contact_email",
)  # fmt: skip


class VersionPage(Page):
    ordering = ("-version",)


class OwedPage(Page):
    ordering = ("active_from", "pk")


def _language(request: Request) -> str:
    wished = request.query_params.get("language", "en")
    if wished not in LANGUAGES:
        raise serializers.ValidationError({"language": [_("Choose en or es.")]})
    return wished


def _current(at: datetime) -> PatientNotice:
    notice = selectors.current_notice(at=at)
    if notice is None:
        raise NotVisible
    return notice


class PublicNotice(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(parameters=[LANGUAGE], responses=PatientNoticeOutput, operation_id="notice")
    def get(self, request: Request) -> Response:
        """Read the notice to patients that holds today."""
        language, notice = _language(request), _current(clock.now())
        texts = notice.sections[language]
        shown: dict[str, Any] = {
            **{name: getattr(notice, name) for name in OF_THE_NOTICE},
            "language": language,
            "sections": [{"element": name, "text": texts[name]} for name in ELEMENTS],
        }
        headers = {"Cache-Control": FOR_EVERYBODY}
        return Response(PatientNoticeOutput(shown).data, headers=headers)


def _standing(client: User, at: datetime) -> Response:
    notice = selectors.current_notice(at=at)
    rows = access.notices_given_to(client).filter(notice=notice) if notice else []
    ways = {row.method: row for row in rows}
    shown, mailed = ways.get(GivenHow.APP), ways.get(GivenHow.EMAIL)
    seen_at = shown.acknowledged_at if shown else None
    put_off = access.newest_put_off(client, notice) if notice else None
    put_off_at = put_off.put_off_at if put_off else None
    due = notice is not None and seen_at is None
    standing = {
        "due": due,
        "asks_now": due and not services.rests(put_off_at, at=at),
        "put_off_at": put_off_at,
        "version": notice.version if notice else None,
        "shown_at": shown.given_at if shown else None,
        "acknowledged_at": seen_at,
        "mailed_at": mailed.given_at if mailed else None,
    }
    return Response(NoticeStandingOutput(standing).data)


def _after(step: Callable[..., object], request: Request) -> Response:
    """Take one step of a client with the notice, and answer where they stand then."""
    person, at = person_of(request), clock.now()
    step(client=person, actor=actor_of(request, Role.CLIENT), at=at)
    return _standing(person, at)


class MyNotice(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=NoticeStandingOutput, operation_id="own_notice")
    def get(self, request: Request) -> Response:
        """Read whether there is a notice that I have not confirmed."""
        return _standing(person_of(request), clock.now())


class NoticeShown(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=NoticeStandingOutput)
    def post(self, request: Request) -> Response:
        """Note that the notice was shown to me. Safe to send again."""
        return _after(services.show_notice, request)


class NoticeAcknowledged(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=NoticeStandingOutput)
    def post(self, request: Request) -> Response:
        """Say that I have the notice. Safe to send again."""
        return _after(services.acknowledge_notice, request)


class NoticePutOff(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=NoticeStandingOutput)
    def post(self, request: Request) -> Response:
        """Say that I will take the notice later. Safe to send again; nothing waits for it."""
        return _after(services.put_notice_off, request)


class NoticeMailed(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=NoticeStandingOutput)
    def post(self, request: Request) -> Response:
        """Agree to have the notice by e-mail, and have it sent. Safe to send again."""
        return _after(services.send_notice, request)


class Notices(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = VersionPage

    @extend_schema(responses=NoticeVersionOutput(many=True), operation_id="notice_versions")
    def get(self, request: Request) -> Response:
        """Read every version of the notice, newest first."""
        rows = PatientNotice.objects.order_by("-version")
        return listed(self, request, rows, VersionPage(), NoticeVersionOutput)

    @extend_schema(request=NoticeInput, responses={201: NoticeVersionOutput})
    def post(self, request: Request) -> Response:
        """Publish a version. Refused, with the names of the gaps, unless every element is there."""
        row = services.publish_notice(
            draft=Draft(**sent_values(request, NoticeInput)),
            actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now(),
        )  # fmt: skip
        return Response(NoticeVersionOutput(row).data, status=201)


class NoticesOwed(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = OwedPage

    @extend_schema(responses=NoticeOwedOutput(many=True), operation_id="notices_owed")
    def get(self, request: Request) -> Response:
        """Read which enrolled clients have the notice in no way that arrived."""
        at = clock.now()
        notice = selectors.current_notice(at=at)
        if notice is None:
            return Response({"results": [], "next": None})
        rows = selectors.without_notice(notice, on=program_day(at))
        return listed(self, request, rows, OwedPage(), NoticeOwedOutput)


class NoticeOnPaper(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=None, responses={201: NoticeGivenOutput})
    def post(self, request: Request, client_id: UUID) -> Response:
        """Note that the notice was handed to a client on paper. Safe to send again."""
        client = access.get_client_of_staff(person_of(request), client_id)
        given = services.give_on_paper(client=client, actor=staff_of(request), at=clock.now())
        if given is None:
            raise NotVisible
        return Response(NoticeGivenOutput(given).data, status=201)
