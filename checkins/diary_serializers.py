"""Shapes of diary cards and their targets. They check types and ranges and never write."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from checkins.diary_services import Card, CardSubmission
from checkins.models import (
    EMOTIONS,
    MISERY,
    URGES,
    DiaryCard,
    DiaryTarget,
    Medication,
    TargetKind,
    TargetScale,
)
from checkins.serializers import (
    SENT,
    AnswersById,
    HalfHours,
    SendingInput,
    SentOutput,
    by_path,
    optional_scale,
    optional_yes_no,
)
from core.shapes import StrictSerializer, TimeZone, WholeNumber, Words

NO_SUCH_TARGET = gettext_lazy("This is not one of your targets.")
STATES = ("in_force", "all")


class UrgeInput(StrictSerializer):
    """How strong an urge was, and, apart from that, whether it was acted on."""

    level = optional_scale(5)
    acted = optional_yes_no()


class UrgesInput(StrictSerializer):
    use = UrgeInput(required=False)
    self_harm = UrgeInput(required=False)
    suicide = UrgeInput(required=False)


class EmotionsInput(StrictSerializer):
    sad = optional_scale(5)
    anger = optional_scale(5)
    fear = optional_scale(5)
    shame = optional_scale(5)
    joy = optional_scale(5)


class MiseryInput(StrictSerializer):
    emotional = optional_scale(5)
    physical = optional_scale(5)


class TargetAnswerInput(StrictSerializer):
    """A level for a target from 0 to 5, a value for one with yes or no."""

    level = optional_scale(5)
    value = optional_yes_no()
    acted = optional_yes_no()


class DiaryCardInput(SendingInput):
    timezone = TimeZone(required=False)
    base_version = WholeNumber(
        required=False, allow_null=True, default=None, min_value=0, max_value=32767
    )
    urges = UrgesInput(required=False, default=dict)
    emotions = EmotionsInput(required=False, default=dict)
    misery = MiseryInput(required=False, default=dict)
    substances = serializers.ListField(
        child=Words(max_length=80), max_length=20, required=False, default=list
    )
    medication = serializers.ChoiceField(
        choices=Medication.choices, required=False, allow_null=True, default=None
    )
    sleep_hours = HalfHours(required=False, allow_null=True, default=None)
    skills = serializers.ListField(
        child=Words(max_length=60), max_length=60, required=False, default=list
    )
    skill_rating = optional_scale(7)
    targets = AnswersById(
        child=TargetAnswerInput(),
        required=False,
        default=dict,
        error_messages={"unknown": NO_SUCH_TARGET},
    )
    note = Words(max_length=4000, required=False, allow_blank=True, default="")

    def to_internal_value(self, data: Any) -> Any:
        try:
            return super().to_internal_value(data)
        except serializers.ValidationError as error:
            raise serializers.ValidationError(by_path(error.detail)) from None

    def submission(self, *, on: date, timezone: str, at: datetime) -> CardSubmission:
        """Return what was sent: in this zone and recorded now, unless it says otherwise."""
        values = dict(self.validated_data)
        return CardSubmission(
            id=values["submission_id"],
            on=on,
            timezone=values.get("timezone", timezone),
            recorded_at=values["recorded_at"] or at,
            base_version=values["base_version"],
            card=_card(values),
        )


def _card(values: Mapping[str, Any]) -> Card:
    urges = {name: values["urges"].get(name, {}) for name in URGES}
    return Card(
        **{f"{name}_level": urge.get("level") for name, urge in urges.items()},
        **{f"{name}_acted": urge.get("acted") for name, urge in urges.items()},
        **{name: values["emotions"].get(name) for name in EMOTIONS},
        **{f"{name}_misery": values["misery"].get(name) for name in MISERY},
        **{name: values[name] for name in ("medication", "sleep_hours", "skill_rating", "note")},
        substances=tuple(values["substances"]),
        skills=tuple(dict.fromkeys(values["skills"])),
        targets=values["targets"],
    )


def shown_level() -> serializers.IntegerField:
    """Return a level as it is shown; null when it was not answered."""
    return serializers.IntegerField(allow_null=True)


def shown_yes_no() -> serializers.BooleanField:
    """Return a yes or no as it is shown; null when it was not answered."""
    return serializers.BooleanField(allow_null=True)


class UrgeOutput(serializers.Serializer[Any]):
    level = shown_level()
    acted = shown_yes_no()


class UrgesOutput(serializers.Serializer[Any]):
    use = UrgeOutput()
    self_harm = UrgeOutput()
    suicide = UrgeOutput()


class EmotionsOutput(serializers.Serializer[Any]):
    sad = shown_level()
    anger = shown_level()
    fear = shown_level()
    shame = shown_level()
    joy = shown_level()


class MiseryOutput(serializers.Serializer[Any]):
    emotional = shown_level()
    physical = shown_level()


class TargetAnswerOutput(serializers.Serializer[Any]):
    level = shown_level()
    value = shown_yes_no()
    acted = shown_yes_no()


class DiaryCardOutput(SentOutput):
    urges = serializers.SerializerMethodField()
    emotions = serializers.SerializerMethodField()
    misery = serializers.SerializerMethodField()
    substances = serializers.SerializerMethodField()
    sleep_hours = HalfHours(allow_null=True)
    targets = serializers.DictField(child=TargetAnswerOutput())

    class Meta:
        model = DiaryCard
        fields = (
            *SENT, "urges", "emotions", "misery", "substances", "medication", "sleep_hours",
            "skills", "skill_rating", "targets", "note",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(UrgesOutput)
    def get_urges(self, row: DiaryCard) -> Any:
        return {
            name: {
                "level": getattr(row, f"{name}_level"),
                "acted": getattr(row, f"{name}_acted"),
            }
            for name in URGES
        }

    @extend_schema_field(EmotionsOutput)
    def get_emotions(self, row: DiaryCard) -> Any:
        return {name: getattr(row, name) for name in EMOTIONS}

    @extend_schema_field(MiseryOutput)
    def get_misery(self, row: DiaryCard) -> Any:
        return {name: getattr(row, f"{name}_misery") for name in MISERY}

    def get_substances(self, row: DiaryCard) -> list[str]:
        return list(json.loads(row.substances))


class DiaryTargetInput(StrictSerializer):
    kind = serializers.ChoiceField(choices=TargetKind.choices)
    scale = serializers.ChoiceField(choices=TargetScale.choices)

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # As an attribute, "label" would hide the label of the shape itself.
        return {"label": Words(max_length=120), **super().get_fields()}


class DiaryTargetOutput(serializers.ModelSerializer[DiaryTarget]):
    class Meta:
        model = DiaryTarget
        fields = ("id", "label", "kind", "scale", "set_at", "ended_at")
        read_only_fields = fields


class DiaryTargetsInput(StrictSerializer):
    """Which targets: those asked about now, or with them those of older cards."""

    state = serializers.ChoiceField(choices=STATES, required=False, default="in_force")
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)
