"""Whom an alert is told to, one group after the other, and the steps that record it."""

from alerts.telling.pagers import PREFIX as PAGED
from alerts.telling.pagers import TEST as TRIED_OUT
from alerts.telling.pagers import try_out
from alerts.telling.people import (
    administrators,
    groups_for,
    hours_for,
    on_call,
    team_groups,
)
from alerts.telling.rungs import begin, cause_name, climb, tell_only
from alerts.telling.steps import Said, note, round_of, tried_in

__all__ = [
    "PAGED",
    "TRIED_OUT",
    "Said",
    "administrators",
    "begin",
    "cause_name",
    "climb",
    "groups_for",
    "hours_for",
    "note",
    "on_call",
    "round_of",
    "team_groups",
    "tell_only",
    "tried_in",
    "try_out",
]
