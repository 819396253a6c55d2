"""Shapes of programs, enrolments, the timetable, and of who I am."""
