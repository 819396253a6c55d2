"""Shapes of personal items, and of the form that asks them."""

from typing import Any

from rest_framework import serializers

from checkins.models import ItemKind, ItemScale, PersonalItem, Toward
from core.shapes import StrictSerializer, Words

STATES = ("in_force", "all")


class _Labelled(StrictSerializer):
    scale = serializers.ChoiceField(choices=ItemScale.choices)
    toward = serializers.ChoiceField(
        choices=Toward.choices, required=False, allow_blank=True, default=""
    )
    why = Words(max_length=280, required=False, allow_blank=True, default="")

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        # As an attribute, "label" would hide the label of the shape itself.
        return {"label": Words(max_length=120), **super().get_fields()}


class PersonalItemInput(_Labelled):
    """What to ask. Of an urge also what it is toward; of anything else, nothing."""

    kind = serializers.ChoiceField(choices=ItemKind.choices)


class PersonalItemChange(_Labelled):
    """Other words or another scale for an item; its kind stays."""


class PersonalItemOutput(serializers.ModelSerializer[PersonalItem]):
    class Meta:
        model = PersonalItem
        fields = (
            "id", "item", "version", "place", "label", "why", "kind", "scale", "toward", "set_at",
            "ended_at",
        )  # fmt: skip
        read_only_fields = fields


class PersonalItemsInput(StrictSerializer):
    """Which items: those asked about now, or with them every older version."""

    state = serializers.ChoiceField(choices=STATES, required=False, default="in_force")
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)


class QuestionOutput(serializers.Serializer[Any]):
    """One base question: how it is answered, its words, and why it is asked."""

    key = serializers.CharField()
    kind = serializers.ChoiceField(choices=("scale", "choice", "hours", "items", "words"))
    required = serializers.BooleanField(default=False)  # type: ignore[assignment]  # a shape's own
    ask = serializers.CharField()
    why = serializers.CharField()
    low = serializers.CharField(default="")
    high = serializers.CharField(default="")
    choices = serializers.DictField(child=serializers.CharField(), default=dict)
    goal = serializers.CharField(default="")
    note = serializers.CharField(default="")


class ItemWordsOutput(serializers.Serializer[Any]):
    acted = serializers.CharField()
    choices = serializers.DictField(child=serializers.CharField())
    low = serializers.CharField()
    high = serializers.CharField()


class FormOutput(serializers.Serializer[Any]):
    """What one client is asked. The version changes exactly when the questions do."""

    version = serializers.CharField()
    base = serializers.CharField()
    language = serializers.CharField()
    why = serializers.CharField(source="words.why")
    goal_ask = serializers.CharField(source="words.goal_ask")
    goal_asked_from = serializers.CharField(source="words.goal_asked_from")
    questions = QuestionOutput(source="words.questions", many=True)
    item_words = ItemWordsOutput(source="words.items")
    items = PersonalItemOutput(many=True)
