"""Shapes of the changes that an open inbox asks for."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from alerts.serializers.rows import InboxRowOutput
from core.shapes import StrictSerializer, Words

MARK = "c"


def cursor_of(horizon: int) -> str:
    """Write down from where to ask next; nobody but `ChangesInput` reads it."""
    return f"{MARK}{horizon:x}"


class ChangesInput(StrictSerializer):
    since = Words(max_length=20, required=False, default="")

    def validate_since(self, value: str) -> str:
        digits = value.removeprefix(MARK)
        known = value.startswith(MARK) and digits.isascii() and digits.isalnum()
        try:
            fits = known and int(digits, 16) < 2**63
        except ValueError:
            fits = False
        if value and not fits:
            raise serializers.ValidationError(_("This is no cursor of ours. Begin without one."))
        return value

    def horizon(self) -> int | None:
        """Return from where on, or None to begin now."""
        value = self.validated_data["since"]
        return int(value.removeprefix(MARK), 16) if value else None


class ChangesOutput(serializers.Serializer[Any]):
    """Alerts as they now are, what to ask with next, and whether to load the inbox anew."""

    cursor = serializers.CharField()
    reload = serializers.BooleanField()
    alerts = InboxRowOutput(many=True)
