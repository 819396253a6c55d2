"""Entries in the audit trail, in one line each."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models

from core import audit
from core.audit import Actor


def mark(
    actor: Actor,
    action: str,
    row: models.Model,
    *,
    at: datetime,
    clients: Iterable[UUID] = (),
) -> None:
    """Note who did what to which row, and whom it is about."""
    audit.record(
        actor=actor,
        action=action,
        subject=row._meta.db_table,
        subject_id=row.pk,
        clients=clients,
        at=at,
    )
