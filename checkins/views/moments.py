"""Doors of urges and lapses: log, change, read one's own, read a client's."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from checkins import access, selectors, services
from checkins.lists import PERIOD, MomentPage, record_read, show_moments
from checkins.serializers import (
    DaysWellOutput,
    LapseInput,
    LapseOutput,
    UrgeLogInput,
    UrgeLogOutput,
    WhoSeesOutput,
)
from core import clock
from program import access as program_access


class Urges(APIView):
    permission_classes = (IsClient,)
    pagination_class = MomentPage

    @extend_schema(parameters=PERIOD, responses=UrgeLogOutput(many=True), operation_id="own_urges")
    def get(self, request: Request) -> Response:
        """Read the urges that one logged, the newest day first."""
        return show_moments(access.own_urges(person_of(request)), UrgeLogOutput, request, self)


class OneUrge(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=UrgeLogInput, responses={201: UrgeLogOutput, 200: UrgeLogOutput})
    def put(self, request: Request, entry: UUID) -> Response:
        """Log an urge under a name that the device made, or change it. Safe to send again."""
        at, person = clock.now(), person_of(request)
        enrolment = program_access.own_enrolment(person, at=at)
        shape = UrgeLogInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.log_urge(
            enrolment=enrolment,
            submission=shape.submission(entry=entry, at=at),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(UrgeLogOutput(receipt.row).data, status=201 if receipt.is_new else 200)


class Lapses(APIView):
    permission_classes = (IsClient,)
    pagination_class = MomentPage

    @extend_schema(parameters=PERIOD, responses=LapseOutput(many=True), operation_id="own_lapses")
    def get(self, request: Request) -> Response:
        """Read the lapses that one told of, the newest day first."""
        return show_moments(access.own_lapses(person_of(request)), LapseOutput, request, self)


class OneLapse(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=LapseInput, responses={201: LapseOutput, 200: LapseOutput})
    def put(self, request: Request, entry: UUID) -> Response:
        """Tell of a lapse under a name that the device made, or add to it. Safe to send again."""
        at, person = clock.now(), person_of(request)
        enrolment = program_access.own_enrolment(person, at=at)
        shape = LapseInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.report_lapse(
            enrolment=enrolment,
            submission=shape.submission(entry=entry, at=at),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(LapseOutput(receipt.row).data, status=201 if receipt.is_new else 200)


class WhoSeesALapse(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=WhoSeesOutput, operation_id="who_sees_a_lapse")
    def get(self, request: Request) -> Response:
        """Read who would see a lapse, before sending one."""
        return Response(WhoSeesOutput(services.who_sees(person_of(request), at=clock.now())).data)


class DaysWell(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=DaysWellOutput, operation_id="days_well")
    def get(self, request: Request) -> Response:
        """Read how many days were well in all, and in this run."""
        at, person = clock.now(), person_of(request)

        found = selectors.days_well_so_far(
            client=person.pk, until=clock.local_day(at, person.timezone)
        )

        return Response(DaysWellOutput(found).data)


class ClientUrges(APIView):
    permission_classes = (IsClinician,)
    pagination_class = MomentPage

    @extend_schema(
        parameters=PERIOD, responses=UrgeLogOutput(many=True), operation_id="client_urges"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the urges of a client that one looks after."""
        rows = access.urges_of_client(person_of(request), client_id)

        record_read(request, "checkins_urgelog", client_id)

        return show_moments(rows, UrgeLogOutput, request, self)


class ClientLapses(APIView):
    permission_classes = (IsClinician,)
    pagination_class = MomentPage

    @extend_schema(
        parameters=PERIOD, responses=LapseOutput(many=True), operation_id="client_lapses"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the lapses of a client that one looks after."""
        rows = access.lapses_of_client(person_of(request), client_id)

        record_read(request, "checkins_lapse", client_id)

        return show_moments(rows, LapseOutput, request, self)
