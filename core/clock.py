"""The only reader of the system clock, and what a day is for a person somewhere."""

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


def now() -> datetime:
    """Return this instant in UTC."""
    return datetime.now(UTC)  # noqa: TID251  (the one place that may)


def zone(name: str) -> ZoneInfo:
    """Return the IANA zone of that name; raise ValueError when there is none."""
    # A name is a key of the zone database and never a path: neither "../x" nor "localtime", which
    # is this machine's own, nor "right/UTC", which counts leap seconds.
    if name not in _zone_names():
        raise ValueError(name)
    return ZoneInfo(name)


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones()) - {"Factory", "localtime"}


def local_day(at: datetime, zone_name: str) -> date:
    """Return the calendar day that `at` falls on in that zone; raise ValueError if unknown."""
    return at.astimezone(zone(zone_name)).date()


def at_wall_clock(day: date, minute_of_day: int, zone_name: str) -> datetime:
    """Return the instant when clocks in that zone show `minute_of_day` (0–1439) on `day`, in UTC.

    On the night when clocks go forward, a time that does not exist becomes the same distance
    after the gap; on the night when they go back, the first of the two is meant.
    """
    wall = datetime(
        day.year,
        day.month,
        day.day,
        minute_of_day // 60,
        minute_of_day % 60,
        tzinfo=zone(zone_name),
    )
    return wall.astimezone(UTC)
