"""Seven days of a rating as one kind word. Pure; shows no number and no single day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from family.rules.windows import Window

EASIER, SAME, HARDER, NOT_ENOUGH = "easier", "same", "harder", "not_enough"
BANDS = (EASIER, SAME, HARDER, NOT_ENOUGH)
LOW, MIDDLE, HIGH = "low", "middle", "high"
LEVELS = (LOW, MIDDLE, HIGH, NOT_ENOUGH)
FEWEST_DAYS = 3  # chosen: with fewer, one day would show through the band
NOTICEABLE = 1.0  # chosen: about the within-person spread of weekly means of a 0–10 rating
LOW_UNTIL, HIGH_FROM = 3.0, 7.0  # chosen: the usual thirds of a 0–10 rating


@dataclass(frozen=True)
class Rated:
    """One day's rating, 0 to 10."""

    on: date
    rating: int


@dataclass(frozen=True)
class Banded:
    """A stretch of days in one word."""

    window: Window
    band: str


def trend(days: Iterable[Rated], *, window: Window) -> str:
    """Compare a stretch with the one before it, for a rating of which more is easier.

    `not_enough` with fewer than three rated days in either; the order of days does not matter.
    """
    found = list(days)
    recent, before = _within(found, window), _within(found, window.before)
    if min(len(recent), len(before)) < FEWEST_DAYS:
        return NOT_ENOUGH
    change = fmean(recent) - fmean(before)
    if abs(change) < NOTICEABLE:
        return SAME
    return EASIER if change > 0 else HARDER


def level(days: Iterable[Rated], *, window: Window) -> str:
    """Return whether the mean of a stretch is low (up to 3), high (from 7) or between."""
    ratings = _within(list(days), window)
    if len(ratings) < FEWEST_DAYS:
        return NOT_ENOUGH
    mean = fmean(ratings)
    if mean <= LOW_UNTIL:
        return LOW
    return HIGH if mean >= HIGH_FROM else MIDDLE


def _within(days: list[Rated], window: Window) -> list[int]:
    return [day.rating for day in days if window.holds(day.on)]
