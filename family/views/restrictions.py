"""The client's doors: ask that something is never shown."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from core import clock
from core.shapes import sent_values
from family import access, services
from family.serializers.restrictions import RestrictionOutput
from family.serializers.signing import RestrictionInput
from family.services import Wish
from family.views.staff import RestrictionPage
from family.views.steps import mine


class Restrictions(APIView):
    permission_classes = (IsClient,)
    pagination_class = RestrictionPage

    @extend_schema(responses=RestrictionOutput(many=True), operation_id="own_restrictions")
    def get(self, request: Request) -> Response:
        """Read what I asked never to be shown, and the answers."""
        page = RestrictionPage()
        rows = access.restrictions_of(person_of(request))
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(RestrictionOutput(found, many=True).data)

    @extend_schema(request=RestrictionInput, responses={201: RestrictionOutput})
    def post(self, request: Request) -> Response:
        """Ask that something is not shown to one person, or to no relative at all."""
        values = sent_values(request, RestrictionInput)
        consent = mine(request, values["consent"]) if values["consent"] else None

        row = services.ask_to_restrict(
            client=person_of(request),
            wish=Wish(consent, values["categories"], values["words"]),
            actor=actor_of(request, Role.CLIENT), at=clock.now(),
        )  # fmt: skip

        return Response(RestrictionOutput(row).data, status=201)


class LiftRestriction(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=RestrictionOutput)
    def post(self, request: Request, restriction_id: UUID) -> Response:
        """Take my request back."""
        row = access.get_restriction(person_of(request), restriction_id)

        lifted = services.lift_restriction(
            restriction=row, actor=actor_of(request, Role.CLIENT), at=clock.now()
        )

        return Response(RestrictionOutput(lifted).data)
