"""What Maya says when asked on about a critical answer, and what that raises."""

from uuid import uuid4

import pytest

from alerts.models import Alert
from tests.questionnaires.conftest import draft
from tests.questionnaires.test_responses import drained, rows
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db


def more(asked, browser, maya, **said):
    path, body = draft(asked, *[0] * 8, 1)
    browser(maya).send("PUT", path, body)
    drained()
    sending = {"submission_id": str(uuid4()), "recorded_at": STORY_TIME.isoformat(), **said}
    answer = browser(maya).post(f"{path}follow-up/", sending)
    drained()
    return answer, path, sending


@pytest.mark.parametrize(
    ("said", "tiers"),
    [
        ({}, ["high"]),
        ({"intent": "no", "plan": "no", "recent_act": "no"}, ["high"]),
        ({"intent": "yes"}, ["critical", "high"]),
        ({"intent": "unsure"}, ["critical", "high"]),
        ({"plan": "yes"}, ["critical", "high"]),
        ({"plan": "yes", "intent": "no"}, ["high"]),
        ({"recent_act": "yes"}, ["critical", "high"]),
        ({"wants_contact": True}, ["high"]),
    ],
)
def test_what_is_said_after_item_9_raises_it_and_never_lowers_it(browser, maya, asked, said, tiers):
    answer, _, _ = more(asked, browser, maya, **said)

    assert answer.status == 201
    assert sorted(row.tier for row in rows(Alert, client=maya)) == tiers


def test_a_follow_up_sent_again_is_kept_once(browser, maya, asked):
    _, path, sending = more(asked, browser, maya, intent="yes")

    again = browser(maya).post(f"{path}follow-up/", sending)
    other = browser(maya).post(f"{path}follow-up/", {**sending, "intent": "no"})
    drained()

    assert (again.status, other.status, other.body["code"]) == (200, 409, "submission_conflict")
    assert len(rows(Alert, client=maya, tier="critical")) == 1


def test_a_follow_up_to_nothing_is_refused(browser, maya, asked):
    sending = {"submission_id": str(uuid4()), "recorded_at": STORY_TIME.isoformat()}
    path, body = draft(asked, 1)
    unknown = browser(maya).post(f"{path}follow-up/", sending)
    browser(maya).send("PUT", path, body)

    mild = browser(maya).post(f"{path}follow-up/", sending)

    assert (unknown.status, mild.status, mild.body["code"]) == (404, 409, "nothing_to_follow_up")
