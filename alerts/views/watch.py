"""Doors of who watches and when, of one's own digest, and of alarms about the machinery."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import (
    IsAdministrator,
    IsClient,
    IsClinician,
    SignedIn,
    actor_of,
    person_of,
)
from accounts.models import Role, User
from alerts import selectors, services, texts
from alerts.serializers import (
    AgreementInput,
    AgreementOutput,
    AlarmOutput,
    DigestInput,
    DigestOutput,
    WatchOutput,
)
from core import clock
from core.pagination import Page
from core.shapes import sent


class OwnWatch(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=WatchOutput)
    def get(self, request: Request) -> Response:
        """Read who is watching right now, by when a person sees what is said, or that nobody is."""
        person, at = person_of(request), clock.now()

        watch = selectors.watching(client_id=person.pk, at=at)

        words = texts.sentence(
            seen_by=watch.seen_by, again_at=watch.again_at, watched=watch.watched, at=at,
            timezone=person.timezone, language=person.language,
        )  # fmt: skip
        phones = {
            name: getattr(watch.program, name, None) for name in ("daytime_phone", "on_call_phone")
        }
        return Response(WatchOutput({**vars(watch), "sentence": words, **phones}).data)


class OwnDigest(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=DigestOutput)
    def get(self, request: Request) -> Response:
        """Read when one's digest comes."""
        return Response(DigestOutput(selectors.digest_wish(person_of(request).pk)).data)

    @extend_schema(request=DigestInput, responses=DigestOutput)
    def put(self, request: Request) -> Response:
        """Choose when one's digest comes: a minute of one's own day, and the weekdays."""
        values = sent(request, DigestInput).validated_data

        wish = services.wish_digest(
            **values, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return Response(DigestOutput(wish).data)


class OwnAgreements(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=AgreementOutput)
    def get(self, request: Request) -> Response:
        """Read the words on who watches and when, and whether one has accepted them."""
        return Response(AgreementOutput(_agreement(person_of(request))).data)

    @extend_schema(request=AgreementInput, responses=AgreementOutput)
    def post(self, request: Request) -> Response:
        """Accept these words, in the version that was read."""
        values, person = sent(request, AgreementInput).validated_data, person_of(request)

        services.accept(**values, actor=actor_of(request, Role(person.roles[0])), at=clock.now())

        return Response(AgreementOutput(_agreement(person)).data)


class AlarmPage(Page):
    # Those that still stand first, then the newest.
    ordering = ("over", "-raised_at", "pk")


class Alarms(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = AlarmPage

    @extend_schema(responses=AlarmOutput(many=True), operation_id="alarms")
    def get(self, request: Request) -> Response:
        """Read which parts of the machinery stand still, or did."""
        page = AlarmPage()
        found = page.paginate_queryset(selectors.alarms(), request, view=self)
        return page.get_paginated_response(AlarmOutput(found, many=True).data)


def _agreement(person: User) -> dict[str, object]:
    found = selectors.accepted(person.pk, text=texts.NOT_MONITORED, version=texts.VERSION)
    return {
        "text": texts.NOT_MONITORED,
        "version": texts.VERSION,
        "words": texts.not_monitored(person.language),
        "accepted_at": found.accepted_at if found else None,
    }
