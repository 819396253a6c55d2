"""Shapes of what a person did with lessons: what devices send, and what that person reads."""

from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _
from rest_framework import serializers

from core.shapes import StrictSerializer, WholeNumber, Words, YesNo
from lessons.rules.lesson import MOST_CHOICES, MOST_SECTIONS, RELATIONSHIPS
from lessons.serializers.lessons import LessonOutput, LessonSummaryOutput
from lessons.services import Sending

Shape = serializers.Serializer[object]
EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
MOST_TEXT = 4000
MOST_ANSWERS = 10


class LessonProgressOutput(Shape):
    """`section` is where the person was last, from 1: where to go on."""

    section = serializers.IntegerField()
    started_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)


class LessonStepOutput(Shape):
    lesson = LessonSummaryOutput()
    progress = LessonProgressOutput(allow_null=True)
    for_me = serializers.BooleanField()


class LessonPathOutput(Shape):
    """Every lesson in order. `go_on_with` is empty when nothing is left."""

    results = LessonStepOutput(many=True, source="steps")
    next = serializers.CharField(allow_null=True, read_only=True)
    go_on_with = serializers.CharField(allow_blank=True)
    finished = serializers.IntegerField()
    relationships = serializers.ListField(child=serializers.ChoiceField(choices=RELATIONSHIPS))


class LessonAnsweredOutput(Shape):
    """One answered question: no score, only what there is to say to it."""

    question = serializers.CharField()
    choice = serializers.IntegerField()
    right = serializers.BooleanField()
    right_choice = serializers.IntegerField()
    because = serializers.CharField()


class MyLessonOutput(Shape):
    """A lesson with what I did. `changed`: it was revised since I read it."""

    lesson = LessonOutput()
    progress = LessonProgressOutput(allow_null=True)
    answers = LessonAnsweredOutput(many=True)
    changed = serializers.BooleanField()


class LessonAnswersOutput(Shape):
    results = LessonAnsweredOutput(many=True)


class ReflectionOutput(Shape):
    question = serializers.CharField()
    text = serializers.CharField()
    written_at = serializers.DateTimeField()


class ReflectionsOutput(Shape):
    """What I wrote for myself. Nobody else has a way to it."""

    results = ReflectionOutput(many=True)


class RelationshipsOutput(Shape):
    relationships = serializers.ListField(child=serializers.ChoiceField(choices=RELATIONSHIPS))


class RelationshipsInput(StrictSerializer):
    relationships = serializers.ListField(
        child=serializers.ChoiceField(choices=RELATIONSHIPS), max_length=len(RELATIONSHIPS)
    )


class LessonSendingInput(StrictSerializer):
    """What every sending says: the version read, and when, on the device's clock."""

    version = Words(max_length=16)
    recorded_at = serializers.DateTimeField()

    def validate_recorded_at(self, value: datetime) -> datetime:
        if not EARLIEST <= value <= LATEST:
            raise serializers.ValidationError(_("This time cannot be right."))
        return value

    def sending(self, slug: str) -> Sending:
        """Return it for a lesson."""
        values = self.validated_data
        return Sending(slug, values["version"], values["recorded_at"])


class LessonProgressInput(LessonSendingInput):
    section = WholeNumber(min_value=1, max_value=MOST_SECTIONS)
    finished = YesNo(default=False)


def _few(answers: dict[str, Any]) -> None:
    if len(answers) > MOST_ANSWERS:
        raise serializers.ValidationError(
            _("Send at most {most_answers} answers at once.").format(most_answers=MOST_ANSWERS)
        )


class LessonCheckInput(LessonSendingInput):
    """Choices by the key of their question, from 1."""

    answers = serializers.DictField(
        child=WholeNumber(min_value=1, max_value=MOST_CHOICES), allow_empty=False, validators=[_few]
    )


class ReflectionsInput(LessonSendingInput):
    """Texts by the key of their question; an empty one takes back what was written."""

    answers = serializers.DictField(
        child=Words(max_length=MOST_TEXT, allow_blank=True), allow_empty=False, validators=[_few]
    )
