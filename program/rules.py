"""When a session's reminder is due on somebody's own clock. Pure."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True)
class Wishes:
    """Minutes of the person's own day: when to remind, and when to be quiet (from, until)."""

    evening_before: int = 18 * 60
    quiet_from: int = 21 * 60
    quiet_until: int = 8 * 60


def reminder_due(*, starts_at: datetime, wishes: Wishes, zone: ZoneInfo) -> datetime:
    """Return when clocks in `zone` show the wished minute on the day before the session."""
    day = starts_at.astimezone(zone).date() - timedelta(days=1)
    hour, minute = divmod(wishes.evening_before, 60)
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).astimezone(UTC)


def is_quiet(*, at: datetime, wishes: Wishes, zone: ZoneInfo) -> bool:
    """Say whether `at` falls into the quiet hours; equal ends mean that none are kept."""
    local = at.astimezone(zone)
    minute = local.hour * 60 + local.minute
    if wishes.quiet_from <= wishes.quiet_until:
        return wishes.quiet_from <= minute < wishes.quiet_until
    return minute >= wishes.quiet_from or minute < wishes.quiet_until
