"""What the shapes of everything that a client sends have in common."""

from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from checkins import rules
from core.shapes import Identifier, StrictSerializer, TimeZone, WholeNumber, Words, YesNo

SENT = (
    "id", "submission_id", "on", "version", "timezone", "recorded_at", "received_at", "late",
    "clock_suspect",
)  # fmt: skip


def scale(top: int = 10, **options: Any) -> WholeNumber:
    """Return a scale of whole numbers from 0 to `top`."""
    messages: dict[str, Any] = dict.fromkeys(
        ("invalid", "min_value", "max_value", "max_string_length"),
        format_lazy(gettext_lazy("Choose a whole number from 0 to {most}."), most=top),
    )
    return WholeNumber(min_value=0, max_value=top, error_messages=messages, **options)


def optional_scale(top: int = 10) -> WholeNumber:
    """Return a scale that may be left out."""
    return scale(top, required=False, allow_null=True, default=None)


@extend_schema_field(OpenApiTypes.FLOAT)
class HalfHours(serializers.Field[Decimal, Any, float, Any]):
    """Hours from 0 to 24 in steps of a half."""

    default_error_messages = {"invalid": gettext_lazy("Give hours from 0 to 24, in halves.")}

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
    timezone = TimeZone()
    recorded_at = serializers.DateTimeField(required=False, allow_null=True, default=None)


def optional_yes_no() -> YesNo:
    """Return a yes or no that may be left out."""
    return YesNo(required=False, allow_null=True, default=None)


def optional_words(length: int) -> Words:
    """Return text that may be left out."""
    return Words(max_length=length, required=False, allow_blank=True, default="")


def one_of(choices: Any) -> serializers.ChoiceField:
    """Return a choice that may be left out, as null or as nothing."""
    return serializers.ChoiceField(choices=choices, required=False, allow_blank=True, default="")


class SomeOf(serializers.ListField):
    """Several of some choices, each once, in the order in which they were named."""

    def __init__(self, choices: Any = (), **options: Any) -> None:
        child = serializers.ChoiceField(choices=choices)
        super().__init__(child=child, required=False, default=list, **options)

    def to_internal_value(self, data: Any) -> tuple[str, ...]:  # type: ignore[override]
        return tuple(dict.fromkeys(super().to_internal_value(data)))


class AnswersById(serializers.DictField):
    """Answers by the id of what was asked."""

    default_error_messages = {
        "unknown": gettext_lazy("This is not one of your items."),
        "many": gettext_lazy("These are more answers than a form has questions."),
    }
    most = 20

    def to_internal_value(self, data: Any) -> Any:
        if isinstance(data, dict) and len(data) > self.most:
            self.fail("many")
        return {self._canonical(key): one for key, one in super().to_internal_value(data).items()}

    def _canonical(self, key: str) -> str:
        try:
            return str(UUID(key))
        except ValueError:
            self.fail("unknown")


def by_path(detail: Any, path: str = "") -> dict[str, list[Any]]:
    """Name each wrong field by its path: {"urges.use.level": ["…"]}."""
    if isinstance(detail, dict):
        found: dict[str, list[Any]] = {}
        for name, inner in detail.items():
            found |= by_path(inner, f"{path}.{name}".lstrip("."))
        return found
    return {path.removesuffix(".non_field_errors"): detail}


class SentOutput(serializers.ModelSerializer[Any]):
    """Which sending a row came from, and what to think of when it came."""

    late = serializers.SerializerMethodField()
    clock_suspect = serializers.SerializerMethodField()

    def get_late(self, row: Any) -> bool:
        return rules.is_late(recorded_at=row.recorded_at, received_at=row.received_at)

    def get_clock_suspect(self, row: Any) -> bool:
        return rules.is_clock_suspect(recorded_at=row.recorded_at, received_at=row.received_at)
