"""Reads of enrolments, care teams and sessions. Visibility is access's business."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from core import clock
from program.models import CareTeamMember, Enrolment, Program, Reminder, Session

SkillTitles = Callable[[Iterable[str], str], Mapping[str, str]]
_skill_titles: list[SkillTitles] = []


def ask_for_skill_titles(titles: SkillTitles) -> None:
    """Register who knows how exercises are called: an app above this one."""
    _skill_titles[:] = [titles]


def skill_titles(rows: Iterable[Session], *, language: str) -> dict[str, str]:
    """Return the titles of the exercises that these sessions teach, by slug."""
    slugs = {row.skill_slug for row in rows if row.skill_slug}
    found: dict[str, str] = {}
    for titles in _skill_titles if slugs else []:
        found.update(titles(slugs, language))
    return found


@dataclass(frozen=True)
class TeamPlace:
    """One clinician's place on a client's team; rung 0 is told first."""

    clinician_id: UUID
    rung: int


def care_team_at(*, client_id: UUID, at: datetime) -> list[TeamPlace]:
    """Return who looks after the client on the program's day of `at`, first rung first.

    Not those whose account was closed: whoever cannot sign in cannot answer.
    """
    rows = (
        CareTeamMember.objects.select_related("program")
        .filter(client_id=client_id, clinician__is_active=True)
        .order_by("rung", "active_from", "pk")
    )
    return [TeamPlace(row.clinician_id, row.rung) for row in rows if _in_force(row, at=at)]


def _in_force(row: CareTeamMember, *, at: datetime) -> bool:
    today = clock.local_day(at, row.program.timezone)
    return row.active_from <= today and (row.active_until is None or row.active_until > today)


def enrolments_in_force(*, at: datetime) -> list[tuple[Enrolment, date]]:
    """Return every enrolment that holds at `at`, each with the day it then is at its program."""
    # A day more on either side of UTC's holds every zone's today.
    day = at.date()
    near = Enrolment.objects.select_related("program").filter(
        Q(active_until=None) | Q(active_until__gt=day - timedelta(days=1)),
        active_from__lte=day + timedelta(days=1),
    )
    dated = [(row, clock.local_day(at, row.program.timezone)) for row in near]
    return [(row, today) for row, today in dated if row.is_in_force(today)]


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


def sessions_on(
    rows: QuerySet[Session], *, first: date | None, last: date | None, zone: str
) -> QuerySet[Session]:
    """Return sessions that begin on days of that zone, both ends included, the first one first."""
    return sessions_between(
        rows,
        first=clock.at_wall_clock(first, 0, zone) if first else None,
        last=clock.at_wall_clock(last + timedelta(days=1), 0, zone) if last else None,
    )


def due_reminders(*, at: datetime) -> QuerySet[Reminder]:
    """Return planned reminders whose time has come, oldest first."""
    return Reminder.objects.filter(state=Reminder.State.PLANNED, due_at__lte=at).order_by("due_at")
