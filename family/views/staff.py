"""Doors of staff: who a client shares with, and what reached the program outside of the app."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, IsStaff, actor_of, person_of
from accounts.models import Role
from core import clock
from core.pagination import Page
from core.shapes import sent_values
from family import access, services
from family.models import Consent
from family.serializers.consents import ClientConsentOutput
from family.serializers.restrictions import RestrictionOutput
from family.serializers.signing import AnswerInput, PaperRevocationInput
from family.views.consents import ConsentPage
from family.views.steps import note_reading, staff_of


class RestrictionPage(Page):
    ordering = ("-asked_at", "pk")


def _staff_answer(consent: Consent) -> Response:
    (row,) = access.described([consent], at=clock.now())
    return Response(ClientConsentOutput(row).data)


class ClientConsents(APIView):
    permission_classes = (IsClinician,)
    pagination_class = ConsentPage

    @extend_schema(responses=ClientConsentOutput(many=True), operation_id="consents_of_client")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read with whom a client of mine shares what, the newest first."""
        at, page = clock.now(), ConsentPage()
        rows = access.of_client(person_of(request), client_id).exclude(ended_reason="superseded")
        found = page.paginate_queryset(rows, request, view=self) or []
        actor = actor_of(request, Role.CLINICIAN)
        note_reading(actor, "family_consent", [client_id], at=at)
        states = access.described(found, at=at)
        return page.get_paginated_response(ClientConsentOutput(states, many=True).data)


class PaperRevocation(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=PaperRevocationInput, responses=ClientConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Record that a client ended a sharing by letter, in person or by telephone."""
        consent = access.newest_of(access.get_for_staff(person_of(request), consent_id))
        values = sent_values(request, PaperRevocationInput)

        ended = services.revoke_on_paper(
            consent=consent, how=values["received_how"], received_on=values["received_on"],
            actor=staff_of(request), at=clock.now(),
        )  # fmt: skip

        return _staff_answer(ended)


class FlagFalse(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=None, responses=ClientConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """End a consent that is known to be false."""
        consent = access.newest_of(access.get_for_staff(person_of(request), consent_id))

        ended = services.flag_false(consent=consent, actor=staff_of(request), at=clock.now())

        return _staff_answer(ended)


class ClientRestrictions(APIView):
    permission_classes = (IsClinician,)
    pagination_class = RestrictionPage

    @extend_schema(responses=RestrictionOutput(many=True), operation_id="restrictions_of_client")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what a client of mine asked never to be shown."""
        rows = access.restrictions_of_client(person_of(request), client_id)
        page = RestrictionPage()
        found = page.paginate_queryset(rows, request, view=self)
        actor = actor_of(request, Role.CLINICIAN)
        note_reading(actor, "family_restriction", [client_id], at=clock.now())
        return page.get_paginated_response(RestrictionOutput(found, many=True).data)


class AnswerRestriction(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=AnswerInput, responses=RestrictionOutput)
    def post(self, request: Request, restriction_id: UUID) -> Response:
        """Agree to a request, or deny it for a reason. Agreed, it stands above every consent."""
        asked = access.get_restriction_to_answer(person_of(request), restriction_id)
        values = sent_values(request, AnswerInput)

        answered = services.answer_restriction(
            restriction=asked, agreed=values["agreed"], answer=values["answer"],
            actor=staff_of(request), at=clock.now(),
        )  # fmt: skip

        return Response(RestrictionOutput(answered).data)
