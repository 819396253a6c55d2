"""Shapes of opening hours and licences."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from accounts.serializers import PersonOutput, one_line
from core.shapes import StrictSerializer, WholeNumber, Words
from program.models import Licence


class DayHoursInput(StrictSerializer):
    """One weekday (0 is Monday), in minutes of the program's day."""

    weekday = WholeNumber(min_value=0, max_value=6)
    opens = WholeNumber(min_value=0, max_value=1439)
    closes = WholeNumber(min_value=1, max_value=1440)

    def validate(self, attrs: dict[str, int]) -> dict[str, int]:
        """Refuse doors that close before they open."""
        if attrs["closes"] <= attrs["opens"]:
            raise serializers.ValidationError({"closes": [_("Doors close after they open.")]})
        return attrs


class HoursInput(StrictSerializer):
    hours = serializers.ListField(child=DayHoursInput(), min_length=1, max_length=7)

    def validate_hours(self, value: list[dict[str, int]]) -> list[dict[str, int]]:
        """Refuse a weekday that is there twice."""
        if len({one["weekday"] for one in value}) < len(value):
            raise serializers.ValidationError(_("Each weekday once."))
        return value


class DayHoursOutput(serializers.Serializer[Any]):
    weekday = serializers.IntegerField()
    opens = serializers.IntegerField()
    closes = serializers.IntegerField()


class HoursOutput(serializers.Serializer[Any]):
    timezone = serializers.CharField()
    hours = DayHoursOutput(many=True)


class ClinicianLicenceInput(StrictSerializer):
    """What licence somebody holds; "" for none."""

    kind = Words(max_length=60, allow_blank=True, validators=[one_line])


class LicenceOutput(serializers.ModelSerializer[Licence]):
    person = PersonOutput()

    class Meta:
        model = Licence
        fields = ("id", "person", "kind", "given_at")
        read_only_fields = fields
