"""Reads of wishes and reminders. Visibility is access's business."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core import clock
from reminders.models import Preference, Reminder, Setting
from reminders.rules.defaults import KINDS, WISHES, Wish


@dataclass(frozen=True)
class Chosen:
    """One kind, and what holds for it."""

    kind: str
    wish: Wish


def preference_of(person_id: UUID) -> Preference:
    """Return a person's wishes, or an unsaved row of the defaults."""
    found = Preference.objects.filter(person_id=person_id).first()
    return found or Preference(person_id=person_id)


def chosen_by(person_id: UUID) -> list[Chosen]:
    """Return what holds for every kind, in their order."""
    wishes = wishes_of([person_id]).get(person_id, {})
    return [Chosen(kind, wishes.get(kind, WISHES[kind])) for kind in KINDS]


def wishes_of(people: Iterable[UUID]) -> dict[UUID, dict[str, Wish]]:
    """Return what these people chose, by person and kind; a kind left out is as usual."""
    found: dict[UUID, dict[str, Wish]] = {}
    for row in Setting.objects.filter(person_id__in=set(people)):
        wish = Wish(row.on, tuple(sorted(row.times)), tuple(sorted(row.leads, reverse=True)))
        found.setdefault(row.person_id, {})[row.kind] = wish
    return found


def shown(rows: QuerySet[Reminder], *, at: datetime) -> QuerySet[Reminder]:
    """Return what the app shows: reminders whose time has come; not what was skipped."""
    return rows.filter(state__in=Reminder.SHOWN, due_at__lte=at)


def unread(rows: QuerySet[Reminder], *, at: datetime) -> int:
    """Return how many of those are neither opened nor done and still of use."""
    return shown(rows, at=at).filter(opened_at=None, done_at=None, until_at__gt=at).count()


def in_period(
    rows: QuerySet[Reminder],
    *,
    person: User,
    first: date | None,
    last: date | None,
    kind: str | None,
) -> QuerySet[Reminder]:
    """Return reminders of a kind due on days of that person's zone; both ends are included."""
    if kind:
        rows = rows.filter(kind=kind)
    if first:
        rows = rows.filter(due_at__gte=clock.at_wall_clock(first, 0, person.timezone))
    if last:
        after = clock.at_wall_clock(last + timedelta(days=1), 0, person.timezone)
        rows = rows.filter(due_at__lt=after)
    return rows
