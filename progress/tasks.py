"""Periodic work of progress. Each task reads the clock and calls one service."""

from celery import shared_task

from core import clock
from progress import services


@shared_task(name="progress.weigh_steps", acks_late=True, time_limit=280)
def weigh_steps() -> int:
    """Weigh a step for every enrolled client."""
    return services.advise_everyone(at=clock.now())


@shared_task(name="progress.publish_outcomes", acks_late=True, time_limit=280)
def publish_outcomes() -> int:
    """Publish what changed by week where enough people stand behind it."""
    return services.publish_outcomes(at=clock.now())
