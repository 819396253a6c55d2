"""A program's opening hours, and times that are counted in them. Pure.

Days and minutes are those of the program's own clock: on the nights when clocks change, a day is
an hour longer or shorter and still ends when the doors close.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from core import clock

DAY = timedelta(days=1)
# A program closed for longer has nobody; the days after count as open so that all has an end.
LONGEST_CLOSED = 60


@dataclass(frozen=True)
class Hours:
    """Opening hours by weekday (0 is Monday) in minutes of the day, and days that are closed."""

    timezone: str
    by_weekday: Mapping[int, tuple[int, int]]
    closed_on: frozenset[date] = frozenset()

    def of(self, day: date) -> tuple[datetime, datetime] | None:
        """Return when the doors open and close on a day; None when they stay closed."""
        found = self.by_weekday.get(day.weekday())
        if found is None or day in self.closed_on:
            return None
        opens, closes = found
        return self._moment(day, opens), self._moment(day, closes)

    def _moment(self, day: date, minute: int) -> datetime:
        if minute == 24 * 60:
            return clock.at_wall_clock(day + DAY, 0, self.timezone)
        return clock.at_wall_clock(day, minute, self.timezone)


def is_open(hours: Hours, *, at: datetime) -> bool:
    """Say whether somebody is there at that moment."""
    found = hours.of(clock.local_day(at, hours.timezone))
    return found is not None and found[0] <= at < found[1]


def closing(hours: Hours, *, at: datetime) -> datetime | None:
    """Return when the doors close today, if they are open now or will be; else None."""
    found = hours.of(clock.local_day(at, hours.timezone))
    return found[1] if found is not None and at < found[1] else None


def end_of_working_day(hours: Hours, *, at: datetime, days: int) -> datetime:
    """Return when the doors close on the so-and-so-many-th open day after today (1 or more)."""
    day = clock.local_day(at, hours.timezone)
    closes = at
    for _ in range(days):
        day, closes = _next_open(hours, day)
    return closes


def _next_open(hours: Hours, after: date) -> tuple[date, datetime]:
    for ahead in range(1, LONGEST_CLOSED + 1):
        day = after + ahead * DAY
        found = hours.of(day)
        if found is not None:
            return day, found[1]
    day = after + LONGEST_CLOSED * DAY
    return day, clock.at_wall_clock(day, 17 * 60, hours.timezone)


def next_opening(hours: Hours, *, at: datetime) -> datetime:
    """Return the next moment at which somebody is there: `at` itself when the doors are open."""
    day = clock.local_day(at, hours.timezone)
    for ahead in range(LONGEST_CLOSED + 1):
        found = hours.of(day + ahead * DAY)
        if found is not None and at < found[1]:
            return max(at, found[0])
    return clock.at_wall_clock(day + LONGEST_CLOSED * DAY, 9 * 60, hours.timezone)


def last_shift_change(
    hours: Hours, *, at: datetime, shifts: frozenset[datetime] = frozenset()
) -> datetime:
    """Return when the people in charge last changed: doors opened or closed, or a shift began.

    `shifts` are the moments at which shifts of the rota began, up to `at`.
    """
    day = clock.local_day(at, hours.timezone)
    changes = {moment for moment in shifts if moment <= at}
    for back in range(LONGEST_CLOSED):
        found = hours.of(day - back * DAY)
        changes |= {moment for moment in found or () if moment <= at}
        if changes:
            return max(changes)
    return at - LONGEST_CLOSED * DAY
