"""Days, periods and names that several shapes are made of."""

from datetime import date

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.shapes import StrictSerializer, day


class MonthInput(StrictSerializer):
    """Days of a period, both included, at most 31."""

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]  # DRF's own signature
        return {**super().get_fields(), "from": day(), "to": day()}

    def validate(self, attrs: dict[str, date]) -> dict[str, date]:
        """Refuse periods that end before they begin or are longer than a month."""
        days = (attrs["to"] - attrs["from"]).days
        if not 0 <= days <= 31:
            raise serializers.ValidationError(
                {"to": [_("Choose at most 31 days, from the first.")]}
            )
        return attrs


class OnInput(StrictSerializer):
    """A day on which something ends, or that is left out."""

    on = day()


class TeamPlaceOutput(serializers.Serializer[object]):
    """One clinician on a care team, as what and from when until when."""

    id = serializers.UUIDField()
    clinician = serializers.UUIDField(source="clinician_id")
    name = serializers.CharField(source="clinician.name")
    role = serializers.CharField()
    rung = serializers.IntegerField()
    active_from = serializers.DateField()
    active_until = serializers.DateField(allow_null=True)
