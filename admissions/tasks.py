"""Periodic work of admissions. Each task reads the clock and calls one service."""

from celery import shared_task

from admissions import services
from core import clock
from core.identity import System, acting_as


@shared_task(name="admissions.prune_call_requests", acks_late=True, time_limit=60)
def prune_call_requests() -> int:
    """Forget requests for calls that are over."""
    with acting_as(System.KEEPER):
        return services.prune(at=clock.now())
