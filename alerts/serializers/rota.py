"""Shapes of the rota, and of a clinic's pagers."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput, one_line
from alerts.models import Pager, Place, RotaShift, Tier
from alerts.services import MOST_WEEKS
from core.shapes import Identifier, StrictSerializer, WholeNumber, Words, day

MOST_DAYS = 62
LAST_MINUTE = 1439
# Told at once; the others wait for a digest.
PAGED = [(Tier.CRITICAL.value, "Critical"), (Tier.HIGH.value, "High")]


class RotaQuery(StrictSerializer):
    """A program and the days to show, both included, at most 62."""

    program = Identifier()

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # "from" is a word of the language and cannot be an attribute.
        return {**super().get_fields(), "from": day(), "to": day()}

    def validate(self, attrs: dict[str, date]) -> dict[str, date]:
        """Refuse periods that end before they begin or are longer than 62 days."""
        if not timedelta() <= attrs["to"] - attrs["from"] <= timedelta(days=MOST_DAYS):
            raise serializers.ValidationError(
                {"to": [_("Choose at most 62 days, from the first.")]}
            )
        return attrs


class TurnInput(StrictSerializer):
    """Somebody on call once."""

    program = Identifier()
    person = Identifier()
    place = serializers.ChoiceField(choices=Place.choices)
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()


class WeeklyInput(StrictSerializer):
    """Somebody on call every week; minutes of the program's day. An end before the beginning is
    on the next day."""

    program = Identifier()
    person = Identifier()
    place = serializers.ChoiceField(choices=Place.choices)
    weekdays = serializers.ListField(
        child=WholeNumber(min_value=0, max_value=6), min_length=1, max_length=7
    )
    begins = WholeNumber(min_value=0, max_value=LAST_MINUTE)
    ends = WholeNumber(min_value=0, max_value=LAST_MINUTE)
    first_on = day()
    weeks = WholeNumber(min_value=1, max_value=MOST_WEEKS)


class ShiftOutput(serializers.ModelSerializer[RotaShift]):
    person = PersonOutput()

    class Meta:
        model = RotaShift
        fields = ("id", "program", "person", "place", "starts_at", "ends_at")
        read_only_fields = fields


class GapOutput(serializers.Serializer[Any]):
    """A time at which nobody is watching."""

    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()


class RotaOutput(serializers.Serializer[Any]):
    """Who is on call in a period; gaps within it that are still to come."""

    shifts = ShiftOutput(many=True)
    gaps = GapOutput(many=True)


class ShiftsOutput(serializers.Serializer[Any]):
    shifts = ShiftOutput(many=True)


class PagerInput(StrictSerializer):
    program = Identifier()
    label = Words(max_length=60, validators=[one_line])  # type: ignore[assignment]  # a column of its own
    address = Words(max_length=500, validators=[one_line])
    agreement = Words(max_length=60, validators=[one_line])
    tiers = serializers.ListField(
        child=serializers.ChoiceField(choices=PAGED), min_length=1, max_length=2
    )


class LastCallOutput(serializers.Serializer[Any]):
    """How far the newest call to a pager got."""

    state = serializers.CharField()
    due_at = serializers.DateTimeField()
    settled_at = serializers.DateTimeField(allow_null=True)
    failure = serializers.CharField()


class PagerOutput(serializers.ModelSerializer[Pager]):
    last_call = serializers.SerializerMethodField()

    class Meta:
        model = Pager
        fields = (
            "id", "program", "label", "address", "agreement", "tiers", "former_until", "last_call",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(LastCallOutput(allow_null=True))
    def get_last_call(self, row: Pager) -> Any:
        found = self.context["last_calls"].get(row.pk)
        return LastCallOutput(found).data if found else None


class PagerListOutput(serializers.Serializer[Any]):
    results = PagerOutput(many=True)


class SecretOutput(serializers.Serializer[Any]):
    """What signs the calls; shown this once."""

    id = serializers.UUIDField()
    secret = serializers.CharField()
