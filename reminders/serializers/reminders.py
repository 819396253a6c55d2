"""Shapes of reminders: as the app shows them, as the ledger keeps them, and dead letters."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer
from delivery.models import Delivery
from reminders.models import Kind, Reminder

READ_STATES = ["unread", "opened", "done"]


class ReminderOutput(serializers.ModelSerializer[Reminder]):
    """One reminder as the app shows it. `subject_id` is the session, exercise, … it is about."""

    state = serializers.SerializerMethodField()

    class Meta:
        model = Reminder
        fields = (
            "id", "kind", "subject_id", "on", "due_at", "until_at", "state", "opened_at", "done_at",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=READ_STATES))
    def get_state(self, row: Reminder) -> str:
        if row.done_at:
            return "done"
        return "opened" if row.opened_at else "unread"


class CountOutput(serializers.Serializer[Any]):
    unread = serializers.IntegerField()


class MessageInput(StrictSerializer):
    """The opaque id that the link of a message carried (`r` in its address)."""

    message = Identifier()


class OpenedOutput(serializers.Serializer[Any]):
    """How many reminders that message was about; 0 when it is not yours or too old."""

    opened = serializers.IntegerField()


class LedgerOutput(serializers.ModelSerializer[Reminder]):
    """Everything that is known of one reminder: when it was due, what became of it, and why."""

    class Meta:
        model = Reminder
        fields = (
            "id", "kind", "subject_id", "on", "wished_at", "due_at", "until_at", "state", "reason",
            "channel", "queued_at", "sent_at", "opened_at", "done_at", "settled_at",
        )  # fmt: skip
        read_only_fields = fields


class LedgerPeriodInput(StrictSerializer):
    """Days on which reminders were due, both ends included, and one kind; all may be left out."""

    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)
    kind = serializers.ChoiceField(choices=Kind.choices, required=False)

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]  # DRF's own signature
        # "from" is a word of the language and cannot be an attribute.
        days = {
            "from": serializers.DateField(required=False),
            "to": serializers.DateField(required=False),
        }
        return {**super().get_fields(), **days}


class DeadLetterOutput(serializers.ModelSerializer[Delivery]):
    """A message that was given up on. Not to whom: that is nobody's to read here."""

    class Meta:
        model = Delivery
        fields = ("id", "channel", "kind", "attempts", "created_at", "settled_at", "failure")
        read_only_fields = fields


class ReplayInput(StrictSerializer):
    deliveries = serializers.ListField(child=Identifier(), min_length=1, max_length=200)


class ReplayOutput(serializers.Serializer[Any]):
    replayed = serializers.IntegerField()


class TextReplyInput(serializers.Serializer[Any]):
    """What the provider posts as a form; it may add fields of its own."""

    From = serializers.CharField()
    Body = serializers.CharField()
