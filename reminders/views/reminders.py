"""Doors of reminders: what the app shows, and the ledger."""

from datetime import date
from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from reminders import access, selectors, services
from reminders.models import Kind
from reminders.serializers.reminders import (
    CountOutput,
    LedgerOutput,
    LedgerPeriodInput,
    MessageInput,
    OpenedOutput,
    ReminderOutput,
)

PERIOD = [
    OpenApiParameter("from", date, description="First day, on the client's calendar"),
    OpenApiParameter("to", date, description="Last day, on the client's calendar"),
    OpenApiParameter("kind", enum=Kind.values, description="Of one kind"),
]


class ReminderPage(Page):
    ordering = ("-due_at", "pk")


class Reminders(APIView):
    permission_classes = (IsClient,)
    pagination_class = ReminderPage

    @extend_schema(responses=ReminderOutput(many=True), operation_id="reminders_shown")
    def get(self, request: Request) -> Response:
        """Read my reminders, the newest first. This is where nothing is ever missing."""
        page = ReminderPage()
        rows = selectors.shown(access.own(person_of(request)), at=clock.now())
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(ReminderOutput(found, many=True).data)


class ReminderCount(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=CountOutput)
    def get(self, request: Request) -> Response:
        """Count what is unread and still of use."""
        count = selectors.unread(access.own(person_of(request)), at=clock.now())
        return Response(CountOutput({"unread": count}).data)


class OpenReminder(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=ReminderOutput)
    def post(self, request: Request, reminder_id: UUID) -> Response:
        """Mark one as opened; again changes nothing."""
        reminder = access.get_own(person_of(request), reminder_id)

        services.open_reminder(reminder=reminder, at=clock.now())

        return Response(ReminderOutput(reminder).data)


class FinishReminder(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=ReminderOutput)
    def post(self, request: Request, reminder_id: UUID) -> Response:
        """Mark one as done; again changes nothing."""
        reminder = access.get_own(person_of(request), reminder_id)

        services.finish_reminder(reminder=reminder, at=clock.now())

        return Response(ReminderOutput(reminder).data)


class OpenMessage(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=MessageInput, responses=OpenedOutput)
    def post(self, request: Request) -> Response:
        """Say that the link of a message was followed."""
        shape = MessageInput(data=request.data)
        shape.is_valid(raise_exception=True)

        opened = services.open_message(
            person=person_of(request), delivery_id=shape.validated_data["message"], at=clock.now()
        )

        return Response(OpenedOutput({"opened": opened}).data)


class OwnLedger(APIView):
    permission_classes = (IsClient,)
    pagination_class = ReminderPage

    @extend_schema(
        parameters=PERIOD, responses=LedgerOutput(many=True), operation_id="reminders_ledger"
    )
    def get(self, request: Request) -> Response:
        """Read what became of each of my reminders, and why one was not sent."""
        person = person_of(request)
        rows = selectors.in_period(access.own(person), person=person, **_period(request))
        page = ReminderPage()
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(LedgerOutput(found, many=True).data)


class ClientLedger(APIView):
    permission_classes = (IsClinician,)
    pagination_class = ReminderPage

    @extend_schema(
        parameters=PERIOD, responses=LedgerOutput(many=True), operation_id="clients_reminders"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Answer whether a client was reminded, of what, when and how."""
        client, rows = access.of_client(person_of(request), client_id)
        rows = selectors.in_period(rows, person=client, **_period(request))
        page = ReminderPage()
        found = page.paginate_queryset(rows, request, view=self)
        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="reminders_reminder",
            clients=[client_id], at=clock.now(),
        )  # fmt: skip
        return page.get_paginated_response(LedgerOutput(found, many=True).data)


def _period(request: Request) -> dict[str, Any]:
    shape = LedgerPeriodInput(data=request.query_params.dict())
    shape.is_valid(raise_exception=True)
    given = shape.validated_data
    return {"first": given.get("from"), "last": given.get("to"), "kind": given.get("kind")}
