"""Base of every table, the outbox, and the audit trail. No feature's nouns."""

import re
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from itertools import count
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models import Q
from django.db.models.sql import InsertQuery

from core import clock
from core.statements import Statement, tell


class Base(models.Model):
    """A random key that tells nothing, and when the row was made (never used in a decision)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        abstract = True


class OutboxEntry(Base):
    """One piece of news for one subscriber, written with the fact that caused it."""

    class State(models.TextChoices):
        PENDING = "pending"
        DONE = "done"
        PARKED = "parked"

    event = models.CharField(max_length=60)
    subscriber = models.CharField(max_length=80)
    payload = models.JSONField()
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=120, default="")

    class Privacy:
        operational = (
            "id", "created_at", "event", "subscriber", "payload", "state", "attempts",
            "due_at", "settled_at", "failure",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="pending", settled_at=None)
                | Q(state__in=["done", "parked"], settled_at__isnull=False),
                name="core_outboxentry_settled_unless_pending",
            ),
        ]
        indexes = [
            # The drain's own query: what is pending, oldest due first.
            models.Index(fields=["due_at"], condition=Q(state="pending"), name="outbox_due"),
            # Operators look for what was given up on.
            models.Index(fields=["created_at"], condition=Q(state="parked"), name="outbox_parked"),
        ]


class AuditChain(models.Model):
    """The head of one chain of audit entries; there is one chain for each actor."""

    chain = models.CharField(primary_key=True, max_length=60)
    position = models.BigIntegerField()
    head = models.BinaryField()

    class Privacy:
        operational = ("chain", "position", "head")


class AuditEntry(models.Model):
    """Who did what to whose record. No foreign keys, so that nothing blocks or cascades here.

    Position, previous and digest are written by a trigger: no caller can leave the chain.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    chain = models.CharField(max_length=60)
    position = models.BigIntegerField(default=0)
    at = models.DateTimeField()
    actor_id = models.UUIDField(null=True)
    actor_role = models.CharField(max_length=40)
    action = models.CharField(max_length=40)
    subject = models.CharField(max_length=60)
    subject_id = models.UUIDField(null=True)
    client_ids = ArrayField(models.UUIDField(), default=list)
    consent_id = models.UUIDField(null=True)
    detail = models.CharField(max_length=120, default="")
    address = models.GenericIPAddressField(null=True)
    previous = models.BinaryField(default=b"")
    digest = models.BinaryField(default=b"")

    class Privacy:
        identity = ("address",)
        operational = (
            "id", "chain", "position", "at", "actor_id", "actor_role", "action", "subject",
            "subject_id", "client_ids", "consent_id", "detail", "previous", "digest",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["chain", "position"], name="core_auditentry_one_place_in_a_chain"
            ),
        ]
        indexes = [
            # "Who looked at my record?"
            GinIndex(fields=["client_ids"], name="audit_clients"),
        ]


_gathered: ContextVar[list[models.Model] | None] = ContextVar("_gathered", default=None)


@contextmanager
def together() -> Iterator[None]:
    """Write what is inserted within this block in one statement at its end: all rows or none."""
    rows: list[models.Model] = []
    token = _gathered.set(rows)
    try:
        yield
    finally:
        _gathered.reset(token)
    _insert_now(rows)


def insert(*rows: models.Model) -> None:
    """Insert new rows, at once or with the others of the `together` around."""
    gathered = _gathered.get()
    if gathered is None:
        _insert_now(rows)
    else:
        gathered.extend(rows)


def _insert_now(rows: Sequence[models.Model]) -> None:
    # One round trip instead of one a table: a check-in, its audit entry and its news belong
    # together, and waiting for the database three times cost more than writing them.
    if not rows:
        return
    tell(
        _insertion(tuple(type(row) for row in rows)).of(*(v for row in rows for v in _values(row)))
    )
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


@cache
def _insertion(tables: tuple[type[models.Model], ...]) -> Statement:
    places = count(1)
    *others, last = [re.sub("%s", lambda _: f"${next(places)}", _text(table)) for table in tables]
    beside = ", ".join(f"row_{place} AS ({text})" for place, text in enumerate(others))
    return Statement(f"WITH {beside} {last}" if beside else last)


def _text(table: type[models.Model]) -> str:
    query = InsertQuery(table)
    query.insert_values(table._meta.local_concrete_fields, [table()])
    text: str
    ((text, _),) = query.get_compiler(connection=connection).as_sql()
    return text


def _values(row: models.Model) -> Iterator[Any]:
    for field in row._meta.local_concrete_fields:
        yield field.get_db_prep_save(field.pre_save(row, add=True), connection)
