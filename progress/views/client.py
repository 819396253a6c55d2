"""Doors for a clinician: a client's weeks, milestones, and the page for the next talk."""

from datetime import datetime
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from progress import access, services
from progress.serializers.milestones import MilestoneMarkInput, MilestonesOutput
from progress.serializers.prep import SessionPrepOutput, SinceInput
from progress.serializers.series import SeriesOutput
from progress.views.own import WHICH_WEEKS, weeks_of


def note_reading(request: Request, client_id: UUID, what: str, *, at: datetime) -> None:
    """Keep that a clinician read something of a client's progress."""
    audit.record(
        actor=actor_of(request, Role.CLINICIAN), action="read", subject="progress",
        clients=[client_id], at=at, detail=what,
    )  # fmt: skip


class ClientSeries(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=[WHICH_WEEKS], responses=SeriesOutput, operation_id="client_series")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read a client's days with what was usual before each."""
        person, at = person_of(request), clock.now()
        client = access.client_of(person, client_id)
        wish = services.Wish(weeks=weeks_of(request), overlays=True)

        note_reading(request, client_id, "series", at=at)

        found = services.series_of(client=client, language=person.language, wish=wish, at=at)
        return Response(SeriesOutput(found).data)


class ClientMilestones(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=MilestonesOutput, operation_id="client_milestones")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read a client's milestones by phase, and what each rests on."""
        person, at = person_of(request), clock.now()
        client = access.client_of(person, client_id)

        note_reading(request, client_id, "milestones", at=at)

        found = services.list_milestones(client=client, reader=person, at=at)
        return Response(MilestonesOutput(found).data)


class MarkClientMilestone(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(
        request=MilestoneMarkInput, responses=MilestonesOutput, operation_id="mark_client_milestone"
    )
    def post(self, request: Request, client_id: UUID, slug: str) -> Response:
        """Say that a client reached a milestone, or take that back. Safe to send again."""
        person, at = person_of(request), clock.now()
        client = access.client_of(person, client_id)
        shape = MilestoneMarkInput(data=request.data)
        shape.is_valid(raise_exception=True)

        actor = actor_of(request, Role.CLINICIAN)
        services.mark(client=client, saying=shape.saying(slug), actor=actor, at=at)

        found = services.list_milestones(client=client, reader=person, at=at)
        return Response(MilestonesOutput(found).data)


class SessionPrep(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(
        parameters=[
            OpenApiParameter("since", str, description="First day; the last talk's if left out")
        ],
        responses=SessionPrepOutput,
        operation_id="session_prep",
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read one page on what happened since the last talk, or since a day."""
        person, at = person_of(request), clock.now()
        client = access.client_of(person, client_id)
        asked = SinceInput(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)

        note_reading(request, client_id, "session prep", at=at)

        found = services.prepare_session(
            client=client, reader=person, at=at, **asked.validated_data
        )
        return Response(SessionPrepOutput(found).data)
