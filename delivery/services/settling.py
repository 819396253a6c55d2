"""What became of an attempt. Only the holder of the very lease may say so."""

import random
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import Q

from core import outbox
from delivery import events
from delivery.models import Delivery

LEASE = timedelta(seconds=75)  # longer than a task may run, and no longer: a lost one waits it out
LAST_ATTEMPT = 12  # with doubling pauses capped at ten minutes: about an hour
LONGEST_PAUSE_SECONDS = 600
JITTER = 0.25  # each pause is up to a quarter longer, so that what failed together parts
_chance = random.SystemRandom()

TOGETHER = """
UPDATE delivery_delivery AS d
   SET state = 'sent', settled_at = %s, leased_until = NULL, failure = ''
  FROM unnest(%s::uuid[], %s::int[]) AS held (id, attempts)
 WHERE d.id = held.id AND d.attempts = held.attempts AND d.state = 'sending'
"""


def record_sent(*, delivery: Delivery, at: datetime) -> bool:
    """Settle a delivery as sent; False when its lease was lost meanwhile."""
    return _move(delivery, state=Delivery.State.SENT, settled_at=at, failure="")


def record_sent_together(*, deliveries: Iterable[Delivery], at: datetime) -> int:
    """Settle many as sent in one statement; return how many leases were still held."""
    held = [(delivery.pk, delivery.attempts) for delivery in deliveries]
    if not held:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(TOGETHER, [at, [pk for pk, _ in held], [tried for _, tried in held]])
        settled: int = cursor.rowcount
    return settled


def record_cancelled(*, delivery: Delivery, reason: str, at: datetime) -> bool:
    """Settle a delivery that is of no use any more; False when its lease was lost meanwhile."""
    return _move(delivery, state=Delivery.State.CANCELLED, settled_at=at, failure=reason[:80])


def record_failure(
    *, delivery: Delivery, reason: str, permanent: bool, at: datetime, pause_seconds: int = 0
) -> bool:
    """Plan another attempt, or give up and publish delivery.failed; False if the lease was lost.

    The pause doubles with each attempt up to ten minutes, is never shorter than what the service
    asked for, and is lengthened by chance by up to a quarter.
    """
    if permanent or delivery.attempts >= LAST_ATTEMPT:
        moved = _move(delivery, state=Delivery.State.FAILED, settled_at=at, failure=reason[:80])
        if moved:
            outbox.publish(events.FAILED, at=at, delivery_id=delivery.pk)
        return moved
    pause = max(min(2**delivery.attempts, LONGEST_PAUSE_SECONDS), pause_seconds)
    return _move(
        delivery,
        state=Delivery.State.RETRYING,
        due_at=at + timedelta(seconds=pause * (1 + JITTER * _chance.random())),
        failure=reason[:80],
    )


def _move(delivery: Delivery, **changes: Any) -> bool:
    # Only the holder of this very lease may settle: a slow sender must not undo a newer attempt.
    held = Q(pk=delivery.pk, state=Delivery.State.SENDING, attempts=delivery.attempts)
    return Delivery.objects.filter(held).update(leased_until=None, **changes) == 1
