"""Shapes of lessons, as everybody reads them."""

from typing import Any

from rest_framework import serializers

from core.shapes import StrictSerializer
from lessons.models import Lesson
from lessons.rules.lesson import EVERYONE, GROUPS, LANGUAGES, RELATIONSHIPS

Shape = serializers.Serializer[object]
AnyField = serializers.Field[Any, Any, Any, Any]


class LanguageQuery(StrictSerializer):
    """In which language; where it is left out, the person's own or English."""

    language = serializers.ChoiceField(choices=LANGUAGES, required=False)


class LessonSummaryOutput(Shape):
    """What stands on a card. `help`: crisis lines come first. `care`: a warning does."""

    slug = serializers.CharField()
    language = serializers.CharField()
    version = serializers.CharField()
    position = serializers.IntegerField()
    group = serializers.ChoiceField(choices=GROUPS)
    title = serializers.CharField()
    summary = serializers.CharField()
    minutes = serializers.IntegerField()
    help = serializers.BooleanField()
    care = serializers.CharField(allow_blank=True)

    def get_fields(self) -> dict[str, AnyField]:
        # "for" is a word of the language and cannot be an attribute.
        whom = serializers.ChoiceField(choices=(EVERYONE, *RELATIONSHIPS))
        return {**super().get_fields(), "for": serializers.ListField(child=whom)}

    def to_representation(self, instance: Any) -> dict[str, Any]:
        lesson: Lesson = instance
        return super().to_representation({**lesson.content, "version": lesson.version})


class LessonListOutput(Shape):
    """The whole path: it is kept on the phone, so it comes in one piece."""

    results = LessonSummaryOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class LessonBlockOutput(Shape):
    """A paragraph has `text`; a list has `items`."""

    kind = serializers.ChoiceField(choices=("paragraph", "list"))
    text = serializers.CharField(required=False)
    items = serializers.ListField(child=serializers.CharField(), required=False)


class LessonSectionOutput(Shape):
    title = serializers.CharField()
    blocks = LessonBlockOutput(many=True)


class ReflectionQuestionOutput(Shape):
    key = serializers.CharField()
    question = serializers.CharField()


class CheckChoiceOutput(Shape):
    """With what there is to say to whoever chose it, so that a check works without a line."""

    text = serializers.CharField()
    right = serializers.BooleanField()
    because = serializers.CharField()


class CheckQuestionOutput(Shape):
    key = serializers.CharField()
    question = serializers.CharField()
    choices = CheckChoiceOutput(many=True)


class LessonOutput(LessonSummaryOutput):
    """A whole lesson. Sections count from 1, and so do choices."""

    reading_level = serializers.IntegerField()
    sources = serializers.ListField(child=serializers.CharField())
    reviewed = serializers.DateField()
    sections = LessonSectionOutput(many=True)
    reflection = ReflectionQuestionOutput(many=True)
    check = CheckQuestionOutput(many=True)
    try_this_week = serializers.CharField()
