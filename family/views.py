"""Doors of family: what is shared with me, and the consents I gave."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsFamily, actor_of, person_of
from accounts.models import Role
from core import clock
from core.pagination import Page
from family import access, disclosures, services, texts
from family.serializers import ConsentOutput, SharedPageOutput


class SharedWithMe(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=SharedPageOutput)
    def get(self, request: Request) -> Response:
        """Read what is shared with me now, under the notice that goes with it."""
        at = clock.now()

        person = person_of(request)
        shown = access.shared_with(person, at=at)
        disclosures.record_showing(
            shown=shown, recipient=person, actor=actor_of(request, Role.FAMILY), at=at
        )

        version, text = texts.notice()
        page = {"notice": {"version": version, "text": text}, "shared": shown}
        return Response(SharedPageOutput(page).data)


class ConsentPage(Page):
    ordering = ("-signed_at", "pk")


class Consents(APIView):
    permission_classes = (IsClient,)
    pagination_class = ConsentPage

    @extend_schema(responses=ConsentOutput(many=True), operation_id="consents_given")
    def get(self, request: Request) -> Response:
        """Read the consents that I gave, the newest first."""
        page = ConsentPage()
        found = page.paginate_queryset(access.given_by(person_of(request)), request, view=self)
        shown = ConsentOutput(found, many=True, context={"at": clock.now()})
        return page.get_paginated_response(shown.data)


class RevokeConsent(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=ConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """End a sharing at once."""
        at = clock.now()
        consent = access.get_given(person_of(request), consent_id)

        services.revoke(consent=consent, actor=actor_of(request, Role.CLIENT), at=at)

        return Response(ConsentOutput(consent, context={"at": at}).data)
