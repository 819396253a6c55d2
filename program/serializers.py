"""Shapes of programs, sessions, and of who I am."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.models import Role
from core.shapes import StrictSerializer
from program.models import Program, Session

# Beyond these a day's midnight may be no moment that can be computed with.
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2199, 12, 31)


class ProgramOutput(serializers.ModelSerializer[Program]):
    class Meta:
        model = Program
        fields = ("id", "name", "timezone", "daytime_phone", "on_call_phone")
        read_only_fields = fields


class MeOutput(serializers.Serializer[object]):
    id = serializers.UUIDField(source="person.id")
    email = serializers.EmailField(source="person.email")
    name = serializers.CharField(source="person.name")
    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=Role.choices), source="person.roles"
    )
    timezone = serializers.CharField(source="person.timezone")
    language = serializers.CharField(source="person.language")
    second_factor = serializers.ChoiceField(choices=["done", "needed", "not_required"])
    program = ProgramOutput(allow_null=True)


class SessionSkillOutput(serializers.Serializer[object]):
    """The exercise that a session teaches."""

    slug = serializers.CharField()
    title = serializers.CharField()


class SessionOutput(serializers.ModelSerializer[Session]):
    """One session. The titles of exercises come in the context, by slug."""

    cancelled = serializers.SerializerMethodField()
    skill = serializers.SerializerMethodField()

    class Meta:
        model = Session
        fields = (
            "id", "kind", "title", "starts_at", "ends_at", "place", "telehealth_url", "cancelled",
            "skill",
        )  # fmt: skip
        read_only_fields = fields

    def get_cancelled(self, row: Session) -> bool:
        return row.cancelled_at is not None

    @extend_schema_field(SessionSkillOutput(allow_null=True))
    def get_skill(self, row: Session) -> dict[str, str] | None:
        title = self.context["skill_titles"].get(row.skill_slug)
        return {"slug": row.skill_slug, "title": title} if title else None


def _day() -> serializers.DateField:
    sentence = f"Choose a day from {FIRST_DAY} to {LAST_DAY}."
    limits = [MinValueValidator(FIRST_DAY, sentence), MaxValueValidator(LAST_DAY, sentence)]
    return serializers.DateField(required=False, validators=limits)


class SessionPeriodInput(StrictSerializer):
    """The days on which sessions begin; both ends are included and both may be left out."""

    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]  # DRF's own signature
        # "from" is a word of the language and cannot be an attribute.
        return {**super().get_fields(), "from": _day(), "to": _day()}
