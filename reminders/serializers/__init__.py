"""Shapes of reminders, of how somebody wants them, and of where they can be reached."""
