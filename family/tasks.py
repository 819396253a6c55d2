"""Periodic work of family. Each task reads the clock and calls one service."""

from celery import shared_task

from core import clock
from family import services


@shared_task(name="family.close_what_is_over", acks_late=True, time_limit=300)
def close_what_is_over() -> int:
    """Write the end of sharings that expired or ended with discharge."""
    return services.close_what_is_over(at=clock.now())
