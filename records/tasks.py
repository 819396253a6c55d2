"""Periodic work of records. Each task reads the clock and calls one service."""

from celery import shared_task

from core import clock
from records import services


@shared_task(name="records.make_exports", acks_late=True, time_limit=280)
def make_exports() -> int:
    """Make the copies that people asked for."""
    return services.make_exports(clock=clock.now)


@shared_task(name="records.sweep_exports", acks_late=True, time_limit=60)
def sweep_exports() -> int:
    """Delete copies whose week is over."""
    return services.sweep_exports(at=clock.now())


@shared_task(name="records.warn_of_deadlines", acks_late=True, time_limit=60)
def warn_of_deadlines() -> int:
    """Tell administrators of what is late."""
    return services.warn_of_deadlines(at=clock.now())
