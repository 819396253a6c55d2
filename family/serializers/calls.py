"""Shapes of “please call me”."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer
from family.rules.limits import CALL_IS_OPEN
from family.serializers.between import OtherOutput, PersonAskedOutput, Shape

STATES = ("pressed", "seen", "answered", "withdrawn", "over")


class CallMeInput(StrictSerializer):
    submission_id = Identifier()
    to = Identifier()


class CallMeOutput(Shape):
    """A press, and how far it got."""

    id = serializers.UUIDField()
    to = OtherOutput(source="*")
    pressed_at = serializers.DateTimeField()
    seen_at = serializers.DateTimeField(allow_null=True)
    answered_at = serializers.DateTimeField(allow_null=True)
    state = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(choices=STATES))
    def get_state(self, row: Any) -> str:
        if row.withdrawn_at:
            return "withdrawn"
        if row.answered_at:
            return "answered"
        if row.pressed_at <= self.context["at"] - CALL_IS_OPEN:
            return "over"
        return "seen" if row.seen_at else "pressed"


class CallMePageOutput(Shape):
    """Whom I may ask, what happens then, and my newest presses."""

    words = serializers.CharField()
    people = PersonAskedOutput(many=True)
    calls = CallMeOutput(many=True)


class CallShownOutput(Shape):
    """A client asks for a call."""

    id = serializers.UUIDField()
    pressed_at = serializers.DateTimeField()
    seen = serializers.SerializerMethodField()

    def get_seen(self, row: dict[str, Any]) -> bool:
        return row["seen_at"] is not None


class CallForMeOutput(CallShownOutput):
    client_name = serializers.CharField()
