"""Goals and their small steps: both client and clinician write, and each change leaves its row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from accounts.models import User
from care.models import DailyGoal, Goal, GoalEnd, GoalStep, What
from care.rules import days
from care.services import traces
from care.services.refusals import TooMany, refuse_day
from core import audit, clock
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say

MOST_OPEN, MOST_STEPS = 20, 20


class AlreadyEnded(Refused):
    """Work on this goal is over."""

    code = "already_ended"
    sentence = say("This goal is ended. Open it again to change it.")


class NotEnded(Refused):
    """It is open, so there is nothing to open."""

    code = "not_ended"
    sentence = say("This goal is open.")


@dataclass(frozen=True)
class GoalWords:
    """What a goal says."""

    title: str
    why: str = ""
    target_on: date | None = None


@dataclass(frozen=True)
class StepChange:
    """New words of a step, or whether it is done; None leaves a thing as it is."""

    text: str | None = None
    done: bool | None = None


def add_goal(
    *, client: User, words: GoalWords, steps: Sequence[str], actor: Actor, at: datetime
) -> Goal:
    """Begin a goal with its first steps; raises DayNotOpen, TooMany."""
    today = clock.local_day(at, client.timezone)
    refuse_day("target_on", words.target_on, days.may_be_planned(today=today))
    lock(f"goals:{client.pk}")
    _refuse_one_more(client)
    goal = Goal(client=client, added_at=at, added_by_id=traces.hand(actor), **vars(words))
    goal.save(force_insert=True)
    traces.leave(goal, What.ADDED, actor=actor, at=at)
    for place, text in enumerate(steps[:MOST_STEPS], 1):
        _put_step(goal, text, place, actor=actor, at=at)
    return goal


def change_goal(*, goal: Goal, words: GoalWords, actor: Actor, at: datetime) -> Goal:
    """Change what a goal says, keeping what it said; raises AlreadyEnded, DayNotOpen."""
    row = _open_goal(goal)
    if words.target_on != row.target_on:
        today = clock.local_day(at, row.client.timezone)
        refuse_day("target_on", words.target_on, days.may_be_planned(today=today))
    before = traces.changed(row, vars(words))
    if before:
        traces.apply(row, vars(words), before)
        traces.leave(row, What.CHANGED, actor=actor, at=at, before=before)
    return row


def end_goal(*, goal: Goal, end: GoalEnd, actor: Actor, at: datetime) -> Goal:
    """End work on a goal: reached, or set aside; raises AlreadyEnded."""
    row = _open_goal(goal)
    _end(row, {"end": end, "ended_at": at, "ended_by_id": traces.hand(actor)})
    traces.leave(row, What.ENDED, actor=actor, at=at)
    return row


def reopen_goal(*, goal: Goal, actor: Actor, at: datetime) -> Goal:
    """Take a goal up again; raises NotEnded, TooMany."""
    row = _locked(goal)
    if row.ended_at is None:
        raise NotEnded
    _refuse_one_more(row.client)
    before = {"end": row.end, "ended_at": row.ended_at}
    _end(row, {"end": "", "ended_at": None, "ended_by_id": None})
    traces.leave(row, What.REOPENED, actor=actor, at=at, before=before)
    return row


def add_step(*, goal: Goal, text: str, actor: Actor, at: datetime) -> GoalStep:
    """Put another step at the end; raises AlreadyEnded, TooMany."""
    row = _open_goal(goal)
    living = GoalStep.objects.filter(goal=row, removed_at=None)
    if living.count() >= MOST_STEPS:
        raise TooMany(
            say("A goal has up to {most_steps} steps. Remove one first.", most_steps=MOST_STEPS)
        )
    last = living.aggregate(last=Max("place"))["last"] or 0
    return _put_step(row, text, last + 1, actor=actor, at=at)


def change_step(*, step: GoalStep, change: StepChange, actor: Actor, at: datetime) -> GoalStep:
    """Change a step's words, tick it or take the tick back; raises AlreadyEnded, NotVisible."""
    row = _living_step(step)
    if change.text is not None and change.text != row.text:
        before = {"text": row.text}
        traces.apply(row, {"text": change.text}, ["text"])
        traces.leave(row, What.CHANGED, actor=actor, at=at, before=before)
    if change.done is not None and change.done != (row.done_at is not None):
        before = {"done_at": row.done_at}
        done = {"done_at": at, "done_by_id": traces.hand(actor)}
        undone: dict[str, Any] = {"done_at": None, "done_by_id": None}
        values = done if change.done else undone
        traces.apply(row, values, list(values))
        what = What.TICKED if change.done else What.UNTICKED
        traces.leave(row, what, actor=actor, at=at, before=before)
    return row


def remove_step(*, step: GoalStep, actor: Actor, at: datetime) -> None:
    """Take a step out; its row stays. Raises AlreadyEnded, NotVisible."""
    row = _living_step(step)
    traces.apply(row, {"removed_at": at}, ["removed_at"])
    traces.leave(row, What.REMOVED, actor=actor, at=at)


def set_daily_goal(
    *, client: User, on: date, goal: Goal | None, step: GoalStep | None, actor: Actor, at: datetime
) -> DailyGoal:
    """Say which goal, or step of it, a day's check-in is about; none takes it back.

    Raises DayNotOpen, and NotVisible when the step is not one of the goal's.
    """
    today = clock.local_day(at, client.timezone)
    refuse_day("on", on, days.may_be_marked(today=today))
    if step is not None and (goal is None or step.goal_id != goal.pk):
        raise NotVisible
    lock(f"goals:{client.pk}")
    row = DailyGoal.objects.filter(client=client, on=on).first() or DailyGoal(client=client, on=on)
    is_new = row._state.adding
    row.goal, row.step, row.set_at = goal, step, at
    row.save(force_insert=is_new, update_fields=None if is_new else ["goal", "step", "set_at"])
    audit.record(
        actor=actor, action="set", subject="care_dailygoal", subject_id=row.pk,
        clients=[client.pk], at=at,
    )  # fmt: skip
    return row


def _put_step(goal: Goal, text: str, place: int, *, actor: Actor, at: datetime) -> GoalStep:
    step = GoalStep(
        goal=goal, client_id=goal.client_id, text=text, place=place, added_at=at,
        added_by_id=traces.hand(actor),
    )  # fmt: skip
    step.save(force_insert=True)
    traces.leave(step, What.ADDED, actor=actor, at=at)
    return step


def _end(goal: Goal, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(goal, name, value)
    goal.save(update_fields=["end", "ended_at", "ended_by"])


def _refuse_one_more(client: User) -> None:
    if Goal.objects.filter(client=client, ended_at=None).count() >= MOST_OPEN:
        raise TooMany(
            say("There can be {most_open} goals at a time. End one first.", most_open=MOST_OPEN)
        )


def _locked(goal: Goal) -> Goal:
    lock(f"goals:{goal.client_id}")
    return Goal.objects.select_related("client").get(pk=goal.pk)


def _open_goal(goal: Goal) -> Goal:
    row = _locked(goal)
    if row.ended_at is not None:
        raise AlreadyEnded
    return row


def _living_step(step: GoalStep) -> GoalStep:
    _open_goal(step.goal)
    row = GoalStep.objects.filter(pk=step.pk, removed_at=None).first()
    if row is None:
        raise NotVisible
    return row
