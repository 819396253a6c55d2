"""Weeks of an enrolment and hours of a week against a level of care. Pure.

The figures and where they come from: docs/clinical-numbers.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

LEVELS = ("outpatient", "iop", "php", "residential")  # from the least support to the most
LEAVING_EARLY_COUNTS = 0.5  # chosen
CAME = frozenset({"present", "late", "left_early"})


@dataclass(frozen=True)
class Expected:
    """Hours and days of treatment a week at a level; None where the level counts none."""

    least_hours: float | None
    most_hours: float | None
    least_days: int | None
    most_days: int | None


EXPECTED = {
    "residential": Expected(None, None, 7, 7),  # there day and night; hours say nothing
    "php": Expected(25, 30, 5, 5),
    "iop": Expected(9, 20, 3, 5),
    "outpatient": Expected(1, 2, 1, 2),
}


@dataclass(frozen=True)
class Slot:
    """One session of a client: on which day, how many minutes, and whether they came ("")."""

    on: date
    minutes: int
    attendance: str = ""


@dataclass(frozen=True)
class Week:
    """Seven days from a Monday on: hours planned, told and attended, against the level."""

    first_on: date
    level_of_care: str
    planned_hours: float
    attended_hours: float
    planned_days: int
    attended_days: int
    not_recorded: int
    expected: Expected

    @property
    def planned_enough(self) -> bool:
        """Say whether the timetable holds what the level asks for."""
        least = self.expected.least_hours
        return least is None or self.planned_hours >= least

    @property
    def attended_enough(self) -> bool:
        """Say whether the client came for as long as the level asks for."""
        least = self.expected.least_hours
        return least is None or self.attended_hours >= least


def week_number(active_from: date, on: date) -> int:
    """Return which week of an enrolment a day is in, from 1; 0 for a day before it begins."""
    days = (on - active_from).days
    return days // 7 + 1 if days >= 0 else 0


def monday_of(day: date) -> date:
    """Return the Monday on or before a day."""
    return day - timedelta(days=day.weekday())


def is_step_up(from_level: str, to_level: str) -> bool:
    """Say whether a change of level brings more support."""
    return LEVELS.index(to_level) > LEVELS.index(from_level)


def week(first_on: date, slots: Iterable[Slot], *, level_of_care: str) -> Week:
    """Add up the sessions of the week that begins on `first_on`; hours to two decimals.

    Present and late count whole, leaving early counts half.
    """
    within = [slot for slot in slots if first_on <= slot.on < first_on + timedelta(days=7)]
    came = [slot for slot in within if slot.attendance in CAME]
    return Week(
        first_on=first_on,
        level_of_care=level_of_care,
        planned_hours=_hours(sum(slot.minutes for slot in within)),
        attended_hours=_hours(sum(_credit(slot) for slot in came)),
        planned_days=len({slot.on for slot in within}),
        attended_days=len({slot.on for slot in came}),
        not_recorded=sum(not slot.attendance for slot in within),
        expected=EXPECTED[level_of_care],
    )


def _credit(slot: Slot) -> float:
    return slot.minutes * (LEAVING_EARLY_COUNTS if slot.attendance == "left_early" else 1)


def _hours(minutes: float) -> float:
    return round(minutes / 60, 2)
