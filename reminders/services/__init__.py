"""How somebody wants to be reminded, planning, sending, and what became of it."""

from reminders.services.following import follow, look_again
from reminders.services.news import person_changed, session_changed, something_done
from reminders.services.opening import finish_reminder, open_message, open_reminder
from reminders.services.planning import plan_due, plan_some, replan
from reminders.services.sending import send_due, send_plain, send_some
from reminders.services.ticking import tick
from reminders.services.wishes import pause, set_preferences

__all__ = [
    "finish_reminder",
    "follow",
    "look_again",
    "open_message",
    "open_reminder",
    "pause",
    "person_changed",
    "plan_due",
    "plan_some",
    "replan",
    "send_due",
    "send_plain",
    "send_some",
    "session_changed",
    "set_preferences",
    "something_done",
    "tick",
]
