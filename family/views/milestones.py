"""Doors of milestones that a client shares."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from core import clock
from core.pagination import Page
from core.shapes import sent
from family import services
from family.access import milestones
from family.serializers.milestones import (
    MilestoneInput,
    MilestoneSharedOutput,
    MilestonesSharedOutput,
)
from family.views.between import paged, spoken


class MilestonePage(Page):
    ordering = ("-shared_at", "pk")


class SharedMilestones(APIView):
    permission_classes = (IsClient,)
    pagination_class = MilestonePage

    @extend_schema(responses=MilestoneSharedOutput(many=True), operation_id="milestones_i_shared")
    def get(self, request: Request) -> Response:
        """Read the milestones that I shared, with whom."""
        person = person_of(request)
        rows = milestones.shared_by(person)
        return paged(
            rows, request, self, page=MilestonePage(), shape=MilestoneSharedOutput,
            context=spoken(person),
        )  # fmt: skip

    @extend_schema(request=MilestoneInput, responses={201: MilestonesSharedOutput})
    def post(self, request: Request) -> Response:
        """Share one milestone with the people named; sent twice, it is shared once."""
        shape, person = sent(request, MilestoneInput), person_of(request)
        rows = services.share_milestone(
            client_id=person.pk,
            to=shape.validated_data["to"],
            said=shape.said(),
            submission_id=shape.validated_data["submission_id"],
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )
        shared = milestones.shared_by(person).filter(pk__in=[row.pk for row in rows])
        page = MilestonesSharedOutput({"shared": shared}, context=spoken(person))
        return Response(page.data, status=201)


class TakeBackMilestone(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, milestone_id: UUID) -> Response:
        """Share it no more with this person. What was seen stays seen."""
        milestone = milestones.get_shared(person_of(request), milestone_id)
        actor = actor_of(request, Role.CLIENT)
        services.take_back_milestone(milestone=milestone, actor=actor, at=clock.now())
        return Response(status=204)
