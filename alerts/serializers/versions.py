"""Shapes of rule versions, budgets and limits."""

from decimal import Decimal
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from alerts.models import AlertBudget, RuleFamily, RuleState, RuleVersion, SiteLimit
from alerts.services.versions import MOVES
from core.shapes import StrictSerializer, Words

BUDGETS = ("0.25", "0.50", "1.00")


class RuleVersionStepOutput(serializers.Serializer[Any]):
    from_state = serializers.ChoiceField(choices=RuleState.choices)
    to_state = serializers.ChoiceField(choices=RuleState.choices)
    by = PersonOutput()
    at = serializers.DateTimeField()
    note = serializers.CharField()


class RuleVersionOutput(serializers.ModelSerializer[RuleVersion]):
    drafted_by = PersonOutput(allow_null=True)
    steps = serializers.SerializerMethodField()
    moves = serializers.SerializerMethodField()

    class Meta:
        model = RuleVersion
        fields = (
            "id", "family", "name", "code_version", "parameters", "state", "note", "drafted_at",
            "drafted_by", "steps", "moves",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(RuleVersionStepOutput(many=True))
    def get_steps(self, row: RuleVersion) -> Any:
        steps = sorted(row.steps.all(), key=lambda step: (step.at, step.created_at))
        return RuleVersionStepOutput(steps, many=True).data

    @extend_schema_field(serializers.ListField(child=serializers.ChoiceField(RuleState.choices)))
    def get_moves(self, row: RuleVersion) -> list[str]:
        return list(MOVES[row.state])


class RuleDraftInput(StrictSerializer):
    """New numbers; what is not named is as it is shipped."""

    family = serializers.ChoiceField(choices=RuleFamily.choices)
    name = serializers.RegexField(r"^[a-z0-9][a-z0-9.\-]{1,30}$", max_length=31)
    parameters = serializers.DictField(required=False, default=dict)
    note = Words(max_length=1000)


class RuleMoveInput(StrictSerializer):
    to_state = serializers.ChoiceField(choices=RuleState.choices)
    note = Words(max_length=1000)


class RangeOutput(serializers.Serializer[Any]):
    name = serializers.CharField()
    least = serializers.FloatField()
    most = serializers.FloatField()
    shipped = serializers.FloatField()
    whole = serializers.BooleanField()


class ShippedOutput(serializers.Serializer[Any]):
    """The numbers that the program comes with, and how far each may be changed."""

    code_version = serializers.CharField()
    parameters = serializers.DictField()
    ranges = RangeOutput(many=True)


class RateOutput(serializers.Serializer[Any]):
    """Warnings per client-month with a 95% interval; null where there are no days."""

    per_month = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    client_days = serializers.IntegerField()


class ShareOutput(serializers.Serializer[Any]):
    """A share with its 95% interval; null where nothing could be counted."""

    share = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    of = serializers.IntegerField()


class LimitsOutput(serializers.Serializer[Any]):
    """Thousandths of a point from which a warning is of each tier."""

    high = serializers.IntegerField()
    medium = serializers.IntegerField()
    watch = serializers.IntegerField()


class RatesOutput(serializers.Serializer[Any]):
    """On the site's quiet days, each tier or graver; and what was really told in four weeks."""

    high = RateOutput()
    medium = RateOutput()
    watch = RateOutput()
    told = RateOutput()


class GroupOutput(serializers.Serializer[Any]):
    """One group of clients; null figures mean under eleven people."""

    kind = serializers.ChoiceField(choices=("program", "level_of_care", "tenure"))
    value = serializers.CharField()
    clients = serializers.IntegerField(allow_null=True)
    rate = RateOutput(allow_null=True)
    sensitivity = ShareOutput(allow_null=True)
    right = ShareOutput(allow_null=True)


class SiteLimitOutput(serializers.ModelSerializer[SiteLimit]):
    limits = LimitsOutput()
    rates = RatesOutput()
    groups = GroupOutput(many=True)

    class Meta:
        model = SiteLimit
        fields = (
            "per_month", "limits", "is_own", "client_days", "rates", "groups", "since", "until",
            "computed_at",
        )  # fmt: skip
        read_only_fields = fields


class InForceOutput(serializers.Serializer[Any]):
    """The limits that hold for a version now, and what was last found."""

    per_month = serializers.DecimalField(max_digits=3, decimal_places=2)
    limits = LimitsOutput()
    is_own = serializers.BooleanField()
    found = SiteLimitOutput(allow_null=True)


class BudgetInput(StrictSerializer):
    family = serializers.ChoiceField(choices=RuleFamily.choices)
    per_month = serializers.ChoiceField(choices=BUDGETS)
    note = Words(max_length=1000)

    def validate_per_month(self, value: str) -> Decimal:
        return Decimal(value)


class BudgetOutput(serializers.ModelSerializer[AlertBudget]):
    chosen_by = PersonOutput()

    class Meta:
        model = AlertBudget
        fields = ("id", "family", "per_month", "chosen_at", "chosen_by", "note")
        read_only_fields = fields
