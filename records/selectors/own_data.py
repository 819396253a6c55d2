"""Reads everything that a person may see about themselves, with their own rights and no others."""

import json
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import ForeignKey, Model

from accounts.models import Role, User
from core.identity import as_relative
from family.access.people import known_to
from records.selectors.tables import NEVER, TABLES, Table

MOST_ROWS = 200_000  # of one table; far beyond what anybody writes in years
Row = dict[str, Any]


@dataclass(frozen=True)
class Filled:
    """One table of the copy with its columns and rows, oldest first."""

    name: str
    columns: list[str]
    rows: list[Row]


def model_of(table: Table) -> type[Model]:
    """Return the model that a table is read from."""
    return apps.get_model(table.model)


def columns_of(table: Table) -> dict[str, str]:
    """Return each column's name in the copy and where it is read: our own, and what is added."""
    own = {
        field.name: field.attname
        for field in model_of(table)._meta.local_concrete_fields
        if field.name not in NEVER
        and field.name != table.owner
        and (not table.only or field.name in table.only)
    }
    if table.only:
        own.pop("id", None)
    return own | dict(table.also)


def read_all(person: User) -> Iterator[Filled]:
    """Yield each table with the person's own rows, in the order of the copy.

    Call it while the person acts (`identity.acting_for`): row security then shows nobody else's.
    """
    named = _Names(person)
    for table in TABLES:
        yield Filled(table.name, list(columns_of(table)), _rows(table, person, named))


def _rows(table: Table, person: User, named: "_Names") -> list[Row]:
    if table.relative and not person.has_role(Role.FAMILY):
        return []
    columns = columns_of(table)
    found = model_of(table)._base_manager.filter(**{table.owner: person.pk})
    with as_relative() if table.relative else nullcontext():
        raw = list(found.order_by(table.order).values(*columns.values())[:MOST_ROWS])
    people = _people_in(table)
    return [
        {
            name: named(row[path]) if name in people else _plain(row[path], name in table.parsed)
            for name, path in columns.items()
        }
        for row in raw
    ]


def _people_in(table: Table) -> set[str]:
    return {
        field.name
        for field in model_of(table)._meta.local_concrete_fields
        if isinstance(field, ForeignKey) and field.related_model is User
    }


def _plain(value: Any, parsed: bool) -> Any:
    """Return a value as JSON has it."""
    if parsed and isinstance(value, str):
        return json.loads(value) if value else None
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return str(value) if isinstance(value, UUID) else value


class _Names:
    """Who is who, as the person knows them: themselves, staff, and whom they shared with."""

    def __init__(self, person: User) -> None:
        self.me = person.pk
        self.known = dict(known_to(person.pk))

    def __call__(self, key: UUID | None) -> str | None:
        if key is None:
            return None
        if key == self.me:
            return "me"
        if key not in self.known:
            staff = User.objects.filter(pk=key, roles__overlap=[Role.CLINICIAN, Role.ADMINISTRATOR])
            self.known[key] = next(iter(staff.values_list("name", flat=True)), "")
        return self.known[key]
