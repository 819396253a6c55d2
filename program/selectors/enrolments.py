"""Enrolments, their weeks and their levels of care."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q

from accounts.models import User
from core import clock
from program.models import CareTeamMember, Enrolment, LevelChange, Program
from program.rules import weeks


@dataclass(frozen=True)
class Standing:
    """Where a client is in their program; neither level nor week when not enrolled that day."""

    client: User
    level_of_care: str | None
    week: int | None


def standing_of(client: User, *, at: datetime) -> Standing:
    """Return a client's level of care and week (from 1) on the program's day of `at`."""
    rows = Enrolment.objects.select_related("program").filter(client=client)
    for row in rows.order_by("-active_from"):
        today = clock.local_day(at, row.program.timezone)
        if row.is_in_force(today):
            return Standing(client, level_on(row, today), week_number(row, today))
    return Standing(client, None, None)


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


def enrolment_at(client: UUID, at: datetime) -> Enrolment | None:
    """Return the client's enrolment that holds at `at` on its program's own day, or None."""
    rows = Enrolment.objects.select_related("program").filter(client_id=client)
    for row in rows.order_by("-active_from"):
        if row.is_in_force(clock.local_day(at, row.program.timezone)):
            return row
    return None


def enrolment_of(client: UUID, on: date) -> Enrolment | None:
    """Return the client's enrolment that holds on a day of its program, or None."""
    return (
        Enrolment.objects.select_related("program")
        .filter(_holds_after(on), client_id=client, active_from__lte=on)
        .first()
    )


def is_enrolled(client: UUID, program_id: UUID, on: date) -> bool:
    """Say whether the client is enrolled in that program on a day of it."""
    found = enrolment_of(client, on)
    return found is not None and found.program_id == program_id


def week_number(enrolment: Enrolment, on: date) -> int:
    """Return which week of the enrolment a day is in, from 1; 0 before it begins."""
    return weeks.week_number(enrolment.active_from, on)


def level_on(
    enrolment: Enrolment, on: date, *, changes: Sequence[LevelChange] | None = None
) -> str:
    """Return the level of care on a day of the enrolment, also of one that is still to come.

    Withdrawn changes count for nothing. `changes` are the enrolment's, where they are known.
    """
    rows = enrolment.level_changes.all() if changes is None else changes
    standing = sorted(
        (row for row in rows if row.withdrawn_at is None),
        key=lambda row: (row.effective_on, row.decided_at),
    )
    if not standing:
        return enrolment.level_of_care
    before = [row.to_level for row in standing if row.effective_on <= on]
    return before[-1] if before else standing[0].from_level


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


def _holds_after(on: date) -> Q:
    return Q(active_until=None) | Q(active_until__gt=on)
