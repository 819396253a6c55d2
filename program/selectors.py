"""Reads of enrolments, care teams and sessions. Visibility is access's business."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from core import clock
from program.models import CareTeamMember, Enrolment, Program, Reminder, Session


@dataclass(frozen=True)
class TeamPlace:
    """One clinician's place on a client's team; rung 0 is told first."""

    clinician_id: UUID
    rung: int


def care_team_at(*, client_id: UUID, at: datetime) -> list[TeamPlace]:
    """Return who looks after the client on the program's day of `at`, first rung first."""
    rows = (
        CareTeamMember.objects.select_related("program")
        .filter(client_id=client_id)
        .order_by("rung", "active_from", "pk")
    )
    return [TeamPlace(row.clinician_id, row.rung) for row in rows if _in_force(row, at=at)]


def _in_force(row: CareTeamMember, *, at: datetime) -> bool:
    today = clock.local_day(at, row.program.timezone)
    return row.active_from <= today and (row.active_until is None or row.active_until > today)


def enrolment_at(*, client_id: UUID, at: datetime) -> Enrolment | None:
    """Return the client's enrolment on the program's day of `at`, or the last one that was."""
    rows = Enrolment.objects.select_related("program").filter(client_id=client_id)
    return rows.order_by("-active_from").first()


def open_enrolments() -> QuerySet[Enrolment]:
    """Return every enrolment without an end, with its program."""
    return Enrolment.objects.select_related("program").filter(active_until=None)


def program_of(*, person_id: UUID) -> Program | None:
    """Return the program of a person's newest enrolment or place on a team."""
    enrolment = (
        Enrolment.objects.select_related("program")
        .filter(client_id=person_id)
        .order_by("-active_from")
        .first()
    )
    if enrolment:
        return enrolment.program
    place = (
        CareTeamMember.objects.select_related("program")
        .filter(clinician_id=person_id)
        .order_by("-active_from")
        .first()
    )
    return place.program if place else None


def sessions_between(
    rows: QuerySet[Session], *, first: datetime | None, last: datetime | None
) -> QuerySet[Session]:
    """Return sessions that begin within a period, the first one first."""
    period = Q()
    if first:
        period &= Q(starts_at__gte=first)
    if last:
        period &= Q(starts_at__lt=last)
    return rows.filter(period).order_by("starts_at")


def due_reminders(*, at: datetime) -> QuerySet[Reminder]:
    """Return planned reminders whose time has come, oldest first."""
    return Reminder.objects.filter(state=Reminder.State.PLANNED, due_at__lte=at).order_by("due_at")
