"""Two people sign one version; each for themselves, and again when it changes."""

from datetime import timedelta

import pytest
import time_machine

from core.models import AuditEntry
from tests.conftest import as_owner
from tests.plans.words import RELAPSE, SAFETY, of_maya, relapse_plan, safety_plan
from tests.story import STORY_DAY, STORY_TIME

SIGN = f"{SAFETY}sign/"


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def phone(browser, maya):
    return browser(maya)


@pytest.fixture
def desk(browser, okafor):
    return browser(okafor)


def test_a_plan_is_signed_when_maya_and_dr_okafor_both_signed(phone, desk, maya):
    phone.send("PUT", SAFETY, safety_plan())

    by_maya = phone.post(SIGN, {"version": 1})
    by_okafor = desk.post(of_maya(maya, SIGN), {"version": 1})

    now = STORY_TIME.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert (by_maya.status, by_okafor.status) == (200, 200)
    assert (by_maya.body["state"], by_maya.body["needs_review"]) == ("draft", True)
    assert (by_maya.body["client_signed_at"], by_maya.body["clinician_signed_at"]) == (now, None)
    assert (by_okafor.body["state"], by_okafor.body["needs_review"]) == ("signed", False)
    assert by_okafor.body["clinician"] == {"name": "Dr. Ify Okafor"}
    assert phone.get(SAFETY).body == {
        **by_okafor.body,
        "steps": {**by_okafor.body["steps"], "safer": []},
    }


def test_dr_okafor_may_sign_first(phone, desk, maya):
    desk.send("PUT", of_maya(maya, RELAPSE), relapse_plan())

    by_okafor = desk.post(of_maya(maya, f"{RELAPSE}sign/"), {"version": 1})
    by_maya = phone.post(f"{RELAPSE}sign/", {"version": 1})

    assert (by_okafor.body["state"], by_okafor.body["needs_review"]) == ("draft", False)
    assert by_maya.body["state"] == "signed"


def test_a_change_has_to_be_signed_by_both_again(phone, desk, maya):
    phone.send("PUT", SAFETY, safety_plan())
    phone.post(SIGN, {"version": 1})
    signed = desk.post(of_maya(maya, SIGN), {"version": 1}).body

    changed = phone.send("PUT", SAFETY, safety_plan(1, alone="draw")).body

    assert (changed["state"], changed["needs_review"]) == ("draft", True)
    assert (changed["client_signed_at"], changed["clinician_signed_at"]) == (None, None)
    assert changed["clinician"] is None
    before = desk.get(of_maya(maya, f"{SAFETY}history/")).body["results"][1]
    assert before == signed


def test_saving_the_same_words_keeps_the_signatures(phone, desk, maya):
    phone.send("PUT", SAFETY, safety_plan())
    phone.post(SIGN, {"version": 1})
    desk.post(of_maya(maya, SIGN), {"version": 1})

    saved = phone.send("PUT", SAFETY, safety_plan(1))

    assert (saved.status, saved.body["state"]) == (200, "signed")


def test_nobody_signs_a_version_that_was_changed_meanwhile(phone, desk, maya):
    phone.send("PUT", SAFETY, safety_plan())
    newest = phone.send("PUT", SAFETY, safety_plan(1, alone="draw")).body

    by_maya = phone.post(SIGN, {"version": 1})
    by_okafor = desk.post(of_maya(maya, SIGN), {"version": 1})

    assert (by_maya.status, by_maya.body["code"]) == (409, "newer_version")
    assert by_maya.body["plan"] == newest
    assert (by_okafor.status, by_okafor.body["plan"]["version"]) == (409, 2)
    assert "steps" not in by_okafor.body["plan"]
    assert phone.get(SAFETY).body["client_signed_at"] is None


def test_nobody_signs_a_version_that_is_not_written_yet(phone):
    phone.send("PUT", SAFETY, safety_plan())

    answer = phone.post(SIGN, {"version": 2})

    assert (answer.status, answer.body["code"]) == (409, "newer_version")


