"""Shapes of trials over past days."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from alerts.models import Backtest, BacktestChange, Progress
from alerts.serializers.versions import ShareOutput
from core.shapes import Identifier, StrictSerializer, Words, day

MOST_LETTERS = 200_000


class BacktestInput(StrictSerializer):
    version = Identifier()
    since = day()
    until = day()


class TableInput(StrictSerializer):
    """A table of days as comma-separated values; nothing of it is kept."""

    version = Identifier()
    csv = Words(max_length=MOST_LETTERS, trim_whitespace=False)


class TrialOutput(serializers.Serializer[Any]):
    """What a version would have done, with the line for chance: random alarms as often."""

    clients = serializers.IntegerField()
    client_days = serializers.IntegerField()
    alarms = serializers.IntegerField()
    per_client_month = serializers.FloatField()
    false_per_client_month = serializers.FloatField(allow_null=True)
    per_week = serializers.ListField(child=serializers.IntegerField())
    per_week_mean = serializers.FloatField()
    per_clinician_week = serializers.FloatField(allow_null=True)
    sensitivity = ShareOutput()
    chance_sensitivity = serializers.FloatField()
    lead_days = serializers.FloatField(allow_null=True)
    chance_lead_days = serializers.FloatField(allow_null=True)
    added = serializers.IntegerField()
    removed = serializers.IntegerField()
    clients_by_alarms = serializers.ListField(child=serializers.IntegerField())


class VersionNameOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    family = serializers.CharField()
    name = serializers.CharField()


class BacktestOutput(serializers.ModelSerializer[Backtest]):
    version = VersionNameOutput()
    against = VersionNameOutput(allow_null=True)
    state = serializers.ChoiceField(choices=Progress.choices)
    asked_by = PersonOutput()
    result = serializers.SerializerMethodField()

    class Meta:
        model = Backtest
        fields = (
            "id", "version", "against", "since", "until", "state", "clients_done",
            "clients_in_all", "result", "asked_at", "asked_by", "finished_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(TrialOutput(allow_null=True))
    def get_result(self, row: Backtest) -> Any:
        return row.result


class BacktestChangeOutput(serializers.ModelSerializer[BacktestChange]):
    client = PersonOutput()

    class Meta:
        model = BacktestChange
        fields = ("client", "on", "kind")
        read_only_fields = fields
