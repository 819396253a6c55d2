"""How what a person's devices told of a lesson adds up, in whatever order and how often it came."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

CLOCKS_DIFFER_BY = timedelta(days=1)  # a phone's clock may be wrong, but not by more than this


@dataclass(frozen=True)
class Place:
    """How far a person came in a lesson: the section they were in last, from 1."""

    section: int
    started_at: datetime
    read_at: datetime
    finished_at: datetime | None = None


def told(section: int, at: datetime, *, finished: bool) -> Place:
    """Return what one sending says by itself."""
    return Place(section, at, at, at if finished else None)


def joined(one: Place, other: Place) -> Place:
    """Return what two tellings of the same lesson add up to.

    The later place counts, the earliest beginning and the earliest end; what is finished stays
    finished. Joining is idempotent, and neither order nor grouping changes the result.
    """
    later = max(one, other, key=lambda place: (place.read_at, place.section))
    ends = [place.finished_at for place in (one, other) if place.finished_at]
    return replace(
        later,
        started_at=min(one.started_at, other.started_at),
        finished_at=min(ends, default=None),
    )


def moment(recorded_at: datetime, *, at: datetime) -> datetime | None:
    """Return the moment that something was told for: never later than `at`, when it came.

    None when the device's clock is ahead by more than a day.
    """
    return None if recorded_at > at + CLOCKS_DIFFER_BY else min(recorded_at, at)
