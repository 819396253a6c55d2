"""Doors for administrators: sums over at least eleven people, on the screen and as a table."""

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role
from core import audit, clock
from progress import access, services
from progress.serializers.outcomes import OutcomeProgramsOutput, OutcomesOutput


class Whatever(BaseContentNegotiation):
    """A download is what it is, whatever a browser says that it likes best."""

    def select_renderer(self, request, renderers, format_suffix=None):  # type: ignore[no-untyped-def]
        return renderers[0], renderers[0].media_type


def note_reading(request: Request, program_id: UUID, what: str) -> None:
    """Keep that an administrator read a program's sums."""
    audit.record(
        actor=actor_of(request, Role.ADMINISTRATOR), action="read",
        subject="progress_outcomecell", subject_id=program_id, at=clock.now(), detail=what,
    )  # fmt: skip


class OutcomePrograms(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=OutcomeProgramsOutput, operation_id="outcome_programs")
    def get(self, request: Request) -> Response:
        """Read which programs there are sums of."""
        return Response(OutcomeProgramsOutput({"results": access.programs()}).data)


class Outcomes(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=OutcomesOutput, operation_id="outcomes")
    def get(self, request: Request, program_id: UUID) -> Response:
        """Read what had changed by week in a program. Cells under eleven people are null."""
        program = access.get_program(program_id)
        note_reading(request, program_id, "table")
        return Response(OutcomesOutput(services.table_of(program=program)).data)


class OutcomesTable(APIView):
    permission_classes = (IsAdministrator,)
    content_negotiation_class = Whatever

    @extend_schema(responses={(200, "text/csv"): OpenApiTypes.STR}, operation_id="outcomes_csv")
    def get(self, request: Request, program_id: UUID) -> HttpResponse:
        """Download the same as comma-separated values."""
        program = access.get_program(program_id)
        note_reading(request, program_id, "csv")
        answer = HttpResponse(
            services.csv_of(program=program), content_type="text/csv; charset=utf-8"
        )
        answer["Content-Disposition"] = 'attachment; filename="outcomes.csv"'
        answer["X-Content-Type-Options"] = "nosniff"
        return answer
