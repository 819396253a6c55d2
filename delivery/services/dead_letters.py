"""What was given up on gets another round, when staff have mended the cause."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction

from core import audit, identity
from core.audit import Actor
from core.identity import System
from delivery.models import Delivery
from delivery.services.queueing import nudge

MOST_AT_ONCE = 200


def replay(*, actor: Actor, deliveries: Iterable[UUID], at: datetime) -> int:
    """Put failed deliveries back in the queue with all their attempts; return how many.

    Those that are no longer failed, or are not there, are passed over. What a reminder was about
    is looked at again when it is sent: one that is of no use any more is then cancelled.
    """
    with identity.acting_as(System.CARRIER):
        failed = Delivery.objects.filter(pk__in=list(deliveries), state=Delivery.State.FAILED)
        keys = list(failed.select_for_update().values_list("pk", flat=True)[:MOST_AT_ONCE])
        Delivery.objects.filter(pk__in=keys).update(
            state=Delivery.State.RETRYING, attempts=0, due_at=at, settled_at=None
        )
    if actor.id:
        identity.be_person(actor.id)
    for key in keys:
        audit.record(
            actor=actor, action="replay", subject="delivery_delivery", subject_id=key, at=at
        )
    transaction.on_commit(nudge.send)
    return len(keys)
