"""What a person wants to be reminded of, and each reminder with what became of it."""

from reminders.models.preferences import CHANNELS, Kind, Preference, Setting, Tone
from reminders.models.reminder import Agenda, Reminder

__all__ = ["CHANNELS", "Agenda", "Kind", "Preference", "Reminder", "Setting", "Tone"]
