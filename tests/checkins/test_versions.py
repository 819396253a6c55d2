"""A day's earlier answers stay readable: for the client, and for those who look after them."""

import pytest
import time_machine

from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def changed(browser, maya):
    """Two days of Maya's, the newer one changed once. The cast left none of its own on them."""
    phone = browser(maya)
    first = phone.post("/check-ins/", check_in(mood=2, note="too early")).body
    second = phone.post(f"/check-ins/{first['id']}/amendments/", check_in(mood=5)).body
    return [second, first]


def _of_the_day(answer):
    return [(row["version"], row["mood"]) for row in answer.body["results"]]


def test_only_the_newest_version_is_listed_unless_asked(browser, maya, changed):
    answer = browser(maya).get(f"/check-ins/?from={STORY_DAY}")

    assert _of_the_day(answer) == [(2, 5)]


@pytest.mark.parametrize("page_size", [1, 50])
def test_every_version_of_a_day_is_listed_newest_first(browser, maya, changed, page_size):
    phone, found = browser(maya), []
    path = f"/check-ins/?from={STORY_DAY}&versions=all&page_size={page_size}"

    while path:
        page = phone.get(path)
        found += page.body["results"]
        path = (page.body["next"] or "").partition("/api/v1")[2]

    assert found == changed


def test_a_clinician_reads_what_was_changed(browser, maya, okafor, changed):
    path = f"/clients/{maya.pk}/check-ins/?from={STORY_DAY}&to={STORY_DAY}&versions=all"

    assert browser(okafor).get(path).body["results"] == changed
    assert browser(okafor).get(path.replace("all", "newest")).body["results"] == changed[:1]


def test_the_period_holds_for_earlier_versions_too(browser, maya, changed):
    path = f"/check-ins/?from={days_ago(2)}&to={days_ago(1)}&versions=all"

    assert not {row["id"] for row in changed} & {
        row["id"] for row in browser(maya).get(path).body["results"]
    }


def test_any_other_wish_is_refused_at_its_field(browser, maya):
    refused = browser(maya).get("/check-ins/?versions=none")

    assert refused.status == 400
    assert list(refused.body["fields"]) == ["versions"]
