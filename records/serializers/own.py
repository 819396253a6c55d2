"""Shapes of what a person asks and reads about their own record."""

from typing import Any

from rest_framework import serializers

from accounts.models import SPOKEN
from core.shapes import StrictSerializer, Words, day
from records.models import (
    AccessOutcome,
    AccessRequest,
    Complaint,
    Correction,
    CorrectionKind,
    CorrectionState,
    Export,
    ExportState,
    PaperOrNot,
    ReachedUs,
    RecordPart,
)

MOST_WORDS = 4000


class ProofInput(StrictSerializer):
    """The password, or a code of the person's app."""

    password = Words(
        max_length=200, trim_whitespace=False, required=False, allow_blank=True, default=""
    )
    code = Words(max_length=10, required=False, allow_blank=True, default="")


class ExportOutput(serializers.ModelSerializer[Export]):
    """How far a copy is. `steps_done` of `steps_in_all` while it is being made."""

    state = serializers.ChoiceField(choices=ExportState.choices)

    class Meta:
        model = Export
        fields = (
            "id", "state", "language", "asked_at", "steps_done", "steps_in_all", "made_at",
            "expires_at", "file_size", "downloads", "gone_at",
        )  # fmt: skip
        read_only_fields = fields


class AccessRequestInput(StrictSerializer):
    wants = Words(max_length=MOST_WORDS)
    form = serializers.ChoiceField(choices=PaperOrNot.choices, default=PaperOrNot.ELECTRONIC)


class AccessRequestOutput(serializers.ModelSerializer[AccessRequest]):
    """A request, by when it is answered, why that took longer, and the answer."""

    received_how = serializers.ChoiceField(choices=ReachedUs.choices)
    form = serializers.ChoiceField(choices=PaperOrNot.choices)
    outcome = serializers.ChoiceField(choices=AccessOutcome.choices, allow_blank=True)

    class Meta:
        model = AccessRequest
        fields: tuple[str, ...] = (
            "id", "received_on", "received_how", "wants", "form", "asked_at", "due_on",
            "extended_at", "extension_reason", "answered_at", "outcome", "answer",
        )  # fmt: skip
        read_only_fields = fields


class StatementInput(StrictSerializer):
    kind = serializers.ChoiceField(choices=CorrectionKind.choices)
    part = serializers.ChoiceField(choices=RecordPart.choices)
    words = Words(max_length=MOST_WORDS)
    about_on = day(required=False, allow_null=True)


class StatementOutput(serializers.ModelSerializer[Correction]):
    """A statement beside the record, and what staff said to it."""

    kind = serializers.ChoiceField(choices=CorrectionKind.choices)
    part = serializers.ChoiceField(choices=RecordPart.choices)
    state = serializers.ChoiceField(choices=CorrectionState.choices)

    class Meta:
        model = Correction
        fields: tuple[str, ...] = (
            "id", "kind", "part", "about_on", "words", "written_at", "state", "answered_at",
            "answer",
        )  # fmt: skip
        read_only_fields = fields


class ComplaintInput(StrictSerializer):
    words = Words(max_length=MOST_WORDS)


class ComplaintOutput(serializers.ModelSerializer[Complaint]):
    """A complaint and its answer. `told_of_hhs_at`: when its writer was told that they may
    complain to the Secretary of Health and Human Services as well."""

    received_how = serializers.ChoiceField(choices=ReachedUs.choices)

    class Meta:
        model = Complaint
        fields: tuple[str, ...] = (
            "id", "received_on", "received_how", "words", "written_at", "told_of_hhs_at",
            "answered_at", "answer",
        )  # fmt: skip
        read_only_fields = fields


class NoticeSectionOutput(serializers.Serializer[Any]):
    element = serializers.CharField()
    text = serializers.CharField()


class PatientNoticeOutput(serializers.Serializer[Any]):
    """The notice in one language, element by element in its order."""

    id = serializers.UUIDField()
    version = serializers.IntegerField()
    language = serializers.ChoiceField(choices=SPOKEN)
    sample = serializers.BooleanField(help_text="Ours, to show how it looks: no real notice.")
    effective_on = serializers.DateField()
    contact_name = serializers.CharField()
    contact_phone = serializers.CharField()
    contact_email = serializers.CharField()
    sections = NoticeSectionOutput(many=True)


class NoticeStandingOutput(serializers.Serializer[Any]):
    """Whether there is a notice that I have not confirmed, and how it reached me."""

    due = serializers.BooleanField()
    asks_now = serializers.BooleanField(help_text="Due, and not put off within the last days.")
    put_off_at = serializers.DateTimeField(allow_null=True)
    version = serializers.IntegerField(allow_null=True)
    shown_at = serializers.DateTimeField(allow_null=True)
    acknowledged_at = serializers.DateTimeField(allow_null=True)
    mailed_at = serializers.DateTimeField(allow_null=True)
