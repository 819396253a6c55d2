"""Shapes of answers: what a phone sends, what its client reads, what the care team reads."""

import json
from datetime import datetime
from typing import Any

from django.utils.timezone import is_naive
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, Observed, StrictSerializer, TimeZone, YesNo
from questionnaires.models import CriticalAnswer, FollowUp, Origin, Response, Score, YesNoUnsure
from questionnaires.rules import scoring, source
from questionnaires.rules.definition import KINDS
from questionnaires.serializers.forms import GivenAnswer
from questionnaires.services import FollowUpAnswers, FollowUpSending, Submission

MOST_ANSWERS = 300


class Instant(serializers.DateTimeField):
    """A moment that says its distance from UTC. One that cannot be right is kept, as for check-ins.

    A phone with a wrong clock loses nothing: services.believed_day does not believe it.
    """

    default_error_messages = {
        "no_zone": gettext_lazy(
            "Give the time with its distance from UTC, like 2026-11-23T18:30:00Z."
        ),
    }

    def to_internal_value(self, value: Any) -> datetime:
        if not isinstance(value, str):
            self.fail("no_zone")
        return super().to_internal_value(value)

    def enforce_timezone(self, value: datetime) -> datetime:
        if is_naive(value):
            self.fail("no_zone")
        return super().enforce_timezone(value)


class FilledInput(StrictSerializer):
    """Answers as they are now. What was not answered is left out or null."""

    questionnaire = Identifier(help_text="The version that was filled in.")
    timezone = TimeZone()
    recorded_at = Instant()
    answers = serializers.DictField(
        child=GivenAnswer(allow_null=True), help_text="By link id; any of them may be left out."
    )

    def validate_answers(self, value: dict[str, Any]) -> dict[str, Any]:
        if len(value) > MOST_ANSWERS:
            raise serializers.ValidationError(
                _("There are more answers than any form has questions.")
            )
        return value


class DraftInput(FilledInput):
    """What was answered so far; its id stands in the address."""

    def submission(self, submission_id: Any) -> Submission:
        """Return what was sent."""
        return _submission(submission_id, self.validated_data)


class ResponseInput(FilledInput):
    submission_id = Identifier()

    def submission(self) -> Submission:
        """Return what was sent."""
        return _submission(self.validated_data["submission_id"], self.validated_data)


def _submission(submission_id: Any, values: dict[str, Any]) -> Submission:
    return Submission(
        id=submission_id,
        questionnaire_id=values["questionnaire"],
        timezone=values["timezone"],
        recorded_at=values["recorded_at"],
        answers=values["answers"],
    )


def _said() -> serializers.ChoiceField:
    return serializers.ChoiceField(
        choices=YesNoUnsure.choices, required=False, allow_null=True, default=None
    )


class FollowUpInput(StrictSerializer):
    """Questions after a critical answer; each can be left out."""

    submission_id = Identifier(help_text="Of this sending, not of the response.")
    recorded_at = Instant()
    intent = _said()
    plan = _said()
    recent_act = _said()
    wants_contact = YesNo(required=False, default=False)

    def sending(self, response_submission_id: Any) -> FollowUpSending:
        """Return what was sent."""
        values = dict(self.validated_data)
        return FollowUpSending(
            id=values.pop("submission_id"),
            response_submission_id=response_submission_id,
            recorded_at=values.pop("recorded_at"),
            answers=FollowUpAnswers(**values),
        )


class FollowUpOutput(serializers.ModelSerializer[FollowUp]):
    class Meta:
        model = FollowUp
        fields = (
            "submission_id", "intent", "plan", "recent_act", "wants_contact", "recorded_at",
            "received_at",
        )  # fmt: skip
        read_only_fields = fields


class ResponseImportInput(StrictSerializer):
    file = serializers.CharField(
        max_length=source.MOST_BYTES, trim_whitespace=False, help_text="The text of the file."
    )


class ReceiptOutput(serializers.ModelSerializer[Response]):
    """What was kept of a draft or a whole response. `needs_help`: show help before all else."""

    state = serializers.SerializerMethodField()
    left_out = serializers.SerializerMethodField(
        help_text="Answers to questions that are not asked, by the other answers; in a draft also "
        "those that do not fit their question."
    )
    needs_help = serializers.SerializerMethodField()

    class Meta:
        model = Response
        fields = (
            "id", "submission_id", "questionnaire", "state", "answered_on", "recorded_at",
            "received_at", "left_out", "needs_help",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=["draft", "complete"]))
    def get_state(self, row: Response) -> str:
        return "draft" if row.completed_at is None else "complete"

    @extend_schema_field(serializers.ListField(child=serializers.CharField()))
    def get_left_out(self, row: Response) -> list[str]:
        return list(self.context.get("left_out", ()))

    def get_needs_help(self, row: Response) -> bool:
        return row.critical.exists()


