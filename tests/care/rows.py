"""One row of each model of care, about any client, written past every service."""

from typing import Any
from uuid import uuid4

from accounts.models import User
from care.models import (
    Change,
    DailyGoal,
    Goal,
    GoalStep,
    Medication,
    MedicationMark,
    MedicationNote,
    Referral,
    Task,
)
from tests.story import STORY_DAY, STORY_TIME

MODELS = (
    Medication, MedicationNote, MedicationMark, Goal, GoalStep, DailyGoal, Task, Referral, Change,
)  # fmt: skip


def added(client: User, by: User) -> dict[str, Any]:
    """Return what rows of several models have in common."""
    return {"client": client, "added_at": STORY_TIME, "added_by": by}


def medication(client: User, by: User, **changes: Any) -> Medication:
    """Return a medication that is not stored yet."""
    values = {
        "name": "Naltrexone", "dose_text": "50 mg", "times": [480], "weekdays": [1],
        "active_from": STORY_DAY, **added(client, by), **changes,
    }  # fmt: skip
    return Medication(**values)


def note(row: Medication, **changes: Any) -> MedicationNote:
    """Return a note that is not stored yet."""
    values = {
        "medication": row, "client_id": row.client_id, "submission_id": uuid4(), "text": "head",
        "written_at": STORY_TIME, **changes,
    }  # fmt: skip
    return MedicationNote(**values)


def mark(row: Medication, **changes: Any) -> MedicationMark:
    """Return a mark that is not stored yet."""
    values = {
        "medication": row, "client_id": row.client_id, "on": STORY_DAY, "version": 1,
        "mark": "taken", "marked_at": STORY_TIME, **changes,
    }  # fmt: skip
    return MedicationMark(**values)


def goal(client: User, by: User, **changes: Any) -> Goal:
    """Return a goal that is not stored yet."""
    return Goal(**{"title": "See Luz", **added(client, by), **changes})


def step(row: Goal, by: User, **changes: Any) -> GoalStep:
    """Return a step that is not stored yet."""
    values = {
        "goal": row, "client_id": row.client_id, "text": "Write", "place": 1,
        "added_at": STORY_TIME, "added_by": by, **changes,
    }  # fmt: skip
    return GoalStep(**values)


def day(client: User, **changes: Any) -> DailyGoal:
    """Return the goal of a day that is not stored yet."""
    return DailyGoal(**{"client": client, "on": STORY_DAY, "set_at": STORY_TIME, **changes})


def task(client: User, by: User, **changes: Any) -> Task:
    """Return a task that is not stored yet."""
    return Task(**{"title": "Call", "owner": by, **added(client, by), **changes})


def referral(client: User, by: User, **changes: Any) -> Referral:
    """Return a referral that is not stored yet."""
    return Referral(**{"to": "Harbor", "owner": by, **added(client, by), **changes})


def change(client: User, by: User, **changes: Any) -> Change:
    """Return a change that is not stored yet."""
    values = {
        "client": client, "subject": "goal", "subject_id": uuid4(), "what": "added",
        "made_at": STORY_TIME, "made_by": by, **changes,
    }  # fmt: skip
    return Change(**values)


def one_of_each(client: User, clinician: User) -> dict[str, Any]:
    """Store one of everything; task and referral are the team's alone."""
    pill, aim = medication(client, clinician), goal(client, client)
    found: list[Any] = [pill, aim, note(pill), mark(pill), step(aim, client), day(client, goal=aim)]
    found += [task(client, clinician), referral(client, clinician), change(client, client)]
    for row in found:
        row.save(force_insert=True)
    return {type(row).__name__: row for row in found}
