"""A roster in one pass, set right with its history, and “I can't make it” before it begins."""

from datetime import timedelta

import pytest
import time_machine

from core.models import AuditEntry
from program import services
from program.models import AttendanceChange, CannotCome, Participant
from tests.conftest import as_owner
from tests.program.stage import (
    ADA,
    DAY,
    OKAFOR,
    acting,
    at_clock,
    enrolled,
    join,
    series,
    session,
)
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
TODAY_AT = at_clock(0, 13)


@pytest.fixture
def noon(maya):
    """Today's session at one, led by Okafor: Maya and Noor are expected."""
    found = session(starts_at=TODAY_AT)
    for client in (maya, enrolled("noor")):
        with acting("ada"):
            services.invite(session=found, client=client, actor=ADA, at=STORY_TIME)
    return found


def roster(browser, person, found):
    return browser(person).get(f"/schedule/{found.pk}/")


def entries(answer, **said):
    """Return the list of a roster with what is said of each, by first name."""
    return {
        "entries": [
            {"client": one["client"], "attendance": said[one["name"].split()[0].lower()]}
            for one in answer.body["entries"]
        ]
    }


def put(browser, person, found, body):
    return browser(person).send("PUT", f"/schedule/{found.pk}/", body)


@pytest.fixture
def after():
    """Let it be two in the afternoon."""
    with time_machine.travel(TODAY_AT + timedelta(hours=1), tick=False):
        yield


def test_a_leader_sees_everybody_and_says_who_came_in_one_pass(browser, okafor, noon, after):
    before = roster(browser, okafor, noon)

    answer = put(browser, okafor, noon, entries(before, maya="present", noor="late"))

    assert [one["name"] for one in before.body["entries"]] == ["Maya Torres", "Noor"]
    assert {one["name"]: one["attendance"] for one in answer.body["entries"]} == {
        "Maya Torres": "present", "Noor": "late",
    }  # fmt: skip
    assert (answer.body["session"]["expected"], answer.body["session"]["not_recorded"]) == (2, 0)


def test_the_same_list_again_changes_nothing(browser, okafor, noon, after):
    body = entries(roster(browser, okafor, noon), maya="present", noor="absent")

    for _ in range(2):
        assert put(browser, okafor, noon, body).status == 200

    with as_owner():
        assert AttendanceChange.objects.count() == 2
        assert AuditEntry.objects.filter(action="attendance").count() == 1


def test_setting_it_right_keeps_what_was_said_before(browser, okafor, nadia, maya, noon, after):
    first = entries(roster(browser, okafor, noon), maya="absent", noor="present")
    second = entries(roster(browser, okafor, noon), maya="left_early", noor="present")

    put(browser, okafor, noon, first)
    put(browser, okafor, noon, second)

    with as_owner():
        said = AttendanceChange.objects.filter(client=maya).order_by("created_at")
        assert list(said.values_list("attendance", flat=True)) == ["absent", "left_early"]
        assert Participant.objects.get(session=noon, client=maya).attendance == "left_early"


def test_nadia_who_does_not_lead_sees_and_writes_of_maya_alone(browser, nadia, maya, noon, after):
    seen = roster(browser, nadia, noon)

    answer = put(browser, nadia, noon, entries(seen, maya="excused"))

    assert [one["name"] for one in seen.body["entries"]] == ["Maya Torres"]
    assert answer.status == 200
    with as_owner():
        said = Participant.objects.filter(session=noon).values_list("attendance", flat=True)
        assert sorted(said) == ["", "excused"]


def test_lee_and_grace_see_no_such_session(browser, lee, grace, noon, after):
    for person in (lee, grace):
        assert roster(browser, person, noon).status == 404
        assert put(browser, person, noon, {"entries": []}).status == 404


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda rows: rows[:1], "Somebody is missing on this list. Please load it again."),
        (lambda rows: [*rows, rows[0]], "Each client is on the list once."),
        (
            lambda rows: [*rows, {"client": "00000000-0000-4000-8000-000000000000",
                                  "attendance": "late"}],
            "Somebody on this list is not expected at this session.",
        ),
    ],
)  # fmt: skip
def test_a_list_that_is_not_whole_is_refused(browser, okafor, noon, after, wrong, sentence):
    body = entries(roster(browser, okafor, noon), maya="present", noor="present")

    answer = put(browser, okafor, noon, {"entries": wrong(body["entries"])})

    assert (answer.status, answer.body["fields"]) == (400, {"entries": [sentence]})
    with as_owner():
        assert not AttendanceChange.objects.exists()


