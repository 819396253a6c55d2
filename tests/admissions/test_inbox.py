"""The administrators' inbox: called, closed, opened again, and forgotten when it is over."""

from datetime import timedelta

import pytest
import time_machine

from admissions import services
from admissions.models import CallRequest
from admissions.rules import keeping
from core.identity import System, acting_as
from core.models import AuditEntry
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_TIME

INBOX = "/admissions/call-requests/"


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _asked(name="Ana", *, hours_ago=1, **changes):
    values = {
        "name": name, "phone": "+16175550142", "contact_digest": name, "best_time": "any",
        "language": "en", "asked_at": STORY_TIME - timedelta(hours=hours_ago), **changes,
    }  # fmt: skip
    with as_owner():
        return CallRequest.objects.create(**values)


def _names(answer):
    assert answer.status == 200, answer
    return [row["name"] for row in answer.body["results"]]


def test_whoever_waits_longest_comes_first(ada):
    _asked("Ana", hours_ago=1)
    _asked("Ben", hours_ago=5)

    assert _names(Browser(ada).get(INBOX)) == ["Ben", "Ana"]


def test_states_are_told_apart_and_suspected_ones_are_elsewhere(ada):
    done = {"closed_at": STORY_TIME, "closed_by": ada, "outcome": "reached"}
    _asked("New")
    _asked("Called", hours_ago=2, called_at=STORY_TIME, called_by=ada, times_called=1)
    _asked("Closed", **done)
    _asked("Machine", suspected=True)
    browser = Browser(ada)

    found = {
        state: _names(browser.get(INBOX, state=state))
        for state in ("open", "new", "called", "closed")
    }

    assert found == {
        "open": ["Called", "New"], "new": ["New"], "called": ["Called"], "closed": ["Closed"],
    }  # fmt: skip
    assert _names(browser.get(INBOX, suspected="true")) == ["Machine"]


@pytest.mark.parametrize("query", [{"state": "odd"}, {"suspected": "maybe"}, {"phone": "617"}])
def test_a_filter_that_there_is_not_is_refused(ada, query):
    answer = Browser(ada).get(INBOX, **query)

    assert answer.status == 400
    assert list(answer.body["fields"]) == list(query)


def test_a_call_is_noted_each_time_with_who_and_when(ada):
    row = _asked()
    browser = Browser(ada)
    browser.post(f"{INBOX}{row.pk}/called/")

    answer = browser.post(f"{INBOX}{row.pk}/called/")

    assert answer.status == 200
    assert answer.body["state"] == "called"
    assert answer.body["times_called"] == 2
    assert answer.body["called_by"] == {"name": "Ada Novak"}


def test_closing_says_what_came_of_it_once(ada):
    row = _asked()
    browser = Browser(ada)

    closed = browser.post(f"{INBOX}{row.pk}/close/", {"outcome": "reached"})
    again = browser.post(f"{INBOX}{row.pk}/close/", {"outcome": "not_reached"})
    called = browser.post(f"{INBOX}{row.pk}/called/")

    assert (closed.body["state"], closed.body["outcome"]) == ("closed", "reached")
    assert closed.body["closed_by"] == {"name": "Ada Novak"}
    assert [(one.status, one.body["code"]) for one in (again, called)] == [
        (409, "already_closed"), (409, "already_closed"),
    ]  # fmt: skip


def test_without_a_known_outcome_it_stays_open(ada):
    row = _asked()

    answer = Browser(ada).post(f"{INBOX}{row.pk}/close/", {"outcome": "enrolled"})

    assert list(answer.body["fields"]) == ["outcome"]


def test_a_closed_one_can_be_opened_again_and_an_open_one_not(ada):
    row = _asked()
    browser = Browser(ada)
    refused = browser.post(f"{INBOX}{row.pk}/reopen/")
    browser.post(f"{INBOX}{row.pk}/close/", {"outcome": "not_reached"})

    answer = browser.post(f"{INBOX}{row.pk}/reopen/")

    assert (refused.status, refused.body["code"]) == (409, "not_closed")
    assert (answer.body["state"], answer.body["outcome"]) == ("new", "")


def test_one_cannot_be_opened_again_beside_a_newer_one_of_the_same_person(ada):
    closed = _asked(closed_at=STORY_TIME, closed_by=ada, outcome="reached")
    _asked()

    answer = Browser(ada).post(f"{INBOX}{closed.pk}/reopen/")

    assert (answer.status, answer.body["code"]) == (409, "conflict")


def test_reading_and_answering_leave_entries_in_the_trail(ada):
    row = _asked()
    browser = Browser(ada)
    browser.get(INBOX)
    browser.post(f"{INBOX}{row.pk}/called/")
    browser.post(f"{INBOX}{row.pk}/close/", {"outcome": "reached"})
    browser.post(f"{INBOX}{row.pk}/reopen/")

    with as_owner():
        entries = AuditEntry.objects.filter(actor_id=ada.pk, subject="admissions_callrequest")
        actions = list(entries.order_by("position").values_list("action", flat=True))
    assert actions == ["read", "call", "close", "reopen"]


def _prune(at=STORY_TIME):
    with acting_as(System.KEEPER):
        return services.prune(at=at)


def test_what_is_over_is_forgotten_in_its_time_and_nothing_else(ada, db):
    done = {"closed_by": ada, "outcome": "reached"}
    long_ago = 24 * 200
    _asked("waiting", hours_ago=long_ago)
    _asked("over", hours_ago=long_ago, closed_at=STORY_TIME - keeping.CLOSED_KEPT * 1.01, **done)
    _asked("fresh", hours_ago=long_ago, closed_at=STORY_TIME - keeping.CLOSED_KEPT * 0.99, **done)
    _asked("machine", hours_ago=24 * 31, suspected=True)
    _asked("maybe", hours_ago=24 * 29, suspected=True)

    assert _prune() == 2

    with as_owner():
        left = {row.name for row in CallRequest.objects.all()}
        pruned = AuditEntry.objects.filter(action="prune", actor_role="keeper")
        assert list(pruned.values_list("detail", flat=True)) == ["2"]
    assert left == {"waiting", "fresh", "maybe"}


def test_with_nothing_over_nothing_is_done(db):
    _asked()

    assert _prune() == 0
