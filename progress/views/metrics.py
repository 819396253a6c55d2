"""Doors of metrics over alerts, for administrators, and for supervisors of the programs' teams."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsStaff, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from progress import access
from progress.serializers.metrics import MetricsInput, MetricsOutput, MetricsProgramsOutput
from progress.services.metrics import Over, metrics_csv, metrics_of
from progress.views.outcomes import Whatever

WHICH = [
    OpenApiParameter("weeks", int, default=12, description="At most 26, up to this one"),
]


def _over(request: Request, program_id: UUID, what: str, *, at: datetime) -> Over:
    """Return what is asked for, and keep that somebody reads it."""
    person = person_of(request)
    program = access.metrics_program(person, program_id)
    shape = MetricsInput(data=request.query_params.dict())
    shape.is_valid(raise_exception=True)
    role = Role.ADMINISTRATOR if person.has_role(Role.ADMINISTRATOR) else Role.CLINICIAN
    audit.record(
        actor=actor_of(request, role), action="read", subject="alert_metrics",
        subject_id=program.pk, at=at, detail=what,
    )  # fmt: skip
    return Over(program, shape.validated_data["weeks"], access.metrics_withhold(person))


class MetricsPrograms(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(responses=MetricsProgramsOutput, operation_id="alert_metrics_programs")
    def get(self, request: Request) -> Response:
        """Read of which programs I may see metrics; none for who supervises nobody's care."""
        rows = access.metrics_programs(person_of(request))
        return Response(MetricsProgramsOutput({"results": rows}).data)


class AlertMetrics(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(parameters=WHICH, responses=MetricsOutput, operation_id="alert_metrics")
    def get(self, request: Request, program_id: UUID) -> Response:
        """Read what became of a program's alerts: how many, how soon, what was done, by whom."""
        at = clock.now()
        over = _over(request, program_id, "table", at=at)
        return Response(MetricsOutput(metrics_of(over=over, at=at)).data)


class AlertMetricsTable(APIView):
    permission_classes = (IsStaff,)
    content_negotiation_class = Whatever

    @extend_schema(
        parameters=WHICH,
        responses={(200, "text/csv"): OpenApiTypes.STR},
        operation_id="alert_metrics_csv",
    )
    def get(self, request: Request, program_id: UUID) -> HttpResponse:
        """Download the same as comma-separated values."""
        at = clock.now()
        over = _over(request, program_id, "csv", at=at)
        answer = HttpResponse(metrics_csv(over=over, at=at), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="alerts.csv"'
        answer["X-Content-Type-Options"] = "nosniff"
        return answer
