"""Shapes of the page for the next talk."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import PersonOutput
from alerts import selectors as alert_selectors
from alerts.models import Action, Alert, Outcome, Tier
from core.shapes import Observed, StrictSerializer
from core.words import reread
from progress.serializers.series import LapseMarkOutput, SeriesDaysWellOutput, SessionMarkOutput

Shape = serializers.Serializer[Any]


class SinceInput(StrictSerializer):
    since = serializers.DateField(required=False, allow_null=True, default=None)


class PrepTalkOutput(Shape):
    id = serializers.UUIDField()
    starts_at = serializers.DateTimeField()
    kind = serializers.CharField()
    title = serializers.CharField()


class PrepComparedOutput(Shape):
    answered = serializers.IntegerField()
    mean = serializers.FloatField(allow_null=True)
    low = serializers.FloatField(allow_null=True)
    high = serializers.FloatField(allow_null=True)
    before = serializers.FloatField(allow_null=True, help_text="Mean of as many days before.")
    change = serializers.FloatField(allow_null=True)


class PrepMeasureOutput(Shape):
    key = serializers.CharField()
    compared = PrepComparedOutput()


class PrepNotSafeOutput(Shape):
    on = serializers.DateField()
    answer = serializers.ChoiceField(choices=["unsafe", "unsure"])


class PrepCheckInsOutput(Shape):
    days = serializers.IntegerField()
    answered = serializers.IntegerField()
    answered_before = serializers.IntegerField()
    measures = PrepMeasureOutput(many=True)
    not_safe = PrepNotSafeOutput(many=True)
    used_on = serializers.ListField(child=serializers.DateField())


class PrepUrgesOutput(Shape):
    count = serializers.IntegerField()
    strongest = serializers.IntegerField(allow_null=True)
    mean_change = serializers.FloatField(allow_null=True)
    acted = serializers.IntegerField()


class PrepSkillOutput(Shape):
    skill = serializers.CharField()
    title = serializers.CharField()
    count = serializers.IntegerField()
    mean_change = serializers.FloatField(allow_null=True)


class PrepPracticesOutput(Shape):
    count = serializers.IntegerField()
    mean_change = serializers.FloatField(allow_null=True)
    skills = PrepSkillOutput(many=True)


class PrepAssignmentOutput(Shape):
    skill = serializers.CharField()
    title = serializers.CharField()
    due_on = serializers.DateField(allow_null=True)
    assigned_at = serializers.DateTimeField()
    state = serializers.ChoiceField(choices=["open", "done", "skipped"])


class PrepFormOutput(Shape):
    key = serializers.CharField()
    title = serializers.CharField()
    on = serializers.DateField()
    total = serializers.FloatField()
    band = Observed("band")
    is_new = serializers.BooleanField()
    before = serializers.FloatField(allow_null=True)
    before_on = serializers.DateField(allow_null=True)
    change = serializers.FloatField(allow_null=True)


class PrepAttendanceOutput(Shape):
    expected = serializers.IntegerField()
    attended = serializers.IntegerField()
    not_taken = serializers.IntegerField()
    missed = SessionMarkOutput(many=True)
    ahead = SessionMarkOutput(many=True)


class PrepMedicineOutput(Shape):
    name = serializers.CharField()
    is_mat = serializers.BooleanField()
    refill_on = serializers.DateField(allow_null=True)
    refill_soon = serializers.BooleanField()


class PrepMedicationOutput(Shape):
    taken = serializers.IntegerField()
    missed = serializers.IntegerField()
    answered = serializers.IntegerField()
    share_taken = serializers.FloatField(allow_null=True)
    medications = PrepMedicineOutput(many=True)


class PrepDailyGoalsOutput(Shape):
    done = serializers.IntegerField()
    partly = serializers.IntegerField()
    not_today = serializers.IntegerField()


class PrepGoalOutput(Shape):
    title = serializers.CharField()
    target_on = serializers.DateField(allow_null=True)
    steps = serializers.IntegerField()
    steps_done = serializers.IntegerField()


class PrepGoalsOutput(Shape):
    daily = PrepDailyGoalsOutput()
    open = PrepGoalOutput(many=True)


class PrepAlertOutput(serializers.ModelSerializer[Alert]):
    tier = serializers.ChoiceField(choices=Tier.choices)
    state = serializers.SerializerMethodField()
    sentences = serializers.SerializerMethodField()
    action = serializers.ChoiceField(choices=Action.choices, allow_blank=True)
    outcome = serializers.ChoiceField(choices=Outcome.choices, allow_blank=True)

    class Meta:
        model = Alert
        fields = (
            "id", "tier", "state", "raised_at", "resolved_at", "sentences", "action", "outcome",
            "note",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=alert_selectors.STATES))
    def get_state(self, row: Alert) -> str:
        return alert_selectors.state_of(row)

    def get_sentences(self, row: Alert) -> list[str]:
        return [reread("reason", reason["sentence"]) for reason in row.assessment.reasons]


class PrepSafetyPlanOutput(Shape):
    version = serializers.IntegerField()
    written_on = serializers.DateField()
    age_days = serializers.IntegerField()
    review_on = serializers.DateField()
    review_due = serializers.BooleanField()
    signed_by_client = serializers.BooleanField()
    signed_by_clinician = serializers.BooleanField()


class SessionPrepOutput(Shape):
    client = PersonOutput()
    first = serializers.DateField()
    last = serializers.DateField()
    basis = serializers.ChoiceField(choices=["session", "asked", "week"])
    talk = PrepTalkOutput(allow_null=True)
    days_well = SeriesDaysWellOutput()
    check_ins = PrepCheckInsOutput()
    urges = PrepUrgesOutput()
    lapses = LapseMarkOutput(many=True)
    practices = PrepPracticesOutput()
    assignments = PrepAssignmentOutput(many=True)
    questionnaires = PrepFormOutput(many=True)
    attendance = PrepAttendanceOutput()
    medication = PrepMedicationOutput()
    goals = PrepGoalsOutput()
    alerts = PrepAlertOutput(many=True)
    safety_plan = PrepSafetyPlanOutput(allow_null=True)
