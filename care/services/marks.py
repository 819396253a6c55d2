"""A client's own marks beside their medication: taken, missed, or taken back."""

from dataclasses import dataclass
from datetime import date, datetime

from care.models import Mark, Medication, MedicationMark
from care.rules import days
from care.services.refusals import DayNotOpen, refuse_day
from core import audit, clock
from core.audit import Actor
from core.identity import lock
from core.said import say


@dataclass(frozen=True)
class MarkWish:
    """A mark for one day of the client's, at a scheduled minute of it or for the day as a whole."""

    on: date
    mark: Mark
    minute: int | None = None


def mark_medication(
    *, medication: Medication, wish: MarkWish, actor: Actor, at: datetime
) -> MedicationMark | None:
    """Keep a mark as a new version; the same again changes nothing. Raises DayNotOpen.

    Returns the mark that now stands, or None where there is none.
    """
    today = clock.local_day(at, medication.client.timezone)
    refuse_day("on", wish.on, days.may_be_marked(today=today))
    if wish.mark != Mark.CLEARED:
        # The schedule may have changed since; what was marked by mistake can still be taken back.
        _refuse_not_due(medication, wish)
    lock(f"medication-marks:{medication.pk}")
    newest = (
        MedicationMark.objects.filter(medication=medication, on=wish.on, minute=wish.minute)
        .order_by("-version")
        .first()
    )
    if (newest.mark if newest else Mark.CLEARED) == wish.mark:
        return newest if newest and newest.mark != Mark.CLEARED else None
    row = MedicationMark(
        medication=medication, client_id=medication.client_id, on=wish.on, minute=wish.minute,
        version=newest.version + 1 if newest else 1, mark=wish.mark, marked_at=at,
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="mark", subject="care_medicationmark", subject_id=row.pk,
        clients=[row.client_id], at=at,
    )  # fmt: skip
    return None if row.mark == Mark.CLEARED else row


def _refuse_not_due(medication: Medication, wish: MarkWish) -> None:
    active = days.is_active(
        active_from=medication.active_from, active_until=medication.active_until, on=wish.on
    )
    due = medication.as_needed or days.is_due(weekdays=medication.weekdays, on=wish.on)
    if not active or not due:
        sentence = say("This medication is not on your list for that day.")
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    if wish.minute is not None and wish.minute not in medication.times:
        sentence = say("This medication is not on your list for that time.")
        raise DayNotOpen(sentence, fields={"minute": [sentence]})
