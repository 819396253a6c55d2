# ruff: noqa: E501  (a table is read across)
"""Enrolment, timetable, attendance and calendar: their rows of the access matrix."""

import hashlib
from datetime import timedelta
from uuid import uuid4

from accounts.models import User
from backend import demo
from program.models import (
    CalendarFeed,
    CareTeamMember,
    Enrolment,
    Holiday,
    LevelChange,
    Participant,
    Program,
    Room,
    Series,
    SeriesMember,
    Session,
    Track,
    TrackMember,
)
from tests.story import STORY_DAY, STORY_TIME

TOMORROW = (STORY_DAY + timedelta(days=1)).isoformat()
OPEN = {"calendar/{maya's calendar}/", "calendar/{nothing}/"}

#                                                            nobody  stranger  maya  ben  okafor  nadia  lee  grace  rosa  tom  ada
TABLE = """
GET    enrolment/                                           401  403  200  200  404  404  404  404  404  404  404
other  enrolment/                                           401  405  405  405  404  404  404  404  404  404  404
PUT    sessions/{maya's session}/cannot-come/               401  404  200  404  404  404  404  404  404  404  404
PUT    sessions/{nothing}/cannot-come/                      401  404  404  404  404  404  404  404  404  404  404
DELETE sessions/{maya's session}/cannot-come/               401  404  204  404  404  404  404  404  404  404  404
DELETE sessions/{nothing}/cannot-come/                      401  404  404  404  404  404  404  404  404  404  404
other  sessions/{maya's session}/cannot-come/               401  405  405  405  404  404  404  404  404  404  404
GET    calendar/                                            401  200  200  200  200  200  200  200  200  200  200
POST   calendar/                                            401  201  201  201  201  201  201  201  201  201  201
DELETE calendar/                                            401  204  204  204  204  204  204  204  204  204  204
other  calendar/                                            401  405  405  405  405  405  405  405  405  405  405
GET    calendar/{maya's calendar}/                          200  200  200  200  200  200  200  200  200  200  200
GET    calendar/{nothing}/                                  404  404  404  404  404  404  404  404  404  404  404
other  calendar/{maya's calendar}/                          405  405  405  405  405  405  405  405  405  405  405
GET    schedule/                                            401  404  404  404  400  400  400  400  404  404  404
other  schedule/                                            401  404  404  404  405  405  405  405  404  404  404
GET    schedule/{maya's group}/                             401  404  404  404  200  200  404  404  404  404  404
GET    schedule/{nothing}/                                  401  404  404  404  404  404  404  404  404  404  404
PUT    schedule/{maya's group}/                             401  404  404  404  200  200  404  404  404  404  404
PUT    schedule/{nothing}/                                  401  404  404  404  404  404  404  404  404  404  404
other  schedule/{maya's group}/                             401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/                                      401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/                                       401  404  404  404  404  404  200  404  404  404  404
other  clients/{maya}/                                      401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/enrolment/                            401  404  404  404  200  200  404  404  404  404  404
GET    clients/{ben}/enrolment/                             401  404  404  404  404  404  200  404  404  404  404
GET    clients/{nothing}/enrolment/                         401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/enrolment/                            401  404  404  404  405  405  405  405  404  404  404
GET    clients/{maya}/attendance/                           401  404  404  404  400  400  404  404  404  404  404
GET    clients/{ben}/attendance/                            401  404  404  404  404  404  400  404  404  404  404
GET    clients/{nothing}/attendance/                        401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/attendance/                           401  404  404  404  405  405  405  405  404  404  404
POST   clients/{maya}/level-changes/                        401  404  404  404  409  409  404  404  404  404  404
POST   clients/{ben}/level-changes/                         401  404  404  404  404  404  201  404  404  404  404
POST   clients/{nothing}/level-changes/                     401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/level-changes/                        401  404  404  404  405  405  405  405  404  404  404
POST   clients/{maya}/discharge/                            401  404  404  404  200  200  404  404  404  404  404
POST   clients/{ben}/discharge/                             401  404  404  404  404  404  200  404  404  404  404
POST   clients/{nothing}/discharge/                         401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/discharge/                            401  404  404  404  405  405  405  405  404  404  404
DELETE clients/{maya}/level-changes/{maya's level change}/          401  404  404  404  204  204  404  404  404  404  404
DELETE clients/{ben}/level-changes/{maya's level change}/           401  404  404  404  404  404  404  404  404  404  404
other  clients/{maya}/level-changes/{maya's level change}/          401  404  404  404  405  405  405  405  404  404  404
GET    programs/                                            401  404  404  404  404  404  404  404  404  404  200
other  programs/                                            401  404  404  404  404  404  404  404  404  404  405
GET    people/                                              401  404  404  404  404  404  404  404  404  404  400
other  people/                                              401  404  404  404  404  404  404  404  404  404  405
GET    enrolments/                                          401  404  404  404  404  404  404  404  404  404  200
POST   enrolments/                                          401  404  404  404  404  404  404  404  404  404  201
other  enrolments/                                          401  404  404  404  404  404  404  404  404  404  405
GET    enrolments/{maya's enrolment}/                       401  404  404  404  404  404  404  404  404  404  200
PUT    enrolments/{maya's enrolment}/                       401  404  404  404  404  404  404  404  404  404  200
GET    enrolments/{nothing}/                                401  404  404  404  404  404  404  404  404  404  404
other  enrolments/{maya's enrolment}/                       401  404  404  404  404  404  404  404  404  404  405
POST   enrolments/{ben's enrolment}/level-changes/          401  404  404  404  404  404  404  404  404  404  201
POST   enrolments/{maya's enrolment}/level-changes/         401  404  404  404  404  404  404  404  404  404  409
other  enrolments/{maya's enrolment}/level-changes/         401  404  404  404  404  404  404  404  404  404  405
DELETE level-changes/{maya's level change}/                         401  404  404  404  404  404  404  404  404  404  204
DELETE level-changes/{nothing}/                             401  404  404  404  404  404  404  404  404  404  404
other  level-changes/{maya's level change}/                         401  404  404  404  404  404  404  404  404  404  405
POST   enrolments/{maya's enrolment}/discharge/             401  404  404  404  404  404  404  404  404  404  200
other  enrolments/{maya's enrolment}/discharge/             401  404  404  404  404  404  404  404  404  404  405
POST   enrolments/{maya's enrolment}/team/                  401  404  404  404  404  404  404  404  404  404  201
other  enrolments/{maya's enrolment}/team/                  401  404  404  404  404  404  404  404  404  404  405
PUT    team/{okafor's place}/                               401  404  404  404  404  404  404  404  404  404  200
PUT    team/{nothing}/                                      401  404  404  404  404  404  404  404  404  404  404
other  team/{okafor's place}/                               401  404  404  404  404  404  404  404  404  404  405
POST   team/{okafor's place}/end/                           401  404  404  404  404  404  404  404  404  404  200
other  team/{okafor's place}/end/                           401  404  404  404  404  404  404  404  404  404  405
GET    rooms/                                               401  404  404  404  404  404  404  404  404  404  400
POST   rooms/                                               401  404  404  404  404  404  404  404  404  404  201
other  rooms/                                               401  404  404  404  404  404  404  404  404  404  405
POST   rooms/{a room}/close/                                401  404  404  404  404  404  404  404  404  404  204
POST   rooms/{nothing}/close/                               401  404  404  404  404  404  404  404  404  404  404
other  rooms/{a room}/close/                                401  404  404  404  404  404  404  404  404  404  405
GET    holidays/                                            401  404  404  404  404  404  404  404  404  404  400
POST   holidays/                                            401  404  404  404  404  404  404  404  404  404  201
other  holidays/                                            401  404  404  404  404  404  404  404  404  404  405
DELETE holidays/{a holiday}/                                401  404  404  404  404  404  404  404  404  404  204
DELETE holidays/{nothing}/                                  401  404  404  404  404  404  404  404  404  404  404
other  holidays/{a holiday}/                                401  404  404  404  404  404  404  404  404  404  405
GET    tracks/                                              401  404  404  404  404  404  404  404  404  404  400
POST   tracks/                                              401  404  404  404  404  404  404  404  404  404  201
other  tracks/                                              401  404  404  404  404  404  404  404  404  404  405
POST   tracks/{a track}/close/                              401  404  404  404  404  404  404  404  404  404  204
other  tracks/{a track}/close/                              401  404  404  404  404  404  404  404  404  404  405
GET    tracks/{a track}/members/                            401  404  404  404  404  404  404  404  404  404  200
POST   tracks/{a track}/members/                            401  404  404  404  404  404  404  404  404  404  201
other  tracks/{a track}/members/                            401  404  404  404  404  404  404  404  404  404  405
POST   track-members/{maya's place on a track}/leave/       401  404  404  404  404  404  404  404  404  404  204
other  track-members/{maya's place on a track}/leave/       401  404  404  404  404  404  404  404  404  404  405
GET    series/                                              401  404  404  404  404  404  404  404  404  404  400
POST   series/                                              401  404  404  404  404  404  404  404  404  404  201
other  series/                                              401  404  404  404  404  404  404  404  404  404  405
GET    series/{a series}/                                   401  404  404  404  404  404  404  404  404  404  200
PUT    series/{a series}/                                   401  404  404  404  404  404  404  404  404  404  200
GET    series/{nothing}/                                    401  404  404  404  404  404  404  404  404  404  404
other  series/{a series}/                                   401  404  404  404  404  404  404  404  404  404  405
POST   series/{a series}/end/                               401  404  404  404  404  404  404  404  404  404  200
other  series/{a series}/end/                               401  404  404  404  404  404  404  404  404  404  405
POST   series/{a series}/skip/                              401  404  404  404  404  404  404  404  404  404  200
other  series/{a series}/skip/                              401  404  404  404  404  404  404  404  404  404  405
POST   series/{a series}/members/                           401  404  404  404  404  404  404  404  404  404  201
other  series/{a series}/members/                           401  404  404  404  404  404  404  404  404  404  405
POST   series-members/{maya's place in a series}/leave/     401  404  404  404  404  404  404  404  404  404  204
other  series-members/{maya's place in a series}/leave/     401  404  404  404  404  404  404  404  404  404  405
GET    timetable/                                           401  404  404  404  404  404  404  404  404  404  400
POST   timetable/                                           401  404  404  404  404  404  404  404  404  404  201
other  timetable/                                           401  404  404  404  404  404  404  404  404  404  405
POST   timetable/{a session}/move/                          401  404  404  404  404  404  404  404  404  404  200
POST   timetable/{nothing}/move/                            401  404  404  404  404  404  404  404  404  404  404
other  timetable/{a session}/move/                          401  404  404  404  404  404  404  404  404  404  405
POST   timetable/{a session}/cancel/                        401  404  404  404  404  404  404  404  404  404  200
other  timetable/{a session}/cancel/                        401  404  404  404  404  404  404  404  404  404  405
POST   timetable/{a session}/participants/                  401  404  404  404  404  404  404  404  404  404  201
other  timetable/{a session}/participants/                  401  404  404  404  404  404  404  404  404  404  405
DELETE timetable/{maya's session}/participants/{maya}/      401  404  404  404  404  404  404  404  404  404  204
DELETE timetable/{a session}/participants/{maya}/           401  404  404  404  404  404  404  404  404  404  404
other  timetable/{maya's session}/participants/{maya}/      401  404  404  404  404  404  404  404  404  404  405
"""


