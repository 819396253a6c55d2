"""Shapes of who watches and when, of digests, and of words that are accepted."""

from typing import Any

from rest_framework import serializers

from alerts.models import Alarm
from core.shapes import StrictSerializer, WholeNumber, YesNo


class WatchOutput(serializers.Serializer[Any]):
    """Whether a person is there or on call, by when they see what is said now, and whom to call."""

    watched = serializers.BooleanField()
    until = serializers.DateTimeField(allow_null=True)
    again_at = serializers.DateTimeField(allow_null=True)
    seen_by = serializers.DateTimeField(allow_null=True)
    sentence = serializers.CharField()
    daytime_phone = serializers.CharField(allow_null=True)
    on_call_phone = serializers.CharField(allow_null=True)


class DigestInput(StrictSerializer):
    """A minute of one's own day (0–1439) and weekdays (0 is Monday)."""

    minute = WholeNumber(min_value=0, max_value=1439)
    weekdays = serializers.ListField(
        child=WholeNumber(min_value=0, max_value=6), min_length=1, max_length=7
    )


class DigestOutput(serializers.Serializer[Any]):
    minute = serializers.IntegerField()
    weekdays = serializers.ListField(child=serializers.IntegerField())


class AgreementInput(StrictSerializer):
    """The version that was read; the words of another one were not."""

    version = serializers.CharField(max_length=20)
    accepted = YesNo()


class AgreementOutput(serializers.Serializer[Any]):
    """The words of today, and whether this person has accepted them."""

    text = serializers.CharField()
    version = serializers.CharField()
    words = serializers.CharField()
    accepted_at = serializers.DateTimeField(allow_null=True)


class AlarmOutput(serializers.ModelSerializer[Alarm]):
    class Meta:
        model = Alarm
        fields = ("id", "part", "raised_at", "ended_at")
        read_only_fields = fields
