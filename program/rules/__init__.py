"""Arithmetic of the program: recurrence, weeks and hours, calendars. Knows no database."""
