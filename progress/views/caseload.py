"""Door of a clinician's caseload."""

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from program.models import LevelOfCare, TeamRole
from progress.selectors import caseload
from progress.serializers.caseload import CaseloadInput, CaseloadRowOutput, laid_out

WHICH = [
    OpenApiParameter("sort", str, enum=list(caseload.SORTS), default="need"),
    OpenApiParameter("role", str, enum=TeamRole.values, description="Mine, on their team"),
    OpenApiParameter("level", str, enum=LevelOfCare.values),
    OpenApiParameter("name", str, description="Part of a name"),
    OpenApiParameter("page", int, default=1),
    OpenApiParameter("page_size", int, default=50, description="At most 200"),
]


class ByNumber(Page):
    """The shape of other pages; those of a caseload are numbered, since its order moves."""

    def get_schema_operation_parameters(self, view: object) -> list[dict[str, object]]:
        return []


class Caseload(APIView):
    permission_classes = (IsClinician,)
    pagination_class = ByNumber

    @extend_schema(
        parameters=WHICH, responses=CaseloadRowOutput(many=True), operation_id="caseload"
    )
    def get(self, request: Request) -> Response:
        """Read the clients whom I look after, whoever needs somebody most first."""
        person, at = person_of(request), clock.now()
        shape = CaseloadInput(data=request.query_params.dict())
        shape.is_valid(raise_exception=True)
        wanted = shape.wanted()

        found = caseload.page_of(clinician_id=person.pk, wanted=wanted, at=at)
        rows = found[: wanted.size]

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="caseload",
            clients=[row.client_id for row in rows], at=at,
        )  # fmt: skip

        following = request.build_absolute_uri() if len(found) > wanted.size else None
        return Response(
            {
                "results": [laid_out(row) for row in rows],
                "next": following and replace_query_param(following, "page", wanted.page + 1),
            }
        )
