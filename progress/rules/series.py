"""Days in a row, with gaps as gaps, and what was usual for a person before each of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import quantiles

WEEKS = (2, 6, 12)
USUAL_OVER = 28  # days before a day that say what is usual; chosen (docs/clinical-numbers.md)
USUAL_NEEDS = 5  # values among them; chosen, as for the range beside an alert


@dataclass(frozen=True)
class Measure:
    """Something that is reported for a day, with the ends of its scale."""

    key: str
    low: float
    high: float


MEASURES = (
    Measure("mood", 0, 10),
    Measure("sleep_hours", 0, 24),
    Measure("sleep_quality", 0, 10),
    Measure("craving", 0, 10),
    Measure("stress", 0, 10),
    Measure("connection", 0, 10),
    Measure("confidence", 0, 10),
)


@dataclass(frozen=True)
class Usual:
    """The middle half of what was reported on the days before: lower and upper quartile."""

    low: float
    high: float
    days: int


def period(*, last: date, weeks: int) -> list[date]:
    """Return the days of that many whole weeks which end with `last`, the first one first."""
    count = weeks * 7
    return [last - timedelta(days=count - 1 - place) for place in range(count)]


def on_each(days: Sequence[date], values: Mapping[date, float | None]) -> list[float | None]:
    """Return one value for each day, None where nothing was reported. Nothing is filled in."""
    return [values.get(day) for day in days]


def usual_before(days: Sequence[date], values: Mapping[date, float | None]) -> list[Usual | None]:
    """Return for each day what was usual over the 28 days before it, the day itself not counted.

    Quartiles by linear interpolation between the ordered values (the inclusive method); None when
    fewer than five values were reported. `values` reaches 28 days further back than `days`.
    """
    return [_usual([values.get(day - timedelta(days=back)) for back in _BACK]) for day in days]


_BACK = range(1, USUAL_OVER + 1)


def _usual(found: Sequence[float | None]) -> Usual | None:
    seen = [value for value in found if value is not None]
    if len(seen) < USUAL_NEEDS:
        return None
    low, _, high = quantiles(seen, n=4, method="inclusive")
    return Usual(round(low, 2), round(high, 2), len(seen))


def mean(values: Sequence[float | None]) -> float | None:
    """Return the mean of what was reported, to one decimal; None when nothing was."""
    seen = [value for value in values if value is not None]
    return round(sum(seen) / len(seen), 1) if seen else None
