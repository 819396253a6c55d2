"""Shapes of the sections of a card, one for each category. They import nothing of a record.

A section is null when its category is not shared, and looks the same for every reason.
"""

from typing import Any

from rest_framework import serializers

from family.models import Category
from family.rules import trends
from family.serializers.calls import CallShownOutput
from family.serializers.milestones import MilestoneShownOutput
from family.serializers.notes import ThankYouShownOutput


class _OverDays(serializers.Serializer[Any]):
    """Something about days from one to another, both included."""

    def get_fields(self) -> dict[str, Any]:
        # "from" is a word of the language and cannot be an attribute.
        return {
            "from": serializers.DateField(source="window.first"),
            "to": serializers.DateField(source="window.last"),
            **super().get_fields(),
        }


class SharedWeekOutput(_OverDays):
    attended = serializers.IntegerField()
    missed = serializers.IntegerField()


class AttendanceSection(serializers.Serializer[Any]):
    weeks = SharedWeekOutput(many=True)


class StreakSection(_OverDays):
    recent = serializers.IntegerField(help_text="Days with a check-in from that day to that day.")
    in_all = serializers.IntegerField()


class BandSection(_OverDays):
    band = serializers.ChoiceField(choices=trends.BANDS)


class LevelSection(_OverDays):
    band = serializers.ChoiceField(choices=trends.LEVELS)


class TimesOutput(serializers.Serializer[Any]):
    title = serializers.CharField()
    times = serializers.IntegerField()


class SkillsSection(_OverDays):
    skills = TimesOutput(many=True)


class GoalShownOutput(serializers.Serializer[Any]):
    title = serializers.CharField()
    reached = serializers.BooleanField()


class SupportSection(serializers.Serializer[Any]):
    words = serializers.CharField(help_text="How the client wants help; may be empty.")


class CallSection(serializers.Serializer[Any]):
    call = CallShownOutput(allow_null=True)


class SharedAppointmentOutput(serializers.Serializer[Any]):
    starts_at = serializers.DateTimeField()


class AppointmentsSection(serializers.Serializer[Any]):
    timezone = serializers.CharField()
    appointments = SharedAppointmentOutput(many=True)


SHAPES: dict[str, tuple[type[serializers.Serializer[Any]], bool]] = {
    # The shape of each, and whether there are many.
    Category.ATTENDANCE: (AttendanceSection, False),
    Category.STREAK: (StreakSection, False),
    Category.SOBRIETY_MILESTONE: (MilestoneShownOutput, True),
    Category.MOOD_TREND: (BandSection, False),
    Category.SLEEP_TREND: (BandSection, False),
    Category.SKILLS_PRACTISED: (SkillsSection, False),
    Category.GOALS_MILESTONES: (GoalShownOutput, True),
    Category.SAFETY_CONTACT_ROLE: (SupportSection, False),
    Category.CRISIS_CONTACT: (CallSection, False),
    Category.MESSAGE_OF_THANKS: (ThankYouShownOutput, True),
    Category.CRAVING_BAND: (LevelSection, False),
    Category.APPOINTMENT_TIMES: (AppointmentsSection, False),
}


def section_fields() -> dict[str, serializers.Field[Any, Any, Any, Any]]:
    """Return a field for each category, each of which may be null."""
    fields: dict[str, serializers.Field[Any, Any, Any, Any]] = {}
    for key, (shape, many) in SHAPES.items():
        options: dict[str, Any] = {"source": f"sections.{key}", "allow_null": True}
        fields[str(key)] = shape(many=True, **options) if many else shape(**options)
    return fields
