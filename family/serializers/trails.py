"""Shape of a question about who did what."""

from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer, day

LONGEST = timedelta(days=31)


class TrailQuery(StrictSerializer):
    """One client and a period of at most 31 days."""

    client = Identifier()
    since = day()
    until = day()

    def validate(self, values: dict[str, Any]) -> dict[str, Any]:
        first: date = values["since"]
        last: date = values["until"]
        if not first <= last <= first + LONGEST:
            raise serializers.ValidationError({"until": [_("Choose at most 31 days.")]})
        return values
