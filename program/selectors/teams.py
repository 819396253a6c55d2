"""Who looks after a client."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from core import clock
from program.models import CareTeamMember


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


def team_on(rows: QuerySet[CareTeamMember], *, on: date) -> QuerySet[CareTeamMember]:
    """Return places that hold on a day or begin after it, first rung first, with their people."""
    return (
        rows.filter(Q(active_until=None) | Q(active_until__gt=on))
        .select_related("clinician")
        .order_by("rung", "active_from", "pk")
    )
