"""Shapes that several parts of care use."""

import json
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from care.models import Change
from core.shapes import Words


def line(length: int = 200, **options: Any) -> Words:
    """Return a short text."""
    return Words(max_length=length, **options)


def optional(length: int = 200) -> Words:
    """Return a short text that may be left out."""
    return line(length, required=False, allow_blank=True, default="")


def day(**options: Any) -> serializers.DateField:
    """Return a day that may be left out."""
    return serializers.DateField(required=False, allow_null=True, default=None, **options)


class CareChangeOutput(serializers.ModelSerializer[Change]):
    made_by = PersonOutput()
    before = serializers.SerializerMethodField()

    class Meta:
        model = Change
        fields = ("id", "subject", "subject_id", "what", "before", "made_at", "made_by")
        read_only_fields = fields

    @extend_schema_field(serializers.DictField())
    def get_before(self, row: Change) -> dict[str, Any]:
        """The fields that changed, as they were."""
        found: dict[str, Any] = json.loads(row.before)
        return found
