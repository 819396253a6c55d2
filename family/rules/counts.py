"""Counts that families may see: how often somebody came, checked in, practised. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from family.rules.windows import Window

CAME = frozenset({"present", "late", "left_early"})
# Both count alike: to tell them apart would tell of reasons.
MISSED = frozenset({"absent", "excused"})
Key = TypeVar("Key")


@dataclass(frozen=True)
class Came:
    """One session that somebody took attendance of: its day, and what was said."""

    on: date
    attendance: str


@dataclass(frozen=True)
class WeekOfSessions:
    """How often somebody came in one week, and how often not."""

    window: Window
    attended: int
    missed: int


@dataclass(frozen=True)
class Streak:
    """On how many days somebody checked in: in these weeks, and in all up to their end."""

    window: Window
    recent: int
    in_all: int


@dataclass(frozen=True)
class Times:
    """How often something of that title was done."""

    title: str
    times: int


def attendance_by_week(
    sessions: Iterable[Came], *, weeks: Sequence[Window]
) -> list[WeekOfSessions]:
    """Count sessions attended and missed in each week; what nobody marked counts nowhere."""
    found = list(sessions)
    return [
        WeekOfSessions(
            window=week,
            attended=sum(1 for one in found if week.holds(one.on) and one.attendance in CAME),
            missed=sum(1 for one in found if week.holds(one.on) and one.attendance in MISSED),
        )
        for week in weeks
    ]


def streak(days: Iterable[date], *, window: Window) -> Streak:
    """Count days with a check-in, each once, up to the end of the window. A gap takes none away."""
    until = {day for day in days if day <= window.last}
    return Streak(window, sum(1 for day in until if window.holds(day)), len(until))


def practised(done: Iterable[Key], *, titles: Mapping[Key, str]) -> list[Times]:
    """Count practices by title, the most practised first; what has no title is left out."""
    counted = Counter(titles[key] for key in done if key in titles)
    found = [Times(title, times) for title, times in counted.items()]
    return sorted(found, key=lambda one: (-one.times, one.title.casefold()))
