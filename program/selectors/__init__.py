"""Reads of enrolments, care teams and sessions. Visibility is access's business."""

from program.selectors.attendance import AttendanceRow, attendance, weekly_hours, weeks_of
from program.selectors.days import last_day_over, not_over, program_day
from program.selectors.enrolments import (
    Standing,
    enrolment_at,
    enrolment_of,
    enrolments_in_force,
    is_enrolled,
    level_on,
    program_of,
    standing_of,
    week_number,
)
from program.selectors.feeds import appointments
from program.selectors.hours import USUAL, Opening, is_licensed, opening_of
from program.selectors.sessions import (
    ask_for_skill_titles,
    is_skill,
    of_client,
    sessions_between,
    sessions_of,
    sessions_on,
    skill_titles,
    with_leaders,
    with_own_part,
    with_roster_counts,
)
from program.selectors.teams import TeamPlace, care_team_at, team_on
from program.selectors.timetable import (
    days_not_booked,
    followed,
    roster,
    series_days,
    timetable_between,
    with_expected,
    with_followers,
)

__all__ = [
    "USUAL",
    "AttendanceRow",
    "Opening",
    "Standing",
    "TeamPlace",
    "appointments",
    "ask_for_skill_titles",
    "attendance",
    "care_team_at",
    "days_not_booked",
    "enrolment_at",
    "enrolment_of",
    "enrolments_in_force",
    "followed",
    "is_enrolled",
    "is_licensed",
    "is_skill",
    "last_day_over",
    "level_on",
    "not_over",
    "of_client",
    "opening_of",
    "program_day",
    "program_of",
    "roster",
    "series_days",
    "sessions_between",
    "sessions_of",
    "sessions_on",
    "skill_titles",
    "standing_of",
    "team_on",
    "timetable_between",
    "week_number",
    "weekly_hours",
    "weeks_of",
    "with_expected",
    "with_followers",
    "with_leaders",
    "with_own_part",
    "with_roster_counts",
]
