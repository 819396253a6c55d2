"""Quiet hours: minutes of the person's own day, from and until; equal ends mean that none are kept.

What falls into them is moved to their end, if it is still of use then; if not, to the minute
before they began, if that is still to come; else it is not sent. What must keep its moment
(medication, and news that a session was moved or cancelled) is shown in the app without a sound.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from core import clock
from reminders.rules.defaults import Manner

# These keep their moment: at another one they would mislead, or be too late.
KEEPS_ITS_MOMENT = {"medication", "changed", "cancelled"}


@dataclass(frozen=True)
class Placed:
    """When a reminder is due, or that it is not sent; `silent` keeps it within the app."""

    due_at: datetime
    sent: bool = True
    silent: bool = False


def is_quiet(*, at: datetime, manner: Manner) -> bool:
    """Say whether clocks in the person's zone show a minute within their quiet hours."""
    local = at.astimezone(clock.zone(manner.zone))
    minute = local.hour * 60 + local.minute
    if manner.quiet_from <= manner.quiet_until:
        return manner.quiet_from <= minute < manner.quiet_until
    return minute >= manner.quiet_from or minute < manner.quiet_until


def quiet_ends(*, at: datetime, manner: Manner) -> datetime:
    """Return the first moment after `at` when quiet hours are over; `at` lies within them."""
    day = clock.local_day(at, manner.zone)
    for ahead in (0, 1, 2):
        end = clock.at_wall_clock(day + timedelta(days=ahead), manner.quiet_until, manner.zone)
        if end > at and not is_quiet(at=end, manner=manner):
            return end
    return at + timedelta(days=1)


def quiet_began(*, at: datetime, manner: Manner) -> datetime:
    """Return the last moment before `at` when quiet hours began; `at` lies within them."""
    day = clock.local_day(at, manner.zone)
    for back in (0, 1, 2):
        start = clock.at_wall_clock(day - timedelta(days=back), manner.quiet_from, manner.zone)
        if start <= at:
            return start
    return at


def place(
    *, kind: str, wished_at: datetime, until_at: datetime, now: datetime, manner: Manner
) -> Placed:
    """Return when a reminder wished for a moment goes out, after looking at quiet hours.

    `now` is when this is decided: nothing is due before it. `until_at` is when it loses its use.
    """
    due = max(wished_at, now)
    if not is_quiet(at=due, manner=manner):
        return Placed(due)
    if kind in KEEPS_ITS_MOMENT:
        return Placed(due, silent=True)
    after = quiet_ends(at=due, manner=manner)
    if after < until_at:
        return Placed(after)
    before = quiet_began(at=due, manner=manner) - timedelta(minutes=1)
    if before >= now and not is_quiet(at=before, manner=manner):
        return Placed(before)
    return Placed(due, sent=False)
