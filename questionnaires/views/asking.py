"""Doors of asking: what is due for a client today, and what their clinicians ask of them."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from program import access as program_access
from questionnaires import access, selectors, services
from questionnaires.models import Schedule
from questionnaires.rules import form as form_rules
from questionnaires.serializers.asking import AskingInput, AskingOutput, DueListOutput


class AskingPage(Page):
    ordering = ("-assigned_at", "-id")


class DueToday(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=DueListOutput, operation_id="questionnaires_due")
    def get(self, request: Request) -> Response:
        """Read what one is asked today and has not answered, with what was begun."""
        person = person_of(request)
        today = clock.local_day(clock.now(), person.timezone)

        found = selectors.due_for(client=person.pk, on=today, language=person.language)

        context = {
            "drafts": selectors.drafts_of(client=person.pk, due=found) if found else {},
            "sizes": {
                one.questionnaire.pk: len(form_rules.questions(one.questionnaire.form))
                for one in found
            },
        }
        return Response(DueListOutput({"results": found}, context=context).data)


class ClientQuestionnaires(APIView):
    permission_classes = (IsClinician,)
    pagination_class = AskingPage

    @extend_schema(responses=AskingOutput(many=True), operation_id="client_questionnaires")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what is asked of a client, and was."""
        rows = access.schedules_of_client(person_of(request), client_id)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read",
            subject="questionnaires_schedule", clients=[client_id], at=clock.now(),
        )  # fmt: skip

        page = AskingPage()
        found = page.paginate_queryset(rows.select_related("assigned_by"), request, view=self) or []
        return page.get_paginated_response(_shown(found, many=True))

    @extend_schema(request=AskingInput, responses={201: AskingOutput}, operation_id="ask_client")
    def post(self, request: Request, client_id: UUID) -> Response:
        """Ask a client a questionnaire from now on."""
        person = person_of(request)
        client = program_access.get_client(person, client_id)
        shape = AskingInput(data=request.data)
        shape.is_valid(raise_exception=True)

        row = services.ask_client(
            client=client,
            wish=shape.wish(),
            by=person,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(_shown(row), status=201)


class PauseAsking(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=None, responses=AskingOutput)
    def post(self, request: Request, client_id: UUID, schedule_id: UUID) -> Response:
        """Ask nothing until it is resumed."""
        return _changed(services.pause_asking, request, client_id, schedule_id)


class ResumeAsking(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=None, responses=AskingOutput)
    def post(self, request: Request, client_id: UUID, schedule_id: UUID) -> Response:
        """Ask again, on the days that it falls due."""
        return _changed(services.resume_asking, request, client_id, schedule_id)


class EndAsking(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=None, responses=AskingOutput)
    def post(self, request: Request, client_id: UUID, schedule_id: UUID) -> Response:
        """Ask this no more."""
        return _changed(services.end_asking, request, client_id, schedule_id)


def _changed(
    change: Callable[..., Schedule], request: Request, client_id: UUID, schedule_id: UUID
) -> Response:
    row = access.get_schedule(person_of(request), client_id, schedule_id)
    changed = change(row=row, actor=actor_of(request, Role.CLINICIAN), at=clock.now())
    return Response(_shown(changed))


def _shown(rows: Any, *, many: bool = False) -> Any:
    keys = {row.key for row in (rows if many else [rows])}
    return AskingOutput(rows, many=many, context={"titles": selectors.titles(keys)}).data
