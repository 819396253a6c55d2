"""Shapes of thanks and encouragement."""

from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer, YesNo
from family.serializers.between import OtherOutput, PhraseOutput, SaidInput, Shape, phrase_words
from family.texts.phrases import ENCOURAGEMENT, THANKS


class ThanksInput(SaidInput):
    to = Identifier()


class ThanksOutput(phrase_words(THANKS)):  # type: ignore[misc]  # a base made for one kind
    """A note of thanks that I wrote, in my words and in the phrase's."""

    id = serializers.UUIDField()
    to = OtherOutput(source="*")
    phrase = serializers.CharField()
    text = serializers.CharField()
    written_at = serializers.DateTimeField()


class ThankYouShownOutput(phrase_words(THANKS)):  # type: ignore[misc]
    """A client's thanks as they stand on a family member's card."""

    phrase = serializers.CharField()
    text = serializers.CharField()
    written_on = serializers.DateField()


class EncourageInput(SaidInput):
    client = Identifier()


class EncourageFormOutput(Shape):
    """What stands above the form, and the phrases to choose from."""

    words = serializers.CharField()
    phrases = PhraseOutput(many=True)


class EncouragementOutput(phrase_words(ENCOURAGEMENT)):  # type: ignore[misc]
    """A note that somebody wrote to me."""

    id = serializers.UUIDField()
    by = OtherOutput(source="*")
    phrase = serializers.CharField()
    text = serializers.CharField()
    written_at = serializers.DateTimeField()


class NoteChoiceInput(StrictSerializer):
    receives = YesNo()


class NoteChoiceOutput(Shape):
    person = serializers.UUIDField()
    name = serializers.CharField()
    receives = serializers.BooleanField()


class NoteChoicesOutput(Shape):
    people = NoteChoiceOutput(many=True)
