"""Shapes of sessions, as clients and as clinicians read them."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import Identifier, StrictSerializer
from program.models import AbsenceReason, Attendance, Session

Shape = serializers.Serializer[object]
NAMES = serializers.ListField(child=serializers.CharField())


class SessionSkillOutput(Shape):
    """The exercise that a session teaches."""

    slug = serializers.CharField()
    title = serializers.CharField()


class _Session(serializers.ModelSerializer[Session]):
    """One session. The titles of exercises come in the context, by slug."""

    place = serializers.SerializerMethodField()
    cancelled = serializers.SerializerMethodField()
    skill = serializers.SerializerMethodField()
    clinicians = serializers.SerializerMethodField()

    class Meta:
        model = Session
        fields: tuple[str, ...] = (
            "id", "kind", "title", "topic", "starts_at", "ends_at", "place", "telehealth_url",
            "cancelled", "skill", "clinicians",
        )  # fmt: skip
        read_only_fields = fields

    def get_place(self, row: Session) -> str:
        return row.room.name if row.room else row.place

    def get_cancelled(self, row: Session) -> bool:
        return row.cancelled_at is not None

    @extend_schema_field(SessionSkillOutput(allow_null=True))
    def get_skill(self, row: Session) -> dict[str, str] | None:
        title = self.context["skill_titles"].get(row.skill_slug)
        return {"slug": row.skill_slug, "title": title} if title else None

    @extend_schema_field(NAMES)
    def get_clinicians(self, row: Session) -> list[str]:
        return [leader.clinician.name for leader in row.leaders.all()]


class SessionOutput(_Session):
    """One of my sessions, with whether I came and whether I said that I cannot come."""

    attendance = serializers.ChoiceField(
        choices=[("", ""), *Attendance.choices], source="own_attendance"
    )
    cannot_come = serializers.SerializerMethodField()

    class Meta(_Session.Meta):
        fields = (*_Session.Meta.fields, "attendance", "cannot_come")
        read_only_fields = fields

    @extend_schema_field(serializers.ChoiceField(choices=AbsenceReason.choices, allow_null=True))
    def get_cannot_come(self, row: Any) -> str | None:
        return row.own_excuse or None


class CannotComeInput(StrictSerializer):
    reason = serializers.ChoiceField(choices=AbsenceReason.choices)


class CannotComeOutput(Shape):
    reason = serializers.ChoiceField(choices=AbsenceReason.choices)
    said_at = serializers.DateTimeField()


class ScheduledOutput(_Session):
    """One session of a clinician's schedule. Counts are of those whom they may see."""

    mine = serializers.SerializerMethodField(help_text="Whether I lead it.")
    expected = serializers.IntegerField()
    not_recorded = serializers.IntegerField()

    class Meta(_Session.Meta):
        fields = (*_Session.Meta.fields, "capacity", "mine", "expected", "not_recorded")
        read_only_fields = fields

    def get_mine(self, row: Session) -> bool:
        me = self.context["person"].pk
        return any(leader.clinician_id == me for leader in row.leaders.all())


class ScheduleOutput(Shape):
    """A period of at most 31 days comes in one piece, with the zone of the program's clock."""

    results = ScheduledOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class RosterEntryOutput(Shape):
    """One who is expected; `cannot_come` is the reason that they gave, `attendance` may be ""."""

    client = serializers.UUIDField(source="client_id")
    name = serializers.CharField(source="client.name")
    attendance = serializers.ChoiceField(choices=[("", ""), *Attendance.choices])
    attendance_at = serializers.DateTimeField(allow_null=True)
    cannot_come = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(choices=AbsenceReason.choices, allow_null=True))
    def get_cannot_come(self, row: Any) -> str | None:
        return row.excuse or None


class RosterOutput(Shape):
    """A session with everybody on its list whom I may see."""

    session = ScheduledOutput()
    entries = RosterEntryOutput(many=True)
    open_from = serializers.DateTimeField(help_text="Attendance can be recorded from then on.")
    open_until = serializers.DateTimeField(help_text="And set right until then.")


class AttendanceEntryInput(StrictSerializer):
    client = Identifier()
    attendance = serializers.ChoiceField(choices=Attendance.choices)


class AttendanceInput(StrictSerializer):
    """The whole list: everybody on the roster, once."""

    entries = serializers.ListField(child=AttendanceEntryInput(), max_length=200)


class AttendanceRowOutput(Shape):
    """One session of a client, as the care team reads attendance."""

    session = serializers.UUIDField(source="session_id")
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    kind = serializers.CharField()
    attendance = serializers.ChoiceField(choices=[("", ""), *Attendance.choices])
