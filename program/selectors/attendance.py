"""Who came, and hours of a week against the level of care."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from core import clock
from program.models import Enrolment, LevelChange, Participant
from program.rules import weeks
from program.selectors.enrolments import level_on


@dataclass(frozen=True)
class AttendanceRow:
    """One session of a client; attendance is "" as long as nobody said."""

    session_id: UUID
    starts_at: datetime
    ends_at: datetime
    kind: str
    attendance: str


def attendance(*, client: UUID, since: datetime, until: datetime) -> list[AttendanceRow]:
    """Return a client's sessions from `since` until (not including) `until`, the first one first.

    Cancelled ones are left out. Bounded by the period: a client has a few sessions a day.
    """
    rows = (
        Participant.objects.select_related("session")
        .filter(
            client_id=client,
            session__starts_at__gte=since,
            session__starts_at__lt=until,
            session__cancelled_at=None,
        )
        .order_by("session__starts_at", "pk")
    )
    return [
        AttendanceRow(
            row.session_id,
            row.session.starts_at,
            row.session.ends_at,
            row.session.kind,
            row.attendance,
        )
        for row in rows
    ]


def weeks_of(enrolment: Enrolment, *, first: date, last: date) -> list[weeks.Week]:
    """Return each week, from Monday, that a day from `first` to `last` lies in. Two statements.

    Days are the program's; the level of a week is the one on its last day.
    """
    zone, start = enrolment.program.timezone, weeks.monday_of(first)
    end = weeks.monday_of(last) + timedelta(days=7)
    rows = attendance(
        client=enrolment.client_id,
        since=clock.at_wall_clock(start, 0, zone),
        until=clock.at_wall_clock(end, 0, zone),
    )
    slots = [_slot(row, zone) for row in rows]
    changes = list(LevelChange.objects.filter(enrolment=enrolment))
    return [
        weeks.week(
            monday,
            slots,
            level_of_care=level_on(enrolment, monday + timedelta(days=6), changes=changes),
        )
        for monday in (start + timedelta(weeks=place) for place in range((end - start).days // 7))
    ]


def weekly_hours(enrolment: Enrolment, *, on: date) -> weeks.Week:
    """Return the week that a day lies in."""
    (found,) = weeks_of(enrolment, first=on, last=on)
    return found


def _slot(row: AttendanceRow, zone: str) -> weeks.Slot:
    minutes = int((row.ends_at - row.starts_at).total_seconds() // 60)
    return weeks.Slot(clock.local_day(row.starts_at, zone), minutes, row.attendance)
