"""Rows that have told what they had to tell are deleted after a while. Run by the keeper."""

from datetime import datetime, timedelta

from django.db.models import Q

from core.models import OutboxEntry
from delivery.models import Delivery

KEEP_NEWS = timedelta(days=7)  # what the outbox has handled; what was parked is kept
KEEP_DELIVERIES = timedelta(days=35)  # sent and cancelled ones; the ledger keeps its own times
KEEP_DEAD_LETTERS = timedelta(days=90)
MOST_AT_ONCE = 5000


def prune(*, at: datetime) -> int:
    """Delete settled news and deliveries beyond their time, at most 5,000 of each; say how many."""
    news = OutboxEntry.objects.filter(
        state=OutboxEntry.State.DONE, settled_at__lt=at - KEEP_NEWS
    ).values("pk")[:MOST_AT_ONCE]
    old = Delivery.objects.filter(
        Q(state__in=[Delivery.State.SENT, Delivery.State.CANCELLED])
        & Q(settled_at__lt=at - KEEP_DELIVERIES)
        | Q(state=Delivery.State.FAILED, settled_at__lt=at - KEEP_DEAD_LETTERS)
    ).values("pk")[:MOST_AT_ONCE]
    gone_news, _ = OutboxEntry.objects.filter(pk__in=news).delete()
    gone, _ = Delivery.objects.filter(pk__in=old).delete()
    return gone_news + gone
