"""What a reading of a plan brings about: its versions as their reader may see them, and a trace."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from accounts.models import User
from core import audit
from core.audit import Actor
from core.errors import NotVisible
from plans import selectors
from plans.models import Party, Plan
from plans.selectors import Reading


@dataclass(frozen=True)
class Reader:
    """Who reads a client's plan, and as which of the two it is made by."""

    client: User
    party: Party
    actor: Actor
    at: datetime


def newest(rows: QuerySet[Plan], *, reader: Reader) -> Reading:
    """Return the newest version, leaving a trace; raises NotVisible when there is none."""
    plan = selectors.latest(rows)
    if plan is None:
        raise NotVisible
    return disclose([plan], reader=reader)[0]


def disclose(plans: Sequence[Plan], *, reader: Reader) -> list[Reading]:
    """Return versions as the reader may see them; a clinician's reading leaves an audit entry."""
    if reader.party is Party.CLINICIAN:
        audit.record(
            actor=reader.actor, action="read", subject="plans_plan",
            clients=[reader.client.pk], at=reader.at,
        )  # fmt: skip
    return selectors.read(plans, party=reader.party)
