"""Shapes of exercises, as clients and phones read them and as administrators write them."""

from typing import Any

from rest_framework import serializers

from core.shapes import StrictSerializer
from skills.models import Skill
from skills.rules.exercise import FIELD_TYPES, KINDS, LANGUAGES, NEEDS, RATINGS

Shape = serializers.Serializer[object]
AnyField = serializers.Field[Any, Any, Any, Any]


class SkillSummaryOutput(Shape):
    slug = serializers.CharField()
    language = serializers.CharField()
    title = serializers.CharField()
    kind = serializers.ChoiceField(choices=KINDS)
    module = serializers.CharField()
    minutes = serializers.IntegerField()
    needs = serializers.ListField(child=serializers.ChoiceField(choices=NEEDS))
    summary = serializers.CharField()
    assigned_only = serializers.BooleanField()


class SkillListOutput(Shape):
    """The whole library: it is kept on the phone, so it comes in one piece."""

    results = SkillSummaryOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class OptionOutput(Shape):
    value = serializers.CharField()

    def get_fields(self) -> dict[str, AnyField]:
        # As an attribute, "label" would hide the label of the shape itself.
        return {**super().get_fields(), "label": serializers.CharField()}


class BreathingPatternOutput(Shape):
    """Seconds of each part of a breath."""

    hold = serializers.IntegerField()
    out = serializers.IntegerField()
    rest = serializers.IntegerField()

    def get_fields(self) -> dict[str, AnyField]:
        # "in" is a word of the language and cannot be an attribute.
        return {"in": serializers.IntegerField(), **super().get_fields()}


class SkillFieldOutput(Shape):
    """One thing to answer. Options, seconds and pattern come with the types that have them."""

    key = serializers.CharField()
    type = serializers.ChoiceField(choices=FIELD_TYPES)
    help = serializers.CharField(required=False)
    options = OptionOutput(many=True, required=False)
    seconds = serializers.IntegerField(required=False)
    pattern = BreathingPatternOutput(required=False)
    sensitive = serializers.BooleanField()
    optional = serializers.BooleanField()

    def get_fields(self) -> dict[str, AnyField]:
        return {**super().get_fields(), "label": serializers.CharField()}


class SkillStepOutput(Shape):
    key = serializers.CharField()
    title = serializers.CharField()
    text = serializers.CharField()

    def get_fields(self) -> dict[str, AnyField]:
        # As an attribute, "fields" would hide the fields of the shape itself.
        return {**super().get_fields(), "fields": SkillFieldOutput(many=True)}


class SkillOutput(SkillSummaryOutput):
    version = serializers.CharField()
    reading_level = serializers.IntegerField()
    cautions = serializers.ListField(child=serializers.CharField())
    rating = serializers.ChoiceField(choices=RATINGS)
    steps = SkillStepOutput(many=True)

    def to_representation(self, instance: Any) -> dict[str, Any]:
        skill: Skill = instance
        # Versions that were published before this mark existed do not carry it.
        content = {"assigned_only": False, **skill.content}
        return super().to_representation({**content, "version": skill.version})


class SkillLanguageQuery(StrictSerializer):
    """In which language; where it is left out, the person's own."""

    language = serializers.ChoiceField(choices=LANGUAGES, required=False)


class SkillsQuery(SkillLanguageQuery):
    """Which exercises of the library; everything may be left out."""

    need = serializers.ChoiceField(choices=NEEDS, required=False)
    kind = serializers.ChoiceField(choices=KINDS, required=False)
    module = serializers.CharField(required=False)


class ExerciseInput(SkillSummaryOutput):
    """An exercise as in a file. Described here; what it must be is in rules/exercise.py."""

    module = serializers.CharField(required=False)
    assigned_only = serializers.BooleanField(required=False)
    reading_level = serializers.IntegerField()
    cautions = serializers.ListField(child=serializers.CharField(), required=False)
    rating = serializers.ChoiceField(choices=RATINGS)
    steps = SkillStepOutput(many=True)


class ClinicExerciseOutput(Shape):
    """One of the clinic's own exercises, and whether it is in the library."""

    published_at = serializers.DateTimeField()
    current = serializers.BooleanField()
    exercise = SkillOutput(source="*")


class ClinicExerciseListOutput(Shape):
    results = ClinicExerciseOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)
