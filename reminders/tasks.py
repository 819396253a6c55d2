"""Periodic work of reminders. The task reads the clock and calls one service."""

from celery import shared_task

from core import clock
from reminders import services


@shared_task(name="reminders.tick", acks_late=True, soft_time_limit=55, time_limit=60)
def tick() -> int:
    """Plan, send and follow reminders."""
    return services.tick(clock=clock.now)
