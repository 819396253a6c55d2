"""Which days may be written down. Pure: today is passed in. Chosen figures."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

MARKS_OPEN_FOR = timedelta(days=7)  # memory of a tablet fades, as of a day
FIRST_START_BEFORE = timedelta(days=366 * 20)  # some people have taken something for years
LAST_AFTER = timedelta(days=366 * 2)


@dataclass(frozen=True)
class Span:
    """A run of days, both ends included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def may_be_marked(*, today: date) -> Span:
    """Return the days beside which a client may still mark what they took."""
    return Span(today - MARKS_OPEN_FOR, today)


def may_begin(*, today: date) -> Span:
    """Return the days on which a medication may begin or stop."""
    return Span(today - FIRST_START_BEFORE, today + LAST_AFTER)


def may_be_planned(*, today: date) -> Span:
    """Return the days that a refill, a task or a goal may be set for."""
    return Span(today, today + LAST_AFTER)


def is_active(*, active_from: date, active_until: date | None, on: date) -> bool:
    """Say whether a medication is in force on that day; it no longer is on the day it stops."""
    return active_from <= on and (active_until is None or on < active_until)


def is_due(*, weekdays: Collection[int], on: date) -> bool:
    """Say whether a schedule names that day's weekday (1 Monday to 7 Sunday)."""
    return on.isoweekday() in weekdays
