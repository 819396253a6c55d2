"""Shapes of a caseload. Its rows are many, so they are laid out by hand and described here."""

from datetime import timedelta
from typing import Any

from rest_framework import serializers

from alerts.models import Tier
from core.shapes import StrictSerializer, Words
from program.models import LevelOfCare, SessionKind, TeamRole
from program.rules.weeks import week_number
from progress.rules.caseload import ORDER, silent_days
from progress.selectors.caseload import DAYS, SORTS, Row, Wanted

Shape = serializers.Serializer[Any]
MOST_PAGES = 10_000


class CaseloadInput(StrictSerializer):
    sort = serializers.ChoiceField(choices=list(SORTS), required=False, default="need")
    role = serializers.ChoiceField(choices=TeamRole.choices, required=False, default="")
    level = serializers.ChoiceField(choices=LevelOfCare.choices, required=False, default="")
    name = Words(max_length=80, required=False, allow_blank=True, default="")
    page = serializers.IntegerField(min_value=1, max_value=MOST_PAGES, required=False, default=1)
    page_size = serializers.IntegerField(min_value=1, max_value=200, required=False, default=50)

    def wanted(self) -> Wanted:
        """Return what was asked for."""
        values = dict(self.validated_data)
        return Wanted(size=values.pop("page_size"), **values)


class CaseloadClientOutput(Shape):
    id = serializers.UUIDField()
    name = serializers.CharField()


class SparklineOutput(Shape):
    """Fourteen days, oldest first, of 0 to 10; null where nothing was answered."""

    first_on = serializers.DateField()
    mood = serializers.ListField(child=serializers.IntegerField(allow_null=True))
    craving = serializers.ListField(child=serializers.IntegerField(allow_null=True))


class OpenAlertsOutput(Shape):
    """Those that nobody resolved; tier "" when there is none."""

    count = serializers.IntegerField()
    tier = serializers.ChoiceField(choices=Tier.choices, allow_blank=True)
    due_by = serializers.DateTimeField(allow_null=True)
    overdue = serializers.BooleanField()


class NextSessionOutput(Shape):
    id = serializers.UUIDField()
    starts_at = serializers.DateTimeField()
    kind = serializers.ChoiceField(choices=SessionKind.choices)
    title = serializers.CharField()


class CaseloadSessionsOutput(Shape):
    """Of the last fourteen days, as far as somebody said who came; and the next one."""

    expected = serializers.IntegerField()
    missed = serializers.IntegerField()
    next = NextSessionOutput(allow_null=True)


class CaseloadRowOutput(Shape):
    """One client, in the order of need: what comes first of `need` is why they stand there."""

    client = CaseloadClientOutput()
    role = serializers.ChoiceField(choices=TeamRole.choices, help_text="Mine, on their team.")
    program = serializers.CharField()
    level_of_care = serializers.ChoiceField(choices=LevelOfCare.choices, allow_null=True)
    week = serializers.IntegerField(min_value=1, allow_null=True)
    need = serializers.ChoiceField(choices=ORDER)
    last_check_in_on = serializers.DateField(allow_null=True)
    silent_days = serializers.IntegerField(allow_null=True)
    sparkline = SparklineOutput()
    alerts = OpenAlertsOutput()
    sessions = CaseloadSessionsOutput()


def laid_out(row: Row) -> dict[str, Any]:
    """Return one row as it is sent; two hundred of them through fields would take longer."""
    return {
        "client": {"id": row.client_id, "name": row.name},
        "role": row.role,
        "program": row.program,
        "level_of_care": row.level_of_care,
        "week": row.enrolled_from and week_number(row.enrolled_from, row.today),
        "need": row.need,
        "last_check_in_on": row.last_on,
        "silent_days": None if row.last_on is None else silent_days(row.last_on, today=row.today),
        "sparkline": {
            "first_on": row.today - timedelta(days=DAYS - 1),
            "mood": row.moods,
            "craving": row.cravings,
        },
        "alerts": row.alerts,
        "sessions": row.sessions,
    }
