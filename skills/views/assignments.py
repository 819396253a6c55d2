"""Doors of assignments: my own, and those of a client that one looks after."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role, User
from core import audit, clock
from core.pagination import Page
from program import access as program_access
from skills import access, selectors, services
from skills.models import Assignment
from skills.serializers.assignments import (
    AssignedOutput,
    AssignmentInput,
    AssignmentOutput,
    ClientAssignmentOutput,
)


class AssignmentPage(Page):
    ordering = ("closed", "-assigned_at", "-id")


class Assignments(APIView):
    permission_classes = (IsClient,)
    pagination_class = AssignmentPage

    @extend_schema(responses=AssignmentOutput(many=True), operation_id="own_assignments")
    def get(self, request: Request) -> Response:
        """Read what one is asked to do: what is open first, then the newest."""
        person = person_of(request)
        rows = selectors.with_state(access.own_assignments(person))

        page = AssignmentPage()
        found = page.paginate_queryset(rows, request, view=self) or []
        shape = AssignmentOutput(found, many=True, context=_names(found, person))
        return page.get_paginated_response(shape.data)


class SkipAssignment(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=AssignmentOutput)
    def post(self, request: Request, assignment_id: UUID) -> Response:
        """Leave one out."""
        person = person_of(request)
        assignment = access.get_own_assignment(person, assignment_id)

        services.skip(assignment=assignment, actor=actor_of(request, Role.CLIENT), at=clock.now())

        skipped = access.get_own_assignment(person, assignment_id)
        return Response(AssignmentOutput(skipped, context=_names([skipped], person)).data)


class OneAssignment(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, assignment_id: UUID) -> Response:
        """Take an assignment back."""
        assignment = access.get_assignment(person_of(request), assignment_id)

        services.withdraw(
            assignment=assignment, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return Response(status=204)


class ClientAssignments(APIView):
    permission_classes = (IsClinician,)
    pagination_class = AssignmentPage

    @extend_schema(responses=ClientAssignmentOutput(many=True), operation_id="client_assignments")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what a client is asked to do, and what came of it."""
        person = person_of(request)
        rows = selectors.with_state(access.assignments_of_client(person, client_id))

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="skills_assignment",
            clients=[client_id], at=clock.now(),
        )  # fmt: skip

        page = AssignmentPage()
        found = page.paginate_queryset(rows, request, view=self) or []
        return page.get_paginated_response(_shape(found, person, client_id))

    @extend_schema(
        request=AssignmentInput,
        responses={201: AssignedOutput},
        operation_id="client_assignments_create",
    )
    def post(self, request: Request, client_id: UUID) -> Response:
        """Ask the client to do an exercise, or every exercise of a module."""
        person = person_of(request)
        client = program_access.get_client(person, client_id)
        shape = AssignmentInput(data=request.data)
        shape.is_valid(raise_exception=True)

        made = services.assign(
            client=client,
            wish=shape.wish(),
            by=person,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        rows = selectors.with_state(access.assignments_of_client(person, client_id)).filter(
            pk__in=[row.pk for row in made]
        )
        return Response({"results": _shape(rows.order_by("slug"), person, client_id)}, status=201)


def _shape(rows: Any, person: User, client_id: UUID) -> Any:
    found = list(rows)
    practices = selectors.practices_by_id(
        access.of_client(person, client_id), [row.practice_id for row in found]
    )
    context = {**_names(found, person), "practices": practices}
    return ClientAssignmentOutput(found, many=True, context=context).data


def _names(rows: Sequence[Assignment], person: User) -> dict[str, Any]:
    return {"named": selectors.named((row.slug for row in rows), language=person.language)}
