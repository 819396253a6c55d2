"""Doors of alerts: the inbox, acknowledge, resolve."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from alerts import access, selectors, services
from alerts.models import Alert
from alerts.serializers import AcknowledgeInput, AlertOutput, InboxInput, ResolveInput
from core import audit, clock
from core.pagination import Page


class InboxPage(Page):
    # Unanswered first, gravest first, longest waiting first.
    ordering = ("stage", "grade", "due_at", "pk")


def _shown(alert: Alert) -> Response:
    row = selectors.with_details(Alert.objects.filter(pk=alert.pk)).get()
    return Response(AlertOutput(row, context={"at": clock.now()}).data)


class Inbox(APIView):
    permission_classes = (IsClinician,)
    pagination_class = InboxPage

    @extend_schema(
        parameters=[OpenApiParameter("state", str, enum=selectors.STATES)],
        responses=AlertOutput(many=True),
        operation_id="inbox",
    )
    def get(self, request: Request) -> Response:
        """Read the alerts of one's own clients, the most urgent first."""
        at = clock.now()
        shape = InboxInput(data=request.query_params.dict())
        shape.is_valid(raise_exception=True)
        page = InboxPage()
        rows = selectors.inbox(
            access.visible_to(person_of(request)), state=shape.validated_data["state"]
        )
        found = page.paginate_queryset(rows, request, view=self) or []

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_alert",
            clients=[row.client_id for row in found], at=at,
        )  # fmt: skip

        return page.get_paginated_response(AlertOutput(found, many=True, context={"at": at}).data)


class OneAlert(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=AlertOutput, operation_id="alert")
    def get(self, request: Request, alert_id: UUID) -> Response:
        """Read one alert."""
        alert = access.get_for(person_of(request), alert_id)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_alert",
            subject_id=alert.pk, clients=[alert.client_id], at=clock.now(),
        )  # fmt: skip

        return _shown(alert)


class Acknowledge(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=AcknowledgeInput, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Take an alert on."""
        alert = access.get_for(person_of(request), alert_id)
        shape = AcknowledgeInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.acknowledge(
            alert=alert,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
            seen_tier=shape.validated_data.get("tier", ""),
        )

        return _shown(alert)


class Resolve(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=ResolveInput, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Close an alert with what was done and what came of it."""
        alert = access.get_for(person_of(request), alert_id)
        shape = ResolveInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.resolve(
            alert=alert,
            closing=services.Closing(**shape.validated_data),
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return _shown(alert)
