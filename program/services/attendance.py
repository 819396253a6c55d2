"""Who came, said by a clinician; and “I can't make it”, said by the client."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from core.audit import Actor
from core.errors import NotVisible
from core.identity import lock
from core.said import say
from program.models import AttendanceChange, CannotCome, Participant, Session
from program.services.marks import mark
from program.services.refusals import Begun, Cancelled, Invalid, NotBegun, TooLate

EARLY = timedelta(minutes=15)  # people arrive before a session begins
AMENDABLE = timedelta(days=14)  # chosen; also how long a leader reads a roster


@dataclass(frozen=True)
class Said:
    """One client's attendance."""

    client_id: UUID
    attendance: str


def record_attendance(
    *,
    session: Session,
    visible: QuerySet[Participant],
    said: Sequence[Said],
    actor: Actor,
    at: datetime,
) -> int:
    """Write the attendance of everybody on the list in one pass; return how many changed.

    The list is whole: it names each of `visible`, whom the writer may see, exactly once. The same
    list again changes nothing. From 15 minutes before the session begins until 14 days after.
    Raises Cancelled, NotBegun, TooLate, Invalid.
    """
    _refuse_time(session, at=at)
    lock(f"attendance:{session.pk}")
    rows = {row.client_id: row for row in visible}
    _refuse_list(rows, said)
    changed = [one for one in said if rows[one.client_id].attendance != one.attendance]
    if not changed:
        return 0
    if actor.id is None:
        raise ValueError("A person says who came.")
    for one in changed:
        Participant.objects.filter(pk=rows[one.client_id].pk).update(
            attendance=one.attendance, attendance_at=at, attendance_by=actor.id
        )
    AttendanceChange.objects.bulk_create(
        AttendanceChange(
            session=session,
            client_id=one.client_id,
            attendance=one.attendance,
            said_at=at,
            said_by_id=actor.id,
        )
        for one in changed
    )
    mark(actor, "attendance", session, clients=[one.client_id for one in changed], at=at)
    return len(changed)


def _refuse_time(session: Session, *, at: datetime) -> None:
    if session.cancelled_at is not None:
        raise Cancelled
    if at < session.starts_at - EARLY:
        raise NotBegun
    if at > session.ends_at + AMENDABLE:
        raise TooLate


def _refuse_list(rows: dict[UUID, Participant], said: Sequence[Said]) -> None:
    named = [one.client_id for one in said]
    if len(set(named)) != len(named):
        raise Invalid("entries", say("Each client is on the list once."))
    if set(named) - rows.keys():
        raise Invalid("entries", say("Somebody on this list is not expected at this session."))
    if rows.keys() - set(named):
        raise Invalid("entries", say("Somebody is missing on this list. Please load it again."))


def say_cannot_come(
    *, session: Session, client_id: UUID, reason: str, actor: Actor, at: datetime
) -> CannotCome:
    """Note that the client cannot come, and why; raise NotVisible, Cancelled, Begun.

    The same reason again changes nothing; another one takes the place of the first.
    """
    _refuse_word(session, client_id, at=at)
    lock(f"cannot-come:{session.pk}:{client_id}")
    standing = CannotCome.objects.filter(session=session, client_id=client_id, withdrawn_at=None)
    before = standing.first()
    if before is not None and before.reason == reason:
        return before
    standing.update(withdrawn_at=at)
    row = CannotCome(session=session, client_id=client_id, reason=reason, said_at=at)
    row.save(force_insert=True)
    mark(actor, "cannot_come", session, clients=[client_id], at=at)
    return row


def take_back_cannot_come(*, session: Session, client_id: UUID, actor: Actor, at: datetime) -> None:
    """Note that the client can come after all; raise NotVisible, Cancelled, Begun."""
    _refuse_word(session, client_id, at=at)
    rows = CannotCome.objects.filter(session=session, client_id=client_id, withdrawn_at=None)
    if rows.update(withdrawn_at=at):
        mark(actor, "can_come", session, clients=[client_id], at=at)


def _refuse_word(session: Session, client_id: UUID, *, at: datetime) -> None:
    if not Participant.objects.filter(session=session, client_id=client_id).exists():
        raise NotVisible
    if session.cancelled_at is not None:
        raise Cancelled
    if session.starts_at <= at:
        raise Begun
