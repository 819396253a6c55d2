"""Periodic work of alerts. Each task reads the clock and calls one service."""

from celery import shared_task

from alerts import escalation
from core import clock


@shared_task(name="alerts.escalate_unanswered", acks_late=True, time_limit=60)
def escalate_unanswered() -> int:
    """Tell the next rung of unanswered alerts."""
    return escalation.escalate_unanswered(at=clock.now())


@shared_task(name="alerts.sweep_missed_checkins", acks_late=True, time_limit=300)
def sweep_missed_checkins() -> int:
    """Look for clients who fell silent."""
    return escalation.sweep_missed_checkins(at=clock.now())