def key(name: str) -> str:
    """Return the id of one of these objects."""
    return str(demo.key(f"matrix {name}"))


def objects() -> dict[str, object]:
    """One of everything, under the names that the table uses."""
    river, maya = Program.objects.get(pk=demo.key("Riverside IOP")), demo.key("maya")
    places = _places(river, maya)
    User.objects.create(id=key("a client"), email="new@example.com", name="New", roles=["client"])
    enrolment = Enrolment.objects.get(client=maya)
    session = Session.objects.create(
        id=key("a session"), program=river, kind="group", title="G",
        starts_at=STORY_TIME + timedelta(days=40), ends_at=STORY_TIME + timedelta(days=40, hours=1),
    )  # fmt: skip
    mayas = Session.objects.create(
        program=river, kind="group", title="G",
        starts_at=STORY_TIME + timedelta(days=41), ends_at=STORY_TIME + timedelta(days=41, hours=1),
    )  # fmt: skip
    Participant.objects.create(session=mayas, client_id=maya, individually=True)
    step = LevelChange.objects.create(
        enrolment=enrolment, client_id=maya, from_level="iop", to_level="php", reason="safety",
        effective_on=STORY_DAY + timedelta(days=3), decided_at=STORY_TIME,
        decided_by_id=demo.key("okafor"), withdrawn_at=None,
    )  # fmt: skip
    secret = uuid4().hex  # one of its own each time: readings of one are counted
    CalendarFeed.objects.create(
        person_id=maya, token_digest=hashlib.sha256(secret.encode()).hexdigest(), made_at=STORY_TIME
    )
    group = Participant.objects.filter(client_id=maya, session__title="Morning group")
    return {
        **places,
        "a session": session.pk,
        "maya's session": mayas.pk,
        "maya's group": group.earliest("session__starts_at").session_id,
        "maya's level change": step.pk,
        "maya's calendar": secret,
        "maya's enrolment": enrolment.pk,
        "ben's enrolment": Enrolment.objects.get(client=demo.key("ben")).pk,
        "okafor's place": CareTeamMember.objects.get(clinician=demo.key("okafor")).pk,
    }


