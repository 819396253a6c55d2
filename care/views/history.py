"""Doors of what was changed: for each kind of thing, to whoever may see the thing itself."""

from uuid import UUID

from django.db.models import Model
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import SignedIn, person_of
from care import access, selectors
from care.models import Goal, GoalStep, Medication, Referral, Task
from care.serializers.shared import CareChangeOutput
from care.views.shared import note_if_others, paged
from core.pagination import Page


class ChangePage(Page):
    ordering = ("-made_at", "pk")


def _changes(request: Request, view: APIView, model: type[Model], row_id: UUID) -> Response:
    row = access.get(model, person_of(request), row_id)
    ids = [row_id]
    if isinstance(row, Goal):
        ids += GoalStep.objects.filter(goal=row).values_list("pk", flat=True)
    note_if_others(request, model._meta.db_table, row.client_id)  # type: ignore[attr-defined]  # each has one
    return paged(selectors.history(ids), request, view, page=ChangePage(), shape=CareChangeOutput)


class MedicationHistory(APIView):
    permission_classes = (SignedIn,)
    pagination_class = ChangePage

    @extend_schema(responses=CareChangeOutput(many=True))
    def get(self, request: Request, medication_id: UUID) -> Response:
        """Read what was changed about a medication, the newest first."""
        return _changes(request, self, Medication, medication_id)


class GoalHistory(APIView):
    permission_classes = (SignedIn,)
    pagination_class = ChangePage

    @extend_schema(responses=CareChangeOutput(many=True))
    def get(self, request: Request, goal_id: UUID) -> Response:
        """Read what was changed about a goal and its steps, the newest first."""
        return _changes(request, self, Goal, goal_id)


class TaskHistory(APIView):
    permission_classes = (SignedIn,)
    pagination_class = ChangePage

    @extend_schema(responses=CareChangeOutput(many=True))
    def get(self, request: Request, task_id: UUID) -> Response:
        """Read what was changed about a task, the newest first."""
        return _changes(request, self, Task, task_id)


class ReferralHistory(APIView):
    permission_classes = (SignedIn,)
    pagination_class = ChangePage

    @extend_schema(responses=CareChangeOutput(many=True))
    def get(self, request: Request, referral_id: UUID) -> Response:
        """Read what was changed about a referral, the newest first."""
        return _changes(request, self, Referral, referral_id)
