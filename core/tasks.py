"""Periodic work of core: draining the outbox."""

from celery import shared_task

from core import clock, outbox


@shared_task(name="core.drain_outbox", acks_late=True, soft_time_limit=50, time_limit=60)
def drain_outbox() -> int:
    """Handle what is due."""
    return outbox.drain(clock=clock.now)
