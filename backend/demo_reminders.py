"""A week of reminders for Maya: what was sent, what she opened, and what was not needed.

Only `make run` wants it. What is still to come is planned by the first tick.
"""

from datetime import datetime, timedelta
from uuid import uuid5

from accounts.models import User
from backend.demo import ZONE, key
from core import clock
from reminders.models import Kind, Reminder

DAYS = 7
CHECK_IN, GOAL = 18 * 60 + 30, 20 * 60


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast must be there. Safe to repeat."""
    maya = User.objects.get(pk=key("maya"))
    rows = [row for back in range(1, DAYS + 1) for row in _of_day(maya, back, at=at)]
    Reminder.objects.bulk_create(rows, ignore_conflicts=True)


def _of_day(maya: User, back: int, *, at: datetime) -> list[Reminder]:
    """Return two reminders of one day: one that went out, and one that was done before."""
    on = clock.local_day(at, ZONE) - timedelta(days=back)
    moment, evening = (clock.at_wall_clock(on, minute, ZONE) for minute in (CHECK_IN, GOAL))
    ends = clock.at_wall_clock(on + timedelta(days=1), 0, ZONE)
    sent = Reminder(
        person=maya,
        kind=Kind.CHECK_IN,
        occurrence=f"{on}:{CHECK_IN}",
        on=on,
        wished_at=moment,
        due_at=moment,
        until_at=ends,
        state=Reminder.State.SENT,
        channel="email",
        message=uuid5(maya.pk, f"{on}"),
        queued_at=moment,
        sent_at=moment + timedelta(seconds=4),
        settled_at=moment + timedelta(seconds=4),
        opened_at=moment + timedelta(minutes=11) if back % 3 else None,
        done_at=moment + timedelta(minutes=14) if back % 3 else None,
    )
    done = Reminder(
        person=maya,
        kind=Kind.EVENING_GOAL,
        occurrence=f"{on}:{GOAL}",
        on=on,
        wished_at=evening,
        due_at=evening,
        until_at=ends,
        state=Reminder.State.SKIPPED,
        reason=Reminder.Reason.DONE,
        settled_at=evening,
    )
    return [sent, done]
