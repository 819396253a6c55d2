"""Shapes of metrics over alerts."""

from typing import Any

from rest_framework import serializers

from accounts.serializers import PersonOutput
from alerts.models import Family, Tier
from core.shapes import StrictSerializer
from program.models import LevelOfCare

Shape = serializers.Serializer[Any]
MOST_WEEKS = 26


class MetricsInput(StrictSerializer):
    weeks = serializers.IntegerField(min_value=1, max_value=MOST_WEEKS, required=False, default=12)


class MetricsProgramOutput(Shape):
    id = serializers.UUIDField()
    name = serializers.CharField()


class MetricsProgramsOutput(Shape):
    results = MetricsProgramOutput(many=True)


class CountedOutput(Shape):
    """A group of alerts; numbers are null where it is withheld, shares where there are none.

    `action_rate`: of the resolved ones, those about which something was done. `useful_share`: of
    those that somebody judged. `dismissed_unread`: closed as no concern within a minute.
    """

    withheld = serializers.BooleanField()
    alerts = serializers.IntegerField(allow_null=True)
    action_rate = serializers.FloatField(allow_null=True)
    useful_share = serializers.FloatField(allow_null=True)
    overdue = serializers.IntegerField(allow_null=True)
    dismissed_unread = serializers.IntegerField(allow_null=True)


class TierWeekOutput(CountedOutput):
    week_of = serializers.DateField(help_text="A Monday.")
    tier = serializers.ChoiceField(choices=Tier.choices)


class FamilyWeekOutput(CountedOutput):
    week_of = serializers.DateField(help_text="A Monday.")
    family = serializers.ChoiceField(choices=Family.choices)


class LevelCountOutput(CountedOutput):
    level_of_care = serializers.ChoiceField(choices=LevelOfCare.choices)


class VersionCountOutput(CountedOutput):
    """What one version of the rules raised: one row beside the other is before and after."""

    rule_version = serializers.CharField()
    first_on = serializers.DateField()
    last_on = serializers.DateField()
    alerts_a_week = serializers.FloatField()


class MinutesOutput(Shape):
    tier = serializers.ChoiceField(choices=Tier.choices)
    until = serializers.ChoiceField(choices=("acknowledge", "resolve"))
    n = serializers.IntegerField()
    median = serializers.FloatField()
    ninetieth = serializers.FloatField()


class LoadOutput(Shape):
    """Non-critical alerts that a clinician was told of; the budget is fewer than five a day."""

    clinician = PersonOutput()
    alerts = serializers.IntegerField()
    per_working_day = serializers.FloatField()
    most_a_day = serializers.IntegerField()
    over_budget = serializers.BooleanField()


class MetricsOutput(Shape):
    """What became of a program's alerts, up to now."""

    program = MetricsProgramOutput()
    first_on = serializers.DateField()
    last_on = serializers.DateField()
    working_days = serializers.IntegerField()
    open = serializers.IntegerField()
    overdue_now = serializers.IntegerField()
    budget = serializers.IntegerField()
    tiers = TierWeekOutput(many=True)
    families = FamilyWeekOutput(many=True)
    levels = LevelCountOutput(many=True)
    versions = VersionCountOutput(many=True)
    times = MinutesOutput(many=True)
    load = LoadOutput(many=True)
