"""Shapes of thresholds and good periods."""

from typing import Any

from rest_framework import serializers

from accounts.serializers import PersonOutput
from alerts.models import NUMBERS, RANGES, ClientThresholds, GoodPeriod, ProgramThresholds
from core.shapes import StrictSerializer, WholeNumber, Words, day


def _whole(name: str) -> WholeNumber:
    least, most = RANGES[name]
    return WholeNumber(
        min_value=int(least), max_value=int(most), required=False, allow_null=True, default=None
    )


class ThresholdsInput(StrictSerializer):
    """All thresholds at once: null is as in the program, or as shipped."""

    craving_at_once = _whole("craving_at_once")
    craving_repeated = _whole("craving_repeated")
    short_sleep_hours = serializers.DecimalField(
        max_digits=3, decimal_places=1, min_value=0, max_value=12, required=False,
        allow_null=True, default=None,
    )  # fmt: skip
    repeated_days = _whole("repeated_days")
    gap_days_if_regular = _whole("gap_days_if_regular")
    gap_days_if_irregular = _whole("gap_days_if_irregular")
    reason = Words(max_length=1000)


class NumbersOutput(serializers.Serializer[Any]):
    """The numbers that hold."""

    craving_at_once = serializers.IntegerField()
    craving_repeated = serializers.IntegerField()
    short_sleep_hours = serializers.FloatField()
    repeated_days = serializers.IntegerField()
    repeated_within = serializers.IntegerField()
    gap_days_if_regular = serializers.IntegerField()
    gap_days_if_irregular = serializers.IntegerField()


class ClientThresholdsOutput(serializers.ModelSerializer[ClientThresholds]):
    set_by = PersonOutput()

    class Meta:
        model = ClientThresholds
        fields = ("id", *NUMBERS, "reason", "set_at", "set_by")
        read_only_fields = fields


class ProgramThresholdsOutput(serializers.ModelSerializer[ProgramThresholds]):
    set_by = PersonOutput()

    class Meta:
        model = ProgramThresholds
        fields = ("id", *NUMBERS, "reason", "set_at", "set_by")
        read_only_fields = fields


class InForceThresholdsOutput(serializers.Serializer[Any]):
    """What holds for a client or in a program now, and the setting that it comes from."""

    in_force = NumbersOutput()
    set = ClientThresholdsOutput(allow_null=True)


class InForceInProgramOutput(serializers.Serializer[Any]):
    in_force = NumbersOutput()
    set = ProgramThresholdsOutput(allow_null=True)


class GoodPeriodInput(StrictSerializer):
    first_on = day()
    last_on = day()
    reason = Words(max_length=1000)


class GoodPeriodOutput(serializers.ModelSerializer[GoodPeriod]):
    set_by = PersonOutput()

    class Meta:
        model = GoodPeriod
        fields = ("id", "first_on", "last_on", "reason", "set_at", "set_by")
        read_only_fields = fields
