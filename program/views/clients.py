"""Doors of a client's enrolment and attendance, for those who look after them."""

from datetime import timedelta
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.errors import NotVisible
from program import access, selectors, services
from program.models import CareTeamMember, Enrolment
from program.serializers.common import MonthInput
from program.serializers.enrolments import (
    ClientAttendanceOutput,
    ClientEnrolmentOutput,
    DischargeInput,
    NotedLevelChangeOutput,
    StepInput,
)
from program.views.schedule import DAYS

WEEKS_SHOWN = 12


class ClientEnrolment(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=ClientEnrolmentOutput)
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read where a client is in the program: level, weeks, hours, team."""
        enrolment = access.current_enrolment(person_of(request), client_id)
        _record(request, enrolment, "program_enrolment")

        return Response(_enrolment(enrolment))


class ClientAttendance(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=DAYS, responses=ClientAttendanceOutput)
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read which sessions a client came to."""
        enrolment = access.current_enrolment(person_of(request), client_id)
        period = MonthInput(data=request.query_params.dict())
        period.is_valid(raise_exception=True)
        days, zone = period.validated_data, enrolment.program.timezone
        _record(request, enrolment, "program_participant")

        rows = selectors.attendance(
            client=client_id,
            since=clock.at_wall_clock(days["from"], 0, zone),
            until=clock.at_wall_clock(days["to"] + timedelta(days=1), 0, zone),
        )

        return Response(ClientAttendanceOutput({"results": rows, "next": None}).data)


class ClientLevelChanges(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=StepInput, responses={201: NotedLevelChangeOutput})
    def post(self, request: Request, client_id: UUID) -> Response:
        """Decide a step up or down."""
        enrolment = access.current_enrolment(person_of(request), client_id)
        shape = StepInput(data=request.data)
        shape.is_valid(raise_exception=True)

        change = services.change_level(
            enrolment=enrolment,
            step=shape.step(),
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(NotedLevelChangeOutput(change).data, status=201)


class ClientLevelChange(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, client_id: UUID, change_id: UUID) -> Response:
        """Take back a change that is still to come."""
        enrolment = access.current_enrolment(person_of(request), client_id)
        change = enrolment.level_changes.filter(pk=change_id).first()
        if change is None:
            raise NotVisible

        services.withdraw_level_change(
            change=change, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return Response(status=204)


class ClientDischarge(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=DischargeInput, responses=ClientEnrolmentOutput)
    def post(self, request: Request, client_id: UUID) -> Response:
        """End the client's time in the program on a day."""
        enrolment = access.current_enrolment(person_of(request), client_id)
        shape = DischargeInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.discharge(
            enrolment=enrolment,
            end=shape.end(),
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(_enrolment(enrolment))


def _record(request: Request, enrolment: Enrolment, subject: str) -> None:
    audit.record(
        actor=actor_of(request, Role.CLINICIAN), action="read", subject=subject,
        subject_id=enrolment.pk, clients=[enrolment.client_id], at=clock.now(),
    )  # fmt: skip


def _enrolment(enrolment: Enrolment) -> object:
    today = clock.local_day(clock.now(), enrolment.program.timezone)
    last = min(today, enrolment.active_until or today)
    first = max(enrolment.active_from, last - timedelta(weeks=WEEKS_SHOWN - 1))
    about = {
        "enrolment": enrolment,
        "level_changes": enrolment.level_changes.order_by("effective_on", "decided_at"),
        "team": selectors.team_on(
            CareTeamMember.objects.filter(client=enrolment.client_id), on=today
        ),
        "weeks": selectors.weeks_of(enrolment, first=first, last=max(first, last)),
    }
    week = {"week": lambda row: selectors.week_number(row, today)}
    return ClientEnrolmentOutput(about, context=week).data
