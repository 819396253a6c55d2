"""Shapes of what staff write down and answer."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput, one_line
from core.shapes import Identifier, Phone, StrictSerializer, WholeNumber, Words, YesNo, day
from records.models import (
    AccessOutcome,
    AccessRequest,
    Breach,
    BreachDecision,
    Complaint,
    Correction,
    PaperOrNot,
    ReachedUs,
)
from records.rules.notice import ELEMENTS, LANGUAGES, LONGEST
from records.serializers.own import (
    MOST_WORDS,
    AccessRequestOutput,
    ComplaintOutput,
    StatementOutput,
)
from records.services import deadlines_of

OUTSIDE = [(value, label) for value, label in ReachedUs.choices if value != ReachedUs.APP]
MOST_PEOPLE = 1_000_000_000


class RecordedRequestInput(StrictSerializer):
    """A request that reached the program outside of the app."""

    client = Identifier()
    received_on = day()
    received_how = serializers.ChoiceField(choices=OUTSIDE)
    wants = Words(max_length=MOST_WORDS)
    form = serializers.ChoiceField(choices=PaperOrNot.choices, default=PaperOrNot.PAPER)


class ExtensionInput(StrictSerializer):
    reason = Words(max_length=MOST_WORDS, allow_blank=True)


class AccessAnswerInput(StrictSerializer):
    outcome = serializers.ChoiceField(choices=AccessOutcome.choices)
    answer = Words(max_length=MOST_WORDS, required=False, allow_blank=True, default="")


class StaffAccessRequestOutput(AccessRequestOutput):
    client = PersonOutput()
    answered_by = PersonOutput(allow_null=True)
    is_late = serializers.SerializerMethodField()

    class Meta:
        model = AccessRequest
        fields = (*AccessRequestOutput.Meta.fields, "client", "answered_by", "is_late")
        read_only_fields = fields

    def get_is_late(self, row: AccessRequest) -> bool:
        return row.answered_at is None and row.due_on < self.context["today"]


class StatementAnswerInput(StrictSerializer):
    accepted = YesNo()
    answer = Words(max_length=MOST_WORDS, required=False, allow_blank=True, default="")


class StaffStatementOutput(StatementOutput):
    client = PersonOutput()
    answered_by = PersonOutput(allow_null=True)

    class Meta:
        model = Correction
        fields = (*StatementOutput.Meta.fields, "client", "answered_by")
        read_only_fields = fields


class RecordedComplaintInput(StrictSerializer):
    """A complaint that staff write down; without a person it was made without a name."""

    person = Identifier(required=False, allow_null=True, default=None)
    received_on = day()
    received_how = serializers.ChoiceField(choices=OUTSIDE)
    words = Words(max_length=MOST_WORDS)


class ComplaintAnswerInput(StrictSerializer):
    answer = Words(max_length=MOST_WORDS, allow_blank=True)


class StaffComplaintOutput(ComplaintOutput):
    person = PersonOutput(allow_null=True)
    recorded_by = PersonOutput()
    answered_by = PersonOutput(allow_null=True)

    class Meta:
        model = Complaint
        fields = (*ComplaintOutput.Meta.fields, "person", "recorded_by", "answered_by")
        read_only_fields = fields


def _words() -> Words:
    return Words(max_length=MOST_WORDS, required=False, allow_blank=True, default="")


def _people() -> WholeNumber:
    return WholeNumber(
        min_value=0, max_value=MOST_PEOPLE, required=False, allow_null=True, default=None
    )


class BreachInput(StrictSerializer):
    """All that is known now. `after` is the version that was read; 0 for a new incident."""

    after = WholeNumber(min_value=0, max_value=30_000)
    discovered_on = day()
    what = Words(max_length=MOST_WORDS)
    nature = _words()
    recipient = _words()
    acquired = _words()
    mitigated = _words()
    encrypted = YesNo(required=False, default=False)
    decision = serializers.ChoiceField(choices=BreachDecision.choices, default=BreachDecision.OPEN)
    reason = _words()
    people_affected = _people()
    most_in_one_state = _people()
    in_massachusetts = _people()
    told_people_on = day(required=False, allow_null=True)
    told_hhs_on = day(required=False, allow_null=True)
    told_media_on = day(required=False, allow_null=True)
    told_massachusetts_on = day(required=False, allow_null=True)

    def validate(self, values: dict[str, Any]) -> dict[str, Any]:
        for name in ("most_in_one_state", "in_massachusetts"):
            part = values.get(name)
            if part is not None and part > (values.get("people_affected") or 0):
                raise serializers.ValidationError({name: [_("This is more than in all.")]})
        return values


class BreachDeadlineOutput(serializers.Serializer[Any]):
    whom = serializers.ChoiceField(choices=["people", "hhs", "media", "massachusetts"])
    by = serializers.DateField(allow_null=True, help_text="Null: as soon as practicable.")
    told_on = serializers.DateField(allow_null=True)
    is_late = serializers.BooleanField()


class BreachOutput(serializers.ModelSerializer[Breach]):
    decision = serializers.ChoiceField(choices=BreachDecision.choices)
    recorded_by = PersonOutput()
    deadlines = serializers.SerializerMethodField()

    class Meta:
        model = Breach
        fields = (
            "id", "series", "version", "discovered_on", "what", "nature", "recipient", "acquired",
            "mitigated", "encrypted", "decision", "reason", "people_affected", "most_in_one_state",
            "in_massachusetts", "told_people_on", "told_hhs_on", "told_media_on",
            "told_massachusetts_on", "recorded_at", "recorded_by", "deadlines",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(BreachDeadlineOutput(many=True))
    def get_deadlines(self, row: Breach) -> list[Any]:
        today = self.context["today"]
        return [
            {
                "whom": one.whom, "by": one.by, "told_on": one.told_on,
                "is_late": one.is_late(today),
            }
            for one in deadlines_of(row)
        ]  # fmt: skip


class NoticeTextsInput(StrictSerializer):
    """The elements of one language. Gaps are named by the refusal of the whole."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {
            name: Words(max_length=LONGEST, required=False, allow_blank=True, default="")
            for name in ELEMENTS
        }


class NoticeSectionsInput(StrictSerializer):
    en = NoticeTextsInput()
    es = NoticeTextsInput()


class NoticeInput(StrictSerializer):
    effective_on = day()
    contact_name = Words(max_length=120, validators=[one_line])
    contact_phone = Phone()
    contact_email = serializers.EmailField(max_length=254)
    sections = NoticeSectionsInput()


class NoticeVersionOutput(serializers.Serializer[Any]):
    """A version with both languages, as it is edited."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    sample = serializers.BooleanField()
    effective_on = serializers.DateField()
    published_at = serializers.DateTimeField()
    contact_name = serializers.CharField()
    contact_phone = serializers.CharField()
    contact_email = serializers.CharField()
    sections = serializers.DictField(
        child=serializers.DictField(child=serializers.CharField(), help_text="By element."),
        help_text=f"By language: {', '.join(LANGUAGES)}.",
    )


class NoticeOwedOutput(serializers.Serializer[Any]):
    """A client who has the notice in no way that arrived: it is to be handed over on paper."""

    client = PersonOutput()
    since = serializers.DateField(source="active_from")


class NoticeGivenOutput(serializers.Serializer[Any]):
    version = serializers.IntegerField(source="notice.version")
    method = serializers.ChoiceField(choices=["app", "paper", "email"])
    given_at = serializers.DateTimeField()
    acknowledged_at = serializers.DateTimeField(allow_null=True)
