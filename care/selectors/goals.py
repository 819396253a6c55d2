"""Reads of goals, their steps, and which of them a day was about."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from care.models import DailyGoal, Goal, GoalStep


@dataclass(frozen=True)
class DayGoal:
    """The goal, and perhaps the step, that a client named for one of their days."""

    on: date
    goal_id: UUID
    step_id: UUID | None


def with_steps(rows: QuerySet[Goal]) -> QuerySet[Goal]:
    """Return goals with their steps in order, and who wrote them."""
    steps = GoalStep.objects.filter(removed_at=None).select_related("done_by").order_by("place")
    return rows.select_related("added_by", "ended_by").prefetch_related(
        Prefetch("steps", queryset=steps, to_attr="living_steps")
    )


def goals_in(rows: QuerySet[Goal], *, state: str) -> QuerySet[Goal]:
    """Return goals that are `open`, `ended`, or `all` of them."""
    if state == "open":
        return rows.filter(ended_at=None)
    if state == "ended":
        return rows.filter(ended_at__isnull=False)
    return rows


def open_goals(*, client: UUID) -> list[Goal]:
    """Return what the client works toward now, the oldest first; at most 100."""
    rows = Goal.objects.filter(client_id=client, ended_at=None)
    return list(with_steps(rows).order_by("added_at", "pk")[:100])


def daily_goals_between(*, client: UUID, since: date, until: date) -> list[DayGoal]:
    """Return which goal each day's check-in was about, ends included; days without one left out."""
    rows = DailyGoal.objects.filter(
        client_id=client, on__range=(since, until), goal__isnull=False
    ).order_by("on")
    return [DayGoal(row.on, row.goal_id, row.step_id) for row in rows if row.goal_id]
