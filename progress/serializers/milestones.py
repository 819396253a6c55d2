"""Shapes of milestones and of the overview."""

from typing import Any

from rest_framework import serializers

from accounts.serializers import PersonOutput
from core.shapes import StrictSerializer, Words, YesNo
from progress.models import MilestoneEvent
from progress.rules.milestones import PHASES
from progress.serializers.series import SeriesDaysWellOutput
from progress.services import Saying

Shape = serializers.Serializer[Any]


class MilestoneMarkInput(StrictSerializer):
    """Whether somebody sees a milestone as reached, and a few words, if they like."""

    reached = YesNo()
    note = Words(max_length=500, required=False, allow_blank=True, default="")

    def saying(self, slug: str) -> Saying:
        """Return what is said of which milestone."""
        return Saying(slug=slug, **self.validated_data)


class MilestoneEventOutput(serializers.ModelSerializer[MilestoneEvent]):
    at = serializers.DateTimeField(source="noted_at")
    by = PersonOutput(source="noted_by", allow_null=True)

    class Meta:
        model = MilestoneEvent
        fields = ("kind", "at", "by", "note")
        read_only_fields = fields


class MilestoneOutput(Shape):
    slug = serializers.CharField()
    phase = serializers.ChoiceField(choices=PHASES)
    title = serializers.CharField()
    meaning = serializers.CharField()
    computed = serializers.BooleanField(help_text="A rule can see it; else it is marked.")
    reached = serializers.BooleanField()
    since = serializers.DateTimeField(allow_null=True)
    based_on = serializers.CharField(help_text="What the rule saw when it was reached, or empty.")
    now = serializers.CharField(help_text="What the rule sees now, or empty.")
    history = MilestoneEventOutput(many=True)


class MilestonesOutput(Shape):
    week = serializers.IntegerField(allow_null=True)
    phase = serializers.ChoiceField(choices=PHASES, allow_null=True)
    results = MilestoneOutput(many=True)


class HelpedMostOutput(Shape):
    slug = serializers.CharField()
    title = serializers.CharField()
    tried = serializers.IntegerField()
    mean_change = serializers.FloatField()
    last_on = serializers.DateField()


class ProgressOutput(Shape):
    days_well = SeriesDaysWellOutput()
    week = serializers.IntegerField(allow_null=True)
    phase = serializers.ChoiceField(choices=PHASES, allow_null=True)
    reached = MilestoneOutput(many=True)
    helped_most = HelpedMostOutput(many=True)
