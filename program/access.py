"""Who may see whom: a client's enrolment, and the clients a clinician looks after today.

A clinician also sees the sessions that they lead, and for fourteen days after each who was expected
there. Administrators keep enrolments, teams and the timetable; attendance is not theirs to read.
"""

from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import DateField, Exists, F, Func, Model, OuterRef, Q, QuerySet

from accounts.models import User
from core import clock
from core.errors import NotVisible, Refused
from core.said import say
from core.statements import Given, Selection, ask
from program.models import CareTeamMember, Enrolment, Participant, Session, SessionClinician

Row = TypeVar("Row", bound=Model)
ROSTER_OPEN = timedelta(days=14)


class NotEnrolled(Refused):
    """The person has no enrolment on this day."""

    status = 403
    code = "not_enrolled"
    sentence = say("You are not enrolled in a program right now. Please call the program.")


_ENROLMENTS = Selection(
    lambda: (
        Enrolment.objects.select_related("program")
        .filter(client_id=Given(1))
        .order_by("-active_from")
    )
)


def own_enrolment(person: User, *, at: datetime) -> Enrolment:
    """Return the person's enrolment on the program's own day; raise NotEnrolled."""
    rows: list[Enrolment]
    (rows,) = ask(_ENROLMENTS.of(person.pk))
    for row in rows:
        if row.is_in_force(clock.local_day(at, row.program.timezone)):
            return row
    raise NotEnrolled


def memberships_in_force(person: User) -> QuerySet[CareTeamMember]:
    """Return the clinician's places on care teams on the programs' own today.

    The day is the database's, so that this filter and row security never disagree.
    """
    today = Func(
        F("program__timezone"),
        template="(now() AT TIME ZONE %(expressions)s)::date",
        output_field=DateField(),
    )
    return CareTeamMember.objects.annotate(today=today).filter(
        Q(active_until=None) | Q(active_until__gt=F("today")),
        clinician=person,
        active_from__lte=F("today"),
    )


def clients_visible_to(person: User) -> QuerySet[User]:
    """Return the clients whom this clinician looks after today."""
    return User.objects.filter(pk__in=memberships_in_force(person).values("client_id"))


def get_client(person: User, client_id: UUID) -> User:
    """Return one client whom this clinician looks after today; raise NotVisible."""
    found = clients_visible_to(person).filter(pk=client_id).first()
    if found is None:
        raise NotVisible
    return found


def sessions_of(person: User) -> QuerySet[Session]:
    """Return the sessions at which this client is expected."""
    return Session.objects.filter(participants__client=person)


def get_own_session(person: User, session_id: UUID) -> Session:
    """Return one session at which this client is expected; raise NotVisible."""
    return _one(sessions_of(person).select_related("program"), session_id)


def schedule_of(person: User) -> QuerySet[Session]:
    """Return the sessions that a clinician leads, or at which a client of theirs is expected."""
    led = SessionClinician.objects.filter(session=OuterRef("pk"), clinician=person)
    theirs = Participant.objects.filter(
        session=OuterRef("pk"), client__in=clients_visible_to(person)
    )
    return Session.objects.select_related("program").filter(Exists(led) | Exists(theirs))


def get_scheduled(person: User, session_id: UUID) -> Session:
    """Return one session of a clinician's schedule; raise NotVisible."""
    return _one(schedule_of(person), session_id)


def participants_of(person: User, session: Session, *, at: datetime) -> QuerySet[Participant]:
    """Return those expected at a session whom this clinician may see.

    All of them for who leads it, until 14 days after it began; their own clients for others.
    """
    rows = Participant.objects.filter(session=session)
    leads = SessionClinician.objects.filter(session=session, clinician=person).exists()
    if leads and session.starts_at > at - ROSTER_OPEN:
        return rows
    return rows.filter(client__in=clients_visible_to(person))


def current_enrolment(person: User, client_id: UUID) -> Enrolment:
    """Return the newest enrolment of a client whom this clinician looks after today.

    Raises NotVisible.
    """
    client = get_client(person, client_id)
    found = (
        Enrolment.objects.select_related("program")
        .filter(client=client)
        .order_by("-active_from")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def administered(rows: QuerySet[Row], key: UUID) -> Row:
    """Return one row of what administrators keep; raise NotVisible."""
    return _one(rows, key)


def _one(rows: QuerySet[Row], key: UUID) -> Row:
    found = rows.filter(pk=key).first()
    if found is None:
        raise NotVisible
    return found
