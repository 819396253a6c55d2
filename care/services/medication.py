"""Keep a client's medication list. What is written down is what a prescriber said; nothing is
worked out from it.
"""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from accounts.models import User
from care import selectors
from care.models import Medication, What
from care.rules import days
from care.services import traces
from care.services.refusals import DayNotOpen, TooMany, refuse_day
from core import clock
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say

MOST = 40


class AlreadyStopped(Refused):
    """It is no longer taken, so it cannot change."""

    code = "already_stopped"
    sentence = say("This medication was stopped. Add it again if it starts again.")


@dataclass(frozen=True)
class Prescription:
    """What stands on the list: words as the prescriber said them, times, and days.

    `times` are minutes of the client's day (0–1439), `weekdays` 1 (Monday) to 7; none of either
    where it is taken as needed. Without `active_from` it begins today.
    """

    name: str
    dose_text: str
    prescriber: str = ""
    is_mat: bool = False
    as_needed: bool = False
    times: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    refill_on: date | None = None
    active_from: date | None = None

    def values(self) -> dict[str, Any]:
        """Return the fields that may change later, as they are stored."""
        found = asdict(self)
        del found["active_from"]
        return {**found, "times": list(self.times), "weekdays": list(self.weekdays)}


def add_medication(
    *, client: User, prescription: Prescription, actor: Actor, at: datetime
) -> Medication:
    """Put a medication on the list; raises DayNotOpen, TooMany. The same again adds nothing."""
    today = clock.local_day(at, client.timezone)
    active_from = prescription.active_from or today
    refuse_day("active_from", active_from, days.may_begin(today=today))
    refuse_day("refill_on", prescription.refill_on, days.may_be_planned(today=today))
    lock(f"medications:{client.pk}")
    known = _running(client, today)
    values = prescription.values()
    for row in known:
        if row.active_from == active_from and not traces.changed(row, values):
            return row
    if len(known) >= MOST:
        raise TooMany(say("The list holds up to {most} medications. Stop one first.", most=MOST))
    row = Medication(
        client=client,
        active_from=active_from,
        added_at=at,
        added_by_id=traces.hand(actor),
        **values,
    )
    row.save(force_insert=True)
    traces.leave(row, What.ADDED, actor=actor, at=at)
    return row


def change_medication(
    *, medication: Medication, prescription: Prescription, actor: Actor, at: datetime
) -> Medication:
    """Change what stands on the list, keeping what it said; raises AlreadyStopped, DayNotOpen."""
    today = clock.local_day(at, medication.client.timezone)
    row = _locked(medication)
    if row.active_until is not None and row.active_until <= today:
        raise AlreadyStopped
    values = prescription.values()
    if prescription.active_from not in (None, row.active_from):
        sentence = say("The first day stays as it is. Stop this one and add another.")
        raise DayNotOpen(sentence, fields={"active_from": [sentence]})
    if prescription.refill_on != row.refill_on:
        refuse_day("refill_on", prescription.refill_on, days.may_be_planned(today=today))
    before = traces.changed(row, values)
    if before:
        traces.apply(row, values, before)
        traces.leave(row, What.CHANGED, actor=actor, at=at, before=before)
    return row


def stop_medication(
    *, medication: Medication, until: date | None, actor: Actor, at: datetime
) -> Medication:
    """Stop a medication from a day on, today unless named; raises AlreadyStopped, DayNotOpen.

    A stop in the future can be moved until its day has come.
    """
    today = clock.local_day(at, medication.client.timezone)
    row = _locked(medication)
    if row.active_until is not None and row.active_until <= today:
        raise AlreadyStopped
    last = until or max(today, row.active_from)
    refuse_day("active_until", last, days.Span(row.active_from, days.may_begin(today=today).last))
    before = traces.changed(row, {"active_until": last})
    if before:
        traces.apply(row, {"active_until": last}, before)
        traces.leave(row, What.STOPPED, actor=actor, at=at, before=before)
    return row


def _running(client: User, today: date) -> list[Medication]:
    rows = Medication.objects.filter(client=client)
    return list(selectors.medications_in(rows, state="active", today=today))


def _locked(medication: Medication) -> Medication:
    lock(f"medications:{medication.client_id}")
    return Medication.objects.select_related("client").get(pk=medication.pk)
