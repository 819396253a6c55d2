"""Which days answers may be for, and what to think of a phone's clock. Pure."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

DAYS_BACK = 2  # yesterday and the day before may be filled in (docs/clinical-numbers.md)
LAPSE_DAYS_BACK = 30  # chosen; somebody may need weeks to speak of a lapse
# A phone without signal may send days later; what it recorded then is judged from then.
LONGEST_OFFLINE = timedelta(days=30)  # chosen
SURELY_WRONG = timedelta(days=366)  # chosen; no phone waits for a year, and dead ones say 1970
CLOCK_TOLERANCE = timedelta(minutes=5)  # chosen; phones drift by seconds
LATE_AFTER = timedelta(hours=1)  # chosen; below it nobody reads it differently


@dataclass(frozen=True)
class Window:
    """The first and last day that may be reported."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def open_days(
    *, recorded_at: datetime, at: datetime, zone: ZoneInfo, days_back: int = DAYS_BACK
) -> Window:
    """Return the days open to answers recorded at `recorded_at` and received at `at`.

    A recording time further in the future than clocks drift, or longer ago than a phone is
    offline, is not believed: the day is then judged from `at`.
    """
    wrong = is_clock_suspect(recorded_at=recorded_at, received_at=at)
    today = (at if wrong else recorded_at).astimezone(UTC).astimezone(zone).date()
    return Window(today - timedelta(days=days_back), today)


def is_clock_suspect(*, recorded_at: datetime, received_at: datetime) -> bool:
    """Say whether the phone's clock cannot have been right when it recorded."""
    return not received_at - LONGEST_OFFLINE <= recorded_at <= received_at + CLOCK_TOLERANCE


def is_late(*, recorded_at: datetime, received_at: datetime) -> bool:
    """Say whether answers reached us so long after they were given that a reader must know."""
    return received_at - recorded_at > LATE_AFTER


def judged_day(
    on: date, *, recorded_at: datetime, at: datetime, zone: ZoneInfo, days_back: int = DAYS_BACK
) -> date:
    """Return the day that answers are for, which a phone with a wrong clock cannot know.

    Its "today" or "yesterday" then is the server's. Where its clock may be right, `on` stands: also
    after more than thirty days, which may be a phone that was long without a signal. So does a day
    that its own wrong clock does not explain.
    """
    window = open_days(recorded_at=recorded_at, at=at, zone=zone, days_back=days_back)
    may_be_right = at - SURELY_WRONG <= recorded_at <= at + CLOCK_TOLERANCE
    if may_be_right or on in window:
        return on
    try:
        back = (recorded_at.astimezone(UTC).astimezone(zone).date() - on).days
    except OverflowError:  # the first and the last hours that there are
        return on
    return window.last - timedelta(days=back) if 0 <= back <= days_back else on
