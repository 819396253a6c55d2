"""What every change leaves behind: a row that says what it was before, and an audit entry."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

from care.models import (
    Change,
    Goal,
    GoalStep,
    Medication,
    Referral,
    Subject,
    Task,
    What,
)
from core import audit
from core.audit import Actor
from core.errors import NotVisible

Thing = Medication | Goal | GoalStep | Task | Referral
SUBJECTS: dict[type[Thing], Subject] = {
    Medication: Subject.MEDICATION,
    Goal: Subject.GOAL,
    GoalStep: Subject.STEP,
    Task: Subject.TASK,
    Referral: Subject.REFERRAL,
}


def hand(actor: Actor) -> UUID:
    """Return the person who acts; no part of the program has a hand in care."""
    if actor.id is None:
        raise NotVisible
    return actor.id


def changed(row: Thing, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that would change, as they are now."""
    return {name: getattr(row, name) for name, new in values.items() if getattr(row, name) != new}


def apply(row: Thing, values: Mapping[str, Any], names: Iterable[str]) -> None:
    """Put these of the values into the row and store them."""
    for name in names:
        setattr(row, name, values[name])
    row.save(update_fields=list(names))


def leave(
    row: Thing, what: What, *, actor: Actor, at: datetime, before: Mapping[str, Any] | None = None
) -> None:
    """Add the row of the change and the entry in the audit trail."""
    Change(
        client_id=row.client_id,
        subject=SUBJECTS[type(row)],
        subject_id=row.pk,
        what=what,
        before=json.dumps(dict(before or {}), cls=DjangoJSONEncoder),
        made_at=at,
        made_by_id=hand(actor),
    ).save(force_insert=True)
    audit.record(
        actor=actor, action=what, subject=row._meta.db_table, subject_id=row.pk,
        clients=[row.client_id], at=at,
    )  # fmt: skip
