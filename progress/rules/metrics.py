"""Sums over alerts: what is withheld, and shares. Pure.

A group made by what clients did or are is withheld where one to ten people are in it, and one more
where a reader could work it out from the total.
"""

from collections.abc import Hashable, Mapping
from typing import TypeVar

LEAST = 11  # people; as for published outcomes
BUDGET = 5  # non-critical alerts a clinician a working day, at most
DISMISSED_WITHIN_SECONDS = 60  # chosen: nobody reads, thinks and writes a note in less
Key = TypeVar("Key", bound=Hashable)


def withheld(people: Mapping[Key, int]) -> frozenset[Key]:
    """Return which groups are withheld, given how many people are in each.

    Groups of one to ten; where that is one group alone, the smallest other that has anybody too:
    else the total less the others would tell.
    """
    small = {key for key, count in people.items() if 0 < count < LEAST}
    others = [key for key, count in people.items() if count >= LEAST]
    if len(small) == 1 and others:
        small.add(min(others, key=lambda key: people[key]))
    return frozenset(small)


def share(part: int, whole: int) -> float | None:
    """Return part of whole, from 0 to 1; None of nothing."""
    return round(part / whole, 3) if whole else None


def over_budget(per_day: float) -> bool:
    """Say whether somebody gets more non-critical alerts a working day than the budget allows."""
    return per_day >= BUDGET
