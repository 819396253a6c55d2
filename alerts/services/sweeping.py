"""Everybody's night: silence, slow slides and all other evidence, once for each day of a program.

The same sums as after a check-in, for all clients at once; what is found is kept one by one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from alerts.models import SweptDay, WarningScore
from alerts.selectors import past, versions
from alerts.selectors.days import Client
from alerts.services.scoring import Scored, keep_score, score_clients
from core.identity import System, acting_as


@dataclass(frozen=True)
class Night:
    """A day that is over in a program, and the clients who were enrolled on it."""

    program_id: UUID
    on: date
    clients: tuple[Client, ...]


def sweep_nights(*, at: datetime) -> int:
    """Score everybody's last whole day, where that is not done yet; return how many were found.

    Done again it finds nothing new. A failure over one client leaves the others done; the day is
    then not called done, and the failure is raised after the last of them.
    """
    with acting_as(System.ASSESSOR):
        nights = nights_to_sweep(at)
        found = [(night, found_in(night)) for night in nights]
    kept, failures = 0, []
    for night, findings in found:
        failed = _keep_all(night, findings, at=at)
        failures += failed
        kept += len(findings) - len(failed)
        if not failed:
            with acting_as(System.ASSESSOR):
                SweptDay.objects.bulk_create(
                    [
                        SweptDay(
                            program_id=night.program_id, on=night.on, swept_at=at,
                            clients=len(night.clients), findings=len(findings),
                        )
                    ],
                    ignore_conflicts=True,
                )  # fmt: skip
    if failures:
        raise ExceptionGroup(f"{len(failures)} failed, {kept} were kept", failures)
    return kept


def nights_to_sweep(at: datetime) -> list[Night]:
    """Return each program's last whole day, where it is not swept yet."""
    of_program: dict[tuple[UUID, date], list[Client]] = {}
    for stay, today in past.stays_in_force(at=at):
        yesterday = today - timedelta(days=1)
        if stay.active_from <= yesterday:
            client = Client(stay.client_id, stay.active_from)
            of_program.setdefault((stay.program_id, yesterday), []).append(client)
    if not of_program:
        return []
    since = min(on for _, on in of_program)
    done = set(SweptDay.objects.filter(on__gte=since).values_list("program_id", "on"))
    return [
        Night(program_id, on, tuple(clients))
        for (program_id, on), clients in of_program.items()
        if (program_id, on) not in done
    ]


def found_in(night: Night) -> list[Scored]:
    """Return what stands out on a night and was not kept already after the day's own check-in."""
    found = list(
        score_clients(night.clients, on=night.on, using=versions.in_use(), only_tiers=True)
    )
    known = set(
        WarningScore.objects.filter(
            on=night.on, client_id__in={one.client_id for one in found}
        ).values_list("client_id", "version_id", "points")
    )
    return [one for one in found if (one.client_id, one.by.row.pk, one.points) not in known]


def _keep_all(night: Night, findings: Iterable[Scored], *, at: datetime) -> list[Exception]:
    failures: list[Exception] = []
    for one in findings:
        try:
            with acting_as(System.ASSESSOR):
                keep_score(scored=one, cause=f"night:{night.on}", at=at)
        except Exception as error:  # noqa: BLE001  (raised by the caller: nobody waits for another)
            failures.append(error)
    return failures
