"""Change by week over many people, and what of it may be published.

Each number is kept from telling of fewer than eleven people: alone, beside its neighbours, and
beside what was published before (docs/adr/0037).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from progress.rules.statistics import interval

VERSION = "outcomes-2"
LEAST = 11  # people; the cell size policy of the Centers for Medicare & Medicaid Services
FIRST_WEEK, LAST_WEEK = 2, 12


@dataclass(frozen=True)
class Sums:
    """What one measure had changed by one week: sums over the people who have both values."""

    measure: str
    week: int
    n: int
    first: float
    change: float
    squares: float
    reached: int  # people who were in the program for the whole of that week

    @property
    def missing(self) -> int:
        """How many of them lack one of the two values."""
        return self.reached - self.n


@dataclass(frozen=True)
class Cell:
    """One number as it may be published."""

    measure: str
    week: int
    n: int
    first_mean: float | None
    mean_change: float
    low: float
    high: float
    share_missing: float | None
    missing_band: str


def publishable(
    found: Iterable[Sums],
    *,
    before: Mapping[tuple[str, int], int],
    first_told: Mapping[str, int],
) -> list[Cell]:
    """Return the cells that may be published now.

    `before` says over how many people each (measure, week) was published last. A cell is published
    once eleven people are in it, and again only once eleven more are: subtracting an older
    publication from a newer one never leaves fewer. Programs are never summed, so no cell is what
    is left of a total.

    `first_told` says with which week each measure's mean of the first week stands. It stands with
    one week only: beside two, the difference would be the first week of those who left in between.
    """
    rows = list(found)
    ready = [row for row in rows if row.n >= LEAST + before.get((row.measure, row.week), 0)]
    told = {row.measure: row.week for row in sorted(ready, key=lambda row: -row.week)}
    told |= first_told
    hidden = {row.week for row in rows if row.n >= LEAST and 0 < row.missing < LEAST}
    return [
        _cell(row, exact=row.week not in hidden, told=row.week == told[row.measure])
        for row in ready
    ]


def _cell(row: Sums, *, exact: bool, told: bool) -> Cell:
    """Make a cell. The share missing is exact only where nobody can subtract it to a small number.

    All measures of a week have the same people who reached it. With one exact share that number is
    known, and with it every other measure's number missing; so where one of them is small, none
    of the week's shares is exact.
    """
    spread = interval(n=row.n, total=row.change, squares=row.squares)
    share = row.missing / row.reached
    return Cell(
        measure=row.measure,
        week=row.week,
        n=row.n,
        first_mean=round(row.first / row.n, 2) if told else None,
        mean_change=round(spread.mean, 2),
        low=round(spread.low, 2),
        high=round(spread.high, 2),
        # Never 1 by rounding: somebody is in it.
        share_missing=min(round(share, 2), 0.99) if exact else None,
        missing_band=_band(share),
    )


def _band(share: float) -> str:
    if share < 0.25:
        return "under_a_quarter"
    return "under_a_half" if share < 0.5 else "half_or_more"
