"""Doors of what is done with an alert: take on, undo, hand over, lower, close, open again."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsClinician, actor_of, person_of
from accounts.models import Role, User
from alerts import access, selectors, services
from alerts.models import Alert
from alerts.serializers import (
    AcknowledgeInput,
    AlertOutput,
    HandOutput,
    PersonInput,
    ReasonInput,
    ResolveInput,
    UnreachableOutput,
)
from core import audit, clock
from core.pagination import Page
from core.shapes import sent
from program import access as program_access


def shown(alert: Alert) -> Response:
    """Answer with an alert as it is now."""
    row = selectors.with_details(Alert.objects.filter(pk=alert.pk)).get()
    return Response(AlertOutput(row, context={"at": clock.now()}).data)


class Acknowledge(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=AcknowledgeInput, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Take an alert on."""
        alert = access.get_for(person_of(request), alert_id)
        values = sent(request, AcknowledgeInput).validated_data

        services.acknowledge(
            alert=alert,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
            seen_tier=values.get("tier", ""),
        )

        return shown(alert)


class Undo(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=None, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Take one's own acknowledgement back, within a minute."""
        alert = access.get_for(person_of(request), alert_id)

        services.undo(alert=alert, actor=actor_of(request, Role.CLINICIAN), at=clock.now())

        return shown(alert)


class Hands(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=HandOutput(many=True), operation_id="alert_hands")
    def get(self, request: Request, alert_id: UUID) -> Response:
        """Read to whom an alert can be given: the client's team today."""
        alert = access.get_for(person_of(request), alert_id)
        at = clock.now()

        people = services.hands_for(alert, at=at)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_alert",
            subject_id=alert.pk, clients=[alert.client_id], at=at,
        )  # fmt: skip
        return Response(HandOutput(people, many=True).data)


class Assign(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=PersonInput, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Give an alert to a member of the client's team, who is told and must acknowledge it."""
        alert = access.get_for(person_of(request), alert_id)
        values = sent(request, PersonInput).validated_data

        services.assign(
            alert=alert,
            person_id=values["person"],
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return shown(alert)


class Lower(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=ReasonInput, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Make a critical alert a high one; for licensed clinicians."""
        alert = access.get_for(person_of(request), alert_id)
        values = sent(request, ReasonInput).validated_data

        services.lower(
            alert=alert, **values, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return shown(alert)


class Resolve(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=ResolveInput, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Close an alert with what was done and what came of it; a critical one if licensed."""
        alert = access.get_for(person_of(request), alert_id)
        values = sent(request, ResolveInput).validated_data

        services.resolve(
            alert=alert,
            closing=services.Closing(**values),
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return shown(alert)


class Reopen(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=ReasonInput, responses=AlertOutput)
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Open a closed alert again; it is told as if it were new."""
        alert = access.get_for(person_of(request), alert_id)
        values = sent(request, ReasonInput).validated_data

        services.reopen(
            alert=alert, **values, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return shown(alert)


class UnreachablePage(Page):
    ordering = ("unreachable_at", "pk")


class Unreachable(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = UnreachablePage

    @extend_schema(responses=UnreachableOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read the alerts of which nobody could be reached; not why they were raised."""
        page = UnreachablePage()
        found = page.paginate_queryset(selectors.unreachable(), request, view=self) or []

        audit.record(
            actor=actor_of(request, Role.ADMINISTRATOR), action="read", subject="alerts_alert",
            clients=[row.client_id for row in found], at=clock.now(),
        )  # fmt: skip
        return page.get_paginated_response(UnreachableOutput(found, many=True).data)


class NameSomebody(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=PersonInput, responses={204: None})
    def post(self, request: Request, alert_id: UUID) -> Response:
        """Name a clinician for an alert of which nobody could be reached; they are told."""
        alert = access.get_unreachable(alert_id)
        values = sent(request, PersonInput).validated_data
        person = program_access.administered(User.objects.all(), values["person"])

        services.name_somebody(
            alert=alert,
            person=person,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(status=204)
