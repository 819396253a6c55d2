"""Doors of the timetable's single sessions, for administrators."""

from datetime import date
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role, User
from core import audit, clock
from program import access, selectors, services
from program.models import Program, Room, Session
from program.serializers.timetable import (
    CancelInput,
    InviteInput,
    MoveInput,
    ProgramPeriodInput,
    SessionInput,
    TimetableOutput,
    TimetableSessionOutput,
)
from program.views.series import occurrence_of

SESSIONS = Session.objects.select_related("program", "room")


class Timetable(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        parameters=[
            OpenApiParameter("program", UUID, required=True),
            OpenApiParameter("from", date, required=True),
            OpenApiParameter("to", date, required=True, description="At most 31 days later"),
        ],
        responses=TimetableOutput,
        operation_id="timetable_list",
    )
    def get(self, request: Request) -> Response:
        """Read a program's sessions, with who is expected."""
        query = ProgramPeriodInput(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        asked = query.validated_data
        program = access.administered(Program.objects.all(), asked["program"])

        found = list(selectors.timetable_between(program, first=asked["from"], last=asked["to"]))

        _record(request, found)
        return Response(TimetableOutput({"results": found, "next": None}).data)

    @extend_schema(request=SessionInput, responses={201: TimetableSessionOutput})
    def post(self, request: Request) -> Response:
        """Put one session into the timetable."""
        shape = SessionInput(data=request.data)
        shape.is_valid(raise_exception=True)
        values = shape.validated_data

        session = services.create_session(
            program=access.administered(Program.objects.all(), values["program"]),
            time=services.Time(values["starts_at"], values["minutes"]),
            what=occurrence_of(values),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_one(session.pk), status=201)


class MoveSession(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=MoveInput, responses=TimetableSessionOutput)
    def post(self, request: Request, session_id: UUID) -> Response:
        """Move one session to another time or place."""
        session = access.administered(SESSIONS, session_id)
        shape = MoveInput(data=request.data)
        shape.is_valid(raise_exception=True)
        values = shape.validated_data
        room = values["room"] and access.administered(Room.objects.all(), values["room"])

        services.move_session(
            session=session,
            time=services.Time(values["starts_at"], values["minutes"]),
            room=room,
            telehealth_url=values["telehealth_url"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_one(session_id))


class CancelSession(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=CancelInput, responses=TimetableSessionOutput)
    def post(self, request: Request, session_id: UUID) -> Response:
        """Cancel one session that has not begun."""
        session = access.administered(SESSIONS, session_id)
        shape = CancelInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.cancel_session(
            session=session,
            reason=shape.validated_data["reason"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_one(session_id))


class Participants(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=InviteInput, responses={201: TimetableSessionOutput})
    def post(self, request: Request, session_id: UUID) -> Response:
        """Expect a client at one session."""
        session = access.administered(SESSIONS, session_id)
        shape = InviteInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.invite(
            session=session,
            client=access.administered(User.objects.all(), shape.validated_data["client"]),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_one(session_id), status=201)


class OneParticipant(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, session_id: UUID, client_id: UUID) -> Response:
        """Expect a client who was invited by name no more."""
        session = access.administered(SESSIONS, session_id)

        services.take_off(
            session=session,
            client_id=client_id,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(status=204)


def _one(session_id: UUID) -> object:
    found = selectors.with_expected(Session.objects.filter(pk=session_id)).get()
    return TimetableSessionOutput(found).data


def _record(request: Request, rows: list[Session]) -> None:
    clients = {one.client_id for row in rows for one in row.participants.all()}
    audit.record(
        actor=actor_of(request, Role.ADMINISTRATOR), action="read", subject="program_session",
        clients=clients, at=clock.now(),
    )  # fmt: skip
