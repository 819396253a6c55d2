"""Shapes of consents, and of what a family member sees. They import nothing of a record."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core import clock
from family import rules, texts
from family.access import Shared
from family.models import Category, Consent


class NoticeOutput(serializers.Serializer[Any]):
    version = serializers.CharField()
    text = serializers.CharField()


class MoodTrendOutput(serializers.Serializer[Any]):
    """Seven days in one word."""

    def get_fields(self) -> dict[str, Any]:
        # "from" is a word of the language and cannot be an attribute.
        return {
            "from": serializers.DateField(source="first"),
            "to": serializers.DateField(source="last"),
            "band": serializers.ChoiceField(choices=rules.BANDS, source="mood_band"),
        }


class SharedOutput(serializers.Serializer[Shared]):
    client_name = serializers.CharField()
    purpose = serializers.CharField()
    until = serializers.DateField()
    explanation = serializers.SerializerMethodField()
    mood_trend = serializers.SerializerMethodField()

    def get_explanation(self, shared: Shared) -> str:
        return texts.explanation(
            client=shared.client_name, categories=shared.categories, until=shared.until
        )

    @extend_schema_field(MoodTrendOutput(allow_null=True))
    def get_mood_trend(self, shared: Shared) -> Any:
        return MoodTrendOutput(shared).data if shared.mood_band else None


class SharedPageOutput(serializers.Serializer[Any]):
    notice = NoticeOutput()
    shared = SharedOutput(many=True)


class ConsentOutput(serializers.ModelSerializer[Consent]):
    state = serializers.SerializerMethodField()
    categories = serializers.ListField(child=serializers.ChoiceField(choices=Category.choices))

    class Meta:
        model = Consent
        fields = (
            "id", "recipient_name", "relationship", "categories", "purpose", "signed_at",
            "expires_on", "state", "text_version", "text",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=["in_force", "revoked", "expired"]))
    def get_state(self, consent: Consent) -> str:
        if consent.revoked_at:
            return "revoked"
        today = clock.local_day(self.context["at"], consent.timezone)
        return "in_force" if today <= consent.expires_on else "expired"
