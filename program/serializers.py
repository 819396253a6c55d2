"""Shapes of programs, sessions, and of who I am."""

from rest_framework import serializers

from accounts.models import Role
from core.shapes import StrictSerializer
from program.models import Program, Session


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


class SessionOutput(serializers.ModelSerializer[Session]):
    cancelled = serializers.SerializerMethodField()

    class Meta:
        model = Session
        fields = (
            "id", "kind", "title", "starts_at", "ends_at", "place", "telehealth_url", "cancelled",
        )  # fmt: skip
        read_only_fields = fields

    def get_cancelled(self, row: Session) -> bool:
        return row.cancelled_at is not None


class SessionPeriodInput(StrictSerializer):
    """The moments between which sessions begin; both may be left out."""

    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]  # DRF's own signature
        # "from" is a word of the language and cannot be an attribute.
        moments = {
            "from": serializers.DateTimeField(required=False),
            "to": serializers.DateTimeField(required=False),
        }
        return {**super().get_fields(), **moments}
