"""Shapes of assignments: what a clinician asks for, what the client reads, what comes of it."""

from typing import Any

from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from core.shapes import StrictSerializer, Words
from skills.models import Assignment
from skills.serializers.practices import ClientPracticeOutput
from skills.services import Wish

ONE_OF_TWO = gettext_lazy("Name one exercise, or one module.")


class AssignmentInput(StrictSerializer):
    """One exercise, or one module for each of its exercises."""

    skill = Words(max_length=60, required=False, default="")
    module = Words(max_length=30, required=False, default="")
    due_on = serializers.DateField(required=False, allow_null=True, default=None)
    note = Words(max_length=1000, required=False, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if bool(attrs["skill"]) == bool(attrs["module"]):
            raise serializers.ValidationError({"skill": [ONE_OF_TWO]})
        return attrs

    def wish(self) -> Wish:
        """Return what is asked for."""
        return Wish(**self.validated_data)


class NamedSkillOutput(serializers.Serializer[object]):
    slug = serializers.CharField()
    title = serializers.CharField()
    minutes = serializers.IntegerField()


class AssignmentOutput(serializers.ModelSerializer[Assignment]):
    """Needs the annotations of selectors.with_state, and `named` in the context."""

    skill = serializers.SerializerMethodField()
    assigned_by = PersonOutput()
    state = serializers.SerializerMethodField()
    done_at = serializers.DateTimeField(allow_null=True)

    class Meta:
        model = Assignment
        fields: tuple[str, ...] = (
            "id", "skill", "due_on", "note", "assigned_by", "assigned_at", "state", "done_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(NamedSkillOutput)
    def get_skill(self, row: Assignment) -> Any:
        return NamedSkillOutput(self.context["named"][row.slug]).data

    @extend_schema_field(serializers.ChoiceField(choices=["open", "done", "skipped"]))
    def get_state(self, row: Any) -> str:
        if row.done_at:
            return "done"
        return "skipped" if row.skipped_at else "open"


class ClientAssignmentOutput(AssignmentOutput):
    """Also the first practice that answered it, from `practices` in the context."""

    change = serializers.SerializerMethodField()
    practice = serializers.SerializerMethodField()

    class Meta(AssignmentOutput.Meta):
        fields: tuple[str, ...] = (*AssignmentOutput.Meta.fields, "change", "practice")
        read_only_fields = fields

    def get_change(self, row: Assignment) -> int | None:
        practice = self.get_practice(row)
        change: int | None = practice["change"] if practice else None
        return change

    @extend_schema_field(ClientPracticeOutput(allow_null=True))
    def get_practice(self, row: Any) -> Any:
        found = self.context["practices"].get(row.practice_id)
        return ClientPracticeOutput(found).data if found else None


class AssignedOutput(serializers.Serializer[object]):
    """What was assigned by one request."""

    results = ClientAssignmentOutput(many=True)
