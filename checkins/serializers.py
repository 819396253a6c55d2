"""Shapes of check-ins. They check types and ranges and never write."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from checkins import rules
from checkins.models import CheckIn, Medication, Safety
from checkins.services import Answers, Submission
from core import clock
from core.shapes import BuiltOnce, Identifier, StrictSerializer, WholeNumber, Words, YesNo

EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)


def scale(top: int = 10, **options: Any) -> WholeNumber:
    """Return a scale of whole numbers from 0 to `top`."""
    messages: dict[str, Any] = dict.fromkeys(
        ("invalid", "min_value", "max_value", "max_string_length"),
        f"Choose a whole number from 0 to {top}.",
    )
    return WholeNumber(min_value=0, max_value=top, error_messages=messages, **options)


def optional_scale(top: int = 10) -> WholeNumber:
    """Return a scale that may be left out."""
    return scale(top, required=False, allow_null=True, default=None)


@extend_schema_field(OpenApiTypes.FLOAT)
class HalfHours(serializers.Field[Decimal, Any, float, Any]):
    """Hours from 0 to 24 in steps of a half."""

    default_error_messages = {"invalid": "Give hours from 0 to 24, in halves."}

    def to_internal_value(self, data: Any) -> Decimal:
        is_number = isinstance(data, int | float) and not isinstance(data, bool)
        # No number beyond 24, no infinity and no NaN is within 0 and 24.
        if not is_number or not 0 <= data <= 24 or (data * 2) % 1:
            self.fail("invalid")
        return Decimal(str(data)).quantize(Decimal("0.1"))

    def to_representation(self, value: Decimal) -> float:
        return float(value)


class SendingInput(StrictSerializer):
    """Which sending this is, and when and where it was recorded."""

    submission_id = Identifier()
    timezone = Words(max_length=64)
    recorded_at = serializers.DateTimeField(required=False, allow_null=True, default=None)

    def validate_timezone(self, value: str) -> str:
        try:
            clock.zone(value)
        except ValueError:
            raise serializers.ValidationError(
                "This is not the name of a time zone, like America/New_York."
            ) from None
        return value

    def validate_recorded_at(self, value: datetime | None) -> datetime | None:
        if value is not None and not EARLIEST <= value < LATEST:
            raise serializers.ValidationError("This time cannot be right.")
        return value


class CheckInInput(BuiltOnce, SendingInput):
    on = serializers.DateField()
    mood = scale()
    craving = optional_scale()
    stress = optional_scale()
    connection = optional_scale()
    confidence = optional_scale()
    sleep_hours = HalfHours(required=False, allow_null=True, default=None)
    sleep_quality = optional_scale()
    used = YesNo(required=False, allow_null=True, default=None)
    medication = serializers.ChoiceField(
        choices=Medication.choices, required=False, allow_null=True, default=None
    )
    safety = serializers.ChoiceField(
        choices=Safety.choices, required=False, allow_null=True, default=None
    )
    goal = Words(max_length=280, required=False, allow_blank=True, default="")
    note = Words(max_length=4000, required=False, allow_blank=True, default="")

    def submission(self, *, at: datetime) -> Submission:
        """Return what was sent, recorded now unless it says otherwise."""
        values = dict(self.validated_data)
        return Submission(
            id=values.pop("submission_id"),
            on=values.pop("on"),
            timezone=values.pop("timezone"),
            recorded_at=values.pop("recorded_at") or at,
            answers=Answers(**values),
        )


class CheckInOutput(BuiltOnce, serializers.ModelSerializer[CheckIn]):
    late = serializers.SerializerMethodField()
    sleep_hours = HalfHours(allow_null=True)

    class Meta:
        model = CheckIn
        fields = (
            "id", "submission_id", "on", "version", "timezone", "recorded_at", "received_at",
            "late", "mood", "craving", "stress", "connection", "confidence", "sleep_hours",
            "sleep_quality", "used", "medication", "safety", "goal", "note",
        )  # fmt: skip
        read_only_fields = fields

    def get_late(self, row: CheckIn) -> bool:
        return rules.is_late(recorded_at=row.recorded_at, received_at=row.received_at)


class PeriodInput(StrictSerializer):
    """The days of a list; both ends are included and both may be left out."""

    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # "from" is a word of the language and cannot be an attribute.
        days = {
            "from": serializers.DateField(required=False),
            "to": serializers.DateField(required=False),
        }
        return {**super().get_fields(), **days}
