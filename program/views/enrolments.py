"""Doors of enrolments, for administrators."""

from datetime import date
from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role, User
from core import audit, clock
from core.pagination import Page
from program import access, selectors, services
from program.models import CareTeamMember, Enrolment, LevelChange, Program
from program.serializers.enrolments import (
    DischargeInput,
    EnrolmentInput,
    EnrolmentOutput,
    EnrolmentsQuery,
    LevelChangeOutput,
    OneEnrolmentOutput,
    PeopleQuery,
    PersonChoiceOutput,
    PlannedWeeksInput,
    StepInput,
)
from program.serializers.me import ProgramOutput


class EnrolmentPage(Page):
    ordering = ("-active_from", "pk")


class PeoplePage(Page):
    ordering = ("name", "pk")


class Programs(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=ProgramOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read the programs."""
        page = PeoplePage()
        found = page.paginate_queryset(Program.objects.all(), request, view=self) or []
        return page.get_paginated_response(ProgramOutput(found, many=True).data)

    pagination_class = PeoplePage


class People(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = PeoplePage

    @extend_schema(
        parameters=[
            OpenApiParameter(
                "role", str, required=True, enum=["client", "clinician", "administrator"]
            )
        ],
        responses=PersonChoiceOutput(many=True),
    )
    def get(self, request: Request) -> Response:
        """Read who has an account as a client, a clinician or an administrator, by name."""
        query = PeopleQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        role = query.validated_data["role"]

        page = PeoplePage()
        rows = User.objects.filter(roles__contains=[role])
        found = page.paginate_queryset(rows, request, view=self) or []

        if role == Role.CLIENT:
            _record(request, "accounts_user", [one.pk for one in found])
        return page.get_paginated_response(PersonChoiceOutput(found, many=True).data)


class Enrolments(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = EnrolmentPage

    @extend_schema(
        parameters=[
            OpenApiParameter("program", UUID),
            OpenApiParameter("client", UUID),
            OpenApiParameter("current", bool),
        ],
        responses=EnrolmentOutput(many=True),
        operation_id="enrolments_list",
    )
    def get(self, request: Request) -> Response:
        """Read who is enrolled, the newest first."""
        query = EnrolmentsQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        rows = _chosen(query.validated_data)

        page = EnrolmentPage()
        found = page.paginate_queryset(rows, request, view=self) or []
        _record(request, "program_enrolment", [one.client_id for one in found])
        return page.get_paginated_response(EnrolmentOutput(found, many=True, context=WEEK).data)

    @extend_schema(request=EnrolmentInput, responses={201: EnrolmentOutput})
    def post(self, request: Request) -> Response:
        """Enrol a client. Who comes back after discharge is enrolled anew."""
        shape = EnrolmentInput(data=request.data)
        shape.is_valid(raise_exception=True)
        program = access.administered(Program.objects.all(), shape.validated_data["program"])
        client = access.administered(User.objects.all(), shape.validated_data["client"])

        made = services.enrol(
            client=client,
            admission=shape.admission(program),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(EnrolmentOutput(made, context=WEEK).data, status=201)


class OneEnrolment(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=OneEnrolmentOutput, operation_id="enrolment")
    def get(self, request: Request, enrolment_id: UUID) -> Response:
        """Read an enrolment with its changes of level, its team, and what is followed."""
        enrolment = _enrolment(enrolment_id)
        _record(request, "program_enrolment", [enrolment.client_id])

        return Response(_whole(enrolment))

    @extend_schema(request=PlannedWeeksInput, responses=OneEnrolmentOutput)
    def put(self, request: Request, enrolment_id: UUID) -> Response:
        """Change how many weeks are planned."""
        enrolment = _enrolment(enrolment_id)
        shape = PlannedWeeksInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.change_plan(
            enrolment=enrolment,
            **shape.validated_data,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_whole(enrolment))


class LevelChanges(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=StepInput, responses={201: LevelChangeOutput})
    def post(self, request: Request, enrolment_id: UUID) -> Response:
        """Record a step up or down that the care team decided."""
        enrolment = _enrolment(enrolment_id)
        shape = StepInput(data=request.data)
        shape.is_valid(raise_exception=True)

        change = services.change_level(
            enrolment=enrolment,
            step=shape.step(),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(LevelChangeOutput(change).data, status=201)


class OneLevelChange(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, change_id: UUID) -> Response:
        """Take back a change that is still to come."""
        change = access.administered(LevelChange.objects.all(), change_id)

        services.withdraw_level_change(
            change=change, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(status=204)


class Discharges(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=DischargeInput, responses=OneEnrolmentOutput)
    def post(self, request: Request, enrolment_id: UUID) -> Response:
        """End an enrolment on a day."""
        enrolment = _enrolment(enrolment_id)
        shape = DischargeInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.discharge(
            enrolment=enrolment,
            end=shape.end(),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_whole(enrolment))


def _weeks(row: Enrolment) -> int:
    return selectors.week_number(row, clock.local_day(clock.now(), row.program.timezone))


WEEK = {"week": _weeks}


def _enrolment(enrolment_id: UUID) -> Enrolment:
    return access.administered(Enrolment.objects.select_related("program", "client"), enrolment_id)


def _chosen(query: dict[str, Any]) -> Any:
    rows = Enrolment.objects.select_related("program", "client")
    named = {name: query[name] for name in ("program", "client") if name in query}
    if "current" in query:
        still = selectors.not_over(clock.now())
        rows = rows.filter(still) if query["current"] else rows.exclude(still)
    return rows.filter(**named)


def _whole(enrolment: Enrolment) -> object:
    today: date = clock.local_day(clock.now(), enrolment.program.timezone)
    team = CareTeamMember.objects.filter(client=enrolment.client_id, program=enrolment.program_id)
    about = {
        "enrolment": enrolment,
        "level_changes": enrolment.level_changes.order_by("effective_on", "decided_at"),
        "team": selectors.team_on(team, on=today),
        "follows": selectors.followed(enrolment.client_id, enrolment.program_id),
    }
    return OneEnrolmentOutput(about, context=WEEK).data


def _record(request: Request, subject: str, clients: list[UUID]) -> None:
    audit.record(
        actor=actor_of(request, Role.ADMINISTRATOR), action="read", subject=subject,
        clients=clients, at=clock.now(),
    )  # fmt: skip
