"""Doors of rooms and holidays, for administrators. Lists are a program's whole: dozens at most."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role
from core import clock
from program import access, services
from program.models import Holiday, Program, Room
from program.serializers.timetable import (
    HolidayInput,
    HolidayListOutput,
    HolidayOutput,
    ProgramQuery,
    RoomInput,
    RoomListOutput,
    RoomOutput,
)

MOST = 500
OF_PROGRAM = [OpenApiParameter("program", UUID, required=True)]


class Rooms(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(parameters=OF_PROGRAM, responses=RoomListOutput)
    def get(self, request: Request) -> Response:
        """Read the rooms of a program, also closed ones."""
        rows = Room.objects.filter(program=asked_program(request)).order_by("name", "pk")[:MOST]

        return Response(RoomListOutput({"results": rows, "next": None}).data)

    @extend_schema(request=RoomInput, responses={201: RoomOutput})
    def post(self, request: Request) -> Response:
        """Open a room."""
        values = _values(RoomInput, request)

        room = services.add_room(
            **values, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(RoomOutput(room).data, status=201)


class CloseRoom(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, room_id: UUID) -> Response:
        """Take nothing new into a room."""
        room = access.administered(Room.objects.select_related("program"), room_id)

        services.close_room(room=room, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now())

        return Response(status=204)


class Holidays(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(parameters=OF_PROGRAM, responses=HolidayListOutput)
    def get(self, request: Request) -> Response:
        """Read the days on which a program is closed, the latest first."""
        rows = Holiday.objects.filter(program=asked_program(request)).order_by("-on")[:MOST]

        return Response(HolidayListOutput({"results": rows, "next": None}).data)

    @extend_schema(request=HolidayInput, responses={201: HolidayOutput})
    def post(self, request: Request) -> Response:
        """Close a program for a day; its sessions are cancelled."""
        values = _values(HolidayInput, request)

        holiday = services.add_holiday(
            **values, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(HolidayOutput(holiday).data, status=201)


class OneHoliday(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, holiday_id: UUID) -> Response:
        """Open the program on that day after all. Sessions that were cancelled stay so."""
        holiday = access.administered(Holiday.objects.select_related("program"), holiday_id)

        services.remove_holiday(
            holiday=holiday, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(status=204)


def asked_program(request: Request) -> Program:
    """Return the program that the query names; raise NotVisible."""
    query = ProgramQuery(data=request.query_params.dict())
    query.is_valid(raise_exception=True)
    return access.administered(Program.objects.all(), query.validated_data["program"])


def _values(kind: Any, request: Request) -> dict[str, Any]:
    shape = kind(data=request.data)
    shape.is_valid(raise_exception=True)
    values = dict(shape.validated_data)
    values["program"] = access.administered(Program.objects.all(), values["program"])
    return values
