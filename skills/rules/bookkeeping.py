"""What a person practised and what it did for them: their top five, and the change by need."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from skills.rules.ranking import RULE, Done, Effect, shrunken

MOST_TOP = 5


@dataclass(frozen=True)
class Dated:
    """One practice, and when it began."""

    done: Done
    at: datetime


@dataclass(frozen=True)
class Top:
    """One exercise that helped, over all needs and levels."""

    slug: str
    tried: int
    helped: int
    total_change: int
    last_at: datetime

    @property
    def mean_change(self) -> float:
        """The mean easing."""
        return self.total_change / self.tried


@dataclass(frozen=True)
class ByNeed:
    """What practising did for one need; no mean when nothing was rated before and after."""

    need: str
    tried: int
    mean_change: float | None


def top(practices: Iterable[Dated]) -> list[Top]:
    """Return up to five exercises that helped on the whole, best first.

    Sorted by the ranking rule's shrunken change, so that one lucky time does not lead.
    """
    found: dict[str, Top] = {}
    for one in practices:
        change = _change(one.done)
        if change is None:
            continue
        old = found.get(one.done.slug) or Top(one.done.slug, 0, 0, 0, one.at)
        found[one.done.slug] = Top(
            old.slug,
            old.tried + 1,
            old.helped + (change > 0),
            old.total_change + change,
            max(old.last_at, one.at),
        )
    helped = [one for one in found.values() if one.total_change > 0]
    helped.sort(key=lambda one: (-_worth(one), -one.tried, one.slug))
    return helped[:MOST_TOP]


def by_need(practices: Iterable[Dated]) -> list[ByNeed]:
    """Return how often each need was practised for, and the mean easing; most practised first."""
    changes: dict[str, list[int | None]] = {}
    for one in practices:
        if one.done.need:
            changes.setdefault(one.done.need, []).append(_change(one.done))
    found = [ByNeed(need, len(all_of), _mean(all_of)) for need, all_of in changes.items()]
    return sorted(found, key=lambda one: (-one.tried, one.need))


def _change(done: Done) -> int | None:
    return None if done.before is None or done.after is None else done.before - done.after


def _mean(changes: list[int | None]) -> float | None:
    rated = [change for change in changes if change is not None]
    return sum(rated) / len(rated) if rated else None


def _worth(one: Top) -> float:
    total = Effect(one.slug, "", "low", tried=one.tried, total_change=one.total_change)
    return shrunken(total, rule=RULE)
