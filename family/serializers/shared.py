"""Shapes of what a family member sees. They import nothing of a record."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer
from family import texts
from family.access.shared import Shown
from family.access.shown import Card
from family.models import Category
from family.serializers.sections import section_fields
from family.texts import page as page_texts


class NoticeOutput(serializers.Serializer[Any]):
    version = serializers.CharField()
    text = serializers.CharField()


class SharedCardOutput(serializers.Serializer[Card]):
    """One client's card. A category that is not shared is null, and looks like any other."""

    client = serializers.UUIDField(source="scope.client_id")
    client_name = serializers.CharField(source="scope.client_name")
    purpose = serializers.CharField(source="scope.purpose")
    until = serializers.DateField(source="scope.until")
    notice = serializers.SerializerMethodField()
    explanation = serializers.SerializerMethodField()

    def get_fields(self) -> dict[str, Any]:
        return {**super().get_fields(), **section_fields()}

    @extend_schema_field(NoticeOutput)
    def get_notice(self, card: Card) -> Any:
        version, text = texts.notice()
        return {"version": version, "text": text}

    def get_explanation(self, card: Card) -> str:
        scope = card.scope
        return texts.explanation(
            client=scope.client_name,
            categories=list(scope.categories),
            until=scope.until,
            language=scope.language,
        )


def card_body(card: Card) -> Any:
    """Return a card as it is sent, in the language of its reader."""
    return SharedCardOutput(card, context={"language": card.scope.language}).data


class RulesOutput(serializers.Serializer[Any]):
    version = serializers.CharField()
    text = serializers.CharField()
    read = serializers.BooleanField()


class SharedPageOutput(serializers.Serializer[Any]):
    notice = NoticeOutput()
    rules = RulesOutput()
    sharing = serializers.ChoiceField(choices=["on", "off"])
    words = serializers.CharField(help_text="What to say while nothing is shared, else empty.")
    shared = SharedCardOutput(many=True)


def page(shown: list[Shown], *, language: str, has_read_rules: bool) -> dict[str, Any]:
    """Return the whole page: its rules, and a card for each client who shares now."""
    notice_version, notice = texts.notice()
    version, rules = page_texts.rules(language)
    return {
        "notice": {"version": notice_version, "text": notice},
        "rules": {"version": version, "text": rules, "read": has_read_rules},
        "sharing": "on" if shown else "off",
        "words": "" if shown else page_texts.off(language),
        "shared": [one.card for one in shown],
    }


class MarkOutput(serializers.Serializer[Any]):
    mark = serializers.CharField(help_text="Changes when what is shared does; tells nothing else.")


class RulesReadInput(StrictSerializer):
    version = serializers.CharField(max_length=20)


class PreviewQuery(serializers.Serializer[Any]):
    category = serializers.MultipleChoiceField(choices=Category.choices, allow_empty=False)


class SharedGoalInput(StrictSerializer):
    """One of the two: a goal by its id, or a milestone by its name."""

    goal_id = Identifier(required=False, allow_null=True, default=None)
    milestone = serializers.SlugField(max_length=40, required=False, default="", allow_blank=True)

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if bool(attrs["goal_id"]) == bool(attrs["milestone"]):
            sentence = _("Choose one goal or one milestone.")
            raise serializers.ValidationError({"goal_id": [sentence]})
        return attrs


class SharedGoalOutput(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    goal_id = serializers.UUIDField(allow_null=True)
    milestone = serializers.CharField()
    title = serializers.CharField()
    reached = serializers.BooleanField()
    shared_at = serializers.DateTimeField()


class SupportWordsInput(StrictSerializer):
    words = serializers.CharField(allow_blank=True, max_length=2000)


class SupportWordsOutput(serializers.Serializer[Any]):
    words = serializers.CharField()