def _places(river: Program, maya: object) -> dict[str, object]:
    room = Room.objects.create(id=key("a room"), program=river, name="Matrix room")
    holiday = Holiday.objects.create(
        program=river, on=STORY_DAY + timedelta(days=200), name="Matrix day"
    )
    track = Track.objects.create(
        id=key("a track"), program=river, name="Matrix", level_of_care="iop"
    )
    series = Series.objects.create(
        program=river, kind="group", title="Matrix", rule="FREQ=MONTHLY", anchor_on=STORY_DAY,
        starts_on=STORY_DAY, minute_of_day=60, minutes=30, telehealth_url="https://v.example.org",
    )  # fmt: skip
    since, until = STORY_DAY - timedelta(days=9), STORY_DAY + timedelta(days=9)
    on_track = TrackMember.objects.create(
        track=track, client_id=maya, active_from=since, active_until=until
    )
    in_series = SeriesMember.objects.create(
        series=series, client_id=maya, active_from=since, active_until=until
    )
    return {
        "a room": room.pk,
        "a holiday": holiday.pk,
        "a track": track.pk,
        "a series": series.pk,
        "maya's place on a track": on_track.pk,
        "maya's place in a series": in_series.pk,
    }


def _what(**changes: object) -> dict[str, object]:
    return {
        "kind": "group", "title": "New", "telehealth_url": "https://video.example.org/new",
        "clinicians": [str(demo.key("nadia"))], **changes,
    }  # fmt: skip


