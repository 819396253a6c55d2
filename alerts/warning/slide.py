"""The words of the chart against a good period."""

import numpy as np

from alerts.warning.anchored import Anchor
from alerts.warning.explain import NAMES, Contribution, Explanation, measured
from alerts.warning.parameters import DEFAULT, Item, Parameters
from alerts.warning.window import Numbers, Whole
from core.said import observe

WEEK = 7


def explain_slide(
    recent: Numbers, anchor: Anchor, shares: Whole, client: int, parameters: Parameters = DEFAULT
) -> Explanation:
    """Say what makes up one client's place on the chart, strongest first.

    `recent` are the last days' answers, (n, days, items); `shares` the items' shares of the chart.
    """
    shown = recent[client, -parameters.anchor_tail_days :]
    parts = [
        _of_item(shown[:, place], anchor, client, place, item, int(shares[client, place]))
        for place, item in enumerate(parameters.items)
    ]
    parts.sort(key=lambda part: (-part.points, part.kind))
    answered = ~np.isnan(shown).all(axis=1)
    return Explanation(
        score=int(shares[client].sum()),
        version=parameters.version,
        all=tuple(parts),
        days_seen=int(answered.sum()),
        days_missed=int((~answered).sum()),
        learning=False,
    )


def _of_item(
    answers: Numbers, anchor: Anchor, client: int, place: int, item: Item, points: int
) -> Contribution:
    week = answers[-WEEK:]
    week = week[~np.isnan(week)]
    if not week.size or not anchor.seen[client, place]:
        few = observe("reason", "{name}: too few days to compare.", name=NAMES[item.key])
        return Contribution(item.key, points, few)
    most = 24.0 if item.key == "sleep_hours" else 10.0
    middle, spread = anchor.mean[client, place], anchor.spread[client, place]
    low, high = (min(max(round(middle + side * spread), 0), most) for side in (-1, 1))
    value = measured(item, f"{week.mean():.1f}")
    usual = observe(
        "reason",
        "{low} to {high} in the good period ({days} days)",
        low=f"{low:g}",
        high=f"{high:g}",
        days=int(anchor.seen[client, place]),
    )
    sentence = observe(
        "reason",
        "{name} was {value} on average this week, {usual}.",
        name=NAMES[item.key],
        value=value,
        usual=usual,
    )
    return Contribution(item.key, points, sentence, value, usual)
