"""When a person's digest is due. Pure."""

from collections.abc import Collection
from datetime import datetime, timedelta

from core import clock

WEEK = 7


def next_digest(
    *, after: datetime, minute: int, weekdays: Collection[int], timezone: str
) -> datetime:
    """Return the first moment after `after` at which a person's clock shows their minute.

    `minute` is of their own day (0–1439), `weekdays` theirs too (0 is Monday; at least one).
    """
    today = clock.local_day(after, timezone)
    for ahead in range(WEEK + 1):
        day = today + timedelta(days=ahead)
        moment = clock.at_wall_clock(day, minute, timezone)
        if day.weekday() in weekdays and moment > after:
            return moment
    raise ValueError("A digest needs a weekday.")
