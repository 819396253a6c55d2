"""Which days a family page is about. Pure.

Every stretch is over before it is shown, so that nobody can watch a day as it happens: bands end
yesterday, counts end with the last week that is over.
"""

from dataclasses import dataclass
from datetime import date, timedelta

DAYS = 7
WEEKS = 4  # chosen: about a month


@dataclass(frozen=True)
class Window:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def holds(self, on: date) -> bool:
        """Say whether a day lies in it."""
        return self.first <= on <= self.last

    @property
    def before(self) -> "Window":
        """The stretch of the same length that ends the day before."""
        length = self.last - self.first + timedelta(days=1)
        return Window(self.first - length, self.last - length)


def seven_days(*, today: date) -> Window:
    """Return the seven days that ended yesterday."""
    return Window(today - timedelta(days=DAYS), today - timedelta(days=1))


def weeks_over(*, today: date) -> list[Window]:
    """Return the last four weeks, from Monday to Sunday, that are over; the oldest first."""
    monday = today - timedelta(days=today.weekday())
    return [
        Window(monday - timedelta(weeks=back), monday - timedelta(weeks=back - 1, days=1))
        for back in range(WEEKS, 0, -1)
    ]


def month_over(*, today: date) -> Window:
    """Return those four weeks as one stretch."""
    weeks = weeks_over(today=today)
    return Window(weeks[0].first, weeks[-1].last)
