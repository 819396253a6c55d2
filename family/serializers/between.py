"""Shapes that notes, milestones and calls have in common."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer, Words
from family.models.notes import LONGEST_NOTE, PHRASE_LENGTH
from family.services import Said
from family.texts.phrases import said

Shape = serializers.Serializer[Any]


class SaidInput(StrictSerializer):
    """A fixed phrase, words of one's own, or both; sent once under an id made on the device."""

    submission_id = Identifier()
    phrase = Words(max_length=PHRASE_LENGTH, allow_blank=True, default="")
    text = Words(max_length=LONGEST_NOTE, allow_blank=True, default="")

    def said(self) -> Said:
        """Return the words."""
        sent = self.validated_data
        return Said(sent["phrase"], sent["text"], sent.get("days"))


class OtherOutput(Shape):
    """The other person, by the name that the client gave them in the newest consent."""

    id = serializers.UUIDField(source="other_id")
    name = serializers.CharField(source="other_name")


class ReceivedOutput(Shape):
    """The same for everybody, whatever becomes of it."""

    received = serializers.BooleanField()
    words = serializers.CharField()


def phrase_words(kind: str) -> Any:
    """Return a mix-in that adds `words`: the phrase in the reader's language ("" without one)."""

    class WithWords(Shape):
        words = serializers.SerializerMethodField()

        @extend_schema_field(serializers.CharField())
        def get_words(self, row: Any) -> str:
            value = row if isinstance(row, dict) else vars(row)
            return said(kind, value["phrase"], self.context["language"], days=value.get("days"))

    return WithWords


class PhraseOutput(Shape):
    slug = serializers.CharField()
    words = serializers.CharField()
    days = serializers.BooleanField(help_text="Whether a number of days belongs to it.")


class PhrasesOutput(Shape):
    """Every fixed phrase, in the reader's language; `{days}` stands where a number goes."""

    thanks = PhraseOutput(many=True)
    encouragement = PhraseOutput(many=True)
    milestones = PhraseOutput(many=True)
    steps = PhraseOutput(many=True, help_text="Steps on the way, shared as milestones too.")


class HelpLineOutput(Shape):
    name = serializers.CharField()
    call = serializers.CharField()
    text = serializers.CharField()


class PersonAskedOutput(Shape):
    """Somebody with whom this is shared right now."""

    person = serializers.UUIDField(source="recipient_id")
    name = serializers.CharField(source="recipient_name")