class _Whole(serializers.ModelSerializer[Response]):
    """Needs selectors.with_details."""

    questionnaire = serializers.UUIDField(source="questionnaire_id")
    key = serializers.CharField(source="questionnaire.key")
    title = serializers.CharField(source="questionnaire.title")
    answers = serializers.SerializerMethodField()

    class Meta:
        model = Response
        fields: tuple[str, ...] = (
            "id", "questionnaire", "key", "title", "answered_on", "completed_at", "answers",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.DictField(child=GivenAnswer()))
    def get_answers(self, row: Response) -> Any:
        return json.loads(row.answers)


class OwnScoreOutput(serializers.Serializer[object]):
    """A score as a client reads it: plain words, and the numbers that a chart shows."""

    total = serializers.FloatField(allow_null=True)
    highest = serializers.FloatField()
    words = Observed("band", allow_blank=True)
    missing = serializers.IntegerField()


class OwnResponseOutput(_Whole):
    score = serializers.SerializerMethodField()

    class Meta(_Whole.Meta):
        fields: tuple[str, ...] = ("submission_id", *_Whole.Meta.fields, "score")
        read_only_fields = fields

    @extend_schema_field(OwnScoreOutput(allow_null=True))
    def get_score(self, row: Response) -> Any:
        found = list(row.scores.all())
        definition = row.questionnaire.scoring
        if not found or definition is None:
            return None
        score = found[-1]
        return OwnScoreOutput(
            {
                "total": score.total,
                "highest": definition["high"],
                "words": scoring.plain_words(definition, score.band),
                "missing": score.missing,
            }
        ).data


class ScoreOutput(serializers.ModelSerializer[Score]):
    total = serializers.FloatField(allow_null=True)
    stated_total = serializers.FloatField(allow_null=True)
    lowest = serializers.SerializerMethodField()
    highest = serializers.SerializerMethodField()
    counts = serializers.DictField(child=serializers.IntegerField())
    band = Observed("band", read_only=True)

    class Meta:
        model = Score
        fields = (
            "total", "lowest", "highest", "band", "missing", "counts", "stated_total", "differs",
            "instrument_version", "scoring_version", "computed_at",
        )  # fmt: skip
        read_only_fields = fields

    def get_lowest(self, row: Score) -> float:
        return float(self.context["scoring"]["low"])

    def get_highest(self, row: Score) -> float:
        return float(self.context["scoring"]["high"])


class CriticalAnswerOutput(serializers.ModelSerializer[CriticalAnswer]):
    kind = serializers.ChoiceField(choices=KINDS)

    class Meta:
        model = CriticalAnswer
        fields = ("link_id", "weight", "most", "kind", "on", "recorded_at", "received_at")
        read_only_fields = fields


class ClientResponseOutput(_Whole):
    """A response as the client's team reads it."""

    origin = serializers.ChoiceField(choices=Origin.choices)
    score = serializers.SerializerMethodField()
    critical = CriticalAnswerOutput(many=True)
    follow_ups = FollowUpOutput(many=True)

    class Meta(_Whole.Meta):
        fields: tuple[str, ...] = (
            *_Whole.Meta.fields, "origin", "recorded_at", "received_at", "score", "critical",
            "follow_ups",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(ScoreOutput(allow_null=True))
    def get_score(self, row: Response) -> Any:
        found = list(row.scores.all())
        if not found:
            return None
        return ScoreOutput(found[-1], context={"scoring": row.questionnaire.scoring}).data


class FhirOutput(serializers.Serializer[object]):
    """A FHIR R4 QuestionnaireResponse; its shape is FHIR's."""

    def get_fields(self) -> dict[str, Any]:
        return {
            "resourceType": serializers.CharField(),
            "questionnaire": serializers.CharField(),
            "status": serializers.CharField(),
            "authored": serializers.CharField(),
            "item": serializers.ListField(child=serializers.DictField(), required=False),
        }
