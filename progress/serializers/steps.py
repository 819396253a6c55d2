"""Shapes of proposals to step, and of a clinician's answer."""

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from core.shapes import Observed, StrictSerializer, Words
from program.models import ChangeReason, LevelOfCare
from progress.models import Direction, StepProposal
from progress.services import Yes

Shape = serializers.Serializer[Any]
STATES = ("open", "accepted", "declined", "superseded")


class StepReasonOutput(Shape):
    code = serializers.CharField()
    sentence = Observed("step")


class StepInputsOutput(Shape):
    """What was looked at: counts over the last 7, 14 ("recent") and 28 ("calm") days.

    A number that an older version of the rules did not look at is left out.
    """

    level = serializers.ChoiceField(choices=LevelOfCare.choices)
    week = serializers.IntegerField(required=False)
    expected_recent = serializers.IntegerField(required=False)
    attended_recent = serializers.IntegerField(required=False)
    expected_calm = serializers.IntegerField(required=False)
    attended_calm = serializers.IntegerField(required=False)
    critical_alerts_week = serializers.IntegerField(required=False)
    high_alerts_recent = serializers.IntegerField(required=False)
    serious_alerts_calm = serializers.IntegerField(required=False)
    open_alerts = serializers.IntegerField(required=False)
    lapses_recent = serializers.IntegerField(required=False)
    lapses_calm = serializers.IntegerField(required=False)
    days_answered_calm = serializers.IntegerField(required=False)
    milestones_reached = serializers.IntegerField(required=False)
    change = serializers.DictField(child=serializers.FloatField(), required=False)


class StepProposalOutput(serializers.ModelSerializer[StepProposal]):
    client = PersonOutput()
    state = serializers.SerializerMethodField()
    reasons = StepReasonOutput(many=True)
    inputs = StepInputsOutput()
    decided_by = PersonOutput(allow_null=True)

    class Meta:
        model = StepProposal
        fields = (
            "id", "client", "state", "direction", "from_level", "to_level", "reasons", "inputs",
            "rule_version", "made_at", "superseded_at", "decided_at", "decided_by", "note",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=STATES))
    def get_state(self, row: StepProposal) -> str:
        return row.decision or ("superseded" if row.superseded_at else "open")


class StepAdviceOutput(Shape):
    """What the rules make of it now. No direction is "stay", with what speaks for that."""

    direction = serializers.ChoiceField(choices=["", *Direction.values], source="verdict.direction")
    reasons = StepReasonOutput(many=True, source="verdict.reasons")
    inputs = StepInputsOutput()
    proposal = StepProposalOutput(allow_null=True)


class ProposalsInput(StrictSerializer):
    state = serializers.ChoiceField(choices=["open", "all"], required=False, default="open")
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)


class AcceptStepInput(StrictSerializer):
    """Why, and from which day of the program; today when none is given."""

    reason = serializers.ChoiceField(choices=ChangeReason.choices)
    note = Words(max_length=2000)
    effective_on = serializers.DateField(required=False, allow_null=True, default=None)

    def yes(self, *, today: date) -> Yes:
        """Return the decision."""
        given = self.validated_data
        return Yes(given["reason"], given["note"], given["effective_on"] or today)


class DeclineStepInput(StrictSerializer):
    note = Words(max_length=2000)
