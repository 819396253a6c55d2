"""Arithmetic of reminders: when, whether, and what to do about quiet hours and clock changes."""
