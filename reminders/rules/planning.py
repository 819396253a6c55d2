"""Which reminders a person has coming, from what is known of them. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from core import clock
from reminders.rules.defaults import DAY, WISHES, Manner, Wish
from reminders.rules.quiet import Placed, place
from reminders.rules.taper import still_reminded

# A medication reminder that is later than this could lead to taking it twice.
MEDICATION_LASTS = timedelta(hours=2)


@dataclass(frozen=True)
class SessionFact:
    """A session at which the person is expected."""

    id: UUID
    starts_at: datetime


@dataclass(frozen=True)
class DueFact:
    """Something to be done on a day: an exercise, a questionnaire."""

    id: UUID
    due_on: date


@dataclass(frozen=True)
class MedicationFact:
    """Times are minutes of the day, weekdays 1 (Monday) to 7; it holds until (not including)."""

    id: UUID
    times: tuple[int, ...]
    weekdays: frozenset[int]
    first_on: date
    until_on: date | None
    refill_on: date | None


@dataclass(frozen=True)
class Stay:
    """An enrolment, from a day until (not including) a day."""

    first_on: date
    until_on: date | None


@dataclass(frozen=True)
class Facts:
    """All that is known of one person."""

    person_id: UUID
    manner: Manner
    stays: tuple[Stay, ...] = ()
    wishes: Mapping[str, Wish] = field(default_factory=dict)
    sessions: tuple[SessionFact, ...] = ()
    exercises: tuple[DueFact, ...] = ()
    questionnaires: tuple[DueFact, ...] = ()
    medications: tuple[MedicationFact, ...] = ()

    def wish(self, kind: str) -> Wish:
        """Return what holds for a kind."""
        return self.wishes.get(kind, WISHES[kind])


@dataclass(frozen=True)
class Coming:
    """One reminder to come."""

    kind: str
    occurrence: str
    subject_id: UUID | None
    on: date
    wished_at: datetime
    until_at: datetime
    placed: Placed


def expected_on(facts: Facts, *, kind: str, on: date) -> bool:
    """Say whether the person is reminded of this kind on a day: enrolled then, or tapering."""
    for stay in facts.stays:
        if stay.first_on <= on and (stay.until_on is None or on < stay.until_on):
            return True
    left = [stay.until_on for stay in facts.stays if stay.until_on and stay.until_on <= on]
    return bool(left) and still_reminded(kind=kind, on=on, left_on=max(left))


def coming(facts: Facts, *, now: datetime, until: datetime) -> list[Coming]:
    """Return the reminders that are wished for from `now` until (not including) `until`.

    A session that was entered late has passed some of its moments: the last of those is due now.
    """
    days = _days(facts.manner.zone, now, until)
    raw = [
        *_of_sessions(facts, now=now, until=until),
        *_of_days(facts, days),
        *_of_due("exercise", facts, facts.exercises),
        *_of_due("questionnaire", facts, facts.questionnaires),
        *_of_medications(facts, days),
        *_of_refills(facts),
    ]
    return [
        Coming(*one, placed=_placed(one, facts, now=now))
        for one in raw
        if _is_coming(one, now=now, until=until)
        and facts.wish(one.kind).on
        and expected_on(facts, kind=one.kind, on=one.on)
    ]


class Raw(NamedTuple):
    """A reminder before anybody looked at quiet hours, switches and enrolments."""

    kind: str
    occurrence: str
    subject_id: UUID | None
    on: date
    wished_at: datetime
    until_at: datetime


def _is_coming(one: Raw, *, now: datetime, until: datetime) -> bool:
    # A session's moments that have passed were thinned out already.
    begins = one.wished_at >= now or one.kind == "session"
    return begins and one.wished_at < until and one.until_at > now


def _placed(one: Raw, facts: Facts, *, now: datetime) -> Placed:
    return place(
        kind=one.kind, wished_at=one.wished_at, until_at=one.until_at, now=now, manner=facts.manner
    )


def _days(zone: str, now: datetime, until: datetime) -> list[date]:
    first, last = clock.local_day(now, zone), clock.local_day(until, zone)
    return [first + timedelta(days=place) for place in range((last - first).days + 1)]


def session_occurrence(session: SessionFact, name: str) -> str:
    """Name one reminder of a session; a session that is moved is another occurrence."""
    return f"{session.id}:{session.starts_at:%Y%m%dT%H%M}:{name}"


def before(starts_at: datetime, lead: int, zone: str) -> datetime:
    """Return `lead` minutes before a moment; whole days keep the time that clocks show."""
    if lead % DAY:
        return starts_at - timedelta(minutes=lead)
    local = starts_at.astimezone(clock.zone(zone))
    day = local.date() - timedelta(days=lead // DAY)
    return clock.at_wall_clock(day, local.hour * 60 + local.minute, zone) + timedelta(
        seconds=local.second, microseconds=local.microsecond
    )


def _of_sessions(facts: Facts, *, now: datetime, until: datetime) -> Iterator[Raw]:
    wish, zone = facts.wish("session"), facts.manner.zone
    for session in facts.sessions:
        on = clock.local_day(session.starts_at, zone)
        eve = on - timedelta(days=1)
        moments = [(f"{lead}m", before(session.starts_at, lead, zone)) for lead in wish.leads]
        moments += [
            (f"eve{minute}", clock.at_wall_clock(eve, minute, zone)) for minute in wish.times
        ]
        passed = [moment for moment in moments if moment[1] < now]
        for name, wished_at in [
            *(moment for moment in moments if moment[1] >= now),
            *([max(passed, key=lambda moment: moment[1])] if passed else []),
        ]:
            name = session_occurrence(session, name)
            yield Raw("session", name, session.id, on, wished_at, session.starts_at)


def _of_days(facts: Facts, days: Iterable[date]) -> Iterator[Raw]:
    zone = facts.manner.zone
    for kind in ("check_in", "evening_goal"):
        for on in days:
            for minute in facts.wish(kind).times:
                wished_at = clock.at_wall_clock(on, minute, zone)
                yield Raw(kind, f"{on}:{minute}", None, on, wished_at, _day_ends(on, zone))


def _of_due(kind: str, facts: Facts, rows: Iterable[DueFact]) -> Iterator[Raw]:
    zone = facts.manner.zone
    for row in rows:
        for minute in facts.wish(kind).times:
            wished_at = clock.at_wall_clock(row.due_on, minute, zone)
            name = f"{row.id}:{row.due_on}:{minute}"
            yield Raw(kind, name, row.id, row.due_on, wished_at, _day_ends(row.due_on, zone))


def _of_medications(facts: Facts, days: Iterable[date]) -> Iterator[Raw]:
    zone = facts.manner.zone
    for row in facts.medications:
        for on in days:
            held = row.first_on <= on and (row.until_on is None or on < row.until_on)
            if not held or on.isoweekday() not in row.weekdays:
                continue
            for minute in row.times:
                wished_at = clock.at_wall_clock(on, minute, zone)
                ends = wished_at + MEDICATION_LASTS
                name = f"{row.id}:{on}:{minute}"
                yield Raw("medication", name, row.id, on, wished_at, ends)


def _of_refills(facts: Facts) -> Iterator[Raw]:
    wish, zone = facts.wish("refill"), facts.manner.zone
    for row in facts.medications:
        if row.refill_on is None:
            continue
        for lead in wish.leads:
            on = row.refill_on - timedelta(days=-(-lead // DAY))
            for minute in wish.times:
                wished_at = clock.at_wall_clock(on, minute, zone)
                name = f"{row.id}:{row.refill_on}:{lead}:{minute}"
                yield Raw("refill", name, row.id, on, wished_at, _day_ends(row.refill_on, zone))


def _day_ends(on: date, zone: str) -> datetime:
    return clock.at_wall_clock(on + timedelta(days=1), 0, zone)
