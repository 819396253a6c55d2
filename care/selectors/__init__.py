"""Reads of care. Visibility is access's business."""

from care.selectors.casework import (
    open_referrals,
    tasks_in,
    with_people,
)
from care.selectors.goals import DayGoal, daily_goals_between, goals_in, open_goals, with_steps
from care.selectors.history import history
from care.selectors.medication import (
    active_medications,
    marks_between,
    medications_in,
    newest_marks,
    notes_of,
    refills_between,
)

__all__ = [
    "DayGoal",
    "active_medications",
    "daily_goals_between",
    "goals_in",
    "history",
    "marks_between",
    "medications_in",
    "newest_marks",
    "notes_of",
    "open_goals",
    "open_referrals",
    "refills_between",
    "tasks_in",
    "with_people",
    "with_steps",
]
