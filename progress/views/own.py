"""Doors for a client: where I am, my weeks, my milestones."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from core import clock
from progress import services
from progress.rules.series import WEEKS
from progress.serializers.milestones import MilestoneMarkInput, MilestonesOutput, ProgressOutput
from progress.serializers.series import SeriesOutput, WeeksInput

WHICH_WEEKS = OpenApiParameter("weeks", int, enum=WEEKS, description="6 when it is left out")


def weeks_of(request: Request) -> int:
    """Return how many weeks a request asks for."""
    shape = WeeksInput(data=request.query_params.dict())
    shape.is_valid(raise_exception=True)
    weeks: int = shape.validated_data["weeks"]
    return weeks


class Overview(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=ProgressOutput, operation_id="own_progress")
    def get(self, request: Request) -> Response:
        """Read where I am: days well, milestones so far, and what helped most."""
        person = person_of(request)
        found = services.overview_of(client=person, reader=person, at=clock.now())
        return Response(ProgressOutput(found).data)


class Series(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[WHICH_WEEKS], responses=SeriesOutput, operation_id="own_series")
    def get(self, request: Request) -> Response:
        """Read my days of the last 2, 6 or 12 weeks. A day without an answer is null."""
        person = person_of(request)
        found = services.series_of(
            client=person,
            language=person.language,
            wish=services.Wish(weeks=weeks_of(request)),
            at=clock.now(),
        )
        return Response(SeriesOutput(found).data)


class Milestones(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=MilestonesOutput, operation_id="own_milestones")
    def get(self, request: Request) -> Response:
        """Read my milestones by phase, and what each rests on."""
        person = person_of(request)
        found = services.list_milestones(client=person, reader=person, at=clock.now())
        return Response(MilestonesOutput(found).data)


class MarkMilestone(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        request=MilestoneMarkInput, responses=MilestonesOutput, operation_id="mark_own_milestone"
    )
    def post(self, request: Request, slug: str) -> Response:
        """Say that I see a milestone as reached, or take that back. Safe to send again."""
        person, at = person_of(request), clock.now()
        shape = MilestoneMarkInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.mark(
            client=person, saying=shape.saying(slug), actor=actor_of(request, Role.CLIENT), at=at
        )

        found = services.list_milestones(client=person, reader=person, at=at)
        return Response(MilestonesOutput(found).data)
