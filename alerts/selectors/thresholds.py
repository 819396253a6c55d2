"""The thresholds that hold: a client's own, else the program's, else those that are shipped."""

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from alerts import rules
from alerts.models import NUMBERS, ClientThresholds, GoodPeriod, ProgramThresholds, Thresholds


def parameters_for(*, client_id: UUID, program_id: UUID | None) -> rules.Parameters:
    """Return the numbers of the absolute rules for one client. Two statements."""
    own = ClientThresholds.objects.filter(client=client_id).order_by("-set_at").first()
    return _over(parameters_of_program(program_id) if program_id else rules.DEFAULT, own)


def parameters_of_program(program_id: UUID) -> rules.Parameters:
    """Return the numbers that hold in a program where nothing is set for a client."""
    row = ProgramThresholds.objects.filter(program=program_id).order_by("-set_at").first()
    return _over(rules.DEFAULT, row)


def parameters_of_all(
    places: Iterable[tuple[UUID, UUID]],
) -> dict[UUID, rules.Parameters]:
    """Return the same for many clients, each with the program they are in. Two statements.

    Clients of programs without thresholds, and without any of their own, are left out.
    """
    programs = {
        row.program_id: row
        for row in ProgramThresholds.objects.order_by("program", "-set_at").distinct("program")
    }
    owns = {
        row.client_id: row
        for row in ClientThresholds.objects.order_by("client", "-set_at").distinct("client")
    }
    return {
        client: _over(_over(rules.DEFAULT, programs.get(program)), owns.get(client))
        for client, program in places
        if client in owns or program in programs
    }


def good_periods(*, clients: Iterable[UUID] | None = None) -> dict[UUID, GoodPeriod]:
    """Return the good period that a clinician last chose, for clients who have one."""
    rows = GoodPeriod.objects.all()
    if clients is not None:
        rows = rows.filter(client__in=list(clients))
    return {row.client_id: row for row in rows.order_by("client", "-set_at").distinct("client")}


def _over(base: rules.Parameters, row: Thresholds | None) -> rules.Parameters:
    if row is None:
        return base
    chosen = {name: getattr(row, name) for name in NUMBERS if getattr(row, name) is not None}
    if "short_sleep_hours" in chosen:
        chosen["short_sleep_hours"] = float(chosen["short_sleep_hours"])
    return replace(base, **chosen)
