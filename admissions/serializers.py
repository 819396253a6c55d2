"""Shapes of the form without sign-in, and of the administrators' inbox."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from admissions import selectors
from admissions.models import BestTime, CallRequest, Language, Outcome
from admissions.rules import phone
from admissions.services import Ask
from core.shapes import StrictSerializer, Words


class PhoneToCall(Words):
    """A number that the numbering plan knows, kept as it is dialled."""

    def to_internal_value(self, data: Any) -> str:
        text = super().to_internal_value(data)
        number = phone.dialled(text)
        if number is None:
            raise serializers.ValidationError(_("This is not a telephone number we can call."))
        return number


class CallRequestInput(StrictSerializer):
    token = Words(max_length=400)
    name = Words(max_length=120)
    phone = PhoneToCall(max_length=40, required=False, allow_blank=True, default="")
    email = serializers.EmailField(max_length=254, required=False, allow_blank=True, default="")
    best_time = serializers.ChoiceField(choices=BestTime.choices)
    language = serializers.ChoiceField(
        choices=Language.choices, required=False, default=Language.ENGLISH
    )
    # Nobody sees this field; a program that fills in forms does.
    website = Words(max_length=400, required=False, allow_blank=True, default="")

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if not attrs["phone"] and not attrs["email"]:
            sentence = _("Leave a telephone number or an e-mail address.")
            raise serializers.ValidationError({"phone": [sentence]})
        return attrs

    def ask(self) -> Ask:
        """Return what was sent."""
        values = dict(self.validated_data)
        return Ask(trap=values.pop("website"), **values)


class CallFormOutput(serializers.Serializer[Any]):
    token = serializers.CharField()
    wait_seconds = serializers.IntegerField()


class CallReceivedOutput(serializers.Serializer[Any]):
    received = serializers.BooleanField()


class ProgramFactsOutput(serializers.Serializer[Any]):
    name = serializers.CharField()
    daytime_phone = serializers.CharField()
    on_call_phone = serializers.CharField()


class FactsOutput(serializers.Serializer[Any]):
    programs = ProgramFactsOutput(many=True)


class InboxQuery(StrictSerializer):
    state = serializers.ChoiceField(choices=selectors.STATES, required=False, default="open")
    suspected = serializers.ChoiceField(choices=("true", "false"), required=False, default="false")


class CloseCallInput(StrictSerializer):
    outcome = serializers.ChoiceField(choices=Outcome.choices)


class CallStaffOutput(serializers.Serializer[Any]):
    name = serializers.CharField()


class CallRequestOutput(serializers.ModelSerializer[CallRequest]):
    state = serializers.SerializerMethodField()
    called_by = CallStaffOutput(allow_null=True)
    closed_by = CallStaffOutput(allow_null=True)

    class Meta:
        model = CallRequest
        fields = (
            "id", "name", "phone", "email", "best_time", "language", "state", "asked_at",
            "times_asked", "suspected", "called_at", "called_by", "times_called", "closed_at",
            "closed_by", "outcome",
        )  # fmt: skip
        read_only_fields = fields

    def get_state(self, row: CallRequest) -> str:
        if row.closed_at is not None:
            return "closed"
        return "new" if row.called_at is None else "called"


class InBothOutput(serializers.Serializer[Any]):
    en = serializers.CharField()
    es = serializers.CharField()


class GuideOptionOutput(serializers.Serializer[Any]):
    key = serializers.CharField()
    say = InBothOutput()


class GuideQuestionOutput(serializers.Serializer[Any]):
    key = serializers.CharField()
    ask = InBothOutput()
    why = InBothOutput()
    options = GuideOptionOutput(many=True)


class GuideChoiceOutput(serializers.Serializer[Any]):
    outcome = serializers.CharField()
    because = serializers.CharField()


class GuideRuleOutput(GuideChoiceOutput):
    when = serializers.DictField(child=serializers.ListField(child=serializers.CharField()))


class GuideOutcomeOutput(serializers.Serializer[Any]):
    title = InBothOutput()
    text = InBothOutput()


class GuideOutput(serializers.Serializer[Any]):
    """The table of admissions/rules/guide.py; only its shape is told here."""

    version = serializers.CharField()
    questions = GuideQuestionOutput(many=True)
    first = GuideRuleOutput(many=True)
    levels = GuideRuleOutput(many=True)
    otherwise = GuideChoiceOutput()
    outcomes = serializers.DictField(child=GuideOutcomeOutput())
    reasons = serializers.DictField(child=InBothOutput())
    always = InBothOutput()
