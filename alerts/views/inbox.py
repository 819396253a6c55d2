"""Doors of alerts: the inbox and one alert."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from alerts import access, selectors
from alerts.models import Alert
from alerts.selectors.glance import glances
from alerts.serializers import InboxInput
from alerts.serializers.rows import InboxRowOutput
from core import audit, clock
from core.pagination import Page


class InboxPage(Page):
    # Unanswered first, gravest first, longest waiting first.
    ordering = ("stage", "grade", "place", "pk")


class Inbox(APIView):
    permission_classes = (IsClinician,)
    pagination_class = InboxPage

    @extend_schema(
        parameters=[
            OpenApiParameter("state", str, enum=selectors.STATES),
            OpenApiParameter("client", UUID, description="Of this client alone"),
        ],
        responses=InboxRowOutput(many=True),
        operation_id="inbox",
    )
    def get(self, request: Request) -> Response:
        """Read the alerts of one's own clients, the most urgent first."""
        at = clock.now()
        shape = InboxInput(data=request.query_params.dict())
        shape.is_valid(raise_exception=True)
        page = InboxPage()
        seen = access.visible_to(person_of(request))
        if client := shape.validated_data.get("client"):
            seen = seen.filter(client_id=client)
        rows = selectors.inbox(seen, state=shape.validated_data["state"])
        found = page.paginate_queryset(rows, request, view=self) or []

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_alert",
            clients=[row.client_id for row in found], at=at,
        )  # fmt: skip

        context = {"at": at, "glances": glances(found, at=at)}
        return page.get_paginated_response(InboxRowOutput(found, many=True, context=context).data)


class OneAlert(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=InboxRowOutput, operation_id="alert")
    def get(self, request: Request, alert_id: UUID) -> Response:
        """Read one alert."""
        alert, at = access.get_for(person_of(request), alert_id), clock.now()

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_alert",
            subject_id=alert.pk, clients=[alert.client_id], at=at,
        )  # fmt: skip

        row = selectors.with_details(Alert.objects.filter(pk=alert.pk)).get()
        context = {"at": at, "glances": glances([row], at=at)}
        return Response(InboxRowOutput(row, context=context).data)
