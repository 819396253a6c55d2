"""Sessions: whether somebody came, by weeks that are over; when the next ones begin."""

from datetime import timedelta
from typing import Any

from core import clock
from core.identity import Reader
from family.access.shown.scope import Scope
from family.rules import counts, windows
from family.rules.windows import Window
from program.models import Participant

MOST_APPOINTMENTS = 50


def attendance(scope: Scope) -> dict[str, list[counts.WeekOfSessions]]:
    """Return how often the client came and did not in each of the last four weeks that are over."""
    month = windows.month_over(today=scope.today)
    since, until = scope.moments(month)
    with scope.reading(Reader.ATTENDANCE):
        rows = list(
            Participant.objects.filter(
                client_id=scope.client_id,
                session__starts_at__gte=since,
                session__starts_at__lt=until,
                session__cancelled_at=None,
            ).values_list("session__starts_at", "attendance")
        )
    came = [counts.Came(clock.local_day(starts, scope.timezone), said) for starts, said in rows]
    weeks = counts.attendance_by_week(came, weeks=windows.weeks_over(today=scope.today))
    return {"weeks": weeks}


def appointment_times(scope: Scope) -> dict[str, Any]:
    """Return when appointments of today and the six days after it begin, of whatever kind."""
    week = Window(scope.today, scope.today + timedelta(days=windows.DAYS - 1))
    since, until = scope.moments(week)
    with scope.reading(Reader.TIMES):
        starts = list(
            Participant.objects.filter(
                client_id=scope.client_id,
                session__starts_at__gte=since,
                session__starts_at__lt=until,
                session__cancelled_at=None,
            )
            .order_by("session__starts_at")
            .values_list("session__starts_at", flat=True)[:MOST_APPOINTMENTS]
        )
    return {"timezone": scope.timezone, "appointments": [{"starts_at": one} for one in starts]}
