"""Doors of check-ins: the form, hand in, amend, read one's own, read a client's."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from checkins import access, services
from checkins.lists import PERIOD, VERSIONS, VersionPage, record_read, show_check_ins
from checkins.serializers import CheckInInput, CheckInOutput, FormOutput
from core import clock
from program import access as program_access


class CheckInForm(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=FormOutput, operation_id="check_in_form")
    def get(self, request: Request) -> Response:
        """Read what one's own check-in asks now. Until its version changes, a phone may keep it."""
        return Response(FormOutput(services.present_form(person_of(request))).data)


class CheckIns(APIView):
    permission_classes = (IsClient,)
    pagination_class = VersionPage

    @extend_schema(request=CheckInInput, responses={201: CheckInOutput, 200: CheckInOutput})
    def post(self, request: Request) -> Response:
        """Hand in a day's check-in, or a part of it with the answer about safety.

        Safe to send again. A part has no mood; it joins what the day has.
        """
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
        parameters=PERIOD + VERSIONS,
        responses=CheckInOutput(many=True),
        operation_id="own_check_ins",
    )
    def get(self, request: Request) -> Response:
        """Read one's own check-ins, the newest day first; with versions=all also what they were."""
        return show_check_ins(access.own(person_of(request)), request, self)


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
    pagination_class = VersionPage

    @extend_schema(
        parameters=PERIOD + VERSIONS,
        responses=CheckInOutput(many=True),
        operation_id="client_check_ins",
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the check-ins of a client that one looks after."""
        rows = access.of_client(person_of(request), client_id)

        record_read(request, "checkins_checkin", client_id)

        return show_check_ins(rows, request, self)
