"""Who is told next: the team's rungs, the places of the rota, and nobody left out. Pure."""

from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from alerts.ladder.hours import Hours, closing, next_opening

PLACES = ("on_call", "backup", "supervisor", "director")
Person = TypeVar("Person", bound=Hashable)
Group = tuple[Person, ...]


@dataclass(frozen=True)
class Shift:
    """From when until when (not included) somebody is on call."""

    starts_at: datetime
    ends_at: datetime


def order(
    *, team: Iterable[Group[Person]], rota: Iterable[Group[Person]], by_rota: bool
) -> list[Group[Person]]:
    """Return whom to tell, one group after the other, each person once.

    By the rota first when the doors are closed, by the team first when they are open.
    """
    groups = [*rota, *team] if by_rota else [*team, *rota]
    seen: set[Person] = set()
    ordered = []
    for group in groups:
        fresh = tuple(one for one in group if one not in seen)
        seen.update(fresh)
        if fresh:
            ordered.append(fresh)
    return ordered


def next_group(groups: Sequence[Group[Person]], tried: Collection[Person]) -> Group[Person]:
    """Return the first group in which somebody was not tried; everybody, once all were."""
    for group in groups:
        fresh = tuple(one for one in group if one not in tried)
        if fresh:
            return fresh
    return tuple(one for group in groups for one in group)


def unwatched(
    *, hours: Hours, shifts: Iterable[Shift], start: datetime, end: datetime
) -> list[Shift]:
    """Return the times from `start` to `end` when the doors are closed and nobody is on call."""
    watched = sorted(
        [*((one.starts_at, one.ends_at) for one in shifts), *_open_times(hours, start, end)]
    )
    gaps, reached = [], start
    for begins, ends in watched:
        if begins > reached:
            gaps.append(Shift(reached, min(begins, end)))
        reached = max(reached, ends)
        if reached >= end:
            return gaps
    return [*gaps, Shift(reached, end)]


def _open_times(
    hours: Hours, start: datetime, end: datetime
) -> Iterable[tuple[datetime, datetime]]:
    moment = next_opening(hours, at=start)
    while moment < end and (closes := closing(hours, at=moment)):
        yield moment, closes
        moment = next_opening(hours, at=closes)
