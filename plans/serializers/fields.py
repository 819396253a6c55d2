"""Small shapes that plans and support people are made of."""

from typing import Any

from rest_framework import serializers

from core.shapes import Phone, StrictSerializer, Words

MOST_LINES = 12  # chosen: a plan that is read in a hard moment fits on a few screens


def line(length: int = 280, **options: Any) -> Words:
    """Return a short text."""
    return Words(max_length=length, **options)


def optional(length: int = 280) -> Words:
    """Return a short text that may be left out."""
    return line(length, required=False, allow_blank=True, default="")


def lines() -> serializers.ListField:
    """Return a list of short texts; leaving it out means that it is empty."""
    return serializers.ListField(child=line(), max_length=MOST_LINES, required=False, default=list)


class NamedPlaceShape(StrictSerializer):
    name = line(120)
    phone = Phone(required=False, allow_blank=True, default="")
    place = optional(200)


class NamedPhoneShape(StrictSerializer):
    name = line(120)
    phone = Phone(required=False, allow_blank=True, default="")


def several(shape: Any, **options: Any) -> Any:
    """Return a list of these; leaving it out means that it is empty."""
    return shape(many=True, max_length=MOST_LINES, required=False, **{"default": list, **options})


class Whole(StrictSerializer):
    """A shape as it is answered: what may be left out of a request is always there."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        for field in fields.values():
            field.required = True
        return fields


class NamedPlaceOutput(Whole, NamedPlaceShape):
    """Somebody or somewhere to go to."""


class NamedPhoneOutput(Whole, NamedPhoneShape):
    """Somebody to call."""
