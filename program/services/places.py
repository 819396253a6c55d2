"""Rooms, and days on which the program is closed."""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from core import clock
from core.audit import Actor
from core.said import say
from program.models import CancelReason, Holiday, Program, Room, Series, Session
from program.services import occurrences
from program.services.bookings import constraint_of
from program.services.marks import mark
from program.services.refusals import Ended, Invalid

FURTHEST = timedelta(days=800)  # chosen: this year's list and the next two


def add_room(*, program: Program, name: str, actor: Actor, at: datetime) -> Room:
    """Open a room; raise Invalid when an open one has that name."""
    room = Room(program=program, name=name)
    try:
        with transaction.atomic():
            room.save(force_insert=True)
    except IntegrityError as refusal:
        if constraint_of(refusal) != "program_room_one_open_of_a_name":
            raise
        raise Invalid("name", say("There is a room of that name.")) from None
    mark(actor, "create", room, at=at)
    return room


def close_room(*, room: Room, actor: Actor, at: datetime) -> None:
    """Take nothing new into a room; raise Ended, and Invalid while coming sessions are in it."""
    if Session.objects.filter(room=room, starts_at__gt=at, cancelled_at=None).exists():
        raise Invalid("room", say("Coming sessions are in this room. Move them first."))
    today = clock.local_day(at, room.program.timezone)
    if not Room.objects.filter(pk=room.pk, closed_on=None).update(closed_on=today):
        raise Ended
    mark(actor, "close", room, at=at)


def add_holiday(*, program: Program, on: date, name: str, actor: Actor, at: datetime) -> Holiday:
    """Close the program for a day: sessions of that day that have not begun are cancelled.

    Raises Invalid.
    """
    today = clock.local_day(at, program.timezone)
    if not today <= on <= today + FURTHEST:
        raise Invalid("on", say("Choose a day from today on, within two years."))
    holiday = Holiday(program=program, on=on, name=name)
    try:
        with transaction.atomic():
            holiday.save(force_insert=True)
    except IntegrityError as refusal:
        if constraint_of(refusal) != "program_holiday_once_a_day":
            raise
        raise Invalid("on", say("This day is a holiday already.")) from None
    mark(actor, "create", holiday, at=at)
    for session in _of_day(program, on, at=at):
        occurrences.cancel(session, reason=CancelReason.HOLIDAY, by=_who(actor), at=at)
    return holiday


def remove_holiday(*, holiday: Holiday, actor: Actor, at: datetime) -> None:
    """Open the program on that day after all; raise Ended for a day that has passed.

    Sessions that were not written yet are written; those that were cancelled stay cancelled,
    because people were told.
    """
    program = holiday.program
    if holiday.on < clock.local_day(at, program.timezone):
        raise Ended
    mark(actor, "remove", holiday, at=at)
    holiday.delete()
    for series in Series.objects.filter(program=program).select_related("program", "room"):
        occurrences.extend(series, at=at, strict=False)


def _of_day(program: Program, on: date, *, at: datetime) -> list[Session]:
    first = clock.at_wall_clock(on, 0, program.timezone)
    last = clock.at_wall_clock(on + timedelta(days=1), 0, program.timezone)
    return list(
        Session.objects.filter(
            program=program,
            starts_at__gte=max(first, at),
            starts_at__lt=last,
            cancelled_at=None,
        )
    )


def _who(actor: Actor) -> UUID:
    if actor.id is None:
        raise ValueError("A person does this.")
    return actor.id
