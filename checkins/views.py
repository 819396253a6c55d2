"""Doors of check-ins: hand in, amend, read one's own, read a client's."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from checkins import access, services
from checkins.lists import PERIOD, DayPage, show
from checkins.serializers import CheckInInput, CheckInOutput
from core import audit, clock
from program import access as program_access


class CheckIns(APIView):
    permission_classes = (IsClient,)
    pagination_class = DayPage

    @extend_schema(request=CheckInInput, responses={201: CheckInOutput, 200: CheckInOutput})
    def post(self, request: Request) -> Response:
        """Hand in a day's check-in. Safe to send again."""
        at = clock.now()
        enrolment = program_access.own_enrolment(person_of(request), at=at)
        shape = CheckInInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.submit_checkin(
            enrolment=enrolment,
            submission=shape.submission(at=at),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(CheckInOutput(receipt.check_in).data, status=201 if receipt.is_new else 200)

    @extend_schema(
        parameters=PERIOD, responses=CheckInOutput(many=True), operation_id="own_check_ins"
    )
    def get(self, request: Request) -> Response:
        """Read one's own check-ins, the newest day first."""
        return show(access.own(person_of(request)), CheckInOutput, request, self)


class Amendments(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=CheckInInput, responses={201: CheckInOutput, 200: CheckInOutput})
    def post(self, request: Request, check_in_id: UUID) -> Response:
        """Change a day's answers; the earlier ones stay in history."""
        at = clock.now()
        check_in = access.get_own(person_of(request), check_in_id)
        shape = CheckInInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.correct_checkin(
            check_in=check_in,
            submission=shape.submission(at=at),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(CheckInOutput(receipt.check_in).data, status=201 if receipt.is_new else 200)


class ClientCheckIns(APIView):
    permission_classes = (IsClinician,)
    pagination_class = DayPage

    @extend_schema(
        parameters=PERIOD, responses=CheckInOutput(many=True), operation_id="client_check_ins"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the check-ins of a client that one looks after."""
        rows = access.of_client(person_of(request), client_id)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN),
            action="read",
            subject="checkins_checkin",
            clients=[client_id],
            at=clock.now(),
        )

        return show(rows, CheckInOutput, request, self)
