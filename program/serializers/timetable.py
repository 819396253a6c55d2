"""Shapes of the timetable, as administrators keep it."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from accounts.serializers import one_line
from core.shapes import Identifier, StrictSerializer, WholeNumber, Words, day
from program.models import (
    CancelReason,
    Holiday,
    LevelOfCare,
    Participant,
    Room,
    Series,
    Session,
    SessionKind,
    Topic,
    Track,
)

Shape = serializers.Serializer[object]
TOPICS = [("", ""), *Topic.choices]


class RoomInput(StrictSerializer):
    program = Identifier()
    name = Words(max_length=60, validators=[one_line])


class RoomOutput(serializers.ModelSerializer[Room]):
    class Meta:
        model = Room
        fields = ("id", "program", "name", "closed_on")
        read_only_fields = fields


class RoomListOutput(Shape):
    results = RoomOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class HolidayInput(StrictSerializer):
    program = Identifier()
    on = day()
    name = Words(max_length=60, validators=[one_line])


class HolidayOutput(serializers.ModelSerializer[Holiday]):
    class Meta:
        model = Holiday
        fields = ("id", "program", "on", "name")
        read_only_fields = fields


class HolidayListOutput(Shape):
    results = HolidayOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class TrackInput(StrictSerializer):
    program = Identifier()
    name = Words(max_length=80, validators=[one_line])
    level_of_care = serializers.ChoiceField(choices=LevelOfCare.choices)
    capacity = WholeNumber(min_value=1, max_value=200, allow_null=True, default=None)


class TrackOutput(serializers.ModelSerializer[Track]):
    followers = serializers.IntegerField(help_text="Who follow it today or later.")

    class Meta:
        model = Track
        fields = (
            "id", "program", "name", "level_of_care", "capacity", "closed_on", "followers",
        )  # fmt: skip
        read_only_fields = fields


class TrackListOutput(Shape):
    results = TrackOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class JoinInput(StrictSerializer):
    client = Identifier()
    active_from = day()


class MemberOutput(Shape):
    """A client who follows a track or a series."""

    id = serializers.UUIDField()
    client = serializers.UUIDField(source="client_id")
    name = serializers.CharField(source="client.name")
    active_from = serializers.DateField()
    active_until = serializers.DateField(allow_null=True)


class MemberListOutput(Shape):
    results = MemberOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class _What(StrictSerializer):
    """What a session is and where: a room or a link, never both."""

    kind = serializers.ChoiceField(choices=SessionKind.choices)
    title = Words(max_length=120, validators=[one_line])
    topic = serializers.ChoiceField(choices=TOPICS, default="")
    skill_slug = serializers.RegexField(
        r"^[a-z0-9-]*$", max_length=60, allow_blank=True, default=""
    )
    room = Identifier(allow_null=True, default=None)
    telehealth_url = serializers.URLField(max_length=200, allow_blank=True, default="")
    capacity = WholeNumber(min_value=1, max_value=200, allow_null=True, default=None)
    clinicians = serializers.ListField(child=Identifier(), max_length=6, min_length=1)

    def validate_telehealth_url(self, value: str) -> str:
        """Refuse a link that could be read on the way."""
        if value and not value.startswith("https://"):
            raise serializers.ValidationError(_("Use a link that begins with https://."))
        return value

    def validate_clinicians(self, value: list[Any]) -> list[Any]:
        """Refuse a name that is there twice."""
        if len(set(value)) != len(value):
            raise serializers.ValidationError(_("Name each clinician once."))
        return value


class SeriesInput(_What):
    """The whole of a series. Changing one gives the day of the change as `starts_on`."""

    rule = Words(max_length=200, help_text="RFC 5545, like FREQ=WEEKLY;BYDAY=MO,WE")
    starts_on = day()
    ends_on = day(required=False, allow_null=True)
    minute_of_day = WholeNumber(min_value=0, max_value=1439)
    minutes = WholeNumber(min_value=5, max_value=720)


class NewSeriesInput(SeriesInput):
    program = Identifier()
    track = Identifier(allow_null=True, default=None)


class RepeatingOutput(serializers.ModelSerializer[Series]):
    clinicians = serializers.SerializerMethodField()

    class Meta:
        model = Series
        fields: tuple[str, ...] = (
            "id", "program", "track", "continues", "kind", "title", "topic", "skill_slug", "rule",
            "starts_on", "ends_on", "minute_of_day", "minutes", "room", "telehealth_url",
            "capacity", "clinicians",
        )  # fmt: skip
        read_only_fields = fields

    @extend_schema_field(serializers.ListField(child=serializers.UUIDField()))
    def get_clinicians(self, row: Series) -> list[str]:
        return [str(leader.clinician_id) for leader in row.leaders.all()]


class OneRepeatingOutput(Shape):
    """A series; the days of the next twelve weeks; those whose room or clinician is taken."""

    series = RepeatingOutput()
    days = serializers.ListField(child=serializers.DateField())
    days_not_booked = serializers.ListField(child=serializers.DateField())
    members = MemberOutput(many=True)


class SessionInput(_What):
    program = Identifier()
    starts_at = serializers.DateTimeField()
    minutes = WholeNumber(min_value=5, max_value=720)


class MoveInput(StrictSerializer):
    starts_at = serializers.DateTimeField()
    minutes = WholeNumber(min_value=5, max_value=720)
    room = Identifier(allow_null=True, default=None)
    telehealth_url = serializers.URLField(max_length=200, allow_blank=True, default="")

    validate_telehealth_url = _What.validate_telehealth_url


class CancelInput(StrictSerializer):
    reason = serializers.ChoiceField(choices=CancelReason.choices)


class InviteInput(StrictSerializer):
    client = Identifier()


class ExpectedOutput(Shape):
    """Who is expected, without whether they came."""

    client = serializers.UUIDField(source="client_id")
    name = serializers.CharField(source="client.name")
    individually = serializers.BooleanField()


class TimetableSessionOutput(serializers.ModelSerializer[Session]):
    """One session as administrators keep it: who is expected, and not whether they came."""

    room_name = serializers.SerializerMethodField()
    cancelled = serializers.SerializerMethodField()
    moved = serializers.SerializerMethodField()
    clinicians = serializers.SerializerMethodField()
    participants = serializers.SerializerMethodField()

    class Meta:
        model = Session
        fields = (
            "id", "program", "series", "series_on", "kind", "title", "topic", "skill_slug",
            "starts_at", "ends_at", "room", "room_name", "telehealth_url", "capacity", "cancelled",
            "cancel_reason", "moved", "clinicians", "participants",
        )  # fmt: skip
        read_only_fields = fields

    def get_room_name(self, row: Session) -> str:
        return row.room.name if row.room else row.place

    def get_cancelled(self, row: Session) -> bool:
        return row.cancelled_at is not None

    def get_moved(self, row: Session) -> bool:
        return row.moved_at is not None

    @extend_schema_field(serializers.ListField(child=serializers.UUIDField()))
    def get_clinicians(self, row: Session) -> list[str]:
        return [str(leader.clinician_id) for leader in row.leaders.all()]

    @extend_schema_field(ExpectedOutput(many=True))
    def get_participants(self, row: Session) -> Any:
        rows: Iterable[Participant] = row.participants.all()
        return ExpectedOutput(sorted(rows, key=lambda one: one.client.name), many=True).data


class TimetableOutput(Shape):
    """At most 31 days come in one piece."""

    results = TimetableSessionOutput(many=True)
    next = serializers.CharField(allow_null=True, read_only=True)


class ProgramPeriodInput(StrictSerializer):
    """A program, and days of a period, both included, at most 31."""

    program = Identifier()

    def get_fields(self) -> dict[str, serializers.Field]:  # type: ignore[type-arg]  # DRF's own signature
        return {**super().get_fields(), "from": day(), "to": day()}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        """Refuse periods that end before they begin or are longer than a month."""
        if not 0 <= (attrs["to"] - attrs["from"]).days <= 31:
            raise serializers.ValidationError(
                {"to": [_("Choose at most 31 days, from the first.")]}
            )
        return attrs


class ProgramQuery(StrictSerializer):
    program = Identifier()


class SeriesQuery(StrictSerializer):
    """Series of a program that take place today or later, or all of them."""

    program = Identifier()
    track = Identifier(required=False)
    ended = serializers.BooleanField(required=False, default=False)
    page_size = serializers.IntegerField(required=False)
    cursor = serializers.CharField(required=False)
