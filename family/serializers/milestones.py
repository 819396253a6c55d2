"""Shapes of milestones that a client shares."""

from typing import Any

from rest_framework import serializers

from core.shapes import Identifier, WholeNumber, Words
from family.models.milestones import LONGEST_MILESTONE, MOST_DAYS_WELL
from family.serializers.between import OtherOutput, SaidInput, phrase_words
from family.texts.phrases import MILESTONES

MOST_PEOPLE = 20


class MilestoneInput(SaidInput):
    """Pressed anew for each milestone. `days` is the client's own number."""

    to = serializers.ListField(child=Identifier(), min_length=1, max_length=MOST_PEOPLE)
    text = Words(max_length=LONGEST_MILESTONE, allow_blank=True, default="")
    days = WholeNumber(
        min_value=1, max_value=MOST_DAYS_WELL, required=False, allow_null=True, default=None
    )


class MilestoneSharedOutput(phrase_words(MILESTONES)):  # type: ignore[misc]
    """What I shared with one person."""

    id = serializers.UUIDField()
    to = OtherOutput(source="*")
    phrase = serializers.CharField()
    days = serializers.IntegerField(allow_null=True)
    text = serializers.CharField()
    shared_at = serializers.DateTimeField()


class MilestonesSharedOutput(serializers.Serializer[Any]):
    shared = MilestoneSharedOutput(many=True)


class MilestoneShownOutput(phrase_words(MILESTONES)):  # type: ignore[misc]
    """A milestone as it stands on a family member's card."""

    phrase = serializers.CharField()
    days = serializers.IntegerField(allow_null=True)
    text = serializers.CharField()
    shared_on = serializers.DateField()
