"""Shapes of alerts."""

from datetime import datetime
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from alerts import selectors
from alerts.models import Alert, Step, Tier
from alerts.services import UNDO_WITHIN
from core.shapes import Observed, StrictSerializer


class ReasonOutput(serializers.Serializer[Any]):
    code = serializers.CharField()
    tier = serializers.ChoiceField(choices=Tier.choices)
    sentence = Observed("reason")
    value = Observed("reason")
    usual = Observed("reason")


class ToldOutput(serializers.Serializer[Any]):
    name = serializers.CharField(source="person.name")
    at = serializers.DateTimeField()
    rung = serializers.IntegerField()


class StoryOutput(serializers.Serializer[Any]):
    """One thing that happened, who did it, and their words."""

    kind = serializers.ChoiceField(choices=Step.Kind.choices)
    at = serializers.DateTimeField()
    person = serializers.CharField(source="person.name", allow_null=True, default=None)
    words = serializers.CharField()
    details = serializers.JSONField()


class AlertOutput(serializers.ModelSerializer[Alert]):
    client = PersonOutput()
    state = serializers.SerializerMethodField()
    overdue = serializers.SerializerMethodField()
    check_in_on = serializers.DateField(source="assessment.on")
    rule_version = serializers.CharField(source="assessment.rule_version")
    reasons = ReasonOutput(source="assessment.reasons", many=True)
    owner = PersonOutput(allow_null=True)
    acknowledged_by = PersonOutput(allow_null=True)
    resolved_by = PersonOutput(allow_null=True)
    told = serializers.SerializerMethodField()
    story = serializers.SerializerMethodField()
    undo_until = serializers.SerializerMethodField()

    class Meta:
        model = Alert
        fields: tuple[str, ...] = (
            "id", "client", "tier", "family", "state", "raised_at", "due_at", "due_by", "overdue",
            "late", "check_in_on", "rule_version", "reasons", "owner", "acknowledged_at",
            "acknowledged_by", "undo_until", "resolved_at", "resolved_by", "action", "outcome",
            "note", "contacted_at", "useful", "useless_because", "told", "story",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=selectors.STATES))
    def get_state(self, row: Alert) -> str:
        return selectors.state_of(row)

    def get_overdue(self, row: Alert) -> bool:
        if row.acknowledged_at is not None or row.due_at is None:
            return False
        return row.rung > 0 or row.due_at <= self.context["at"]

    @extend_schema_field(ToldOutput(many=True))
    def get_told(self, row: Alert) -> Any:
        return ToldOutput(selectors.told(row), many=True).data

    @extend_schema_field(StoryOutput(many=True))
    def get_story(self, row: Alert) -> Any:
        return StoryOutput(selectors.story(row), many=True).data

    def get_undo_until(self, row: Alert) -> datetime | None:
        taken = row.acknowledged_at if row.resolved_at is None else None
        return taken + UNDO_WITHIN if taken else None


class InboxInput(StrictSerializer):
    state = serializers.ChoiceField(choices=selectors.STATES, required=False, default="")
    client = serializers.UUIDField(required=False)
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)
