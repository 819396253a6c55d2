"""Shapes of what was told of use before the program."""

from typing import Any

from rest_framework import serializers

from accounts.serializers import PersonOutput
from checkins.models import MOST_EPISODES, UseGoal, UseHistory, UsePattern
from core.shapes import StrictSerializer, WholeNumber, day


class UseHistoryInput(StrictSerializer):
    """Nothing need be known."""

    last_use_on = day(required=False, allow_null=True)
    episodes_in_year = WholeNumber(
        min_value=0, max_value=MOST_EPISODES, required=False, allow_null=True, default=None
    )
    goal = serializers.ChoiceField(
        choices=UseGoal.choices, required=False, allow_blank=True, default=""
    )
    pattern = serializers.ChoiceField(
        choices=UsePattern.choices, required=False, allow_blank=True, default=""
    )


class UseHistoryOutput(serializers.ModelSerializer[UseHistory]):
    told_by = PersonOutput()

    class Meta:
        model = UseHistory
        fields = (
            "id", "last_use_on", "episodes_in_year", "goal", "pattern", "told_at", "told_by",
        )  # fmt: skip
        read_only_fields = fields


class UseHistoriesOutput(serializers.Serializer[Any]):
    """What holds now; null where nothing was told."""

    told = UseHistoryOutput(allow_null=True)
