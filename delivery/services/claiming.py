"""Lease what is due, a batch at a time, and take back what a dead carrier left."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import F, Q, QuerySet

from delivery.models import Delivery
from delivery.services.settling import LAST_ATTEMPT, LEASE, record_failure
from delivery.wording import Kind


def claim(*, at: datetime, most: int = 1) -> list[Delivery]:
    """Lease the deliveries that have waited longest, at most so many. Must be in a transaction.

    Reminders come after everything else: an alert never waits behind ten thousand of them. Paths
    are read when they are asked for: one that no key opens must not hold up the others.
    """
    waiting = Delivery.objects.filter(state__in=Delivery.WAITING, due_at__lte=at)
    rows = _locked(waiting.exclude(kind=Kind.REMINDER), most)
    if not rows:
        rows = _locked(waiting.filter(kind=Kind.REMINDER), most)
    Delivery.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=Delivery.State.SENDING, leased_until=at + LEASE, attempts=F("attempts") + 1
    )
    for row in rows:
        row.state, row.leased_until = Delivery.State.SENDING, at + LEASE
        row.attempts += 1
    return rows


def _locked(waiting: QuerySet[Delivery], most: int) -> list[Delivery]:
    return list(
        waiting.select_for_update(skip_locked=True, of=("self",))
        .defer("path")
        .order_by("due_at")[:most]
    )


def release(*, deliveries: Iterable[Delivery], at: datetime) -> int:
    """Give back leases under which nothing was tried; the attempts do not count."""
    done = 0
    for row in deliveries:
        held = Q(pk=row.pk, state=Delivery.State.SENDING, attempts=row.attempts)
        done += Delivery.objects.filter(held).update(
            state=Delivery.State.RETRYING,
            leased_until=None,
            attempts=row.attempts - 1,
            due_at=at,
        )
    return done


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
