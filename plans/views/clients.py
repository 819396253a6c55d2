"""Doors of the plans of a client that one looks after."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from core import clock
from plans import access
from plans.disclosures import Reader
from plans.models import Kind, Party
from plans.serializers import (
    ClinicianSafetyPlanInput,
    DischargePlanInput,
    RelapsePlanInput,
    SignInput,
)
from plans.views.desk import KIND, SHOWN, SHOWN_MANY, Desk, VersionPage, either
from program import access as program_access

WRITTEN_BY_CLINICIAN = either(
    "PlanByClinician", ClinicianSafetyPlanInput, RelapsePlanInput, DischargePlanInput
)


def _of_client(request: Request, client_id: UUID, kind: str) -> Desk:
    person = person_of(request)
    client = program_access.get_client(person, client_id)
    rows = access.of_client(person, client_id, kind)
    actor = actor_of(request, Role.CLINICIAN)
    return Desk(Kind(kind), rows, Reader(client, Party.CLINICIAN, actor, clock.now()))


class ClientPlan(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=[KIND], responses=SHOWN, operation_id="client_plan")
    def get(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Read the newest version of the plan of a client that one looks after."""
        return _of_client(request, client_id, kind).show()

    @extend_schema(
        parameters=[KIND], request=WRITTEN_BY_CLINICIAN, responses={201: SHOWN, 200: SHOWN}
    )
    def put(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Write a new version together with the client. Safe to send again."""
        return _of_client(request, client_id, kind).write(request)


class SignClientPlan(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=[KIND], request=SignInput, responses=SHOWN)
    def post(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Sign the newest version of a client's plan."""
        return _of_client(request, client_id, kind).sign(request)


class ClientPlanHistory(APIView):
    permission_classes = (IsClinician,)
    pagination_class = VersionPage

    @extend_schema(parameters=[KIND], responses=SHOWN_MANY, operation_id="client_plan_history")
    def get(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Read every version of a client's plan."""
        return _of_client(request, client_id, kind).show_all(request, self)
