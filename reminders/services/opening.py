"""A reminder was opened, or what it asked for was done."""

from datetime import datetime
from uuid import UUID

from accounts.models import User
from delivery.models import Delivery
from reminders.models import Reminder
from reminders.rules.causes import message_of


def open_reminder(*, reminder: Reminder, at: datetime) -> None:
    """Mark a reminder as opened, once; the first time counts."""
    if reminder.opened_at is None:
        Reminder.objects.filter(pk=reminder.pk, opened_at=None).update(opened_at=at)
        reminder.opened_at = at


def finish_reminder(*, reminder: Reminder, at: datetime) -> None:
    """Mark a reminder as done, and as opened if it was not; once."""
    open_reminder(reminder=reminder, at=at)
    if reminder.done_at is None:
        Reminder.objects.filter(pk=reminder.pk, done_at=None).update(done_at=at)
        reminder.done_at = at


def open_message(*, person: User, delivery_id: UUID, at: datetime) -> int:
    """Mark as opened what a message was about; return how many reminders that is.

    The id comes from a link that may be anybody's: one that is not this person's opens nothing.
    """
    delivery = Delivery.objects.defer("path").filter(pk=delivery_id, person=person).first()
    message = message_of(delivery.cause) if delivery else None
    if message is None:
        return 0
    mine = Reminder.objects.filter(person=person, message=message)
    mine.filter(opened_at=None).update(opened_at=at)
    return mine.count()
