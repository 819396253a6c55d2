"""What a plan may not say, each with its field and a sentence."""

import pytest
import time_machine

from plans.models import Plan
from tests.conftest import as_owner
from tests.plans.words import RELAPSE, SAFETY, of_maya, relapse_plan, safety_plan
from tests.story import STORY_TIME

LONG = "w" * 281
BAD_STEPS = [
    (SAFETY, "alone", "walk"),
    (SAFETY, "alone", [""]),
    (SAFETY, "alone", ["  "]),
    (SAFETY, "alone", [LONG]),
    (SAFETY, "alone", [7]),
    (SAFETY, "alone", [None]),
    (SAFETY, "alone", ["walk\x00"]),
    (SAFETY, "alone", None),
    (SAFETY, "alone", ["walk"] * 13),
    (SAFETY, "warning_signs", [LONG]),
    (SAFETY, "places_people", [{"phone": "911"}]),
    (SAFETY, "places_people", [{"name": "Jo", "place": "p" * 201}]),
    (SAFETY, "places_people", [{"name": "Jo"}] * 13),
    (SAFETY, "ask_help", [{"name": "Jo", "phone": "call"}]),
    (SAFETY, "ask_help", [{"name": "Jo", "place": "here"}]),
    (SAFETY, "ask_help", ["Jo"]),
    (SAFETY, "professionals", [{"name": "n" * 121}]),
    (SAFETY, "professionals", {"name": "Jo"}),
    (SAFETY, "safer", [{"who": "Jo"}]),
    (SAFETY, "safer", [{"action": "lock", "by_when": "b" * 61}]),
    (SAFETY, "crisis_lines", []),
    (RELAPSE, "high_risk", [LONG]),
    (RELAPSE, "early_signs", ["flat"]),
    (RELAPSE, "early_signs", None),
    (RELAPSE, "early_signs", {"emotional": [LONG]}),
    (RELAPSE, "early_signs", {"bodily": []}),
    (RELAPSE, "people", [{"name": "Jo", "phone": "1"}]),
    (RELAPSE, "first_ten_minutes", "leave"),
    (RELAPSE, "alone", ["walk"]),
]
BAD_MEMBERS = [
    ("base_version", -1),
    ("base_version", "0"),
    ("base_version", None),
    ("base_version", 0.0),
    ("base_version", True),
    ("steps", None),
    ("steps", []),
    ("steps", {}),
    ("steps", {"alone": []}),
    ("review_on", "soon"),
    ("review_on", 7),
    ("state", "signed"),
    ("client_signed_at", "2026-01-01T00:00:00Z"),
    ("version", 9),
]


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _body(path):
    return safety_plan() if path == SAFETY else relapse_plan()


@pytest.mark.parametrize(("path", "step", "value"), BAD_STEPS)
def test_a_step_that_is_not_right_is_refused(browser, maya, path, step, value):
    body = _body(path)
    body["steps"][step] = value

    answer = browser(maya).send("PUT", path, body)

    assert (answer.status, answer.body["code"]) == (400, "invalid")
    assert list(answer.body["fields"]["steps"]) == [step]
    assert answer.body["detail"]
    with as_owner():
        assert not Plan.objects.filter(client=maya).exists()


@pytest.mark.parametrize(("member", "value"), BAD_MEMBERS)
@pytest.mark.parametrize("path", [SAFETY, RELAPSE])
def test_what_stands_beside_the_steps_is_checked_too(browser, maya, okafor, path, member, value):
    body = {**_body(path), member: value}

    by_maya = browser(maya).send("PUT", path, body)
    by_okafor = browser(okafor).send("PUT", of_maya(maya, path), body)

    for answer in (by_maya, by_okafor):
        assert (answer.status, answer.body["code"]) == (400, "invalid")
        assert list(answer.body["fields"]) == [member]


@pytest.mark.parametrize("value", ["yes", 1, "true"])
def test_sharing_is_true_or_false(browser, maya, value):
    answer = browser(maya).send("PUT", SAFETY, safety_plan(share_safer=value))

    assert (answer.status, list(answer.body["fields"])) == (400, ["share_safer"])


@pytest.mark.parametrize("missing", ["base_version", "steps"])
def test_steps_and_what_they_were_written_on_are_needed(browser, maya, missing):
    body = {name: value for name, value in safety_plan().items() if name != missing}

    answer = browser(maya).send("PUT", SAFETY, body)

    assert (answer.status, list(answer.body["fields"])) == (400, [missing])


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b'"plan"'])
def test_what_is_no_plan_at_all_is_refused(browser, maya, body):
    assert browser(maya).send("PUT", SAFETY, body).status == 400


def test_the_version_number_may_be_absurd_and_is_only_refused(browser, maya):
    phone = browser(maya)
    phone.send("PUT", SAFETY, safety_plan())

    written = phone.send("PUT", SAFETY, safety_plan(10**30, alone="draw"))
    signed = phone.post(f"{SAFETY}sign/", {"version": 10**30})

    assert (written.status, signed.status) == (409, 409)
