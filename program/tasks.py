"""Periodic work of program. Each task reads the clock and calls one service."""

from celery import shared_task

from core import clock
from core.identity import System, acting_as
from program import services


@shared_task(name="program.plan_reminders", acks_late=True, time_limit=60)
def plan_reminders() -> int:
    """Plan reminders of coming sessions."""
    with acting_as(System.REMINDER):
        return services.plan_reminders(at=clock.now())


@shared_task(name="program.send_due_reminders", acks_late=True, time_limit=60)
def send_due_reminders() -> int:
    """Hand due reminders to delivery."""
    with acting_as(System.REMINDER):
        return services.send_due_reminders(at=clock.now())
