"""Doors of reminders."""
