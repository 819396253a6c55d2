"""Periodic work of program. Each task reads the clock and calls one service."""

from celery import shared_task

from core import clock
from core.identity import System, acting_as
from program import services


@shared_task(name="program.extend_timetable", acks_late=True, time_limit=120)
def extend_timetable() -> int:
    """Write the coming sessions of every series, and who is expected."""
    with acting_as(System.TIMETABLE):
        return services.extend_all(at=clock.now())


@shared_task(name="program.put_into_force", acks_late=True, time_limit=60)
def put_into_force() -> int:
    """Bring changes of level and discharges into force on their day."""
    with acting_as(System.TIMETABLE):
        return services.put_into_force(at=clock.now())
