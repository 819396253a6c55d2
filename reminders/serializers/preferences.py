"""Shapes of how a person wants to be reminded."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from rest_framework import serializers

from accounts.models import SPOKEN
from core.shapes import StrictSerializer, WholeNumber, Words, YesNo
from reminders.models import CHANNELS, Kind, Tone
from reminders.rules.defaults import DAY, TAKES_LEADS, TAKES_TIMES

MOST_TIMES, MOST_LEADS, LONGEST_LEAD = 6, 4, 14 * DAY


class KindOutput(serializers.Serializer[Any]):
    """One kind. `times`: minutes of the day. `leads`: minutes before. What it takes is said too."""

    kind = serializers.ChoiceField(choices=Kind.choices)
    on = serializers.BooleanField(source="wish.on")
    times = serializers.ListField(child=serializers.IntegerField(), source="wish.times")
    leads = serializers.ListField(child=serializers.IntegerField(), source="wish.leads")
    takes_times = serializers.SerializerMethodField()
    takes_leads = serializers.SerializerMethodField()

    def get_takes_times(self, row: Any) -> bool:
        return row.kind in TAKES_TIMES

    def get_takes_leads(self, row: Any) -> bool:
        return row.kind in TAKES_LEADS


class PreferencesOutput(serializers.Serializer[Any]):
    """A person's wishes, and what this installation can do."""

    channels = serializers.ListField(
        child=serializers.ChoiceField(choices=CHANNELS), source="preference.channels"
    )
    tone = serializers.ChoiceField(choices=Tone.choices, source="preference.tone")
    language = serializers.CharField(source="preference.language")
    timezone = serializers.CharField(source="person.timezone")
    quiet_from_minute = serializers.IntegerField(source="preference.quiet_from_minute")
    quiet_until_minute = serializers.IntegerField(source="preference.quiet_until_minute")
    paused_until = serializers.DateTimeField(source="preference.paused_until", allow_null=True)
    kinds = KindOutput(many=True)
    channels_on = serializers.ListField(child=serializers.ChoiceField(choices=CHANNELS))
    # What a browser needs to subscribe; empty when pushes are not switched on.
    push_key = serializers.CharField()


class KindInput(StrictSerializer):
    kind = serializers.ChoiceField(choices=Kind.choices)
    on = YesNo()
    times = serializers.ListField(
        child=WholeNumber(min_value=0, max_value=DAY - 1), max_length=MOST_TIMES, default=list
    )
    leads = serializers.ListField(
        child=WholeNumber(min_value=1, max_value=LONGEST_LEAD), max_length=MOST_LEADS, default=list
    )

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        for name, takers in (("times", TAKES_TIMES), ("leads", TAKES_LEADS)):
            if attrs[name] and attrs["kind"] not in takers:
                raise serializers.ValidationError({name: [_("This kind has no times of its own.")]})
            if len(set(attrs[name])) != len(attrs[name]):
                raise serializers.ValidationError({name: [_("Name each time once.")]})
        return attrs


class PreferencesInput(StrictSerializer):
    """All of a person's wishes. A kind that is left out is as usual again."""

    channels = serializers.ListField(
        child=serializers.ChoiceField(choices=CHANNELS), max_length=len(CHANNELS)
    )
    tone = serializers.ChoiceField(choices=Tone.choices)
    language = serializers.ChoiceField(choices=["", *SPOKEN])
    quiet_from_minute = WholeNumber(min_value=0, max_value=DAY - 1)
    quiet_until_minute = WholeNumber(min_value=0, max_value=DAY - 1)
    kinds = KindInput(many=True)

    def validate_channels(self, value: list[str]) -> list[str]:
        if len(set(value)) != len(value):
            raise serializers.ValidationError(_("Name each way once."))
        return value

    def validate_kinds(self, value: list[dict[str, Any]]) -> list[dict[str, Any]]:
        names = [row["kind"] for row in value]
        if len(set(names)) != len(names):
            raise serializers.ValidationError(_("Name each kind once."))
        return value


class PauseInput(StrictSerializer):
    """Until when nothing is sent; null ends a pause."""

    until = serializers.DateTimeField(allow_null=True)


class PushKeysInput(StrictSerializer):
    p256dh = Words(max_length=200)
    auth = Words(max_length=100)


class PushInput(StrictSerializer):
    """What the browser's push manager gave, and what the person calls the device."""

    endpoint = Words(max_length=1000)
    keys = PushKeysInput()
    label = Words(max_length=40, allow_blank=True, default="")  # type: ignore[assignment]  # a field of its own
    # The endpoint that this browser had before, when it was given a new one.
    replaces = Words(max_length=1000, allow_blank=True, default="")


class PhoneInput(StrictSerializer):
    number = Words(max_length=30)


class PushKeyOutput(serializers.Serializer[Any]):
    """What a browser needs to subscribe; empty when pushes are not switched on."""

    push_key = serializers.CharField()


class TrialCameInput(StrictSerializer):
    """The id of a trial, as a browser read it."""

    message = serializers.UUIDField()


class CodeInput(StrictSerializer):
    code = serializers.RegexField(
        r"^[0-9]{6}$", error_messages={"invalid": gettext_lazy("Enter six digits.")}
    )


class ConfirmationOutput(serializers.Serializer[Any]):
    """Whether the code was right. With no attempts left, ask for a new one."""

    verified = serializers.BooleanField()
    attempts_left = serializers.IntegerField()


class ContactPointOutput(serializers.Serializer[Any]):
    """One place to be reached. A telephone shows its last four digits, an e-mail address itself."""

    id = serializers.UUIDField()
    channel = serializers.ChoiceField(choices=CHANNELS)
    label = serializers.CharField()  # type: ignore[assignment]  # a field of its own
    shown = serializers.SerializerMethodField()
    active = serializers.BooleanField()
    # Whether a message would go there now: active, switched on here, and texts are wanted.
    usable = serializers.BooleanField()
    verified_at = serializers.DateTimeField(allow_null=True)
    retired_at = serializers.DateTimeField(allow_null=True)
    failure = serializers.CharField()
    # Of a browser: when a trial was last asked for, when its push service last took a message, and
    # when it last said itself that a trial had come.
    tested_at = serializers.DateTimeField(allow_null=True)
    delivered_at = serializers.DateTimeField(allow_null=True)
    arrived_at = serializers.DateTimeField(allow_null=True)

    def get_shown(self, row: Any) -> str:
        if row.channel == "sms":
            return f"…{row.sealed[-4:]}"
        return row.address if row.channel == "email" else ""
