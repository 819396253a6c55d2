"""Shapes of the secret address of a calendar."""

from rest_framework import serializers

from core.shapes import StrictSerializer, YesNo


class CalendarInput(StrictSerializer):
    shows_place = YesNo(required=False, default=False)


class CalendarOutput(serializers.Serializer[object]):
    """Whether there is an address, since when, and whether it shows rooms."""

    active = serializers.BooleanField()
    made_at = serializers.DateTimeField(allow_null=True)
    shows_place = serializers.BooleanField()


class NewCalendarOutput(CalendarOutput):
    address = serializers.CharField(help_text="Shown this once: it is the key to the calendar.")
