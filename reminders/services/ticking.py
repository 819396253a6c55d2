"""One tick: plan whose turn it is, send what is due, note what became of it. Several do no harm."""

from collections.abc import Callable
from datetime import datetime, timedelta

from core.identity import System, acting_as
from core.nudge import Nudge
from reminders.services.following import follow
from reminders.services.planning import plan_due
from reminders.services.sending import send_due

PLANS_FOR, LASTS = timedelta(seconds=20), timedelta(seconds=45)  # the task is stopped after 60
another = Nudge("reminders.tick")


def tick(*, clock: Callable[[], datetime]) -> int:
    """Do what falls into this minute; return how many reminders were decided on.

    What is due goes first: planning is for later. What a tick does not manage is the next one's.
    When there is much to send, a worker that has nothing to do is asked to tick as well.
    """
    began = clock()
    sent = send_due(clock=clock, until=began + LASTS, call_help=another.send)
    with acting_as(System.REMINDER):
        follow(at=clock())
    plan_due(clock=clock, until=min(clock() + PLANS_FOR, began + LASTS))
    # What was entered late is due at once.
    return sent + send_due(clock=clock, until=began + LASTS)
