"""The answer about safety counts, also when the form is left: parts, and what they join."""

from uuid import uuid4

import pytest
import time_machine

from checkins.models import CheckIn
from core.models import OutboxEntry
from tests.conftest import as_owner
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

pytestmark = pytest.mark.usefixtures("_today")
NEEDS_MOOD = "Choose a number for your mood. Only an answer about safety may come without it."


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def part(**answers):
    """Return the body that a phone sends the moment that a hard answer is given."""
    body = check_in(safety="unsafe", **answers)
    del body["mood"]
    return body


def _rows(person, on=STORY_DAY) -> list[CheckIn]:
    with as_owner():
        return list(CheckIn.objects.filter(client=person, on=on).order_by("version"))


def test_an_answer_about_safety_is_taken_in_alone(browser, maya):
    answer = browser(maya).post("/check-ins/", part())

    assert answer.status == 201, answer
    assert (answer.body["mood"], answer.body["safety"], answer.body["version"]) == (
        None, "unsafe", 1,
    )  # fmt: skip
    with as_owner():
        news = OutboxEntry.objects.filter(payload__check_in_id=answer.body["id"])
        assert set(news.values_list("event", flat=True)) == {"checkin.submitted"}


@pytest.mark.parametrize("answers", [{}, {"mood": None}, {"craving": 9}, {"used": True}])
def test_without_mood_and_safety_there_is_no_check_in(browser, maya, answers):
    body = check_in()
    del body["mood"]

    refused = browser(maya).post("/check-ins/", {**body, **answers})

    assert refused.status == 400
    assert refused.body["fields"] == {"mood": [NEEDS_MOOD]}


def test_the_whole_form_joins_its_part_as_the_next_version(browser, maya):
    phone = browser(maya)
    first = phone.post("/check-ins/", part(craving=8)).body

    whole = phone.post("/check-ins/", check_in(mood=3, sleep_hours=4))

    assert whole.status == 201, whole
    assert (whole.body["version"], whole.body["mood"], whole.body["craving"]) == (2, 3, 8)
    # Nothing of the part is lost: who finishes the form has not taken it back.
    assert whole.body["safety"] == "unsafe"
    assert str(_rows(maya)[0].pk) == first["id"]


def test_a_part_joins_a_whole_check_in_and_loses_nothing_of_it(browser, maya):
    phone = browser(maya)
    phone.post("/check-ins/", check_in(mood=6, note="slept well", safety="safe"))

    answer = phone.post("/check-ins/", part())

    assert answer.status == 201, answer
    assert (answer.body["mood"], answer.body["note"], answer.body["safety"]) == (
        6, "slept well", "unsafe",
    )  # fmt: skip
    assert [row.version for row in _rows(maya)] == [1, 2]


def test_after_the_whole_form_another_whole_one_is_an_amendment_as_ever(browser, maya):
    phone = browser(maya)
    phone.post("/check-ins/", part())
    phone.post("/check-ins/", check_in(mood=3))

    again = phone.post("/check-ins/", check_in(mood=4))

    assert (again.status, again.body["code"]) == (409, "already_checked_in")
    assert again.body["existing"]["version"] == 2


def test_parts_and_what_they_joined_can_be_sent_again(browser, maya):
    phone = browser(maya)
    first, whole, late = part(), check_in(mood=3, note="n"), part(craving=9)
    sent = [phone.post("/check-ins/", body).body for body in (first, whole, late)]

    again = [phone.post("/check-ins/", body) for body in (first, whole, late)]

    assert [answer.status for answer in again] == [200, 200, 200]
    assert [answer.body for answer in again] == sent
    assert [row.version for row in _rows(maya)] == [1, 2, 3]


def test_the_id_of_a_part_is_not_used_for_other_answers(browser, maya):
    phone, first = browser(maya), part()
    phone.post("/check-ins/", first)

    other = phone.post("/check-ins/", {**first, "safety": "unsure"})

    assert (other.status, other.body["code"]) == (409, "submission_conflict")


def test_a_part_can_be_amended_by_a_part(browser, maya):
    phone = browser(maya)
    first = phone.post("/check-ins/", part()).body

    answer = phone.post(f"/check-ins/{first['id']}/amendments/", {**part(), "safety": "unsure"})

    assert (answer.status, answer.body["safety"], answer.body["mood"]) == (201, "unsure", None)


def test_two_parts_of_a_day_are_two_versions(browser, maya):
    phone = browser(maya)

    sent = [phone.post("/check-ins/", part(submission_id=str(uuid4()))) for _ in range(2)]

    assert [answer.body["version"] for answer in sent] == [1, 2]


def test_a_part_is_for_the_open_days_only(browser, maya):
    refused = browser(maya).post("/check-ins/", part(on=days_ago(3)))

    assert (refused.status, list(refused.body["fields"])) == (400, ["on"])


def test_family_sees_no_mood_of_a_part(browser, maya, rosa):
    before = browser(rosa).get("/family/shared/")
    browser(maya).post("/check-ins/", part())

    after = browser(rosa).get("/family/shared/")

    assert (before.status, after.status) == (200, 200)
    assert before.body == after.body
