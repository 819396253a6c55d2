"""Shapes of enrolments, levels of care, weeks and teams."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer, WholeNumber, Words, YesNo, day
from program.models import (
    ChangeReason,
    DischargeReason,
    Enrolment,
    LevelChange,
    LevelOfCare,
    TeamRole,
)
from program.rules.weeks import is_step_up
from program.serializers.common import TeamPlaceOutput
from program.serializers.me import ProgramOutput
from program.serializers.sessions import AttendanceRowOutput
from program.services import Admission, Discharge, Step

Shape = serializers.Serializer[object]


class ClientOutput(Shape):
    """A client by name, and where they are in the program; null when not enrolled today."""

    id = serializers.UUIDField(source="client.id")
    name = serializers.CharField(source="client.name")
    timezone = serializers.CharField(source="client.timezone")
    level_of_care = serializers.ChoiceField(choices=LevelOfCare.choices, allow_null=True)
    week = serializers.IntegerField(min_value=1, allow_null=True)


class LevelChangeOutput(serializers.ModelSerializer[LevelChange]):
    """A step up or down. The note is the clinicians' and stays out of what others read."""

    direction = serializers.SerializerMethodField()
    state = serializers.SerializerMethodField()

    class Meta:
        model = LevelChange
        fields: tuple[str, ...] = (
            "id", "from_level", "to_level", "direction", "reason", "effective_on", "decided_at",
            "state",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=["up", "down"]))
    def get_direction(self, row: LevelChange) -> str:
        return "up" if is_step_up(row.from_level, row.to_level) else "down"

    @extend_schema_field(serializers.ChoiceField(choices=["in_force", "planned", "withdrawn"]))
    def get_state(self, row: LevelChange) -> str:
        if row.withdrawn_at is not None:
            return "withdrawn"
        return "planned" if row.applied_at is None else "in_force"


class NotedLevelChangeOutput(LevelChangeOutput):
    note = serializers.CharField()

    class Meta(LevelChangeOutput.Meta):
        fields = (*LevelChangeOutput.Meta.fields, "note")
        read_only_fields = fields


class WeekOutput(Shape):
    """Hours and days of one week, planned and attended, against the level of care."""

    first_on = serializers.DateField()
    level_of_care = serializers.ChoiceField(choices=LevelOfCare.choices)
    planned_hours = serializers.FloatField()
    attended_hours = serializers.FloatField()
    planned_days = serializers.IntegerField()
    attended_days = serializers.IntegerField()
    not_recorded = serializers.IntegerField()
    least_hours = serializers.FloatField(source="expected.least_hours", allow_null=True)
    most_hours = serializers.FloatField(source="expected.most_hours", allow_null=True)
    planned_enough = serializers.BooleanField()
    attended_enough = serializers.BooleanField()


class _Enrolment(serializers.ModelSerializer[Enrolment]):
    program = ProgramOutput()
    week = serializers.SerializerMethodField(help_text="From 1; 0 before the first day.")

    class Meta:
        model = Enrolment
        fields: tuple[str, ...] = (
            "id", "program", "level_of_care", "planned_weeks", "active_from", "active_until",
            "discharge_reason", "week",
        )  # fmt: skip
        read_only_fields = fields

    def get_week(self, row: Enrolment) -> int:
        week: int = self.context["week"](row)
        return week


class OwnEnrolmentOutput(Shape):
    """My time in the program: where I am, who looks after me, this week's hours."""

    enrolment = _Enrolment()
    level_changes = LevelChangeOutput(many=True)
    team = TeamPlaceOutput(many=True)
    this_week = WeekOutput()


class ClientEnrolmentOutput(Shape):
    """A client's newest enrolment, with how the level changed, the team, and twelve weeks."""

    enrolment = _Enrolment()
    level_changes = NotedLevelChangeOutput(many=True)
    team = TeamPlaceOutput(many=True)
    weeks = WeekOutput(many=True)


class ClientAttendanceOutput(Shape):
    """At most 31 days come in one piece."""

    results = AttendanceRowOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class StepInput(StrictSerializer):
    """To which level, why, and from which day of the program on."""

    to_level = serializers.ChoiceField(choices=LevelOfCare.choices)
    reason = serializers.ChoiceField(choices=ChangeReason.choices)
    effective_on = day()
    note = Words(max_length=2000, required=False, allow_blank=True, default="")

    def step(self) -> Step:
        """Return what was decided."""
        return Step(**self.validated_data)


class DischargeInput(StrictSerializer):
    """Why, and the first day that is not part of the enrolment."""

    reason = serializers.ChoiceField(choices=DischargeReason.choices)
    on = day()

    def end(self) -> Discharge:
        """Return what was decided."""
        return Discharge(**self.validated_data)


class EnrolmentInput(StrictSerializer):
    client = Identifier()
    program = Identifier()
    level_of_care = serializers.ChoiceField(choices=LevelOfCare.choices)
    active_from = day()
    planned_weeks = WholeNumber(min_value=6, max_value=12, required=False, default=8)

    def admission(self, program: Any) -> Admission:
        """Return what was asked for, with its program."""
        values = self.validated_data
        return Admission(
            program, values["level_of_care"], values["active_from"], values["planned_weeks"]
        )


class PlannedWeeksInput(StrictSerializer):
    planned_weeks = WholeNumber(min_value=6, max_value=12)


class EnrolmentOutput(_Enrolment):
    """An enrolment as administrators keep it."""

    client = serializers.UUIDField(source="client_id")
    client_name = serializers.CharField(source="client.name")

    class Meta(_Enrolment.Meta):
        fields = (*_Enrolment.Meta.fields, "client", "client_name")
        read_only_fields = fields


class FollowedOutput(Shape):
    """A track or a series that a client follows."""

    id = serializers.UUIDField(help_text="Of the following; to end it.")
    kind = serializers.ChoiceField(choices=["track", "series"])
    follows = serializers.UUIDField()
    name = serializers.CharField()
    active_from = serializers.DateField()
    active_until = serializers.DateField(allow_null=True)


class OneEnrolmentOutput(Shape):
    """An enrolment with its changes of level, its team, and what the client follows."""

    enrolment = EnrolmentOutput()
    level_changes = LevelChangeOutput(many=True)
    team = TeamPlaceOutput(many=True)
    follows = FollowedOutput(many=True)


class TeamPlaceInput(StrictSerializer):
    clinician = Identifier()
    role = serializers.ChoiceField(choices=TeamRole.choices)
    rung = WholeNumber(min_value=0, max_value=9)
    active_from = day()


class ChangePlaceInput(StrictSerializer):
    role = serializers.ChoiceField(choices=TeamRole.choices)
    rung = WholeNumber(min_value=0, max_value=9)


class EndPlaceInput(StrictSerializer):
    """The first day on which they are on the team no more."""

    on = day()
    nobody_left = YesNo(
        required=False, default=False, help_text="That nobody looks after the client is meant."
    )


class PersonChoiceOutput(Shape):
    """Somebody to choose, for administrators."""

    id = serializers.UUIDField()
    name = serializers.CharField()
    email = serializers.EmailField()
    is_active = serializers.BooleanField()


class PeopleQuery(StrictSerializer):
    role = serializers.ChoiceField(choices=["client", "clinician", "administrator"])
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)


class EnrolmentsQuery(StrictSerializer):
    """Which enrolments; everything may be left out."""

    program = Identifier(required=False)
    client = Identifier(required=False)
    current = serializers.BooleanField(required=False)
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)
