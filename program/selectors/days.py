"""What day it is where the programs are. No day of UTC is anybody's."""

from datetime import date, datetime, timedelta

from django.db.models import Q

from core import clock
from program.models import Program

ELSEWHERE = "America/New_York"


def program_day(at: datetime) -> date:
    """Return the day on the calendar of the program, the oldest one where there are several."""
    zones = Program.objects.order_by("created_at").values_list("timezone", flat=True)
    return clock.local_day(at, zones.first() or ELSEWHERE)


def last_day_over(at: datetime) -> date:
    """Return the newest day that is over at every program: the one before the earliest today."""
    return min(clock.local_day(at, zone) for zone in _zones()) - timedelta(days=1)


def not_over(at: datetime) -> Q:
    """Match the enrolments whose last day is not over yet on their program's own calendar."""
    open_ended = Q(active_until=None)
    dated = [
        Q(program__timezone=zone, active_until__gt=clock.local_day(at, zone)) for zone in _zones()
    ]
    for of_zone in dated:
        open_ended |= of_zone
    return open_ended


def _zones() -> list[str]:
    rows = Program.objects.order_by("timezone").values_list("timezone", flat=True)
    return list(rows.distinct()) or [ELSEWHERE]
