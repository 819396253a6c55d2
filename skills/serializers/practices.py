"""Shapes of practices: what a phone hands in, what its client reads, and what their team reads."""

import json
from datetime import UTC, datetime
from typing import Any

from django.utils.timezone import is_naive
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer, WholeNumber, Words, YesNo
from skills.models import Practice
from skills.rules import answers as answer_rules
from skills.rules.exercise import NEEDS
from skills.services import Submission

EARLIEST = datetime(2020, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
RATING_SENTENCE = gettext_lazy("Choose a whole number from 0 to 10.")


def _line() -> dict[str, Any]:
    return {"type": "string", "maxLength": answer_rules.MOST_LINE}


def _lines(most: int) -> dict[str, Any]:
    return {"type": "array", "items": _line(), "maxItems": most}


def _rows(most: int, required: list[str], **names: dict[str, Any]) -> dict[str, Any]:
    row = {"type": "object", "properties": names, "required": required}
    return {"type": "array", "items": row, "maxItems": most}


ANSWER = {
    "oneOf": [
        {"type": "string", "maxLength": answer_rules.MOST_TEXT},
        {"type": "integer"},
        _lines(answer_rules.MOST_LINES),
        {
            "title": "Ladder",
            **_rows(
                answer_rules.MOST_RUNGS,
                ["text", "rating"],
                text=_line(),
                rating={"type": "integer", "minimum": 0, "maximum": 100, "nullable": True},
            ),
        },
        {
            "title": "Chain",
            **_rows(
                answer_rules.MOST_LINKS,
                ["kind", "text"],
                kind={"type": "string", "enum": list(answer_rules.CHAIN_KINDS)},
                text=_line(),
            ),
        },
        {
            "title": "Evidence",
            "type": "object",
            "properties": {side: _lines(answer_rules.MOST_EVIDENCE) for side in answer_rules.SIDES},
            "required": list(answer_rules.SIDES),
        },
        {
            "title": "Plan",
            "type": "object",
            "properties": {part: _line() for part in answer_rules.PLAN_PARTS},
            "required": ["what"],
        },
    ],
    "nullable": True,
}


@extend_schema_field(ANSWER)
class AnswerField(serializers.JSONField):
    """One answer; the exercise says of which form: text, a number, lines, a ladder and so on."""


class Instant(serializers.DateTimeField):
    """A moment that says its distance from UTC, within living memory."""

    default_error_messages = {
        "no_zone": gettext_lazy(
            "Give the time with its distance from UTC, like 2026-11-23T18:30:00Z."
        ),
        "unlikely": gettext_lazy("This time cannot be right."),
    }

    def to_internal_value(self, value: Any) -> datetime:
        if not isinstance(value, str):
            self.fail("no_zone")
        found = super().to_internal_value(value)
        if not EARLIEST <= found < LATEST:
            self.fail("unlikely")
        return found

    def enforce_timezone(self, value: datetime) -> datetime:
        if is_naive(value):
            self.fail("no_zone")
        return super().enforce_timezone(value)


def _rating() -> WholeNumber:
    kinds = ("invalid", "min_value", "max_value", "max_string_length")
    return WholeNumber(
        min_value=0,
        max_value=10,
        required=False,
        allow_null=True,
        default=None,
        error_messages=dict.fromkeys(kinds, RATING_SENTENCE),
    )


class PracticeInput(StrictSerializer):
    """One practice; answers may leave out any field, since every step can be skipped."""

    submission_id = Identifier()
    skill = Words(max_length=60)
    skill_version = Words(max_length=16)
    started_at = Instant()
    finished_at = Instant(required=False, allow_null=True, default=None)
    before = _rating()
    after = _rating()
    helpful = YesNo(required=False, allow_null=True, default=None)
    answers = serializers.DictField(
        child=AnswerField(allow_null=True), help_text="By step and field, like “observe.facts”."
    )
    need = serializers.ChoiceField(choices=NEEDS, required=False, allow_null=True, default=None)
    assignment = Identifier(required=False, allow_null=True, default=None)

    def submission(self) -> Submission:
        """Return what was sent."""
        values = dict(self.validated_data)
        return Submission(
            id=values.pop("submission_id"),
            slug=values.pop("skill"),
            version=values.pop("skill_version"),
            need=values.pop("need") or "",
            **values,
        )


class _Practice(serializers.ModelSerializer[Practice]):
    """Needs the annotations of selectors.with_own_text or selectors.with_shared_text."""

    skill = serializers.CharField(source="skill.slug")
    skill_version = serializers.CharField(source="skill.version")
    skill_title = serializers.CharField(source="title")
    need = serializers.SerializerMethodField()
    shared_with_team = serializers.BooleanField()

    class Meta:
        model = Practice
        fields: tuple[str, ...] = (
            "id", "skill", "skill_version", "skill_title", "started_at", "finished_at",
            "received_at", "before", "after", "helpful", "need", "assignment", "shared_with_team",
            "answers",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=NEEDS, allow_null=True))
    def get_need(self, row: Practice) -> str | None:
        return row.need or None


class PracticeOutput(_Practice):
    answers = serializers.SerializerMethodField()

    class Meta(_Practice.Meta):
        fields: tuple[str, ...] = ("submission_id", *_Practice.Meta.fields)
        read_only_fields = fields

    @extend_schema_field(serializers.DictField(child=AnswerField()))
    def get_answers(self, row: Any) -> dict[str, Any]:
        answers: dict[str, Any] = json.loads(row.written or "{}")
        return answers


class ClientPracticeOutput(_Practice):
    """A practice as the client's team reads it; answers only while the client shares them."""

    answers = serializers.SerializerMethodField()
    change = serializers.SerializerMethodField()

    class Meta(_Practice.Meta):
        fields: tuple[str, ...] = (*_Practice.Meta.fields, "change")
        read_only_fields = fields

    @extend_schema_field(serializers.DictField(child=AnswerField(), allow_null=True))
    def get_answers(self, row: Any) -> dict[str, Any] | None:
        answers: dict[str, Any] | None = json.loads(row.written) if row.written else None
        return answers

    def get_change(self, row: Practice) -> int | None:
        return None if row.before is None or row.after is None else row.before - row.after
