"""The chart against a good period: a slow slide that a moving usual would forget."""

from dataclasses import dataclass

import numpy as np

from alerts.warning.parameters import DEFAULT, Parameters
from alerts.warning.score import THOUSANDTHS, compose, fade
from alerts.warning.window import Flags, Numbers, Whole


@dataclass(frozen=True)
class Anchor:
    """What was usual in the good period: (n, items) each. A clinician moves it, never the code."""

    mean: Numbers
    spread: Numbers
    seen: Whole

    @property
    def known(self) -> Flags:
        """(n,): whether any item has days."""
        return np.asarray((self.seen > 0).any(axis=1))


def anchor_of(good_period: Numbers, parameters: Parameters = DEFAULT) -> Anchor:
    """Keep the usual of the good period's answers, (n, days, items), NaN not answered.

    Items with fewer than `anchor_least_days` answers are left out: nothing is known of them.
    """
    known = ~np.isnan(good_period)
    seen = known.sum(axis=1)
    values = np.where(known, good_period, 0.0)
    usual = np.array([item.usual for item in parameters.items])
    typical = np.array([item.spread for item in parameters.items])
    mean = (values.sum(axis=1) + parameters.shrink_mean * usual) / (seen + parameters.shrink_mean)
    off = (np.where(known, good_period - mean[:, None], 0.0) ** 2).sum(axis=1)
    variance = (off + parameters.shrink_spread * typical**2) / (seen + parameters.shrink_spread)
    spread = np.maximum(np.sqrt(variance), parameters.least_spread) * np.sqrt(1 + 1 / (seen + 2))
    return Anchor(mean, spread, np.where(seen >= parameters.anchor_least_days, seen, 0))


def chart(recent: Numbers, anchor: Anchor, parameters: Parameters = DEFAULT) -> Whole:
    """Place the last day of the recent answers, (n, days, items), on the chart, in thousandths.

    Columns are the items' shares; their sum is the chart's value.
    """
    recent = recent[:, -parameters.anchor_tail_days :]
    worse = np.array([item.worse for item in parameters.items])
    away = worse * (recent - anchor.mean[:, None]) / anchor.spread[:, None]
    away = np.where(anchor.seen[:, None] > 0, away, np.nan)
    shares = compose(np.clip(away, -parameters.clip, parameters.clip), parameters)
    known = np.asarray(~np.isnan(away).all(axis=-1))
    faded = fade(shares, known, rate=parameters.anchor_fade, hold=parameters.hold_days)
    return np.rint(THOUSANDTHS * faded).astype(np.int64)
