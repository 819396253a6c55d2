"""Single sessions: put in, move, cancel, invite somebody, take somebody off."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F

from accounts.models import User
from core import clock, outbox
from core.audit import Actor
from core.errors import NotVisible
from core.identity import lock
from core.said import say
from program import events, selectors
from program.models import Participant, Program, Room, Session
from program.services import bookings, occurrences
from program.services.bookings import constraint_of
from program.services.marks import mark
from program.services.refusals import AlreadyIn, Begun, Cancelled, Invalid
from program.services.series import Occurrence, refuse_occurrence

FURTHEST = timedelta(days=366)


@dataclass(frozen=True)
class Time:
    """From when, and for how many minutes (5 to 720)."""

    starts_at: datetime
    minutes: int

    @property
    def ends_at(self) -> datetime:
        """When it is over."""
        return self.starts_at + timedelta(minutes=self.minutes)


def create_session(
    *, program: Program, time: Time, what: Occurrence, actor: Actor, at: datetime
) -> Session:
    """Put one session into the timetable; raise Invalid, Taken."""
    _refuse_time(time, at=at)
    refuse_occurrence(what, program)
    session = Session(
        program=program,
        kind=what.kind,
        title=what.title,
        topic=what.topic,
        skill_slug=what.skill_slug,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        room=what.room,
        telehealth_url=what.telehealth_url,
        capacity=what.capacity,
    )
    leaders = [clinician.pk for clinician in what.clinicians]
    with bookings.naming_the_clash(session, leaders):
        bookings.write(session, leaders)
    mark(actor, "create", session, at=at)
    return session


def move_session(
    *,
    session: Session,
    time: Time,
    room: Room | None,
    telehealth_url: str,
    actor: Actor,
    at: datetime,
) -> Session:
    """Move one session to another time or place; raise Begun, Cancelled, Invalid, Taken.

    The same time and place again changes nothing.
    """
    _refuse_over(session, at=at)
    _refuse_time(time, at=at)
    leaders = list(session.leaders.values_list("clinician_id", flat=True))
    what = Occurrence(session.kind, session.title, [], room=room, telehealth_url=telehealth_url)
    refuse_occurrence(what, session.program)
    wanted = (time.starts_at, time.ends_at, room, telehealth_url)
    if wanted == (session.starts_at, session.ends_at, session.room, session.telehealth_url):
        return session
    session.starts_at, session.ends_at, session.room, session.telehealth_url = wanted
    with bookings.naming_the_clash(session, leaders):
        Session.objects.filter(pk=session.pk).update(
            starts_at=time.starts_at,
            ends_at=time.ends_at,
            room=room,
            place="",
            telehealth_url=telehealth_url,
            moved_at=at,
            moved_by=actor.id,
            revision=F("revision") + 1,
        )
    mark(actor, "move", session, clients=_expected(session), at=at)
    outbox.publish(events.SESSION_MOVED, at=at, session_id=session.pk)
    return session


def cancel_session(*, session: Session, reason: str, actor: Actor, at: datetime) -> None:
    """Cancel one session that has not begun; raise Begun, Cancelled."""
    _refuse_over(session, at=at)
    if actor.id is None:
        raise ValueError("A person cancels.")
    occurrences.cancel(session, reason=reason, by=actor.id, at=at)
    mark(actor, "cancel", session, clients=_expected(session), at=at)


def invite(*, session: Session, client: User, actor: Actor, at: datetime) -> Participant:
    """Expect one client at one session; raise Begun, Cancelled, Invalid, AlreadyIn, Full."""
    _refuse_over(session, at=at)
    day = clock.local_day(session.starts_at, session.program.timezone)
    if not selectors.is_enrolled(client.pk, session.program_id, day):
        raise Invalid("client", say("This client is not enrolled in this program on that day."))
    lock(f"session:{session.pk}")
    row = Participant(session=session, client=client, individually=True)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            occurrences.refuse_overfull([session])
    except IntegrityError as refusal:
        if constraint_of(refusal) != "program_participant_once_per_session":
            raise
        raise AlreadyIn from None
    mark(actor, "invite", row, clients=[client.pk], at=at)
    return row


def take_off(*, session: Session, client_id: UUID, actor: Actor, at: datetime) -> None:
    """Expect a client no more at one session; raise NotVisible, Begun, Cancelled, Invalid.

    Who follows a track or a series leaves that instead: otherwise they would be back at once.
    """
    _refuse_over(session, at=at)
    row = Participant.objects.filter(session=session, client_id=client_id).first()
    if row is None:
        raise NotVisible
    if not row.individually:
        raise Invalid(
            "client", say("This client follows the track or the series. End that instead.")
        )
    row.delete()
    mark(actor, "take_off", session, clients=[client_id], at=at)


def _expected(session: Session) -> list[UUID]:
    return list(session.participants.values_list("client_id", flat=True))


def _refuse_over(session: Session, *, at: datetime) -> None:
    if session.cancelled_at is not None:
        raise Cancelled
    if session.starts_at <= at:
        raise Begun


def _refuse_time(time: Time, *, at: datetime) -> None:
    if not at < time.starts_at <= at + FURTHEST:
        raise Invalid("starts_at", say("Choose a time to come, within a year."))
