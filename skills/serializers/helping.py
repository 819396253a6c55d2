"""Shapes of what helps: in a hard moment, for the phone to rank by, over all, and today."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import StrictSerializer
from skills.rules.exercise import NEEDS

Shape = serializers.Serializer[object]
BANDS = ("low", "middle", "high")
REASONS = ("session", "assignment", "worked", "start")


class HelpQuery(StrictSerializer):
    need = serializers.ChoiceField(choices=NEEDS)
    level = serializers.IntegerField(min_value=0, max_value=10)


class HelpOutput(Shape):
    slug = serializers.CharField()
    title = serializers.CharField()
    minutes = serializers.IntegerField()
    summary = serializers.CharField()
    tried = serializers.IntegerField()
    mean_change = serializers.FloatField(allow_null=True)
    score = serializers.FloatField()
    because = serializers.CharField()


class HelpNowOutput(Shape):
    need = serializers.ChoiceField(choices=NEEDS)
    level = serializers.IntegerField()
    results = HelpOutput(many=True)
    rule_version = serializers.CharField()


class EffectOutput(Shape):
    """`total_change` over `tried` is the mean; the whole number keeps both sides to one score."""

    slug = serializers.CharField()
    need = serializers.ChoiceField(choices=NEEDS)
    level_band = serializers.ChoiceField(choices=BANDS)
    tried = serializers.IntegerField()
    helped = serializers.IntegerField()
    total_change = serializers.IntegerField()
    mean_change = serializers.FloatField(allow_null=True)
    yes = serializers.IntegerField()
    no = serializers.IntegerField()


class EffectsOutput(Shape):
    """Everything that the phone needs to rank by the same rule while it is offline."""

    rule_version = serializers.CharField(source="rule.version")
    prior = serializers.FloatField(source="rule.prior")
    prior_weight = serializers.IntegerField(source="rule.prior_weight")
    fits = serializers.FloatField(source="rule.fits")
    per_minute = serializers.FloatField(source="rule.per_minute")
    found_helpful = serializers.FloatField(source="rule.found_helpful")
    other_levels = serializers.FloatField(source="rule.other_levels")
    low_until = serializers.IntegerField(source="rule.low_until")
    middle_until = serializers.IntegerField(source="rule.middle_until")
    strong_from = serializers.IntegerField(source="rule.strong_from")
    long_over = serializers.IntegerField(source="rule.long_over")
    long_when_strong = serializers.FloatField(source="rule.long_when_strong")
    most_results = serializers.IntegerField(source="rule.most_results")
    effects = EffectOutput(many=True)


class TopOutput(Shape):
    slug = serializers.CharField()
    title = serializers.CharField()
    tried = serializers.IntegerField()
    mean_change = serializers.FloatField()
    last_on = serializers.DateField()


class ByNeedOutput(Shape):
    need = serializers.ChoiceField(choices=NEEDS)
    tried = serializers.IntegerField()
    mean_change = serializers.FloatField(allow_null=True)


class MineOutput(Shape):
    """What was practised and what it did."""

    top = TopOutput(many=True)
    by_need = ByNeedOutput(many=True)


class TodaySkillOutput(Shape):
    slug = serializers.CharField()
    title = serializers.CharField()
    minutes = serializers.IntegerField()
    summary = serializers.CharField()


class TodayOutput(Shape):
    """One exercise for today, and why it: null only while the library is empty."""

    skill = serializers.SerializerMethodField()
    reason = serializers.ChoiceField(choices=REASONS, allow_null=True)
    because = serializers.CharField()
    session = serializers.UUIDField(allow_null=True)
    assignment = serializers.UUIDField(allow_null=True)

    @extend_schema_field(TodaySkillOutput(allow_null=True))
    def get_skill(self, about: Any) -> Any:
        return TodaySkillOutput(about.skill.content).data if about.skill else None
