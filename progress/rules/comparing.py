"""A stretch of days beside the stretch of the same length before it."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Compared:
    """What was reported now and before; None where nothing was."""

    answered: int
    mean: float | None
    low: float | None
    high: float | None
    before: float | None
    change: float | None


def compare(now: Sequence[float | None], before: Sequence[float | None]) -> Compared:
    """Return mean, ends and the change of the mean against the stretch before, to one decimal.

    The change is taken of the means before they are rounded.
    """
    here = [value for value in now if value is not None]
    there = [value for value in before if value is not None]
    mean, earlier = _mean(here), _mean(there)
    change = None if mean is None or earlier is None else mean - earlier
    return Compared(
        answered=len(here),
        mean=_rounded(mean),
        low=min(here, default=None),
        high=max(here, default=None),
        before=_rounded(earlier),
        change=_rounded(change),
    )


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _rounded(value: float | None) -> float | None:
    # Never "-0.0", which would read as a change for the worse.
    return None if value is None else round(value, 1) + 0.0
