"""Shapes of notes to the care team, for who writes them and for who reads them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from core.shapes import Identifier, Phone, StrictSerializer, Words, YesNo
from family.models.team_notes import LONGEST_ABOUT, LONGEST_TEAM_NOTE, TeamWish
from family.serializers.between import HelpLineOutput, Shape
from family.services import TeamDraft

STATES = ("open", "read", "all")


class TeamNoteInput(StrictSerializer):
    submission_id = Identifier()
    wish = serializers.ChoiceField(choices=TeamWish.choices, default=TeamWish.NOTE)
    about = Words(max_length=LONGEST_ABOUT)
    text = Words(max_length=LONGEST_TEAM_NOTE)
    phone = Phone(required=False, allow_blank=True, default="")
    worried_now = YesNo(default=False)

    def draft(self) -> TeamDraft:
        """Return what was written."""
        sent = self.validated_data
        return TeamDraft(
            sent["wish"], sent["about"], sent["text"], sent["phone"], sent["worried_now"]
        )


class NoteReadOutput(Shape):
    """When it was read, and by somebody in which role."""

    at = serializers.DateTimeField()
    role = serializers.CharField()


class OwnTeamNoteOutput(Shape):
    id = serializers.UUIDField()
    wish = serializers.ChoiceField(choices=TeamWish.choices)
    about = serializers.CharField()
    text = serializers.CharField()
    worried_now = serializers.BooleanField(source="urgent")
    written_at = serializers.DateTimeField()
    acknowledged = NoteReadOutput(allow_null=True)


class TeamNoteFormOutput(Shape):
    """What stands above the form, who helps at once, and my newest notes."""

    words = serializers.CharField()
    worried_words = serializers.CharField()
    help = HelpLineOutput(many=True)
    notes = OwnTeamNoteOutput(many=True)


class TeamNoteReceivedOutput(Shape):
    """The same answer to everybody."""

    received = serializers.BooleanField()
    words = serializers.CharField()
    help = HelpLineOutput(many=True)


class StaffNoteOutput(Shape):
    """A note as staff read it. `client` is null until it is known whom it is about."""

    id = serializers.UUIDField()
    writer_name = serializers.CharField()
    wish = serializers.ChoiceField(choices=TeamWish.choices)
    about = serializers.CharField()
    text = serializers.CharField()
    phone = serializers.CharField()
    urgent = serializers.BooleanField()
    written_at = serializers.DateTimeField()
    client = PersonOutput(allow_null=True)
    linked_by_staff = serializers.SerializerMethodField()
    read = serializers.SerializerMethodField()

    def get_linked_by_staff(self, row: Any) -> bool:
        return row.linked_by_id is not None

    @extend_schema_field(NoteReadOutput(allow_null=True))
    def get_read(self, row: Any) -> dict[str, Any] | None:
        receipt = getattr(row, "receipt", None)
        if receipt is None:
            return None
        return NoteReadOutput({"at": receipt.acknowledged_at, "role": receipt.role}).data


class StaffNotesQuery(StrictSerializer):
    state = serializers.ChoiceField(choices=STATES, default="open")
    cursor = serializers.CharField(required=False)
    page_size = serializers.IntegerField(required=False)


class LinkNoteInput(StrictSerializer):
    client = Identifier()
