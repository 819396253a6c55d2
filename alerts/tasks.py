"""Periodic work of alerts. Each task reads the clock and calls one service."""

from celery import shared_task

from alerts import escalation, services
from core import clock


@shared_task(name="alerts.escalate_unanswered", acks_late=True, time_limit=60)
def escalate_unanswered() -> int:
    """Tell the next rung of unanswered alerts."""
    return escalation.escalate_unanswered(at=clock.now())


@shared_task(name="alerts.reopen_at_shift_change", acks_late=True, time_limit=60)
def reopen_at_shift_change() -> int:
    """Open critical alerts again that an earlier shift left unresolved."""
    return escalation.reopen_at_shift_change(at=clock.now())


@shared_task(name="alerts.send_digests", acks_late=True, time_limit=60)
def send_digests() -> int:
    """Tell what is not urgent to whoever's time has come."""
    return escalation.send_digests(at=clock.now())


@shared_task(name="alerts.warn_of_gaps", acks_late=True, time_limit=60)
def warn_of_gaps() -> int:
    """Tell administrators when nobody will be watching."""
    return escalation.warn_of_gaps(at=clock.now())


@shared_task(name="alerts.watch_machinery", acks_late=True, time_limit=60)
def watch_machinery() -> int:
    """Raise and end alarms about parts that stand still."""
    return escalation.watch_machinery(at=clock.now())


@shared_task(name="alerts.sweep_missed_checkins", acks_late=True, time_limit=300)
def sweep_missed_checkins() -> int:
    """Look for clients who fell silent."""
    return escalation.sweep_missed_checkins(at=clock.now())


@shared_task(name="alerts.sweep_nights", acks_late=True, time_limit=300)
def sweep_nights() -> int:
    """Score everybody's last whole day."""
    return services.sweep_nights(at=clock.now())


@shared_task(name="alerts.find_limits", acks_late=True, time_limit=280)
def find_limits() -> int:
    """Find the site's own limits once a week."""
    return services.find_limits(at=clock.now())


@shared_task(name="alerts.run_backtests", acks_late=True, time_limit=280)
def run_backtests() -> int:
    """Go on with trials over past days."""
    return services.run_backtests(at=clock.now())