@pytest.mark.parametrize(
    ("moment", "code"),
    [(-16, "not_begun"), (-15, None), (60 + 14 * 24 * 60, None), (61 + 14 * 24 * 60, "too_late")],
)
def test_attendance_is_open_from_a_little_before_until_two_weeks_after(noon, okafor, moment, code):
    at = TODAY_AT + timedelta(minutes=moment)
    rows = Participant.objects.filter(session=noon)

    with acting("okafor"):
        said = [services.Said(row.client_id, "present") for row in rows]
        if code is None:
            assert _record(noon, rows, said, at) == 2
        else:
            with pytest.raises(Exception, match=code):
                _record(noon, rows, said, at)


def _record(noon, rows, said, at):
    return services.record_attendance(session=noon, visible=rows, said=said, actor=OKAFOR, at=at)


def test_a_cancelled_session_has_no_attendance(browser, okafor, noon, after):
    body = entries(roster(browser, okafor, noon), maya="present", noor="present")
    with acting("ada"):
        services.cancel_session(session=noon, reason="other", actor=ADA, at=STORY_TIME)

    assert put(browser, okafor, noon, body).body["code"] == "cancelled"


def test_maya_says_that_she_cannot_come_and_her_clinician_sees_why(browser, maya, okafor, noon):
    with time_machine.travel(STORY_TIME, tick=False):
        answer = browser(maya).send("PUT", f"/sessions/{noon.pk}/cannot-come/", {"reason": "ill"})
        seen = roster(browser, okafor, noon)
        mine = browser(maya).get("/sessions/").body["results"]

    assert (answer.status, answer.body["reason"]) == (200, "ill")
    assert [one["cannot_come"] for one in seen.body["entries"]] == ["ill", None]
    assert {one["cannot_come"] for one in mine if one["id"] == str(noon.pk)} == {"ill"}


def test_maya_may_change_her_mind_and_every_word_stays(browser, maya, noon):
    address = f"/sessions/{noon.pk}/cannot-come/"
    with time_machine.travel(STORY_TIME, tick=False):
        for reason in ("ill", "ill", "transport"):
            browser(maya).send("PUT", address, {"reason": reason})
        gone = browser(maya).send("DELETE", address)
        again = browser(maya).send("DELETE", address)

    assert (gone.status, again.status) == (204, 204)
    with as_owner():
        said = CannotCome.objects.filter(client=maya).order_by("created_at")
        assert list(said.values_list("reason", flat=True)) == ["ill", "transport"]
        assert not said.filter(withdrawn_at=None).exists()


def test_it_is_too_late_once_it_has_begun(browser, maya, noon, after):
    answer = browser(maya).send("PUT", f"/sessions/{noon.pk}/cannot-come/", {"reason": "ill"})

    assert (answer.status, answer.body["code"]) == (409, "already_begun")


def test_ben_cannot_speak_about_mayas_session(browser, ben, noon):
    answer = browser(ben).send("PUT", f"/sessions/{noon.pk}/cannot-come/", {"reason": "ill"})

    assert answer.status == 404


def test_the_schedule_holds_what_okafor_leads_and_what_her_clients_attend(
    browser, okafor, nadia, lee, noon, maya
):
    days = {"from": STORY_DAY.isoformat(), "to": (STORY_DAY + 2 * DAY).isoformat()}
    found = series(title="Hers", rule="FREQ=DAILY;COUNT=1")
    join(found, maya)

    with time_machine.travel(STORY_TIME, tick=False):
        okafors = browser(okafor).get("/schedule/", **days).body["results"]
        nadias = browser(nadia).get("/schedule/", **days).body["results"]
        lees = browser(lee).get("/schedule/", **days).body["results"]

    rows = {one["title"]: (one["mine"], one["expected"]) for one in okafors}
    assert rows["Noon group"] == (True, 2)
    assert rows["Hers"] == (True, 1)
    assert {one["title"]: one["expected"] for one in nadias}["Noon group"] == 1
    assert lees == []


@pytest.mark.parametrize(("days", "status"), [(31, 200), (32, 400), (-1, 400)])
def test_a_schedule_is_for_a_month_at_most(browser, okafor, days, status):
    until = (STORY_DAY + days * DAY).isoformat()

    answer = browser(okafor).get("/schedule/", **{"from": STORY_DAY.isoformat(), "to": until})

    assert answer.status == status


def test_hours_of_the_week_count_what_was_attended(browser, okafor, maya, noon, after):
    put(browser, okafor, noon, entries(roster(browser, okafor, noon), maya="late", noor="absent"))

    week = browser(maya).get("/enrolment/").body["this_week"]
    rows = (
        browser(okafor)
        .get(
            f"/clients/{maya.pk}/attendance/",
            **{"from": STORY_DAY.isoformat(), "to": STORY_DAY.isoformat()},
        )
        .body["results"]
    )

    assert week["attended_hours"] == 1.0
    assert (week["least_hours"], week["most_hours"]) == (9, 20)
    assert {row["attendance"] for row in rows if row["session"] == str(noon.pk)} == {"late"}