def test_nobody_signs_twice_and_a_second_clinician_is_not_needed(browser, phone, desk, maya, nadia):
    phone.send("PUT", SAFETY, safety_plan())
    phone.post(SIGN, {"version": 1})
    desk.post(of_maya(maya, SIGN), {"version": 1})

    again = [
        phone.post(SIGN, {"version": 1}),
        desk.post(of_maya(maya, SIGN), {"version": 1}),
        browser(nadia).post(of_maya(maya, SIGN), {"version": 1}),
    ]

    assert {(answer.status, answer.body["code"]) for answer in again} == {(409, "already_signed")}
    assert phone.get(SAFETY).body["clinician"] == {"name": "Dr. Ify Okafor"}


def test_there_is_nothing_to_sign_before_there_is_a_plan(phone, desk, maya):
    assert phone.post(SIGN, {"version": 1}).status == 404
    assert desk.post(of_maya(maya, SIGN), {"version": 1}).status == 404


@pytest.mark.parametrize("version", [None, 0, -1, "1", 1.0, True])
def test_a_version_is_a_whole_number(phone, version):
    phone.send("PUT", SAFETY, safety_plan())

    answer = phone.post(SIGN, {"version": version})

    assert (answer.status, list(answer.body["fields"])) == (400, ["version"])


def test_each_signs_only_at_their_own_door(browser, phone, desk, maya, lee, grace, rosa):
    phone.send("PUT", SAFETY, safety_plan())

    refused = [
        phone.post(of_maya(maya, SIGN), {"version": 1}),
        desk.post(SIGN, {"version": 1}),
        *(browser(other).post(of_maya(maya, SIGN), {"version": 1}) for other in (lee, grace, rosa)),
    ]

    assert {answer.status for answer in refused} == {404}
    body = phone.get(SAFETY).body
    assert (body["client_signed_at"], body["clinician_signed_at"]) == (None, None)


def test_a_signed_plan_needs_a_review_when_its_day_has_come(phone, desk, maya):
    review_on = STORY_DAY + timedelta(days=7)
    phone.send("PUT", SAFETY, safety_plan(review_on=review_on.isoformat()))
    phone.post(SIGN, {"version": 1})
    desk.post(of_maya(maya, SIGN), {"version": 1})

    seen = {}
    for days in (6, 7, 8):
        with time_machine.travel(STORY_TIME + timedelta(days=days), tick=False):
            body = phone.get(SAFETY).body
        seen[days] = (body["state"], body["needs_review"])

    assert seen == {6: ("signed", False), 7: ("signed", True), 8: ("signed", True)}


def test_a_review_without_changes_sets_a_new_day(phone, desk, maya):
    tomorrow, path = STORY_DAY + timedelta(days=1), of_maya(maya, SAFETY)
    phone.send("PUT", SAFETY, safety_plan(review_on=tomorrow.isoformat()))
    desk.post(f"{path}sign/", {"version": 1})

    with time_machine.travel(STORY_TIME + timedelta(days=2), tick=False):
        same_day = desk.send("PUT", path, safety_plan(1, review_on=tomorrow.isoformat()))
        in_a_month = (STORY_DAY + timedelta(days=30)).isoformat()
        reviewed = desk.send("PUT", path, safety_plan(1, review_on=in_a_month))
        signed = desk.post(f"{path}sign/", {"version": 2})

    assert (same_day.status, same_day.body["needs_review"]) == (200, True)
    assert (reviewed.status, reviewed.body["needs_review"]) == (201, True)
    assert signed.body["needs_review"] is False


def test_each_signature_leaves_an_entry(phone, desk, maya, okafor):
    plan = phone.send("PUT", SAFETY, safety_plan()).body
    phone.post(SIGN, {"version": 1})
    desk.post(of_maya(maya, SIGN), {"version": 1})

    with as_owner():
        entries = AuditEntry.objects.filter(action="sign", subject_id=plan["id"])
        signed_by = {(entry.actor_id, entry.actor_role) for entry in entries}

    assert signed_by == {(maya.pk, "client"), (okafor.pk, "clinician")}
