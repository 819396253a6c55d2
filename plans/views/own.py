"""Doors of my own plans."""

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from core import clock
from plans import access
from plans.disclosures import Reader
from plans.models import Kind, Party
from plans.serializers import (
    ClientSafetyPlanInput,
    DischargePlanInput,
    RelapsePlanInput,
    SignInput,
)
from plans.views.desk import KIND, SHOWN, SHOWN_MANY, Desk, VersionPage, either

WRITTEN_BY_CLIENT = either(
    "PlanByClient", ClientSafetyPlanInput, RelapsePlanInput, DischargePlanInput
)


def _own(request: Request, kind: str, *, to_write: bool = False) -> Desk:
    at, person = clock.now(), person_of(request)
    if to_write:
        # A plan is made with somebody; one may always read one's own.
        access.refuse_if_alone(person, kind, at=at)
    rows = access.own(person, kind)
    return Desk(Kind(kind), rows, Reader(person, Party.CLIENT, actor_of(request, Role.CLIENT), at))


class OwnPlan(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[KIND], responses=SHOWN, operation_id="own_plan")
    def get(self, request: Request, kind: str) -> Response:
        """Read the newest version of my plan."""
        return _own(request, kind).show()

    @extend_schema(parameters=[KIND], request=WRITTEN_BY_CLIENT, responses={201: SHOWN, 200: SHOWN})
    def put(self, request: Request, kind: str) -> Response:
        """Write a new version of my plan. Safe to send again."""
        return _own(request, kind, to_write=True).write(request)


class SignOwnPlan(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[KIND], request=SignInput, responses=SHOWN)
    def post(self, request: Request, kind: str) -> Response:
        """Sign the newest version of my plan."""
        return _own(request, kind, to_write=True).sign(request)


class OwnPlanHistory(APIView):
    permission_classes = (IsClient,)
    pagination_class = VersionPage

    @extend_schema(parameters=[KIND], responses=SHOWN_MANY, operation_id="own_plan_history")
    def get(self, request: Request, kind: str) -> Response:
        """Read every version of my plan."""
        return _own(request, kind).show_all(request, self)
