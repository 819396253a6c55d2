"""Shapes of urges, lapses, and how a day's goal went. They check types and never write."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from rest_framework import serializers

from checkins.models import (
    CheckIn,
    GoalOutcome,
    Lapse,
    Need,
    Outcome,
    PartOfDay,
    Place,
    Response,
    Toward,
    Trigger,
    UrgeLog,
)
from checkins.serializers.base import (
    SENT,
    SendingInput,
    SentOutput,
    SomeOf,
    one_of,
    optional_scale,
    optional_words,
    optional_yes_no,
    scale,
)
from checkins.services import LapseReport, MomentSubmission, OutcomeSubmission, Urge
from core.shapes import WholeNumber, YesNo


class MomentInput(SendingInput):
    """What an urge and a lapse share: which day, and the version that the device changed."""

    on = serializers.DateField()
    base_version = WholeNumber(
        required=False, allow_null=True, default=None, min_value=0, max_value=32767
    )

    def _sent(self, *, entry: UUID, at: datetime) -> tuple[dict[str, Any], dict[str, Any]]:
        """Return which sending this is, and what it says."""
        values = dict(self.validated_data)
        sending = {
            "id": values.pop("submission_id"),
            "entry": entry,
            "on": values.pop("on"),
            "timezone": values.pop("timezone"),
            "recorded_at": values.pop("recorded_at") or at,
            "base_version": values.pop("base_version"),
        }
        return sending, values


class UrgeLogInput(MomentInput):
    intensity = scale()
    toward = serializers.ChoiceField(choices=Toward.choices, required=False, default=Toward.USE)
    after = optional_scale()
    acted = optional_yes_no()
    triggers = SomeOf(Trigger.choices)
    trigger_words = optional_words(500)
    place = one_of(Place.choices)
    did = SomeOf(Response.choices)
    did_words = optional_words(500)

    def submission(self, *, entry: UUID, at: datetime) -> MomentSubmission[Urge]:
        """Return what was sent, recorded now unless it says otherwise."""
        sending, words = self._sent(entry=entry, at=at)
        return MomentSubmission(**sending, words=Urge(**words))


class UrgeLogOutput(SentOutput):
    class Meta:
        model = UrgeLog
        fields = (
            *SENT, "entry", "toward", "intensity", "after", "acted", "triggers", "trigger_words",
            "place", "did", "did_words",
        )  # fmt: skip
        read_only_fields = fields


class LapseInput(MomentInput):
    part_of_day = one_of(PartOfDay.choices)
    what = optional_words(500)
    led_to = optional_words(4000)
    learned = optional_words(4000)
    needs = SomeOf(Need.choices)
    need_words = optional_words(1000)
    mistaken = YesNo(required=False, default=False)

    def submission(self, *, entry: UUID, at: datetime) -> MomentSubmission[LapseReport]:
        """Return what was sent, recorded now unless it says otherwise."""
        sending, words = self._sent(entry=entry, at=at)
        return MomentSubmission(**sending, words=LapseReport(**words))


class LapseOutput(SentOutput):
    class Meta:
        model = Lapse
        fields = (
            *SENT, "entry", "part_of_day", "what", "led_to", "learned", "needs", "need_words",
            "mistaken",
        )  # fmt: skip
        read_only_fields = fields


class DaysWellOutput(serializers.Serializer[Any]):
    """All days well, which never goes down for a lapse, and those of this run."""

    total = serializers.IntegerField()
    run = serializers.IntegerField()
    since = serializers.DateField(allow_null=True)


class ReaderOutput(serializers.Serializer[Any]):
    name = serializers.CharField()


class WhoSeesOutput(serializers.Serializer[Any]):
    """Who sees a lapse, in sentences to be shown before it is sent."""

    title = serializers.CharField()
    sentences = serializers.ListField(child=serializers.CharField())
    told_at_once = ReaderOutput(many=True)
    may_read = ReaderOutput(many=True)


class OutcomeInput(SendingInput):
    outcome = serializers.ChoiceField(choices=Outcome.choices)

    def submission(self, *, on: date, at: datetime) -> OutcomeSubmission:
        """Return what was sent, recorded now unless it says otherwise."""
        values = self.validated_data
        return OutcomeSubmission(
            id=values["submission_id"],
            on=on,
            timezone=values["timezone"],
            recorded_at=values["recorded_at"] or at,
            outcome=values["outcome"],
        )


class OutcomeOutput(SentOutput):
    goal = serializers.CharField(source="check_in.goal")

    class Meta:
        model = GoalOutcome
        fields = (*SENT, "outcome", "goal")
        read_only_fields = fields


class CheckInGoalOutput(serializers.ModelSerializer[CheckIn]):
    """A day's small goal, and what became of it so far."""

    check_in = serializers.UUIDField(source="id")
    outcome = serializers.SerializerMethodField()
    answered_at = serializers.SerializerMethodField()

    class Meta:
        model = CheckIn
        fields = ("on", "goal", "check_in", "outcome", "answered_at")
        read_only_fields = fields

    def _outcome(self, row: CheckIn) -> GoalOutcome | None:
        found: GoalOutcome | None = self.context["outcomes"].get(row.on)
        return found

    def get_outcome(self, row: CheckIn) -> str | None:
        outcome = self._outcome(row)
        return outcome.outcome if outcome else None

    def get_answered_at(self, row: CheckIn) -> datetime | None:
        outcome = self._outcome(row)
        return outcome.recorded_at if outcome else None
