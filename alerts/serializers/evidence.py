"""Shapes of what a warning rests on: every point, what is usual, and under which version."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from alerts.models import RuleFamily, WarningScore
from alerts.models.score import TIERS
from alerts.serializers.versions import LimitsOutput
from core.words import reread


class PartOutput(serializers.Serializer[Any]):
    """One kind of evidence: its points in thousandths, what was seen, and what is usual."""

    kind = serializers.CharField()
    points = serializers.IntegerField()
    sentence = serializers.CharField()
    value = serializers.CharField()
    usual = serializers.CharField()


class ExplanationOutput(serializers.Serializer[Any]):
    """The points of all parts add up to the score's."""

    sentence = serializers.CharField()
    parts = PartOutput(many=True)
    days_seen = serializers.IntegerField()
    days_missed = serializers.IntegerField()
    learning = serializers.BooleanField()
    version = serializers.CharField()
    limits = LimitsOutput()
    is_own_limit = serializers.BooleanField()
    usual_from = serializers.DateField(required=False)
    usual_until = serializers.DateField(required=False)


class EvidenceOutput(serializers.ModelSerializer[WarningScore]):
    family = serializers.ChoiceField(choices=RuleFamily.choices, source="version.family")
    tier = serializers.ChoiceField(choices=TIERS)
    explanation = serializers.SerializerMethodField()

    class Meta:
        model = WarningScore
        fields = ("id", "family", "on", "points", "tier", "rise", "explanation", "scored_at")
        read_only_fields = fields

    @extend_schema_field(ExplanationOutput)
    def get_explanation(self, row: WarningScore) -> Any:
        kept = dict(row.explanation)
        kept["sentence"] = reread("reason", kept["sentence"])
        kept["parts"] = [
            {
                **part,
                **{name: reread("reason", part[name]) for name in ("sentence", "value", "usual")},
            }
            for part in kept["parts"]
        ]
        return kept


class EvidencesOutput(serializers.Serializer[Any]):
    """The newest first; twenty at most."""

    results = EvidenceOutput(many=True)
