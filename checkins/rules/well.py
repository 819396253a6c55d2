"""Days well: how many there were, which is never taken back, and how many in this run. Pure."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DaysWell:
    """All days well so far, and those since the last day of use. `since`: the first of the run."""

    total: int
    run: int
    since: date | None


def days_well(*, said_no_use: Collection[date], use: Collection[date]) -> DaysWell:
    """Count the days on which the client said that they did not use, and nothing says otherwise.

    Days without a word count for nothing and break nothing. A day of use begins a new run and
    takes away no day but itself.
    """
    well = set(said_no_use) - set(use)
    last_use = max(use, default=None)
    run = sorted(day for day in well if last_use is None or day > last_use)
    return DaysWell(total=len(well), run=len(run), since=run[0] if run else None)
