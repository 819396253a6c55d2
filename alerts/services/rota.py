"""Keep the rota: who is on call, in which place, from when until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction

from accounts.models import Role, User
from alerts.models import RotaShift
from alerts.services.refusals import Invalid, Over, Taken
from core import audit, clock
from core.audit import Actor
from core.said import say
from program.models import Program

LONGEST = timedelta(days=7)
FURTHEST = timedelta(days=366)
MOST_WEEKS = 26
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Turn:
    """One person in one place of a program's rota, from a moment until a moment."""

    program: Program
    person: User
    place: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Weekly:
    """The same turn every week: on these weekdays (0 is Monday) from a minute of the day on.

    `minutes` long by the clock on the wall: from six in the evening until eight is the same on the
    nights when clocks change.
    """

    program: Program
    person: User
    place: str
    weekdays: tuple[int, ...]
    begins: int
    ends: int
    first_on: date
    weeks: int


def put_on_call(*, turn: Turn, actor: Actor, at: datetime) -> RotaShift:
    """Put somebody on call; raise Invalid, Taken."""
    _refuse_person(turn.person)
    if turn.starts_at < at or turn.ends_at > at + FURTHEST:
        raise Invalid("starts_at", say("Choose a time from now on, within a year."))
    if not timedelta() < turn.ends_at - turn.starts_at <= LONGEST:
        raise Invalid("ends_at", say("A turn ends after it begins, within seven days."))
    row = RotaShift(**vars(turn))
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise Taken from None
    _mark(actor, "put_on_call", row, at=at)
    return row


def put_on_call_weekly(*, weekly: Weekly, actor: Actor, at: datetime) -> list[RotaShift]:
    """Put somebody on call every week; all turns or none. Raise Invalid, Taken."""
    turns = [turn for turn in _turns(weekly) if turn.starts_at >= at]
    if not turns:
        raise Invalid("first_on", say("No turn of this pattern is to come."))
    with transaction.atomic():
        return [put_on_call(turn=turn, actor=actor, at=at) for turn in turns]


def _turns(weekly: Weekly) -> Iterator[Turn]:
    zone = weekly.program.timezone
    for ahead in range(7 * weekly.weeks):
        day = weekly.first_on + ahead * DAY
        if day.weekday() in weekly.weekdays:
            last = day + DAY if weekly.ends <= weekly.begins else day
            yield Turn(
                program=weekly.program,
                person=weekly.person,
                place=weekly.place,
                starts_at=clock.at_wall_clock(day, weekly.begins, zone),
                ends_at=clock.at_wall_clock(last, weekly.ends, zone),
            )


def swap(*, shift: RotaShift, person: User, actor: Actor, at: datetime) -> RotaShift:
    """Give a turn to somebody else. Of one that has begun, what is left; the past stays.

    Raises Over, Invalid.
    """
    _refuse_person(person)
    if shift.ends_at <= at:
        raise Over
    if shift.starts_at >= at:
        RotaShift.objects.filter(pk=shift.pk).update(person=person)
        shift.person = person
        _mark(actor, "swap", shift, at=at)
        return shift
    RotaShift.objects.filter(pk=shift.pk).update(ends_at=at)
    rest = RotaShift(
        program=shift.program, person=person, place=shift.place, starts_at=at, ends_at=shift.ends_at
    )
    rest.save(force_insert=True)
    _mark(actor, "swap", rest, at=at)
    return rest


def take_off_call(*, shift: RotaShift, actor: Actor, at: datetime) -> None:
    """Delete a turn that is still to come; raise Over."""
    if shift.starts_at <= at:
        raise Over
    _mark(actor, "take_off_call", shift, at=at)
    shift.delete()


def _refuse_person(person: User) -> None:
    if not person.has_role(Role.CLINICIAN) or not person.is_active:
        raise Invalid("person", say("Choose a clinician whose account is open."))


def _mark(actor: Actor, action: str, shift: RotaShift, *, at: datetime) -> None:
    audit.record(actor=actor, action=action, subject="alerts_rotashift", subject_id=shift.pk, at=at)
