"""Doors of use before the program: told by the client, or by a clinician at intake."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from checkins import services
from checkins.lists import record_read
from checkins.models import UseHistory
from checkins.serializers.history import UseHistoriesOutput, UseHistoryInput, UseHistoryOutput
from core import clock
from program import access as program_access


def _newest(client_id: UUID) -> Response:
    rows = UseHistory.objects.select_related("told_by").filter(client=client_id)
    told = rows.order_by("-told_at", "-created_at").first()
    return Response(UseHistoriesOutput({"told": told}).data)


def _tell(request: Request, client_id: UUID, role: Role) -> Response:
    shape = UseHistoryInput(data=request.data)
    shape.is_valid(raise_exception=True)
    told: dict[str, Any] = shape.validated_data
    row = services.tell_history(
        client_id=client_id,
        told=services.Told(**told),
        actor=actor_of(request, role),
        at=clock.now(),
    )
    return Response(UseHistoryOutput(row).data, status=201)


class OwnUseHistory(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=UseHistoriesOutput, operation_id="own_use_history")
    def get(self, request: Request) -> Response:
        """Read what one told of one's use before the program."""
        return _newest(person_of(request).pk)

    @extend_schema(
        request=UseHistoryInput, responses={201: UseHistoryOutput}, operation_id="tell_use_history"
    )
    def post(self, request: Request) -> Response:
        """Tell of one's use before the program, or tell it anew."""
        return _tell(request, person_of(request).pk, Role.CLIENT)


class ClientUseHistory(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=UseHistoriesOutput, operation_id="client_use_history")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what was told of a client's use before the program."""
        client = program_access.get_client(person_of(request), client_id)
        record_read(request, "checkins_usehistory", client.pk)
        return _newest(client.pk)

    @extend_schema(
        request=UseHistoryInput,
        responses={201: UseHistoryOutput},
        operation_id="tell_client_use_history",
    )
    def post(self, request: Request, client_id: UUID) -> Response:
        """Write down what a client told at intake."""
        client = program_access.get_client(person_of(request), client_id)
        return _tell(request, client.pk, Role.CLINICIAN)
