"""Scores of past days: each exactly as it would have been on its own day."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from alerts.warning.anchored import Anchor, chart
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


def replay(series: Window, parameters: Parameters = DEFAULT, *, skip: int = 0) -> Replay:
    """Score every day of a series whose last day has the stated tenure, oldest day first.

    No day sees anything later than itself. The first `skip` days are seen and not scored.
    """
    days = [score(window, parameters) for window in windows(series, parameters, skip=skip)]
    return Replay(
        kinds=days[0].kinds,
        score=_side_by_side(days, "score"),
        by_kind=_side_by_side(days, "by_kind"),
        scored=_side_by_side(days, "scored"),
        learning=_side_by_side(days, "learning"),
        in_tail=_side_by_side(days, "in_tail"),
    )


def windows(series: Window, parameters: Parameters = DEFAULT, *, skip: int = 0) -> Iterator[Window]:
    """Show what was known on each day; before the first day nothing is."""
    before = parameters.window_days - 1
    padded = _with_days_before(series, before)
    for day in range(skip + 1, series.days + 1):
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


def replay_chart(
    series: Window,
    anchor: Anchor,
    begins: Whole,
    parameters: Parameters = DEFAULT,
    *,
    skip: int = 0,
) -> Replay:
    """Place every day of a series on the chart, from the day `begins`, (n,), of it on."""
    days = range(skip, series.days)
    shares = [chart(series.items[:, : day + 1], anchor, parameters) for day in days]
    by_kind = np.stack(shares, axis=1)
    scored = anchor.known[:, None] & (np.arange(skip, series.days) >= begins[:, None])
    answered = np.pad(series.answered, ((0, 0), (parameters.tail_days, 0))).astype(np.int64)
    sums = np.cumsum(answered, axis=1)
    in_tail = sums[:, parameters.tail_days :] - sums[:, : -parameters.tail_days]
    return Replay(
        kinds=tuple(item.key for item in parameters.items),
        score=by_kind.sum(axis=2),
        by_kind=by_kind,
        scored=scored,
        learning=np.zeros_like(scored),
        in_tail=in_tail[:, skip:],
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
