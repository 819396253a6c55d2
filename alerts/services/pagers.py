"""Keep a program's pagers: addresses of its own machines, under an agreement, with a secret."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from alerts import events
from alerts.models import Pager
from alerts.services.refusals import Invalid, Over
from core import audit, outbox
from core.audit import Actor
from core.said import say
from delivery.channels import outside
from program.models import Program

BYTES = 32
FORMER_SIGNS_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class Machine:
    """A label, the address (https), the number of the agreement, and which tiers it hears of."""

    label: str
    address: str
    agreement: str
    tiers: Sequence[str]


def add_pager(
    *, program: Program, machine: Machine, actor: Actor, at: datetime
) -> tuple[Pager, str]:
    """Add a pager; return it with its secret, which is shown this once. Raise Invalid."""
    if not outside.is_allowed(machine.address):
        raise Invalid("address", say("Choose an https address of the open internet."))
    secret = secrets.token_urlsafe(BYTES)
    pager = Pager(
        program=program,
        label=machine.label,
        address=machine.address,
        agreement=machine.agreement,
        tiers=list(machine.tiers),
        secret=secret,
    )
    try:
        with transaction.atomic():
            pager.save(force_insert=True)
    except IntegrityError:
        raise Invalid("label", say("There is a pager of that name.")) from None
    _mark(actor, "create", pager.pk, at=at)
    return pager, secret


def rotate_secret(*, pager: Pager, actor: Actor, at: datetime) -> str:
    """Give a pager a new secret and return it; the old one signs as well for a day."""
    secret = secrets.token_urlsafe(BYTES)
    rows = Pager.objects.filter(pk=pager.pk, ended_at=None)
    former = rows.values_list("secret", flat=True).first()
    if former is None:
        raise Over
    rows.update(secret=secret, former_secret=former, former_until=at + FORMER_SIGNS_FOR)
    _mark(actor, "rotate", pager.pk, at=at)
    return secret


def try_pager(*, pager: Pager, actor: Actor, at: datetime) -> None:
    """Ask for a call that says that it is a trial."""
    outbox.publish(events.PAGER_TRIED, at=at, pager_id=pager.pk)
    _mark(actor, "try", pager.pk, at=at)


def end_pager(*, pager: Pager, actor: Actor, at: datetime) -> None:
    """Call it no more; raise Over."""
    if not Pager.objects.filter(pk=pager.pk, ended_at=None).update(ended_at=at):
        raise Over
    _mark(actor, "end", pager.pk, at=at)


def _mark(actor: Actor, action: str, key: UUID, *, at: datetime) -> None:
    audit.record(actor=actor, action=action, subject="alerts_pager", subject_id=key, at=at)
