"""How many statements the timetable's routes send: fixed, however many people and sessions."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from backend import demo
from program.models import Participant, Program, Session, SessionClinician, Track, TrackMember
from tests.conftest import as_owner
from tests.http import Browser
from tests.program.stage import enrolled, series, track
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
DAYS = f"from={STORY_DAY}&to={STORY_DAY + timedelta(days=30)}"
MOST = {
    ("maya", "/enrolment/"): 10,
    ("maya", "/calendar/"): 6,
    ("okafor", f"/schedule/?{DAYS}"): 7,
    ("okafor", "/schedule/{group}/"): 13,
    ("okafor", "/clients/{maya}/enrolment/"): 12,
    ("okafor", f"/clients/{{maya}}/attendance/?{DAYS}"): 9,
    ("ada", "/programs/"): 6,
    ("ada", "/people/?role=client"): 7,
    ("ada", "/enrolments/"): 7,
    ("ada", "/enrolments/{enrolment}/"): 11,
    ("ada", f"/timetable/?program={{river}}&{DAYS}"): 10,
    ("ada", "/series/?program={river}"): 8,
    ("ada", "/tracks/?program={river}"): 7,
}


def group():
    return Session.objects.get(
        title="Morning group", starts_at__date=STORY_DAY, participants__client=demo.key("maya")
    )


def statements(name, path):
    with as_owner():
        person = User.objects.get(pk=demo.key(name))
        names = {
            "maya": demo.key("maya"),
            "river": demo.key("Riverside IOP"),
            "enrolment": demo.key("maya's enrolment"),
            "group": group().pk,
        }
    address, _, query = path.format(**names).partition("?")
    browser = Browser(person)
    with CaptureQueriesContext(connection) as sent:
        answer = browser.get(address, **dict(part.split("=") for part in query.split("&") if part))
    assert answer.status == 200, answer
    return sum(not one["sql"].startswith("PREPARE ") for one in sent)


def more_of_everything():
    """Twenty more clients, sessions, leaders, tracks and followers."""
    river, found = Program.objects.get(pk=demo.key("Riverside IOP")), group()
    for number in range(20):
        client = enrolled(f"c{number}")
        Participant.objects.create(session=found, client=client)
        starts_at = STORY_TIME + timedelta(days=number % 20, hours=4)
        session = Session.objects.create(
            program=river, kind="group", title="G", starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
        )  # fmt: skip
        SessionClinician.objects.create(
            session=session, clinician_id=demo.key("okafor"), starts_at=session.starts_at,
            ends_at=session.ends_at,
        )  # fmt: skip
        for expected in (client.pk, demo.key("maya")):
            Participant.objects.create(session=session, client_id=expected)
        followed = Track.objects.create(program=river, name=str(uuid4()), level_of_care="iop")
        TrackMember.objects.create(track=followed, client=client, active_from=STORY_DAY)
        TrackMember.objects.create(
            track=followed, client_id=demo.key("maya"), active_from=STORY_DAY
        )


@pytest.mark.parametrize(("name", "path"), MOST)
@time_machine.travel(STORY_TIME, tick=False)
def test_a_route_costs_as_much_as_written_and_not_more_when_there_is_more(name, path):
    with as_owner():
        SessionClinician.objects.create(
            session=group(), clinician_id=demo.key("okafor"), starts_at=group().starts_at,
            ends_at=group().ends_at,
        )  # fmt: skip
        TrackMember.objects.create(track=track(), client_id=demo.key("maya"), active_from=STORY_DAY)
    series(
        track=None, rule="FREQ=WEEKLY", clinicians=[User(pk=demo.key("nadia"), roles=["clinician"])]
    )
    short = statements(name, path)
    with as_owner():
        more_of_everything()

    long = statements(name, path)

    assert long == short
    assert short <= MOST[name, path]
