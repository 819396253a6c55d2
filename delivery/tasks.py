"""Periodic work of delivery. Each task reads the clock and calls one service."""

from celery import shared_task

from core import clock
from core.identity import System, acting_as
from delivery import carry, services


@shared_task(name="delivery.carry_due", acks_late=True, soft_time_limit=50, time_limit=60)
def carry_due() -> int:
    """Send what is due."""
    return carry.carry_due(clock=clock.now)


@shared_task(name="delivery.release_stuck_deliveries", acks_late=True, time_limit=60)
def release_stuck_deliveries() -> int:
    """Return expired leases to the queue."""
    with acting_as(System.CARRIER):
        return services.release_stuck(at=clock.now())


@shared_task(name="delivery.prune", acks_late=True, time_limit=120)
def prune() -> int:
    """Delete what was settled long ago."""
    with acting_as(System.KEEPER):
        return services.prune(at=clock.now())
