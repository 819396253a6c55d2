"""Scores of past days: each exactly as it would have been on its own day."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from alerts.warning.parameters import DEFAULT, Parameters
from alerts.warning.score import Points, score
from alerts.warning.window import Flags, Whole, Window


@dataclass(frozen=True)
class Replay:
    """Scores of n clients on d days, in thousandths of a point.

    score     (n, d); scored, learning (n, d); in_tail (n, d) recent days with a check-in
    by_kind   (n, d, kinds), columns in the order of `kinds`
    """

    kinds: tuple[str, ...]
    score: Whole
    by_kind: Whole
    scored: Flags
    learning: Flags
    in_tail: Whole


def replay(series: Window, parameters: Parameters = DEFAULT) -> Replay:
    """Score every day of a series whose last day has the stated tenure, oldest day first.

    No day sees anything later than itself.
    """
    days = [score(window, parameters) for window in windows(series, parameters)]
    return Replay(
        kinds=days[0].kinds,
        score=_side_by_side(days, "score"),
        by_kind=_side_by_side(days, "by_kind"),
        scored=_side_by_side(days, "scored"),
        learning=_side_by_side(days, "learning"),
        in_tail=_side_by_side(days, "in_tail"),
    )


def windows(series: Window, parameters: Parameters = DEFAULT) -> Iterator[Window]:
    """Show what was known on each day; before the first day nothing is."""
    before = parameters.window_days - 1
    padded = _with_days_before(series, before)
    for day in range(1, series.days + 1):
        yield Window(
            items=padded.items[:, : before + day],
            medication=padded.medication[:, : before + day],
            answered=padded.answered[:, : before + day],
            used=padded.used[:, : before + day],
            tenure=series.tenure - (series.days - day),
            episodes=series.episodes,
            looked_back=series.looked_back,
            since_use=padded.since_use,
        )


def _with_days_before(series: Window, days: int) -> Window:
    wide = ((0, 0), (days, 0))
    return Window(
        items=np.pad(series.items, (*wide, (0, 0)), constant_values=np.nan),
        medication=np.pad(series.medication, wide, constant_values=np.nan),
        answered=np.pad(series.answered, wide),
        used=np.pad(series.used, wide),
        tenure=series.tenure,
        episodes=series.episodes,
        looked_back=series.looked_back,
        since_use=series.since_use - days,
    )


def _side_by_side(days: list[Points], name: str) -> np.ndarray:
    return np.stack([getattr(day, name) for day in days], axis=1)
