"""What a client reported, day by day, in their own days: check-ins and personal items."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from checkins import selectors as checkin_selectors
from checkins.models import CheckIn, PersonalItem
from progress.rules.series import MEASURES

KEYS = tuple(measure.key for measure in MEASURES)


@dataclass(frozen=True)
class DayRead:
    """The newest version of one day's check-in, without its words."""

    on: date
    values: dict[str, float | None]
    used: bool | None
    safety: str | None
    medication: str | None
    items: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Item:
    """One personal item through its versions: the newest words, and every version's id."""

    item: UUID
    label: str
    kind: str
    scale: str
    ended: bool
    versions: frozenset[str]


def days_read(*, client_id: UUID, first: date, last: date) -> list[DayRead]:
    """Return the days with a check-in from `first` to `last`, oldest first. One statement.

    Single columns, because a year of free text would be opened for nothing.
    """
    rows = CheckIn.objects.filter(client_id=client_id, on__gte=first, on__lte=last)
    found = checkin_selectors.latest_of_each_day(rows).values_list(
        "on", "used", "safety", "medication", "items", *KEYS
    )
    return [_day(*row) for row in list(found)[::-1]]


def _day(
    on: date,
    used: bool | None,
    safety: str | None,
    medication: str | None,
    items: dict[str, dict[str, Any]],
    *values: Any,
) -> DayRead:
    numbers = {key: _number(value) for key, value in zip(KEYS, values, strict=True)}
    return DayRead(on, numbers, used, safety, medication, items)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def items_of(*, client_id: UUID) -> list[Item]:
    """Return each personal item that a client was ever asked about, in the order of asking.

    One statement.
    """
    by_item: dict[UUID, list[PersonalItem]] = {}
    for row in checkin_selectors.items_of(client_id):
        by_item.setdefault(row.item, []).append(row)
    found = [_item(versions) for versions in by_item.values()]
    return sorted(found, key=lambda one: one.ended)


def _item(versions: Sequence[PersonalItem]) -> Item:
    newest = max(versions, key=lambda row: row.version)
    return Item(
        item=newest.item,
        label=newest.label,
        kind=newest.kind,
        scale=newest.scale,
        ended=newest.ended_at is not None,
        versions=frozenset(str(row.pk) for row in versions),
    )


def item_levels(item: Item, days: Sequence[DayRead]) -> dict[date, float | None]:
    """Return what was answered to an item, by day; yes is 1 and no is 0."""
    return {day.on: _level(answer) for day in days if (answer := _answer(item, day)) is not None}


def item_acted(item: Item, days: Sequence[DayRead]) -> dict[date, bool | None]:
    """Return on which days somebody said whether they acted on an urge."""
    found = {day.on: _answer(item, day) for day in days}
    return {on: answer.get("acted") for on, answer in found.items() if answer is not None}


def _answer(item: Item, day: DayRead) -> dict[str, Any] | None:
    return next((day.items[key] for key in item.versions if key in day.items), None)


def _level(answer: dict[str, Any]) -> float | None:
    value = answer.get("level") if answer.get("level") is not None else answer.get("value")
    return None if value is None else float(value)