def _pattern(**changes: object) -> dict[str, object]:
    return _what(rule="FREQ=MONTHLY", starts_on=TOMORROW, minute_of_day=1320, minutes=45, **changes)


def _river(**changes: object) -> dict[str, object]:
    return {"program": str(demo.key("Riverside IOP")), **changes}


def _maya(days: int) -> dict[str, object]:
    on = (STORY_DAY + timedelta(days=days)).isoformat()
    return {"client": str(demo.key("maya")), "active_from": on}


def _later() -> dict[str, object]:
    return {"starts_at": (STORY_TIME + timedelta(days=50)).isoformat(), "minutes": 60}


def _step() -> dict[str, object]:
    # In force at once, so that it does not stand in the way of one that is to come.
    return {"to_level": "outpatient", "reason": "goals_met", "effective_on": STORY_DAY.isoformat()}


BODIES = (
    ("PUT sessions/.*cannot-come/", lambda: {"reason": "ill"}),
    ("PUT schedule/.*", lambda: {"entries": [{"client": str(demo.key("maya")), "attendance": "late"}]}),
    ("POST (clients|enrolments)/.*level-changes/", _step),
    ("POST (clients|enrolments)/.*discharge/", lambda: {"reason": "completed", "on": TOMORROW}),
    ("POST enrolments/", lambda: _river(level_of_care="iop", **{**_maya(0), "client": key("a client")})),
    ("PUT enrolments/.*", lambda: {"planned_weeks": 9}),
    ("POST enrolments/.*team/", lambda: {"clinician": str(demo.key("lee")), "role": "therapist", "rung": 3, "active_from": TOMORROW}),
    ("PUT team/.*", lambda: {"role": "supervisor", "rung": 2}),
    ("POST (team|series|track-members|series-members)/.*(end|leave|skip)/", lambda: {"on": TOMORROW}),
    ("POST rooms/", lambda: _river(name="Another room")),
    ("POST holidays/", lambda: _river(name="Another day", on=TOMORROW)),
    ("POST tracks/", lambda: _river(name="Another", level_of_care="iop")),
    ("POST (tracks|series)/.*members/", lambda: _maya(9)),
    ("POST series/", lambda: _river(**_pattern())),
    ("PUT series/.*", _pattern),
    ("POST timetable/", lambda: _river(**_what(**_later()))),
    ("POST timetable/.*move/", lambda: {**_later(), "telehealth_url": "https://v.example.org"}),
    ("POST timetable/.*cancel/", lambda: {"reason": "weather"}),
    ("POST timetable/.*participants/", lambda: {"client": str(demo.key("maya"))}),
)  # fmt: skip
