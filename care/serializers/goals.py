"""Shapes of goals, steps, and the goal of a day."""

from typing import Any

from rest_framework import serializers

from accounts.serializers import PersonOutput
from care.models import DailyGoal, Goal, GoalEnd, GoalStep
from care.serializers.shared import day, line, optional
from care.services import GoalWords, StepChange
from core.shapes import Identifier, StrictSerializer, YesNo

MOST_FIRST_STEPS = 12


class GoalInput(StrictSerializer):
    title = line()
    why = optional(500)
    target_on = day()

    def words(self) -> GoalWords:
        """Return what was sent, its steps aside."""
        values = dict(self.validated_data)
        values.pop("steps", None)
        return GoalWords(**values)


class NewGoalInput(GoalInput):
    steps = serializers.ListField(
        child=line(), max_length=MOST_FIRST_STEPS, required=False, default=list
    )


class EndGoalInput(StrictSerializer):
    end = serializers.ChoiceField(choices=GoalEnd.choices)


class NewGoalStepInput(StrictSerializer):
    text = line()


class GoalStepInput(StrictSerializer):
    text = line(required=False)
    done = YesNo(required=False)

    def change(self) -> StepChange:
        """Return what was sent."""
        return StepChange(**self.validated_data)


class GoalStepOutput(serializers.ModelSerializer[GoalStep]):
    done_by = PersonOutput(allow_null=True)

    class Meta:
        model = GoalStep
        fields = ("id", "text", "place", "added_at", "done_at", "done_by")
        read_only_fields = fields


class GoalOutput(serializers.ModelSerializer[Goal]):
    added_by = PersonOutput()
    ended_by = PersonOutput(allow_null=True)
    steps = GoalStepOutput(many=True, source="living_steps")

    class Meta:
        model = Goal
        fields = (
            "id", "title", "why", "target_on", "added_at", "added_by", "ended_at", "ended_by",
            "end", "steps",
        )  # fmt: skip
        read_only_fields = fields


class GoalsQuery(serializers.Serializer[Any]):
    state = serializers.ChoiceField(
        choices=("open", "ended", "all"), required=False, default="open"
    )


class GoalOfDayInput(StrictSerializer):
    goal_id = Identifier(required=False, allow_null=True, default=None)
    step_id = Identifier(required=False, allow_null=True, default=None)


class GoalOfDayOutput(serializers.ModelSerializer[DailyGoal]):
    goal_id = serializers.UUIDField(allow_null=True)
    step_id = serializers.UUIDField(allow_null=True)

    class Meta:
        model = DailyGoal
        fields = ("on", "goal_id", "step_id", "set_at")
        read_only_fields = fields
