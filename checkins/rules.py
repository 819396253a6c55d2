"""Which days a check-in may be for. Pure: the moment is passed in."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DAYS_BACK = 2  # yesterday and the day before may be filled in (docs/clinical-numbers.md)
# A phone without signal may send days later; what it recorded then is judged from then.
LONGEST_OFFLINE = timedelta(days=30)  # chosen
CLOCK_TOLERANCE = timedelta(minutes=5)  # chosen; phones drift by seconds
LATE_AFTER = timedelta(hours=1)  # chosen; below it nobody reads it differently


@dataclass(frozen=True)
class Window:
    """The first and last day that may be reported."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def open_days(*, recorded_at: datetime, at: datetime, zone: ZoneInfo) -> Window:
    """Return the days open to a check-in recorded at `recorded_at` and received at `at`.

    A recording time further in the future than clocks drift, or longer ago than a phone is
    offline, is not believed.
    """
    believed = at - LONGEST_OFFLINE <= recorded_at <= at + CLOCK_TOLERANCE
    moment = recorded_at if believed else at
    today = moment.astimezone(UTC).astimezone(zone).date()
    return Window(today - timedelta(days=DAYS_BACK), today)


def is_late(*, recorded_at: datetime, received_at: datetime) -> bool:
    """Say whether answers reached us so long after they were given that a reader must know."""
    return received_at - recorded_at > LATE_AFTER
