"""A real week of Riverside IOP: rooms, a track in the mornings, talks, workshops, and who came.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import Role, User
from backend.demo import ZONE, key
from core import clock
from core.audit import Actor
from program import services
from program.models import (
    Attendance,
    AttendanceChange,
    Participant,
    Program,
    Room,
    Session,
    SessionClinician,
    Track,
)
from program.rules.weeks import monday_of

NINE, ELEVEN, ONE, TWO = 9 * 60, 11 * 60, 13 * 60, 14 * 60
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ROOMS = ("Room 1", "Room 2", "Room 5")
# Kind, title, topic, skill, days, minute, minutes, room, clinician: what the track's clients do.
MORNINGS = (
    ("group", "Morning group", "", "opposite-action", "MO,TU,WE,TH,FR", NINE, 110, "Room 2",
     "okafor"),
    ("group", "Skills group", "", "wise-mind", "MO,WE,FR", ELEVEN, 80, "Room 2", "nadia"),
    ("workshop", "Saying what you need", "communication", "dear-man", "TU", ELEVEN, 90, "Room 1",
     "nadia"),
    ("workshop", "Boundaries", "boundaries", "boundaries", "TH", ELEVEN, 90, "Room 1", "nadia"),
)  # fmt: skip
# The same, for Maya alone.
ALONE = (
    ("individual", "Dr. Okafor", "", "", "TU", TWO, 50, "Room 5", "okafor"),
    ("case_management", "Case management", "", "", "TH", ONE, 30, "Room 5", "nadia"),
)
CAME = (Attendance.PRESENT, Attendance.PRESENT, Attendance.LATE, Attendance.PRESENT,
        Attendance.EXCUSED, Attendance.PRESENT, Attendance.LEFT_EARLY)  # fmt: skip


@dataclass(frozen=True)
class Stage:
    """The program, its people, and the moment."""

    program: Program
    people: dict[str, User]
    at: datetime

    @property
    def by_ada(self) -> Actor:
        """Ada, for the audit trail."""
        return Actor(role=Role.ADMINISTRATOR, id=self.people["ada"].pk)

    @property
    def today(self) -> date:
        """The day at Riverside."""
        return clock.local_day(self.at, ZONE)


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast must be there. Takes the place of its loose sessions."""
    names = ("maya", "okafor", "nadia", "ada")
    people = {name: User.objects.get(pk=key(name)) for name in names}
    # From the first minute of the day on, so that it holds all of today whenever it is seeded.
    at = clock.at_wall_clock(clock.local_day(at, ZONE), 0, ZONE)
    stage = Stage(Program.objects.get(pk=key("Riverside IOP")), people, at)
    _clear(stage)
    rooms = {
        name: services.add_room(program=stage.program, name=name, actor=stage.by_ada, at=at)
        for name in ROOMS
    }
    track = services.create_track(
        program=stage.program,
        name="Mornings IOP",
        level_of_care="iop",
        capacity=12,
        actor=stage.by_ada,
        at=at,
    )
    _seed_series(stage, rooms, track)
    _seed_past(stage, rooms)


def _clear(stage: Stage) -> None:
    # At weekends, when the track rests, the one session of today stays.
    loose = [
        row.pk
        for row in Session.objects.filter(program=stage.program, series=None)
        if clock.local_day(row.starts_at, ZONE).weekday() < WEEKDAYS.index("SA")
    ]
    Participant.objects.filter(session__in=loose).delete()
    Session.objects.filter(pk__in=loose).delete()


def _seed_series(stage: Stage, rooms: dict[str, Room], track: Track) -> None:
    maya, day_one = stage.people["maya"], stage.today
    for row in MORNINGS:
        services.create_series(
            program=stage.program, track=track, pattern=_pattern(stage, rooms, row, capacity=12),
            actor=stage.by_ada, at=stage.at,
        )  # fmt: skip
    services.join_track(
        track=track, client=maya, active_from=day_one, actor=stage.by_ada, at=stage.at
    )
    for row in ALONE:
        series = services.create_series(
            program=stage.program, track=None, pattern=_pattern(stage, rooms, row, capacity=1),
            actor=stage.by_ada, at=stage.at,
        )  # fmt: skip
        services.join_series(
            series=series, client=maya, active_from=day_one, actor=stage.by_ada, at=stage.at
        )


def _pattern(
    stage: Stage, rooms: dict[str, Room], row: tuple[Any, ...], *, capacity: int
) -> services.Pattern:
    kind, title, topic, skill, days, minute, minutes, room, clinician = row
    return services.Pattern(
        rule=f"FREQ=WEEKLY;BYDAY={days}",
        starts_on=stage.today,
        minute_of_day=minute,
        minutes=minutes,
        what=services.Occurrence(
            kind=kind,
            title=title,
            topic=topic,
            skill_slug=skill,
            room=rooms[room],
            capacity=capacity,
            clinicians=[stage.people[clinician]],
        ),
    )


def _seed_past(stage: Stage, rooms: dict[str, Room]) -> None:
    """Three weeks that took place before the timetable was kept here, with who came."""
    place = 0
    first = monday_of(stage.today - timedelta(weeks=3))
    for offset in range((stage.today - first).days):
        day = first + timedelta(days=offset)
        for row in (*MORNINGS, *ALONE):
            if WEEKDAYS[day.weekday()] in row[4].split(","):
                _took_place(stage, rooms[row[7]], row, day, CAME[place % len(CAME)])
                place += 1


def _took_place(stage: Stage, room: Room, row: tuple[Any, ...], day: date, attendance: str) -> None:
    starts_at = clock.at_wall_clock(day, row[5], ZONE)
    ends_at = starts_at + timedelta(minutes=row[6])
    maya, clinician = stage.people["maya"], stage.people[row[8]]
    session = Session.objects.create(
        program=stage.program, kind=row[0], title=row[1], topic=row[2], skill_slug=row[3],
        starts_at=starts_at, ends_at=ends_at, room=room,
    )  # fmt: skip
    SessionClinician.objects.create(
        session=session, clinician=clinician, starts_at=starts_at, ends_at=ends_at
    )
    Participant.objects.create(
        session=session, client=maya, attendance=attendance, attendance_at=ends_at,
        attendance_by=clinician,
    )  # fmt: skip
    AttendanceChange.objects.create(
        session=session, client=maya, attendance=attendance, said_at=ends_at, said_by=clinician
    )
