"""Logging an urge in two taps, any number a day, and adding what came of it."""

from uuid import uuid4

import pytest
import time_machine

from checkins.models import UrgeLog
from core.models import AuditEntry, OutboxEntry
from tests.checkins.moments import urge
from tests.conftest import as_owner
from tests.story import STORY_TIME, days_ago

pytestmark = pytest.mark.usefixtures("_today")
EVERYTHING = {
    "intensity": 8,
    "toward": "use",
    "after": 3,
    "acted": False,
    "triggers": ["people", "stress"],
    "trigger_words": "Jo came by with beer – 啤酒",
    "place": "home",
    "did": ["skill", "called_someone"],
    "did_words": "Called Luz",
}


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _put(phone, body, entry=None):
    return phone.send("PUT", f"/urges/{entry or uuid4()}/", body)


def test_a_number_is_enough(browser, maya):
    answer = _put(browser(maya), urge(intensity=0))

    assert answer.status == 201, answer
    left_out = {name: answer.body[name] for name in EVERYTHING if name != "intensity"}
    assert left_out == {
        "toward": "use", "after": None, "acted": None, "triggers": [], "trigger_words": "",
        "place": "", "did": [], "did_words": "",
    }  # fmt: skip


def test_every_answer_comes_back_as_it_was_given(browser, maya):
    entry = uuid4()

    answer = _put(browser(maya), urge(**EVERYTHING), entry)

    assert {name: answer.body[name] for name in EVERYTHING} == EVERYTHING
    assert (answer.body["entry"], answer.body["version"]) == (str(entry), 1)
    with as_owner():
        row = AuditEntry.objects.get(subject_id=answer.body["id"])
        news = OutboxEntry.objects.filter(event="urge.logged")
        assert [one.payload for one in news] == [
            {"urge_id": answer.body["id"], "client_id": str(maya.pk)}
        ]
    assert (row.action, row.subject, row.client_ids) == ("create", "checkins_urgelog", [maya.pk])


def test_any_number_a_day_and_each_once(browser, maya):
    phone, bodies = browser(maya), [(uuid4(), urge(intensity=n)) for n in range(5)]

    first = [_put(phone, body, entry).status for entry, body in bodies]
    again = [_put(phone, body, entry).status for entry, body in bodies]

    assert (first, again) == ([201] * 5, [200] * 5)
    assert len(phone.get("/urges/").body["results"]) == 5


def test_what_came_of_it_is_added_later_and_the_first_words_stay(browser, maya, okafor):
    phone, entry = browser(maya), uuid4()
    _put(phone, urge(intensity=9), entry)

    later = _put(phone, urge(intensity=9, after=4, did=["waited"]), entry)

    assert (later.status, later.body["version"], later.body["after"]) == (201, 2, 4)
    for reader in (phone.get("/urges/"), browser(okafor).get(f"/clients/{maya.pk}/urges/")):
        assert [(row["after"], row["version"]) for row in reader.body["results"]] == [(4, 2)]
    with as_owner():
        rows = UrgeLog.objects.filter(client=maya).order_by("version")
        assert [row.after for row in rows] == [None, 4]


def test_a_phone_that_changed_an_older_version_is_told(browser, maya):
    phone, entry = browser(maya), uuid4()
    for _ in range(2):
        _put(phone, urge(), entry)

    refused = _put(phone, urge(base_version=1), entry)

    assert (refused.status, refused.body["code"]) == (409, "newer_version")
    assert refused.body["existing"]["version"] == 2
    assert refused.body["amend"] == {"method": "PUT", "href": f"/api/v1/urges/{entry}/"}
    assert _put(phone, urge(base_version=2), entry).status == 201


def test_the_same_id_with_other_words_is_a_conflict(browser, maya):
    phone, entry, body = browser(maya), uuid4(), urge()
    _put(phone, body, entry)

    other = _put(phone, {**body, "intensity": 1}, entry)

    assert (other.status, other.body["code"]) == (409, "submission_conflict")


def test_a_change_keeps_its_day(browser, maya):
    phone, entry = browser(maya), uuid4()
    _put(phone, urge(), entry)

    moved = _put(phone, urge(on=days_ago(1)), entry)

    assert (moved.status, list(moved.body["fields"])) == (400, ["on"])


def test_two_clients_may_use_the_same_name(browser, maya, ben):
    entry = uuid4()

    assert [_put(browser(one), urge(), entry).status for one in (maya, ben)] == [201, 201]
    assert len(browser(ben).get("/urges/").body["results"]) == 1


def test_a_phone_gone_wild_is_stopped(browser, maya):
    with as_owner():
        UrgeLog.objects.bulk_create(
            UrgeLog(
                client=maya, submission_id=uuid4(), entry=uuid4(), on=STORY_TIME.date(),
                timezone="UTC", recorded_at=STORY_TIME, received_at=STORY_TIME, intensity=1,
            )
            for _ in range(100)
        )  # fmt: skip

    refused = _put(browser(maya), urge())

    assert (refused.status, refused.body["code"]) == (409, "too_many_today")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"intensity": None}, "intensity"),
        ({"intensity": 11}, "intensity"),
        ({"intensity": "8"}, "intensity"),
        ({"after": -1}, "after"),
        ({"acted": "no"}, "acted"),
        ({"toward": "food"}, "toward"),
        ({"triggers": ["moon"]}, "triggers"),
        ({"triggers": "people"}, "triggers"),
        ({"place": "12 Main Street"}, "place"),
        ({"did": [1]}, "did"),
        ({"trigger_words": "x" * 501}, "trigger_words"),
        ({"timezone": "Mars"}, "timezone"),
        ({"on": days_ago(3)}, "on"),
        ({"on": days_ago(-1)}, "on"),
        ({"client": "x"}, "client"),
    ],
)
def test_what_is_no_urge_is_refused_by_its_field(browser, maya, wrong, field):
    refused = _put(browser(maya), urge(**wrong))

    assert (refused.status, list(refused.body["fields"])) == (400, [field])
    assert refused.body["detail"].endswith(".")
    with as_owner():
        assert not UrgeLog.objects.filter(client=maya).exists()


def test_a_day_filled_in_later_and_a_period_can_be_asked_for(browser, maya):
    phone = browser(maya)
    for ago in (2, 1, 0):
        _put(phone, urge(on=days_ago(ago), intensity=ago))

    every = phone.get("/urges/").body["results"]
    some = phone.get("/urges/", **{"from": days_ago(1), "to": days_ago(1)}).body["results"]

    assert [row["intensity"] for row in every] == [0, 1, 2]
    assert [row["intensity"] for row in some] == [1]


def test_who_is_not_enrolled_logs_nothing(browser, stranger):
    assert _put(browser(stranger), urge()).status == 403


@pytest.mark.parametrize("outsider", ["ben", "lee", "grace", "rosa", "tom", "ada"])
def test_nobody_else_reads_mayas_urges(browser, maya, request, outsider):
    _put(browser(maya), urge())
    person = request.getfixturevalue(outsider)

    assert browser(person).get(f"/clients/{maya.pk}/urges/").status == 404
    own = browser(person).get("/urges/")
    assert own.status == 404 or own.body["results"] == []
