"""Doors of thresholds and good periods: clinicians for a client, administrators for a program."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsClinician, actor_of, person_of
from accounts.models import Role
from alerts import services
from alerts.models import ClientThresholds, GoodPeriod, ProgramThresholds
from alerts.selectors import thresholds
from alerts.serializers.thresholds import (
    ClientThresholdsOutput,
    GoodPeriodInput,
    GoodPeriodOutput,
    InForceInProgramOutput,
    InForceThresholdsOutput,
    ProgramThresholdsOutput,
    ThresholdsInput,
)
from core import audit, clock
from core.pagination import Page
from program import access as program_access
from program.models import Program


class SettingPage(Page):
    ordering = ("-set_at",)


def _numbers(request: Request) -> tuple[dict[str, Any], str]:
    shape = ThresholdsInput(data=request.data)
    shape.is_valid(raise_exception=True)
    numbers = dict(shape.validated_data)
    return numbers, numbers.pop("reason")


def _note_reading(request: Request, subject: str, client_id: UUID) -> None:
    audit.record(
        actor=actor_of(request, Role.CLINICIAN), action="read", subject=subject,
        clients=[client_id], at=clock.now(),
    )  # fmt: skip


def _newest(rows: QuerySet[Any]) -> Any:
    return rows.select_related("set_by").order_by("-set_at").first()


class ClientThresholdsNow(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=InForceThresholdsOutput, operation_id="client_thresholds")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read which thresholds hold for a client, and what was set for them."""
        enrolment = program_access.current_enrolment(person_of(request), client_id)
        _note_reading(request, "alerts_clientthresholds", client_id)
        shown = {
            "in_force": thresholds.parameters_for(
                client_id=client_id, program_id=enrolment.program_id
            ),
            "set": _newest(ClientThresholds.objects.filter(client=client_id)),
        }
        return Response(InForceThresholdsOutput(shown).data)

    @extend_schema(
        request=ThresholdsInput,
        responses={201: ClientThresholdsOutput},
        operation_id="set_client_thresholds",
    )
    def post(self, request: Request, client_id: UUID) -> Response:
        """Set a client's thresholds from now on, with the reason."""
        client = program_access.get_client(person_of(request), client_id)
        numbers, reason = _numbers(request)

        row = services.set_for_client(
            client_id=client.pk,
            numbers=numbers,
            reason=reason,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(ClientThresholdsOutput(row).data, status=201)


class ClientThresholdsHistory(APIView):
    permission_classes = (IsClinician,)
    pagination_class = SettingPage

    @extend_schema(
        responses=ClientThresholdsOutput(many=True), operation_id="client_thresholds_history"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read everything that was ever set for a client, newest first."""
        client = program_access.get_client(person_of(request), client_id)
        _note_reading(request, "alerts_clientthresholds", client.pk)
        page = SettingPage()
        rows = ClientThresholds.objects.select_related("set_by").filter(client=client)
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(ClientThresholdsOutput(found, many=True).data)


class ProgramThresholdsNow(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=InForceInProgramOutput, operation_id="program_thresholds")
    def get(self, request: Request, program_id: UUID) -> Response:
        """Read which thresholds hold in a program where nothing is set for a client."""
        program = program_access.administered(Program.objects.all(), program_id)
        shown = {
            "in_force": thresholds.parameters_of_program(program.pk),
            "set": _newest(ProgramThresholds.objects.filter(program=program)),
        }
        return Response(InForceInProgramOutput(shown).data)

    @extend_schema(
        request=ThresholdsInput,
        responses={201: ProgramThresholdsOutput},
        operation_id="set_program_thresholds",
    )
    def post(self, request: Request, program_id: UUID) -> Response:
        """Set a program's thresholds from now on, with who decided so."""
        program = program_access.administered(Program.objects.all(), program_id)
        numbers, reason = _numbers(request)

        row = services.set_for_program(
            program_id=program.pk,
            numbers=numbers,
            reason=reason,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(ProgramThresholdsOutput(row).data, status=201)


class GoodPeriods(APIView):
    permission_classes = (IsClinician,)
    pagination_class = SettingPage

    @extend_schema(responses=GoodPeriodOutput(many=True), operation_id="good_periods")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the good periods chosen for a client; the first holds. None: their first weeks."""
        client = program_access.get_client(person_of(request), client_id)
        _note_reading(request, "alerts_goodperiod", client.pk)
        page = SettingPage()
        rows = GoodPeriod.objects.select_related("set_by").filter(client=client)
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(GoodPeriodOutput(found, many=True).data)

    @extend_schema(
        request=GoodPeriodInput,
        responses={201: GoodPeriodOutput},
        operation_id="choose_good_period",
    )
    def post(self, request: Request, client_id: UUID) -> Response:
        """Choose the days that a slow slide is compared with, from now on."""
        client = program_access.get_client(person_of(request), client_id)
        shape = GoodPeriodInput(data=request.data)
        shape.is_valid(raise_exception=True)

        row = services.choose_good_period(
            client_id=client.pk,
            **shape.validated_data,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(GoodPeriodOutput(row).data, status=201)
