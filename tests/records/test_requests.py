"""Requests for access have thirty days, statements stay, and a complaint is never lost."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from core.identity import acting_for
from core.models import AuditEntry
from delivery.models import Delivery
from records import services
from records.models import AccessRequest, Complaint, Correction
from tests.conftest import as_owner
from tests.records.conftest import DAY
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
STATEMENT = {"kind": "correction", "part": "plans", "words": "It was Tuesday, not Monday."}


def _asked(browser, maya):
    answer = browser(maya).post("/records/access-requests/", {"wants": "My whole record"})
    assert answer.status == 201, answer
    return answer.body


def _told(prefix):
    with as_owner():
        return list(Delivery.objects.filter(cause__startswith=prefix).values_list("person__name"))


def test_r_05_a_request_has_thirty_days_and_thirty_more_once(browser, maya, ada):
    asked = _asked(browser, maya)
    assert asked["due_on"] == str(STORY_DAY + 30 * DAY)
    path = f"/records/staff/access-requests/{asked['id']}"

    silent = browser(ada).post(f"{path}/extend/", {"reason": " "})
    longer = browser(ada).post(f"{path}/extend/", {"reason": "It is kept elsewhere."})
    again = browser(ada).post(f"{path}/extend/", {"reason": "Once more."})

    assert (silent.status, silent.body["fields"].keys()) == (400, {"reason"})
    assert longer.body["due_on"] == str(STORY_DAY + 60 * DAY)
    assert (again.status, again.body["code"]) == (409, "extended_before")
    (mine,) = browser(maya).get("/records/access-requests/").body["results"]
    assert mine["extension_reason"] == "It is kept elsewhere."
    assert _told(f"records:extend_access:{asked['id']}") == [(maya.name,)]


def test_a_request_is_answered_once_and_denied_only_for_a_reason(browser, maya, ada):
    path = f"/records/staff/access-requests/{_asked(browser, maya)['id']}/answer/"

    silent = browser(ada).post(path, {"outcome": "denied"})
    answered = browser(ada).post(path, {"outcome": "part", "answer": "Without the notes apart."})
    again = browser(ada).post(path, {"outcome": "given"})

    assert (silent.status, silent.body["fields"].keys()) == (400, {"answer"})
    assert (answered.status, answered.body["outcome"]) == (200, "part")
    assert (again.status, again.body["code"]) == (409, "answered_before")


def test_a_request_on_paper_counts_from_the_day_it_came(browser, maya, ada):
    came = STORY_DAY - 10 * DAY
    body = {
        "client": str(maya.pk), "received_on": str(came), "received_how": "paper", "wants": "All",
    }  # fmt: skip

    recorded = browser(ada).post("/records/staff/access-requests/", body)
    future = browser(ada).post(
        "/records/staff/access-requests/", {**body, "received_on": str(STORY_DAY + DAY)}
    )

    assert recorded.body["due_on"] == str(came + 30 * DAY)
    assert (future.status, future.body["fields"].keys()) == (400, {"received_on"})


def test_administrators_hear_once_of_what_is_late_in_neutral_words(browser, maya, ada, later):
    _asked(browser, maya)
    assert services.warn_of_deadlines(at=STORY_TIME + 30 * DAY) == 0

    assert services.warn_of_deadlines(at=STORY_TIME + 32 * DAY) == 1
    assert services.warn_of_deadlines(at=STORY_TIME + 33 * DAY) == 0

    assert _told("records:late:") == [(ada.name,)]
    later(32 * DAY)
    (row,) = browser(ada).get("/records/staff/access-requests/").body["results"]
    assert row["is_late"]


def test_r_06_a_statement_stays_whatever_the_answer_and_goes_along(
    browser, maya, okafor, lee, made
):
    added = browser(maya).post("/records/statements/", STATEMENT).body
    path = f"/records/staff/statements/{added['id']}/answer/"

    stranger = browser(lee).post(path, {"accepted": True})
    silent = browser(okafor).post(path, {"accepted": False})
    declined = browser(okafor).post(path, {"accepted": False, "answer": "The sheet says Monday."})

    assert (stranger.status, silent.status, declined.status) == (404, 400, 200)
    (mine,) = browser(maya).get("/records/statements/").body["results"]
    assert (mine["state"], mine["words"]) == ("declined", STATEMENT["words"])
    assert made(maya).tables["statements"][0]["words"] == STATEMENT["words"]
    copy = browser(maya).get("/records/statements/copy/")
    assert copy.content.startswith(b"%PDF-")


def test_a_statement_is_kept_sealed(browser, maya):
    browser(maya).post("/records/statements/", STATEMENT)

    with as_owner():
        row = Correction.objects.filter(client=maya).extra(select={"raw": "words"}).get()

    assert "Tuesday" not in row.raw


def test_r_08_a_complaint_is_answered_and_says_that_hhs_can_be_asked(browser, rosa, ada, okafor):
    made = browser(rosa).post("/records/complaints/", {"words": "The door was open."}).body
    assert made["told_of_hhs_at"]

    nobody = browser(okafor).get("/records/staff/complaints/")
    answered = browser(ada).post(
        f"/records/staff/complaints/{made['id']}/answer/", {"answer": "It has a lock now."}
    )

    assert (nobody.status, answered.status) == (404, 200)
    (mine,) = browser(rosa).get("/records/complaints/").body["results"]
    assert mine["answer"] == "It has a lock now."


def test_staff_write_a_complaint_down_for_somebody_or_for_nobody(browser, okafor, maya, ben):
    def written(person):
        body = {
            "person": person and str(person.pk), "words": "x", "received_how": "phone",
            "received_on": str(STORY_DAY),
        }  # fmt: skip
        return browser(okafor).post("/records/staff/complaints/written-down/", body).status

    assert (written(maya), written(None), written(ben)) == (201, 201, 404)


@pytest.mark.parametrize("model", [AccessRequest, Correction, Complaint])
def test_nothing_takes_these_out_not_even_the_owner(browser, maya, model):
    _asked(browser, maya)
    browser(maya).post("/records/statements/", STATEMENT)
    browser(maya).post("/records/complaints/", {"words": "x"})

    with as_owner(), pytest.raises(DatabaseError, match="are kept"), transaction.atomic():
        model.objects.all()._raw_delete("default")


@pytest.mark.parametrize("name", ["ben", "rosa", "lee", "grace"])
def test_row_security_alone_keeps_them_apart(request, browser, maya, name):
    _asked(browser, maya)
    browser(maya).post("/records/statements/", STATEMENT)
    browser(maya).post("/records/complaints/", {"words": "x"})

    with acting_for(request.getfixturevalue(name).pk):
        seen = [model.objects.count() for model in (AccessRequest, Correction, Complaint)]

    assert seen == [0, 0, 0]


def test_readings_by_staff_leave_an_entry_with_the_client(browser, maya, ada):
    _asked(browser, maya)
    browser(ada).get("/records/staff/access-requests/")

    with as_owner():
        entry = AuditEntry.objects.get(action="read", subject="records_accessrequest")

    assert (entry.actor_id, entry.client_ids) == (ada.pk, [maya.pk])


def test_a_day_to_come_is_no_day_of_a_statement(browser, maya):
    tomorrow = str(STORY_DAY + timedelta(days=1))

    answer = browser(maya).post("/records/statements/", {**STATEMENT, "about_on": tomorrow})

    assert (answer.status, answer.body["fields"].keys()) == (400, {"about_on"})
