"""Shapes of program outcomes. A cell that is null is withheld, or there is nobody in it."""

from typing import Any

from rest_framework import serializers

from program.models import Program
from progress.models import MissingBand, OutcomeCell

Shape = serializers.Serializer[Any]


class OutcomeProgramOutput(serializers.ModelSerializer[Program]):
    class Meta:
        model = Program
        fields = ("id", "name")
        read_only_fields = fields


class OutcomeProgramsOutput(Shape):
    results = OutcomeProgramOutput(many=True)


class OutcomeCellOutput(serializers.ModelSerializer[OutcomeCell]):
    first_mean = serializers.FloatField(
        allow_null=True, help_text="With one week of each measure; null beside the others."
    )
    missing_band = serializers.ChoiceField(choices=MissingBand.choices)

    class Meta:
        model = OutcomeCell
        fields = (
            "n", "first_mean", "mean_change", "low", "high", "share_missing", "missing_band",
            "published_at",
        )  # fmt: skip
        read_only_fields = fields


class OutcomeWeekOutput(Shape):
    week = serializers.IntegerField()
    cell = OutcomeCellOutput(allow_null=True, help_text="Null under eleven people.")


class OutcomeMeasureOutput(Shape):
    key = serializers.CharField()
    weeks = OutcomeWeekOutput(many=True)


class OutcomesOutput(Shape):
    program = OutcomeProgramOutput()
    least = serializers.IntegerField(help_text="Fewest people in a cell that is shown.")
    rule_version = serializers.CharField()
    measures = OutcomeMeasureOutput(many=True)
