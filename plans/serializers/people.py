"""Shapes of support people."""

from rest_framework import serializers

from core.shapes import Phone, StrictSerializer
from plans.models import Help, SupportPerson
from plans.serializers.fields import line, optional
from plans.services import Contact


class SupportPersonInput(StrictSerializer):
    name = line(120)
    relationship = line(60)
    phone = Phone()
    place = optional(200)
    can_help_with = serializers.ChoiceField(choices=Help.choices, required=False, default=Help.BOTH)

    def contact(self) -> Contact:
        """Return what was sent."""
        return Contact(**self.validated_data)


class SupportPersonOutput(serializers.ModelSerializer[SupportPerson]):
    class Meta:
        model = SupportPerson
        fields = ("id", "name", "relationship", "phone", "place", "can_help_with", "added_at")
        read_only_fields = fields
