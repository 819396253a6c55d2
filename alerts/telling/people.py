"""Who there is to be told of an alert: the client's team, and who is on call."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from uuid import UUID

from accounts.models import Role, User
from alerts import ladder, selectors
from alerts.models import Alert, Charge, RotaShift
from program import selectors as program_selectors
from program.models import Program

ANSWERS_FOR = timedelta(hours=72)  # chosen: a night, and the weekend after it
Group = tuple[UUID, ...]


def hours_for(client_id: UUID) -> ladder.Hours:
    """Return the opening hours of a client's program."""
    return selectors.hours_of(program_selectors.program_of(person_id=client_id))


def groups_for(alert: Alert, *, at: datetime) -> list[Group]:
    """Return whom to tell of an alert now, one group after the other.

    What waits for a digest is the team's. For the rest, when the doors are closed, whoever is on
    call comes first.
    """
    team = team_groups(alert.client_id, at=at)
    if ladder.is_bundled(alert.tier):
        return team
    program = program_selectors.program_of(person_id=alert.client_id)
    if program is None:
        return team
    by_rota = not ladder.is_open(selectors.hours_of(program), at=at)
    return ladder.order(team=team, rota=on_call(program, at=at), by_rota=by_rota)


def team_groups(client_id: UUID, *, at: datetime) -> list[Group]:
    """Return the client's team, one rung after the other."""
    team = program_selectors.care_team_at(client_id=client_id, at=at)
    by_rung = groupby(team, key=lambda place: place.rung)
    return [tuple(place.clinician_id for place in places) for _, places in by_rung]


def on_call(program: Program, *, at: datetime) -> list[Group]:
    """Return who is on call, in the order of their places; nobody whose account was closed."""
    rows = RotaShift.objects.filter(
        program=program, starts_at__lte=at, ends_at__gt=at, person__is_active=True
    )
    by_place = {row.place: (row.person_id,) for row in rows}
    return [by_place[place] for place in ladder.PLACES if place in by_place]


def administrators() -> list[UUID]:
    """Return whoever keeps the program, and can sign in."""
    found = User.objects.filter(roles__contains=[Role.ADMINISTRATOR], is_active=True)
    return list(found.values_list("pk", flat=True))


def charge(alert: Alert, people: Sequence[UUID], *, at: datetime) -> None:
    """Let people who are not on the client's team see and answer what they were told of."""
    team = {one for group in team_groups(alert.client_id, at=at) for one in group}
    for person_id in people:
        if person_id in team:
            continue
        until = at + ANSWERS_FOR
        again = Charge.objects.filter(alert=alert, person_id=person_id).update(until=until)
        if not again:
            Charge(
                alert=alert, client_id=alert.client_id, person_id=person_id, since=at, until=until
            ).save(force_insert=True)
