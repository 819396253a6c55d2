"""Shapes of what is there for a family member: resources, and their own look at strain."""

import json
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer, WholeNumber
from family.rules.strain import LEAST, MOST, STRAIN_BANDS, strain_band
from family.serializers.between import HelpLineOutput, Shape

RELATIONSHIPS = ("partner", "parent", "adult_child", "sibling", "friend")
PLACES = ("us", "ma")


class SupportQuery(StrictSerializer):
    relationship = serializers.ChoiceField(choices=RELATIONSHIPS, required=False)
    place = serializers.ChoiceField(choices=PLACES, required=False)


class ResourceOutput(Shape):
    """Somewhere to turn to. `phone` and `site` are "" where there is none to name."""

    slug = serializers.CharField()
    name = serializers.CharField()
    what = serializers.CharField()
    phone = serializers.CharField()
    site = serializers.CharField(help_text="A host name; opened by a tap, nothing is loaded.")
    place = serializers.ChoiceField(choices=PLACES)
    relationships = serializers.ListField(child=serializers.ChoiceField(choices=RELATIONSHIPS))


class SupportOutput(Shape):
    help = HelpLineOutput(many=True)
    resources = ResourceOutput(many=True)


class StrainInput(StrictSerializer):
    """Answers by item; leave out what is skipped."""

    submission_id = Identifier()
    answers = serializers.DictField(
        child=WholeNumber(min_value=LEAST, max_value=MOST), allow_empty=False
    )


class StrainTakenOutput(Shape):
    """One look, as a word and what may help. No number."""

    id = serializers.UUIDField()
    answered_at = serializers.DateTimeField()
    band = serializers.SerializerMethodField()
    words = serializers.SerializerMethodField()
    suggestion = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(choices=STRAIN_BANDS))
    def get_band(self, row: Any) -> str:
        return strain_band(json.loads(row.answers))

    def get_words(self, row: Any) -> str:
        return str(self.context["bands"][self.get_band(row)]["words"])

    def get_suggestion(self, row: Any) -> str:
        return str(self.context["bands"][self.get_band(row)]["suggestion"])


class StrainItemOutput(Shape):
    key = serializers.CharField()
    text = serializers.CharField()


class StrainOutput(Shape):
    """The form, and my own earlier looks, the newest first."""

    version = serializers.CharField()
    lead = serializers.CharField()
    scale = serializers.ListField(child=serializers.CharField())
    items = StrainItemOutput(many=True)
    history = StrainTakenOutput(many=True)
