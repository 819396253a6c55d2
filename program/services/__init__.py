"""Work of the program: enrolments, teams, timetable, attendance, calendars."""

from program.services.attendance import (
    AMENDABLE,
    EARLY,
    Said,
    record_attendance,
    say_cannot_come,
    take_back_cannot_come,
)
from program.services.calendars import (
    count_asking,
    count_reading,
    make_address,
    owner_of,
    revoke_address,
)
from program.services.enrolments import (
    Admission,
    Discharge,
    Step,
    change_level,
    change_plan,
    discharge,
    enrol,
    put_into_force,
    withdraw_level_change,
)
from program.services.hours import set_hours, set_licence
from program.services.occurrences import AHEAD, extend_all
from program.services.places import (
    add_holiday,
    add_room,
    close_room,
    remove_holiday,
)
from program.services.series import (
    Occurrence,
    Pattern,
    change_series,
    create_series,
    end_series,
    skip_day,
)
from program.services.sessions import (
    Time,
    cancel_session,
    create_session,
    invite,
    move_session,
    take_off,
)
from program.services.teams import Place, change_place, end_place, join_team
from program.services.tracks import (
    close_track,
    create_track,
    join_series,
    join_track,
    leave_series,
    leave_track,
)

__all__ = [
    "AHEAD",
    "AMENDABLE",
    "EARLY",
    "Admission",
    "Discharge",
    "Occurrence",
    "Pattern",
    "Place",
    "Said",
    "Step",
    "Time",
    "add_holiday",
    "add_room",
    "cancel_session",
    "change_level",
    "change_place",
    "change_plan",
    "change_series",
    "close_room",
    "close_track",
    "count_asking",
    "count_reading",
    "create_series",
    "create_session",
    "create_track",
    "discharge",
    "end_place",
    "end_series",
    "enrol",
    "extend_all",
    "invite",
    "join_series",
    "join_team",
    "join_track",
    "leave_series",
    "leave_track",
    "make_address",
    "move_session",
    "owner_of",
    "put_into_force",
    "record_attendance",
    "remove_holiday",
    "revoke_address",
    "say_cannot_come",
    "set_hours",
    "set_licence",
    "skip_day",
    "take_back_cannot_come",
    "take_off",
    "withdraw_level_change",
]
