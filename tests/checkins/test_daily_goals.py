"""Today's small goal: set in the check-in, shown on Today, asked about in the evening."""

from datetime import timedelta

import pytest
import time_machine

from checkins.models import GoalOutcome
from core.models import AuditEntry
from tests.checkins.moments import outcome
from tests.conftest import as_owner
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

pytestmark = pytest.mark.usefixtures("_today")
TODAY = f"/daily-goals/{STORY_DAY.isoformat()}/"


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _goals(reader, path="/daily-goals/"):
    rows = reader.get(path, **{"from": days_ago(2)}).body["results"]
    return [(row["on"], row["goal"], row["outcome"]) for row in rows]


def test_a_goal_is_carried_and_its_answer_kept(browser, maya, okafor):
    phone = browser(maya)
    phone.post("/check-ins/", check_in(goal="Call Sam"))
    asked = _goals(phone)

    answer = phone.send("PUT", TODAY, outcome("partly"))

    assert asked == [(days_ago(0), "Call Sam", None)]
    assert (answer.status, answer.body["outcome"], answer.body["goal"]) == (
        201, "partly", "Call Sam",
    )  # fmt: skip
    hers = _goals(browser(okafor), f"/clients/{maya.pk}/daily-goals/")
    assert _goals(phone) == hers == [(days_ago(0), "Call Sam", "partly")]


def test_an_answer_can_be_changed_and_sent_again_and_has_a_history(browser, maya):
    phone, first, second = browser(maya), outcome("not_today"), outcome("done")
    phone.post("/check-ins/", check_in(goal="Call Sam"))

    statuses = [phone.send("PUT", TODAY, body).status for body in (first, second, first, second)]

    assert statuses == [201, 201, 200, 200]
    assert _goals(phone)[0][2] == "done"
    with as_owner():
        rows = list(GoalOutcome.objects.filter(client=maya).order_by("version"))
        entries = AuditEntry.objects.filter(subject="checkins_goaloutcome", actor_id=maya.pk)
        assert [entry.action for entry in entries.order_by("position")] == ["create", "amend"]
    assert [row.outcome for row in rows] == ["not_today", "done"]


def test_an_answer_knows_the_words_that_it_was_given_to(browser, maya):
    phone = browser(maya)
    made = phone.post("/check-ins/", check_in(goal="Call Sam")).body
    phone.send("PUT", TODAY, outcome("done"))

    phone.post(f"/check-ins/{made['id']}/amendments/", check_in(goal="Rest"))

    assert _goals(phone) == [(days_ago(0), "Rest", "done")]
    with as_owner():
        assert str(GoalOutcome.objects.get(client=maya).check_in_id) == made["id"]


def test_a_day_without_a_goal_has_no_answer(browser, maya):
    phone = browser(maya)
    phone.post("/check-ins/", check_in())

    refused = phone.send("PUT", TODAY, outcome())

    assert (refused.status, refused.body["code"]) == (409, "no_goal")
    assert _goals(phone) == []


@pytest.mark.parametrize("ago", [3, -1])
def test_only_open_days_are_answered(browser, maya, ago):
    refused = browser(maya).send("PUT", f"/daily-goals/{days_ago(ago)}/", outcome())

    assert (refused.status, list(refused.body["fields"])) == (400, ["on"])


def test_an_answer_that_waited_on_the_phone_keeps_its_day(browser, maya):
    phone = browser(maya)
    phone.post("/check-ins/", check_in(goal="Call Sam"))
    evening = STORY_TIME + timedelta(hours=5)

    with time_machine.travel(STORY_TIME + timedelta(days=9), tick=False):
        late = phone.send("PUT", TODAY, outcome("done", recorded_at=evening.isoformat()))

    assert (late.status, late.body["late"], late.body["clock_suspect"]) == (201, True, False)


@pytest.mark.parametrize(
    ("body", "field"),
    [({"outcome": "maybe"}, "outcome"), ({"outcome": None}, "outcome"), ({"goal": "x"}, "goal")],
)
def test_what_is_no_answer_is_refused(browser, maya, body, field):
    refused = browser(maya).send("PUT", TODAY, {**outcome(), **body})

    assert (refused.status, list(refused.body["fields"])) == (400, [field])


@pytest.mark.parametrize("outsider", ["ben", "lee", "grace", "rosa", "ada"])
def test_nobody_else_reads_mayas_goals(browser, maya, request, outsider):
    person = request.getfixturevalue(outsider)

    assert browser(person).get(f"/clients/{maya.pk}/daily-goals/").status == 404
