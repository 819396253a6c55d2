"""Why a client stands out today: the strongest evidence first, in plain words for the care team."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from alerts.warning.parameters import DEFAULT, Item, Parameters
from alerts.warning.score import THOUSANDTHS, Points
from alerts.warning.window import Window, episodes_in, since_use_on_last_day
from core.said import observe

SHOWN = 3
WORTH = observe("reason", "Worth a check-in.")


@dataclass(frozen=True)
class Contribution:
    """One kind of evidence: its points in thousandths, what was seen, and what is usual."""

    kind: str
    points: int
    sentence: str
    value: str = ""
    usual: str = ""


@dataclass(frozen=True)
class Explanation:
    """The score in thousandths, every contribution to it, and what it rests on.

    `shown` are the strongest few; the points of `all` add up to `score`.
    """

    score: int
    version: str
    all: tuple[Contribution, ...]
    days_seen: int
    days_missed: int
    learning: bool

    @property
    def shown(self) -> tuple[Contribution, ...]:
        """The strongest contributions that raise the score, strongest first."""
        return tuple(part for part in self.all if part.points > 0)[:SHOWN]

    @property
    def sentence(self) -> str:
        """One line: what stands out, and that it is worth a check-in."""
        said = " ".join(part.sentence for part in self.shown)
        return f"{said} {WORTH}" if said else WORTH


def explain(
    window: Window, points: Points, client: int, parameters: Parameters = DEFAULT
) -> Explanation:
    """Say what makes up one client's score, strongest first. `client` is the row in the window."""
    items = {item.key: (place, item) for place, item in enumerate(parameters.items)}
    contributions = []
    for place, kind in enumerate(points.kinds):
        worth = int(points.by_kind[client, place])
        if kind in items:
            contributions.append(_of_item(window, points, client, *items[kind], worth))
        else:
            sentence = OF_OTHERS[kind](window, client, parameters)
            contributions.append(Contribution(kind, worth, sentence))
    contributions.sort(key=lambda part: (-part.points, part.kind))
    shown = window.answered[client] & window.enrolled[client]
    return Explanation(
        score=int(points.score[client]),
        version=parameters.version,
        all=tuple(contributions),
        days_seen=int(shown.sum()),
        days_missed=int((window.enrolled[client] & ~window.answered[client]).sum()),
        learning=bool(points.learning[client]),
    )


def in_points(thousandths: int) -> str:
    """Write thousandths of a point with a sign, to two places: +0.75."""
    return f"{thousandths / THOUSANDTHS:+.2f}"


NAMES = {
    "craving": observe("reason", "Craving"),
    "mood": observe("reason", "Mood"),
    "stress": observe("reason", "Stress"),
    "confidence": observe("reason", "Confidence"),
    "sleep_quality": observe("reason", "Sleep quality"),
    "sleep_hours": observe("reason", "Sleep"),
    "connection": observe("reason", "Connection"),
}


def _of_item(
    window: Window, points: Points, client: int, place: int, item: Item, worth: int
) -> Contribution:
    answers = window.items[client, :, place]
    known = np.flatnonzero(~np.isnan(answers))
    if not known.size:
        sentence = observe("reason", "{name} was not answered.", name=NAMES[item.key])
        return Contribution(item.key, worth, sentence)
    value = measured(item, f"{answers[known[-1]]:g}")
    usual = _range(points, client, place, item)
    when = window.days - 1 - int(known[-1])
    sentence = _was(NAMES[item.key], value, when, usual)
    return Contribution(item.key, worth, sentence, value, usual)


def measured(item: Item, number: str) -> str:
    """Write an answer with its scale: hours of sleep, else so much of 10."""
    if item.key == "sleep_hours":
        return observe("reason", "{hours} hours", hours=number)
    return observe("reason", "{number} of {most}", number=number, most=10)


def _range(points: Points, client: int, place: int, item: Item) -> str:
    middle, spread = points.usual[client, place], points.spread[client, place]
    most = 24.0 if item.key == "sleep_hours" else 10.0
    low, high = (min(max(round(middle + side * spread), 0), most) for side in (-1, 1))
    seen = int(points.seen[client, place])
    if not seen:
        return observe("reason", "and nothing is usual yet")
    return observe(
        "reason",
        "usually {low} to {high} ({days} days)",
        low=f"{low:g}",
        high=f"{high:g}",
        days=seen,
    )


def _was(name: str, value: str, days_ago: int, usual: str) -> str:
    if days_ago == 0:
        return observe(
            "reason", "{name} was {value}, {usual}.", name=name, value=value, usual=usual
        )
    if days_ago == 1:
        return observe(
            "reason",
            "{name} was {value} the day before, {usual}.",
            name=name,
            value=value,
            usual=usual,
        )
    return observe(
        "reason",
        "{name} was {value} {days} days ago, {usual}.",
        name=name,
        value=value,
        days=days_ago,
        usual=usual,
    )


def _missing(window: Window, client: int, parameters: Parameters) -> str:
    here = window.enrolled[client]
    gone = here & ~window.answered[client]
    week = slice(-7, None)
    before = slice(None, -parameters.guard_days)
    known = max(int(here[before].sum()), 1)
    usual = f"{gone[before].sum() / known * 7:.1f}".removesuffix(".0")
    lately = int(gone[week].sum())
    return observe(
        "reason",
        "No check-in on {count} of the last 7 days, usually on {usual} of 7.",
        count=lately,
        usual=usual,
    )


def _medication(window: Window, client: int, parameters: Parameters) -> str:
    tail = window.medication[client, -parameters.tail_days :]
    answered = int((~np.isnan(tail)).sum())
    if not answered:
        return observe("reason", "Nothing was answered about medication.")
    missed = int(np.nansum(tail))
    return observe(
        "reason",
        "Medication missed on {missed} of {answered} answers in {days} days.",
        missed=missed,
        answered=answered,
        days=parameters.tail_days,
    )


def _history(window: Window, client: int, parameters: Parameters) -> str:
    episodes = int(window.episodes[client] + episodes_in(window.used[[client]])[0])
    days = int(window.looked_back[client] + min(window.tenure[client] + 1, window.days))
    return observe(
        "reason", "Use known of before: {times} times in {days} days.", times=episodes, days=days
    )


def _since_use(window: Window, client: int, parameters: Parameters) -> str:
    days = float(since_use_on_last_day(window)[client])
    if np.isinf(days):
        return observe("reason", "No use is known of.")
    if not days:
        return observe("reason", "Use was reported today.")
    return observe("reason", "Last known use {days} days ago.", days=f"{days:g}")


OF_OTHERS: dict[str, Callable[[Window, int, Parameters], str]] = {
    "missing": _missing,
    "medication": _medication,
    "history": _history,
    "since_use": _since_use,
}
