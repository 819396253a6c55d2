"""How a detector does on a made-up world: one definition of each figure for all of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alerts.warning import budget
from alerts.warning.parameters import DEFAULT, Parameters

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

FIRST_DAY = 28  # the days before are for learning what is usual
AHEAD = 7
NEAR = (14, 6)  # alarms from so many days before until so many after an episode are not false
RESAMPLES = 200

# The cap on alarms is left out here: figures elsewhere are without one.
NO_CAP = Parameters(most_in_days=(DEFAULT.window_days, 30))


@dataclass(frozen=True)
class Truth:
    """What happened: use by day, days that count, days near an episode, and use within 7 days."""

    use: Flags
    counted: Flags
    near: Flags
    soon: Flags

    @property
    def quiet(self) -> Flags:
        """Counted days far from any episode: an alarm on them is false."""
        return self.counted & ~self.near


def truth_of(use: Flags) -> Truth:
    """Lay out which days count and which lie near an episode."""
    after = _within(use, 0, AHEAD)
    counted = ~after
    counted[:, :FIRST_DAY] = False
    counted[:, -AHEAD:] = False
    return Truth(use, counted, _within(use, -NEAR[0], NEAR[1]), _within(use, -AHEAD, -1))


def auroc(score: Numbers, truth: Truth) -> float:
    """Chance that a day before use scores above a day that is not."""
    return _auroc(score[truth.counted], truth.soon[truth.counted])


def caught(score: Numbers, limit: float, truth: Truth) -> tuple[Flags, Flags]:
    """Return which episodes were preceded by an alarm within 7 days, and which could have been."""
    raised = budget.alarms(score, limit, truth.counted, NO_CAP)
    hit = _within(raised, 1, AHEAD)
    could = truth.use & (_count(truth.counted, AHEAD) == AHEAD)
    return hit & could, could


def false_alarms(score: Numbers, limit: float, truth: Truth) -> float:
    """False alarms per client-month."""
    return budget.rate(budget.alarms(score, limit, truth.counted, NO_CAP), truth.quiet)


def limit(score: Numbers, truth: Truth, per_month: float) -> float:
    """Find the limit with so many false alarms per client-month."""
    return budget.limit_for(per_month, score, truth.quiet, NO_CAP, scored=truth.counted)


def interval(hit: Flags, could: Flags) -> tuple[float, float, float]:
    """Share of episodes caught, with a 95% interval that resamples whole clients."""
    hits, all_ = hit.sum(axis=1), could.sum(axis=1)
    rng = np.random.default_rng(0)
    picks = rng.integers(0, len(hits), (RESAMPLES, len(hits)))
    shares = hits[picks].sum(axis=1) / np.maximum(all_[picks].sum(axis=1), 1)
    low, high = np.quantile(shares, [0.025, 0.975])
    return float(hits.sum() / all_.sum()), float(low), float(high)


def _auroc(score: Numbers, positive: Flags) -> float:
    _, place, count = np.unique(score, return_inverse=True, return_counts=True)
    rank = (np.cumsum(count) - (count - 1) / 2)[place]
    yes, no = int(positive.sum()), int((~positive).sum())
    return float((rank[positive].sum() - yes * (yes + 1) / 2) / (yes * no))


def _within(days: Flags, first: int, last: int) -> Flags:
    """Mark every day from `first` to `last` days after each marked day (negative is before)."""
    marked = np.zeros_like(days)
    length = days.shape[1]
    for offset in range(first, last + 1):
        if offset >= 0:
            marked[:, offset:] |= days[:, : length - offset]
        else:
            marked[:, :offset] |= days[:, -offset:]
    return marked


def _count(days: Flags, before: int) -> NDArray[np.int64]:
    """For each day, how many of the `before` days before it are marked."""
    sums = np.pad(np.cumsum(days, axis=1), ((0, 0), (before + 1, 0)))
    return np.asarray(sums[:, before:-1] - sums[:, : -before - 1])
