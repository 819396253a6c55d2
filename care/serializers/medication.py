"""Shapes of medication, marks and notes."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from accounts.serializers import PersonOutput
from care.models import Mark, Medication, MedicationMark, MedicationNote
from care.models.medication import MINUTES_IN_A_DAY
from care.serializers.shared import day, line, optional
from care.services import MarkWish, Prescription
from core.shapes import Identifier, StrictSerializer, WholeNumber, YesNo

MOST_TIMES = 12
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
LONGEST_NOTE = 2000


class MedicationInput(StrictSerializer):
    """What the prescriber said, word for word. Without weekdays it is for every day."""

    name = line(120)
    dose_text = line(200)
    prescriber = optional(120)
    is_mat = YesNo(required=False, default=False)
    as_needed = YesNo(required=False, default=False)
    times = serializers.ListField(
        child=WholeNumber(min_value=0, max_value=MINUTES_IN_A_DAY - 1),
        max_length=MOST_TIMES, required=False, default=list,
    )  # fmt: skip
    weekdays = serializers.ListField(
        child=WholeNumber(min_value=1, max_value=7), max_length=7, required=False, default=list
    )
    refill_on = day()
    active_from = day()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if attrs["as_needed"] and (attrs["times"] or attrs["weekdays"]):
            sentence = _("What is taken as needed has no times and no days.")
            raise serializers.ValidationError({"times": [sentence]})
        if not attrs["as_needed"] and not attrs["times"]:
            sentence = _("Give at least one time of day, or choose as needed.")
            raise serializers.ValidationError({"times": [sentence]})
        return attrs

    def prescription(self) -> Prescription:
        """Return what was sent, times and days in order and each once."""
        values = dict(self.validated_data)
        usual = () if values["as_needed"] else EVERY_DAY
        values["times"] = tuple(sorted(set(values["times"])))
        values["weekdays"] = tuple(sorted(set(values["weekdays"]))) or usual
        return Prescription(**values)


class StopMedicationInput(StrictSerializer):
    active_until = day()


class MedicationsQuery(serializers.Serializer[Any]):
    state = serializers.ChoiceField(
        choices=("active", "stopped", "all"), required=False, default="active"
    )


class MedicationOutput(serializers.ModelSerializer[Medication]):
    times = serializers.ListField(child=serializers.IntegerField())
    weekdays = serializers.ListField(child=serializers.IntegerField())
    added_by = PersonOutput()

    class Meta:
        model = Medication
        fields = (
            "id", "name", "dose_text", "prescriber", "is_mat", "as_needed", "times", "weekdays",
            "refill_on", "active_from", "active_until", "added_at", "added_by",
        )  # fmt: skip
        read_only_fields = fields


class MedicationNoteInput(StrictSerializer):
    submission_id = Identifier()
    text = line(LONGEST_NOTE)


class NamedMedicationOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class MedicationNoteOutput(serializers.ModelSerializer[MedicationNote]):
    medication = NamedMedicationOutput()
    client = PersonOutput()
    seen_by = PersonOutput(allow_null=True)

    class Meta:
        model = MedicationNote
        fields = ("id", "medication", "client", "text", "written_at", "seen_at", "seen_by")
        read_only_fields = fields


class NotesQuery(serializers.Serializer[Any]):
    unseen = serializers.ChoiceField(choices=("true", "false"), required=False, default="false")


class MedicationMarkInput(StrictSerializer):
    on = serializers.DateField()
    minute = WholeNumber(
        min_value=0, max_value=MINUTES_IN_A_DAY - 1, required=False, allow_null=True, default=None
    )
    mark = serializers.ChoiceField(choices=Mark.choices)

    def wish(self) -> MarkWish:
        """Return what was sent."""
        return MarkWish(**self.validated_data)


class MedicationMarkOutput(serializers.ModelSerializer[MedicationMark]):
    medication_id = serializers.UUIDField()

    class Meta:
        model = MedicationMark
        fields = ("medication_id", "on", "minute", "mark", "marked_at")
        read_only_fields = fields


class MarksQuery(serializers.Serializer[Any]):
    since = serializers.DateField()
    until = serializers.DateField()

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not 0 <= (attrs["until"] - attrs["since"]).days <= 92:
            raise serializers.ValidationError({"until": [_("Ask for at most 93 days, in order.")]})
        return attrs


class MedicationMarksOutput(serializers.Serializer[Any]):
    results = MedicationMarkOutput(many=True)
