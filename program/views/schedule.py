"""Doors of a clinician's schedule: days, rosters, attendance."""

from datetime import date
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role, User
from core import audit, clock
from program import access, selectors, services
from program.models import Session
from program.serializers.common import MonthInput
from program.serializers.sessions import AttendanceInput, RosterOutput, ScheduleOutput

DAYS = [
    OpenApiParameter("from", date, required=True, description="First day"),
    OpenApiParameter("to", date, required=True, description="Last day, at most 31 later"),
]


class Schedule(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=DAYS, responses=ScheduleOutput)
    def get(self, request: Request) -> Response:
        """Read the sessions that I lead, and those to which my clients come."""
        period = MonthInput(data=request.query_params.dict())
        period.is_valid(raise_exception=True)
        days, person = period.validated_data, person_of(request)

        rows = selectors.sessions_on(
            selectors.with_roster_counts(selectors.with_leaders(access.schedule_of(person))),
            first=days["from"],
            last=days["to"],
            zone=person.timezone,
        )

        found = list(rows)
        context = _context(found, person)
        return Response(ScheduleOutput({"results": found, "next": None}, context=context).data)


class Roster(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=RosterOutput, operation_id="roster")
    def get(self, request: Request, session_id: UUID) -> Response:
        """Read who is expected at a session."""
        person, at = person_of(request), clock.now()
        session = access.get_scheduled(person, session_id)
        visible = access.participants_of(person, session, at=at)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="program_participant",
            subject_id=session.pk, clients=visible.values_list("client_id", flat=True), at=at,
        )  # fmt: skip

        return Response(_roster(session, person))

    @extend_schema(request=AttendanceInput, responses=RosterOutput)
    def put(self, request: Request, session_id: UUID) -> Response:
        """Say of everybody on the list whether they came. The same again changes nothing."""
        person, at = person_of(request), clock.now()
        session = access.get_scheduled(person, session_id)
        shape = AttendanceInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.record_attendance(
            session=session,
            visible=access.participants_of(person, session, at=at),
            said=[
                services.Said(one["client"], one["attendance"])
                for one in shape.validated_data["entries"]
            ],
            actor=actor_of(request, Role.CLINICIAN),
            at=at,
        )

        return Response(_roster(session, person))


def _roster(session: Session, person: User) -> object:
    at = clock.now()
    visible = access.participants_of(person, session, at=at)
    rows = selectors.with_roster_counts(
        selectors.with_leaders(Session.objects.filter(pk=session.pk))
    )
    found = rows.get()
    about = {
        "session": found,
        "entries": selectors.roster(session).filter(pk__in=visible.values("pk")),
        "open_from": session.starts_at - services.EARLY,
        "open_until": session.ends_at + services.AMENDABLE,
    }
    return RosterOutput(about, context=_context([found], person)).data


def _context(rows: list[Session], person: User) -> dict[str, object]:
    titles = selectors.skill_titles(rows, language=person.language)
    return {"skill_titles": titles, "person": person}
