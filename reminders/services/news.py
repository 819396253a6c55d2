"""What others' news makes of reminders: a session was moved or cancelled, somebody left."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from core import clock
from program.models import Participant, Session
from reminders.models import Kind, Reminder
from reminders.rules.defaults import WISHES
from reminders.rules.quiet import place
from reminders.selectors import wishes_of
from reminders.services.facts import manners_of
from reminders.services.planning import call_forward, note_done


def session_changed(*, session_id: UUID, kind: Kind, at: datetime) -> int:
    """Tell who is expected that a session was moved or cancelled; return how many are told.

    Reminders of the session at its old time are withdrawn at the next tick. News is of use until
    the session begins; in quiet hours it is shown in the app without a sound.
    """
    session = Session.objects.filter(pk=session_id, starts_at__gt=at).first()
    if session is None or (kind == Kind.CHANGED and session.cancelled_at is not None):
        return 0
    rows = Participant.objects.filter(session=session).exclude(attendance="excused")
    people = list(rows.values_list("client_id", flat=True))
    call_forward(people=people, at=at)
    return _tell(people, session, kind, at=at)


def _tell(people: Sequence[UUID], session: Session, kind: Kind, *, at: datetime) -> int:
    manners, wishes = manners_of(people), wishes_of(people)
    rows = []
    for person, manner in manners.items():
        if not wishes.get(person, {}).get(kind, WISHES[kind]).on:
            continue
        placed = place(kind=kind, wished_at=at, until_at=session.starts_at, now=at, manner=manner)
        rows.append(
            Reminder(
                person_id=person,
                kind=kind,
                occurrence=f"{session.pk}:{session.starts_at:%Y%m%dT%H%M}",
                subject_id=session.pk,
                on=clock.local_day(session.starts_at, manner.zone),
                wished_at=at,
                due_at=placed.due_at,
                until_at=session.starts_at,
                channel="app" if placed.silent else "",
            )
        )
    return len(Reminder.objects.bulk_create(rows, ignore_conflicts=True))


def person_changed(*, person_id: UUID, at: datetime) -> None:
    """Go over a person's reminders at the next tick: they came, left, or changed their level."""
    call_forward(people=[person_id], at=at)


def something_done(*, person_id: UUID, at: datetime) -> None:
    """Mark what a person was reminded of and has now done."""
    note_done(people=[person_id], at=at)
