"""Shapes of alerts."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from alerts import selectors
from alerts.models import Action, Alert, Outcome, Tier
from core.shapes import StrictSerializer, Words


class ReasonOutput(serializers.Serializer[Any]):
    code = serializers.CharField()
    tier = serializers.ChoiceField(choices=Tier.choices)
    sentence = serializers.CharField()
    value = serializers.CharField()
    usual = serializers.CharField()


class ToldOutput(serializers.Serializer[Any]):
    name = serializers.CharField(source="person.name")
    at = serializers.DateTimeField()
    rung = serializers.IntegerField()


class AlertOutput(serializers.ModelSerializer[Alert]):
    client = PersonOutput()
    state = serializers.SerializerMethodField()
    overdue = serializers.SerializerMethodField()
    check_in_on = serializers.DateField(source="assessment.on")
    rule_version = serializers.CharField(source="assessment.rule_version")
    reasons = ReasonOutput(source="assessment.reasons", many=True)
    acknowledged_by = PersonOutput(allow_null=True)
    resolved_by = PersonOutput(allow_null=True)
    told = serializers.SerializerMethodField()

    class Meta:
        model = Alert
        fields = (
            "id", "client", "tier", "state", "raised_at", "due_at", "overdue", "late",
            "check_in_on", "rule_version", "reasons", "acknowledged_at", "acknowledged_by",
            "resolved_at", "resolved_by", "action", "outcome", "note", "told",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=selectors.STATES))
    def get_state(self, row: Alert) -> str:
        return selectors.state_of(row)

    def get_overdue(self, row: Alert) -> bool:
        waiting = row.acknowledged_at is None
        return waiting and (row.rung > 0 or row.due_at <= self.context["at"])

    @extend_schema_field(ToldOutput(many=True))
    def get_told(self, row: Alert) -> Any:
        return ToldOutput(selectors.told(row), many=True).data


class ResolveInput(StrictSerializer):
    action = serializers.ChoiceField(choices=Action.choices)
    outcome = serializers.ChoiceField(choices=Outcome.choices)
    note = Words(max_length=4000)


class AcknowledgeInput(StrictSerializer):
    """Nothing need be said to take an alert on; a screen says how grave it was when it was read."""

    tier = serializers.ChoiceField(choices=Tier.choices, required=False)


class InboxInput(StrictSerializer):
    state = serializers.ChoiceField(choices=selectors.STATES, required=False, default="")
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)
