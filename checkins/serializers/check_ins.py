"""Shapes of check-ins. They check types and ranges and never write."""

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers

from checkins import rules
from checkins.models import FIRST_FORM, CheckIn, Medication, Safety
from checkins.serializers.base import (
    SENT,
    AnswersById,
    HalfHours,
    SendingInput,
    SentOutput,
    by_path,
    optional_scale,
    optional_yes_no,
)
from checkins.services import Answers, Submission
from core.shapes import BuiltOnce, PeriodInput, StrictSerializer, Words

NEEDS_MOOD = gettext_lazy(
    "Choose a number for your mood. Only an answer about safety may come without it."
)


class CheckInsInput(PeriodInput):
    """Which check-ins: the newest version of each day, or with it every earlier one."""

    versions = serializers.ChoiceField(choices=("newest", "all"), required=False, default="newest")


class ItemAnswerInput(StrictSerializer):
    """A level for an item from 0 to 10, a value for one with yes or no; of an urge, acted apart."""

    level = optional_scale()
    value = optional_yes_no()
    acted = optional_yes_no()


class ItemAnswerOutput(serializers.Serializer[Any]):
    level = serializers.IntegerField(allow_null=True)
    value = serializers.BooleanField(allow_null=True)
    acted = serializers.BooleanField(allow_null=True)


class CheckInInput(BuiltOnce, SendingInput):
    on = serializers.DateField()
    form_version = Words(max_length=64, required=False, default=FIRST_FORM)
    mood = optional_scale()
    craving = optional_scale()
    stress = optional_scale()
    connection = optional_scale()
    confidence = optional_scale()
    sleep_hours = HalfHours(required=False, allow_null=True, default=None)
    sleep_quality = optional_scale()
    used = optional_yes_no()
    medication = serializers.ChoiceField(
        choices=Medication.choices, required=False, allow_null=True, default=None
    )
    safety = serializers.ChoiceField(
        choices=Safety.choices, required=False, allow_null=True, default=None
    )
    items = AnswersById(child=ItemAnswerInput(), required=False, default=dict)
    goal = Words(max_length=280, required=False, allow_blank=True, default="")
    note = Words(max_length=4000, required=False, allow_blank=True, default="")

    def to_internal_value(self, data: Any) -> Any:
        try:
            return super().to_internal_value(data)
        except serializers.ValidationError as error:
            raise serializers.ValidationError(by_path(error.detail)) from None

    def validate_form_version(self, value: str) -> str:
        if not rules.FORM.fullmatch(value):
            raise serializers.ValidationError(_("This is not the name of a form, like daily-1."))
        return value

    def validate(self, attrs: Any) -> Any:
        if attrs["mood"] is None and attrs["safety"] is None:
            raise serializers.ValidationError({"mood": [NEEDS_MOOD]})
        return attrs

    def submission(self, *, at: datetime) -> Submission:
        """Return what was sent, recorded now unless it says otherwise."""
        values = dict(self.validated_data)
        return Submission(
            id=values.pop("submission_id"),
            on=values.pop("on"),
            timezone=values.pop("timezone"),
            recorded_at=values.pop("recorded_at") or at,
            form_version=values.pop("form_version"),
            answers=Answers(**values),
        )


class CheckInOutput(BuiltOnce, SentOutput):
    mood = serializers.IntegerField(allow_null=True)
    sleep_hours = HalfHours(allow_null=True)
    items = serializers.DictField(child=ItemAnswerOutput())

    class Meta:
        model = CheckIn
        fields = (
            *SENT, "form_version", "mood", "craving", "stress", "connection", "confidence",
            "sleep_hours", "sleep_quality", "used", "medication", "safety", "items", "goal", "note",
        )  # fmt: skip
        read_only_fields = fields
