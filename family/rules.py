"""Seven days of mood as one kind word. Pure; shows no number and no single day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import fmean

EASIER, SAME, HARDER, NOT_ENOUGH = "easier", "same", "harder", "not_enough"
BANDS = (EASIER, SAME, HARDER, NOT_ENOUGH)
DAYS = 7
FEWEST_DAYS = 3  # chosen: with fewer, one day would show through the band
NOTICEABLE = 1.0  # chosen: about the within-person spread of weekly means of a 0–10 rating


@dataclass(frozen=True)
class Mood:
    """One day's mood, 0 (worst) to 10."""

    on: date
    mood: int


def mood_band(*, days: Sequence[Mood], last: date) -> str:
    """Compare the seven days that end on `last` with the seven before; order does not matter."""
    recent = _within(days, last=last)
    before = _within(days, last=last - timedelta(days=DAYS))
    if min(len(recent), len(before)) < FEWEST_DAYS:
        return NOT_ENOUGH
    change = fmean(recent) - fmean(before)
    if abs(change) < NOTICEABLE:
        return SAME
    return EASIER if change > 0 else HARDER


def _within(days: Sequence[Mood], *, last: date) -> list[int]:
    first = last - timedelta(days=DAYS - 1)
    return [day.mood for day in days if first <= day.on <= last]
