"""Shapes of what is asked: a clinician's wish, schedules, and what is due for a client today."""

import json
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from core.shapes import StrictSerializer, WholeNumber, Words
from questionnaires.models import Cadence, Response, Schedule
from questionnaires.models.asking import MOST_WINDOW_DAYS
from questionnaires.selectors import Due
from questionnaires.serializers.forms import GivenAnswer
from questionnaires.services import AskingWish


class AskingInput(StrictSerializer):
    key = Words(max_length=60)
    cadence = serializers.ChoiceField(choices=Cadence.choices)
    starts_on = serializers.DateField(required=False, allow_null=True, default=None)
    window_days = WholeNumber(
        min_value=1, max_value=MOST_WINDOW_DAYS, required=False, allow_null=True, default=None
    )

    def wish(self) -> AskingWish:
        """Return what was sent."""
        return AskingWish(**self.validated_data)


class AskingOutput(serializers.ModelSerializer[Schedule]):
    """Needs `titles` in the context."""

    title = serializers.SerializerMethodField()
    assigned_by = PersonOutput()
    state = serializers.SerializerMethodField()

    class Meta:
        model = Schedule
        fields = (
            "id", "key", "title", "cadence", "starts_on", "window_days", "assigned_at",
            "assigned_by", "state", "paused_at", "ended_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_title(self, row: Schedule) -> str:
        return str(self.context["titles"].get(row.key, row.key))

    @extend_schema_field(serializers.ChoiceField(choices=["open", "paused", "ended"]))
    def get_state(self, row: Schedule) -> str:
        if row.ended_at is not None:
            return "ended"
        return "open" if row.paused_at is None else "paused"


class DraftOutput(serializers.ModelSerializer[Response]):
    answers = serializers.SerializerMethodField()

    class Meta:
        model = Response
        fields = ("submission_id", "recorded_at", "answers")
        read_only_fields = fields

    @extend_schema_field(serializers.DictField(child=GivenAnswer()))
    def get_answers(self, row: Response) -> Any:
        return json.loads(row.answers)


class DueOutput(serializers.Serializer[Due]):
    """Needs `drafts` in the context: what was begun, by version."""

    questionnaire = serializers.UUIDField(source="questionnaire.pk")
    key = serializers.CharField(source="questionnaire.key")
    title = serializers.CharField(source="questionnaire.title")
    language = serializers.CharField(source="questionnaire.language")
    questions = serializers.SerializerMethodField(help_text="How many there are at most.")
    due_on = serializers.DateField()
    until = serializers.DateField(help_text="The last day.")
    draft = serializers.SerializerMethodField()

    def get_questions(self, due: Due) -> int:
        return int(self.context["sizes"][due.questionnaire.pk])

    @extend_schema_field(DraftOutput(allow_null=True))
    def get_draft(self, due: Due) -> Any:
        found = self.context["drafts"].get(due.questionnaire.pk)
        return DraftOutput(found).data if found else None


class DueListOutput(serializers.Serializer[object]):
    """What a client is asked today, the soonest to end first."""

    results = DueOutput(many=True)
