"""What a client sees of the timetable, and what everybody is told about themselves."""

from datetime import timedelta

import pytest
import time_machine

from backend import demo
from core import clock
from program.models import Participant, Session
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME


@pytest.fixture
def bens_session(ben):
    with as_owner():
        session = Session.objects.create(
            program_id=demo.key("Hilltop IOP"),
            kind="individual",
            title="Ben's own hour",
            starts_at=STORY_TIME + timedelta(hours=2),
            ends_at=STORY_TIME + timedelta(hours=3),
        )
        Participant.objects.create(session=session, client=ben)
    return session


def titles(answer):
    return {session["title"] for session in answer.body["results"]}


@time_machine.travel(STORY_TIME, tick=False)
def test_maya_and_ben_see_their_own_sessions_and_not_each_others(browser, maya, ben, bens_session):
    mayas, bens = browser(maya).get("/sessions/"), browser(ben).get("/sessions/")

    assert titles(mayas) == {"Morning group", "Dr. Okafor"}
    assert titles(bens) == {"Ben's own hour"}


def test_sessions_come_in_the_order_in_which_they_begin(browser, maya):
    answer = browser(maya).get("/sessions/")

    begins = [session["starts_at"] for session in answer.body["results"]]
    assert begins == sorted(begins)
    assert len(begins) == 6


def test_sessions_of_a_day_are_those_that_begin_on_it_where_maya_is(browser, maya):
    everything = browser(maya).get("/sessions/").body["results"]
    today = STORY_DAY.isoformat()
    tomorrow = (STORY_DAY + timedelta(days=1)).isoformat()

    one_day = browser(maya).get("/sessions/", **{"from": today, "to": today})
    two_days = browser(maya).get("/sessions/", **{"from": today, "to": tomorrow})

    assert [row["title"] for row in one_day.body["results"]] == ["Morning group"]
    titles = [row["title"] for row in two_days.body["results"]]
    assert titles == ["Morning group", "Morning group", "Dr. Okafor"]
    assert len(everything) == 6


def test_the_day_is_the_one_on_mayas_own_clock(browser, maya):
    with as_owner():
        session = Session.objects.filter(title="Morning group").earliest("starts_at")
        # Half past eleven at night in New York is the next day already by UTC.
        late = clock.at_wall_clock(STORY_DAY, 23 * 60 + 30, "America/New_York")
        Session.objects.filter(pk=session.pk).update(
            starts_at=late, ends_at=late + timedelta(hours=1)
        )
    today, tomorrow = STORY_DAY.isoformat(), (STORY_DAY + timedelta(days=1)).isoformat()

    of_today = browser(maya).get("/sessions/", **{"from": today, "to": today})
    of_tomorrow = browser(maya).get("/sessions/", **{"from": tomorrow, "to": tomorrow})

    assert [row["id"] for row in of_today.body["results"]] == [str(session.pk)]
    assert str(session.pk) not in [row["id"] for row in of_tomorrow.body["results"]]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"from": "tomorrow"}, "from"),
        ({"to": "2026-13-40"}, "to"),
        ({"client": "x"}, "client"),
        ({"from": "0001-01-01"}, "from"),
        ({"to": "9999-12-31"}, "to"),
    ],
)
def test_a_period_that_cannot_be_read_is_refused_by_name(browser, maya, query, field):
    answer = browser(maya).get("/sessions/", **query)

    assert answer.status == 400
    assert list(answer.body["fields"]) == [field]


def test_a_cancelled_session_says_so(browser, maya, ada):
    with as_owner():
        Session.objects.filter(title="Dr. Okafor").update(cancelled_at=STORY_TIME, cancelled_by=ada)

    sessions = browser(maya).get("/sessions/").body["results"]

    cancelled = {session["title"]: session["cancelled"] for session in sessions}
    assert cancelled == {"Morning group": False, "Dr. Okafor": True}


def test_maya_is_told_who_she_is_and_whom_to_call(browser, maya):
    me = browser(maya).get("/me/").body

    assert (me["name"], me["roles"], me["second_factor"]) == (
        "Maya Torres", ["client"], "not_required",
    )  # fmt: skip
    assert me["program"]["name"] == "Riverside IOP"
    assert me["program"]["on_call_phone"] == "617-555-0199"


def test_rosa_is_told_of_no_program(browser, rosa):
    me = browser(rosa).get("/me/").body

    assert (me["name"], me["program"]) == ("Rosa Torres", None)


def test_okafor_is_told_her_second_factor_is_done(browser, okafor):
    me = browser(okafor).get("/me/").body

    assert (me["second_factor"], me["program"]["name"]) == ("done", "Riverside IOP")


def test_nobody_gets_a_csrf_cookie_with_the_refusal(browser, db):
    answer = browser().get("/me/")

    assert answer.status == 401
    assert "csrftoken" in answer.response.cookies
