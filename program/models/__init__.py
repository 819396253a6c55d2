"""The nouns of a program: places, people, timetable, sessions, calendar."""

from program.models.calendar import CalendarFeed
from program.models.enrolment import (
    CareTeamMember,
    ChangeReason,
    DischargeReason,
    Enrolment,
    LevelChange,
    LevelOfCare,
    TeamRole,
)
from program.models.hours import Licence, OpeningHours
from program.models.place import Holiday, Program, Room
from program.models.session import (
    AbsenceReason,
    Attendance,
    AttendanceChange,
    CancelReason,
    CannotCome,
    Participant,
    Session,
    SessionClinician,
    SessionKind,
    Topic,
)
from program.models.timetable import (
    Series,
    SeriesClinician,
    SeriesMember,
    SeriesSkip,
    Track,
    TrackMember,
)

__all__ = [
    "AbsenceReason",
    "Attendance",
    "AttendanceChange",
    "CalendarFeed",
    "CancelReason",
    "CannotCome",
    "CareTeamMember",
    "ChangeReason",
    "DischargeReason",
    "Enrolment",
    "Holiday",
    "LevelChange",
    "LevelOfCare",
    "Licence",
    "OpeningHours",
    "Participant",
    "Program",
    "Room",
    "Series",
    "SeriesClinician",
    "SeriesMember",
    "SeriesSkip",
    "Session",
    "SessionClinician",
    "SessionKind",
    "TeamRole",
    "Topic",
    "Track",
    "TrackMember",
]
