"""Riverside's timetable for tests: rooms, series and tracks, made by Ada."""

from contextlib import contextmanager
from datetime import timedelta

from accounts.models import User
from backend import demo
from core import clock
from core.audit import Actor
from core.identity import be_nobody, be_person
from program import services
from program.models import Participant, Program, Session
from program.services import Occurrence, Pattern, Time
from tests.conftest import as_owner
from tests.factories import someone
from tests.story import STORY_DAY, STORY_TIME

ZONE = demo.ZONE
ADA = Actor(role="administrator", id=demo.key("ada"))
OKAFOR = Actor(role="clinician", id=demo.key("okafor"))
MAYA = Actor(role="client", id=demo.key("maya"))
DAY = timedelta(days=1)
TOMORROW = STORY_DAY + DAY
NINE = 9 * 60


def key(name):
    """Return the id of one of the cast."""
    return demo.key(name)


@contextmanager
def acting(name):
    """Let one of the cast act, and nobody after."""
    be_person(demo.key(name))
    yield
    be_nobody()


def river():
    """Return the program of Maya."""
    return Program.objects.get(pk=demo.key("Riverside IOP"))


def at_clock(day, hour, minute=0):
    """Return when clocks in New York show this, `day` days after the story's day."""
    return clock.at_wall_clock(STORY_DAY + timedelta(days=day), hour * 60 + minute, ZONE)


def somebody(name):
    """Return one of the cast, whoever acts."""
    with as_owner():
        return User.objects.get(pk=demo.key(name))


def room(name="Room 9"):
    """Open a room at Riverside."""
    with acting("ada"):
        return services.add_room(program=river(), name=name, actor=ADA, at=STORY_TIME)


def what(place=None, **changes):
    """Return a group in a room (or by a link), led by Okafor."""
    values = {
        "kind": "group", "title": "Noon group", "room": place,
        "telehealth_url": "" if place else "https://video.example.org/noon",
        "clinicians": [somebody("okafor")], **changes,
    }  # fmt: skip
    return Occurrence(**values)


def pattern(place=None, *, minute=12 * 60, minutes=60, rule="FREQ=DAILY", **changes):
    """Return a pattern from tomorrow on, at noon for an hour every day."""
    names = {"starts_on", "ends_on"}
    when = {name: changes.pop(name) for name in names & changes.keys()}
    return Pattern(
        **{"starts_on": TOMORROW, **when},
        rule=rule,
        minute_of_day=minute,
        minutes=minutes,
        what=what(place, **changes),
    )


def series(place=None, *, track=None, at=STORY_TIME, **changes):
    """Begin a series as Ada."""
    with acting("ada"):
        return services.create_series(
            program=river(), track=track, pattern=pattern(place, **changes), actor=ADA, at=at
        )


def track(capacity=None, name="Noons"):
    """Begin a track as Ada."""
    with acting("ada"):
        return services.create_track(
            program=river(),
            name=name,
            level_of_care="iop",
            capacity=capacity,
            actor=ADA,
            at=STORY_TIME,
        )


def session(place=None, *, starts_at=None, minutes=60, **changes):
    """Put one session into the timetable, tomorrow at noon."""
    with acting("ada"):
        return services.create_session(
            program=river(),
            time=Time(starts_at or at_clock(1, 12), minutes),
            what=what(place, **changes),
            actor=ADA,
            at=STORY_TIME,
        )


def join(found, client, *, on=TOMORROW, at=STORY_TIME):
    """Let a client follow a track or a series."""
    with acting("ada"):
        work = services.join_track if hasattr(found, "level_of_care") else services.join_series
        name = "track" if hasattr(found, "level_of_care") else "series"
        return work(**{name: found}, client=client, active_from=on, actor=ADA, at=at)


def days_of(found, **only):
    """Return the days of a series' sessions that stand, in order."""
    with as_owner():
        rows = Session.objects.filter(series=found, cancelled_at=None, **only)
        return list(rows.order_by("starts_at").values_list("series_on", flat=True))


def expected(client, found):
    """Return the days of a series on which a client is expected."""
    with as_owner():
        rows = Participant.objects.filter(client=client, session__series=found)
        return sorted(rows.values_list("session__series_on", flat=True))


def enrolled(name, program=None):
    """Make a client who is enrolled at Riverside."""
    with as_owner():
        client = someone(name, "client")
        client.enrolments.create(
            program=program or river(), level_of_care="iop", active_from=STORY_DAY - 10 * DAY
        )
    return client
