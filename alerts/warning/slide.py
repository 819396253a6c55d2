"""The words of the chart against a good period."""

import numpy as np

from alerts.warning.anchored import Anchor
from alerts.warning.explain import NAMES, Contribution, Explanation
from alerts.warning.parameters import DEFAULT, Item, Parameters
from alerts.warning.window import Numbers, Whole

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
        return Contribution(item.key, points, f"{NAMES[item.key]}: too few days to compare.")
    unit = "hours" if item.key == "sleep_hours" else "of 10"
    most = 24.0 if item.key == "sleep_hours" else 10.0
    middle, spread = anchor.mean[client, place], anchor.spread[client, place]
    low, high = (min(max(round(middle + side * spread), 0), most) for side in (-1, 1))
    value = f"{week.mean():.1f} {unit}"
    usual = f"{low:g} to {high:g} in the good period ({int(anchor.seen[client, place])} days)"
    sentence = f"{NAMES[item.key]} was {value} on average this week, {usual}."
    return Contribution(item.key, points, sentence, value, usual)
