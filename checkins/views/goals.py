"""Doors of the day's small goal: what it is, and how it went."""

from datetime import date
from uuid import UUID

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from checkins import access, services
from checkins.lists import PERIOD, DayPage, record_read, show_goals
from checkins.serializers import CheckInGoalOutput, OutcomeInput, OutcomeOutput
from core import clock
from program import access as program_access

DAY = [OpenApiParameter("on", OpenApiTypes.DATE, OpenApiParameter.PATH, description="The day")]


class DailyGoals(APIView):
    permission_classes = (IsClient,)
    pagination_class = DayPage

    @extend_schema(
        parameters=PERIOD, responses=CheckInGoalOutput(many=True), operation_id="own_daily_goals"
    )
    def get(self, request: Request) -> Response:
        """Read the small goals that one set, and how each went, the newest day first."""
        return show_goals(access.own(person_of(request)), request, self)


class DailyGoal(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        parameters=DAY, request=OutcomeInput, responses={201: OutcomeOutput, 200: OutcomeOutput}
    )
    def put(self, request: Request, on: date) -> Response:
        """Say how a day's goal went, or say it anew. Safe to send again."""
        at, person = clock.now(), person_of(request)
        enrolment = program_access.own_enrolment(person, at=at)
        shape = OutcomeInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.keep_outcome(
            enrolment=enrolment,
            submission=shape.submission(on=on, at=at),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(OutcomeOutput(receipt.row).data, status=201 if receipt.is_new else 200)


class ClientDailyGoals(APIView):
    permission_classes = (IsClinician,)
    pagination_class = DayPage

    @extend_schema(
        parameters=PERIOD, responses=CheckInGoalOutput(many=True), operation_id="client_daily_goals"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the small goals of a client that one looks after, and how each went."""
        rows = access.of_client(person_of(request), client_id)

        record_read(request, "checkins_goaloutcome", client_id)

        return show_goals(rows, request, self)
