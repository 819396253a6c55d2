"""Queue, cancel, claim and settle deliveries. Sends nothing itself: carry.py does."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from core import outbox
from core.nudge import Nudge
from delivery import events
from delivery.models import Channel, ContactPoint, Delivery

LEASE = timedelta(seconds=75)  # longer than a task may run, and no longer: a lost one waits it out
LAST_ATTEMPT = 12  # with doubling pauses capped at ten minutes: about an hour
LONGEST_PAUSE_SECONDS = 600

nudge = Nudge("delivery.carry_due")


@dataclass(frozen=True)
class Cause:
    """Why something is sent: its kind, its name (queued once for each), and the link's path."""

    kind: str
    name: str
    path: str = "/"


def queue(*, people: Iterable[UUID], cause: Cause, due_at: datetime) -> int:
    """Queue one delivery for each person and active contact point; return how many are new.

    Runs in the caller's transaction: a message exists if and only if its cause does. Asking again
    for the same cause, person and channel adds nothing.
    """
    points = ContactPoint.objects.filter(person_id__in=set(people), active=True)
    reached = sorted({(point.person_id, point.channel) for point in points})
    queued = Delivery.objects.filter(cause=cause.name).values_list("person_id", "channel")
    known = set(queued)
    fresh = [
        Delivery(
            person_id=person_id,
            channel=channel,
            kind=cause.kind,
            cause=cause.name,
            path=cause.path,
            due_at=due_at,
        )
        for person_id, channel in reached
        if (person_id, channel) not in known
    ]
    Delivery.objects.bulk_create(fresh, ignore_conflicts=True)
    transaction.on_commit(nudge.send)
    return len(fresh)


def queue_to_address(*, address: str, cause: Cause, due_at: datetime) -> None:
    """Queue one e-mail to someone who has no account yet, or has lost the way into it."""
    Delivery.objects.create(
        address=address,
        channel=Channel.EMAIL,
        kind=cause.kind,
        cause=cause.name,
        path=cause.path,
        due_at=due_at,
    )
    transaction.on_commit(nudge.send)


def cancel(*, cause_prefix: str, at: datetime) -> int:
    """Cancel what still waits for causes that begin so; return how many were stopped."""
    return Delivery.objects.filter(
        cause__startswith=cause_prefix, state__in=Delivery.WAITING
    ).update(state=Delivery.State.CANCELLED, settled_at=at)


def claim(*, at: datetime) -> Delivery | None:
    """Lease the delivery that has waited longest, or return None. Must be in a transaction.

    Its path is read when it is asked for: one that no key opens must not hold up the others.
    """
    delivery = (
        Delivery.objects.select_for_update(skip_locked=True)
        .defer("path")
        .filter(state__in=Delivery.WAITING, due_at__lte=at)
        .order_by("due_at")
        .first()
    )
    if delivery is None:
        return None
    delivery.state = Delivery.State.SENDING
    delivery.leased_until = at + LEASE
    delivery.attempts += 1
    delivery.save(update_fields=["state", "leased_until", "attempts"])
    return delivery


def record_sent(*, delivery: Delivery, at: datetime) -> bool:
    """Settle a delivery as sent; False when its lease was lost meanwhile."""
    return _move(delivery, state=Delivery.State.SENT, settled_at=at, failure="")


def record_failure(*, delivery: Delivery, reason: str, permanent: bool, at: datetime) -> bool:
    """Plan another attempt, or give up and publish delivery.failed; False if the lease was lost."""
    if permanent or delivery.attempts >= LAST_ATTEMPT:
        moved = _move(delivery, state=Delivery.State.FAILED, settled_at=at, failure=reason[:80])
        if moved:
            outbox.publish(events.FAILED, at=at, delivery_id=delivery.pk)
        return moved
    pause = min(2**delivery.attempts, LONGEST_PAUSE_SECONDS)
    return _move(
        delivery,
        state=Delivery.State.RETRYING,
        due_at=at + timedelta(seconds=pause),
        failure=reason[:80],
    )


def release_stuck(*, at: datetime) -> int:
    """Put deliveries whose lease ran out back in the queue; return how many.

    One that took its carrier down at every attempt is given up on and told of, like any other.
    """
    stuck = Delivery.objects.filter(state=Delivery.State.SENDING, leased_until__lt=at)
    hopeless = list(stuck.filter(attempts__gte=LAST_ATTEMPT).defer("path"))
    for delivery in hopeless:
        record_failure(delivery=delivery, reason="never settled", permanent=True, at=at)
    released = stuck.update(state=Delivery.State.RETRYING, leased_until=None, due_at=at)
    return len(hopeless) + released


def _move(delivery: Delivery, **changes: Any) -> bool:
    # Only the holder of this very lease may settle: a slow sender must not undo a newer attempt.
    held = Q(pk=delivery.pk, state=Delivery.State.SENDING, attempts=delivery.attempts)
    return Delivery.objects.filter(held).update(leased_until=None, **changes) == 1
