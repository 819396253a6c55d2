"""Reads of medication, of what was marked beside it, and of notes."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from care.models import Mark, Medication, MedicationMark, MedicationNote


def active_medications(*, client: UUID, on: date) -> list[Medication]:
    """Return the client's medications in force on a day of theirs, in the order they began.

    `times` are minutes (0–1439) of the client's own day, `weekdays` 1 (Monday) to 7; both are empty
    where `as_needed`. At most 200 rows.
    """
    rows = Medication.objects.filter(
        Q(active_until=None) | Q(active_until__gt=on), client_id=client, active_from__lte=on
    )
    return list(rows.order_by("active_from", "added_at", "pk")[:200])


def refills_between(*, first: date, last: date) -> QuerySet[Medication]:
    """Return medications, of whichever clients may be seen, whose refill is due on these days."""
    return Medication.objects.filter(
        Q(active_until=None) | Q(active_until__gt=first), refill_on__range=(first, last)
    ).order_by("refill_on", "pk")


def medications_in(rows: QuerySet[Medication], *, state: str, today: date) -> QuerySet[Medication]:
    """Return medications that are `active` (or will be), `stopped`, or `all` of them."""
    if state == "active":
        return rows.filter(Q(active_until=None) | Q(active_until__gt=today))
    if state == "stopped":
        return rows.filter(active_until__lte=today)
    return rows


def marks_between(*, client: UUID, since: date, until: date) -> list[MedicationMark]:
    """Return the newest mark of each medication, day and time in that period, ends included.

    Those that were taken back are left out. Days are the client's own.
    """
    rows = MedicationMark.objects.filter(client_id=client, on__range=(since, until))
    return newest_marks(rows)


def newest_marks(rows: QuerySet[MedicationMark]) -> list[MedicationMark]:
    """Return the newest version of each mark, without those taken back."""
    newest = rows.order_by("medication", "on", "minute", "-version").distinct(
        "medication", "on", "minute"
    )
    return [row for row in newest if row.mark != Mark.CLEARED]


def notes_of(rows: QuerySet[MedicationNote], *, unseen: bool) -> QuerySet[MedicationNote]:
    """Return notes with their medication, or only those that nobody has read."""
    found = rows.select_related("medication", "seen_by", "client")
    return found.filter(seen_at=None) if unseen else found
