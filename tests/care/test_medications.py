"""The medication list: kept by clinicians, read by the client, with all that it ever said."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from care import selectors
from care.models import Medication
from core.identity import be_person
from core.models import AuditEntry
from tests.care.words import medication, of
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME, days_ago

LIST = "/medications/"
EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
TODAY, TOMORROW = days_ago(0), days_ago(-1)


def _added(okafor, maya, **changes):
    answer = Browser(okafor).post(of(maya, LIST), medication(**changes))
    assert answer.status == 201, answer
    return answer.body


def _shown(maya, **query):
    answer = Browser(maya).get(LIST, **query)
    assert answer.status == 200, answer
    return answer.body["results"]


def test_what_a_clinician_writes_down_is_what_the_client_reads(okafor, maya):
    added = _added(okafor, maya, prescriber="Dr. Ade", is_mat=True, refill_on=TOMORROW)

    (shown,) = _shown(maya)
    assert shown == added
    assert shown["added_by"] == {"id": str(okafor.pk), "name": "Dr. Ify Okafor"}
    assert (shown["times"], shown["weekdays"]) == ([480, 1200], EVERY_DAY)
    assert (shown["active_from"], shown["active_until"]) == (TODAY, None)
    assert (shown["is_mat"], shown["refill_on"]) == (True, TOMORROW)


def test_the_database_never_sees_what_somebody_takes(okafor, maya):
    _added(okafor, maya, prescriber="Dr. Ade")

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(r)::text FROM care_medication r")
        (stored,) = cursor.fetchone()
    assert not any(word in stored for word in ("Naltrexone", "50 mg", "Ade"))


def test_the_client_cannot_write_the_list(okafor, maya):
    added = _added(okafor, maya)
    browser = Browser(maya)

    statuses = [
        browser.post(LIST, medication()).status,
        browser.send("PUT", f"{LIST}{added['id']}/", medication()).status,
        browser.post(f"{LIST}{added['id']}/stop/").status,
    ]

    assert statuses == [405, 404, 404]


@pytest.mark.parametrize("name", ["lee", "grace"])
def test_clinicians_of_others_have_no_way_to_it(okafor, maya, name, request):
    added = _added(okafor, maya)
    browser = Browser(request.getfixturevalue(name))

    statuses = [
        browser.get(of(maya, LIST)).status,
        browser.post(of(maya, LIST), medication()).status,
        browser.send("PUT", f"{LIST}{added['id']}/", medication()).status,
        browser.post(f"{LIST}{added['id']}/stop/").status,
        browser.get(f"{LIST}{added['id']}/history/").status,
    ]

    assert statuses == [404] * 5


@pytest.mark.parametrize("name", ["rosa", "tom"])
def test_relatives_have_no_way_to_it_whatever_was_signed(okafor, maya, name, request):
    added = _added(okafor, maya)
    browser = Browser(request.getfixturevalue(name))

    answers = [
        browser.get(path) for path in (LIST, of(maya, LIST), f"{LIST}{added['id']}/history/")
    ]

    assert [answer.status for answer in answers] == [404] * 3


def test_the_same_again_adds_nothing(okafor, maya):
    assert _added(okafor, maya)["id"] == _added(okafor, maya)["id"]


def test_a_change_keeps_what_it_said_and_who_changed_it(okafor, nadia, maya):
    added = _added(okafor, maya)
    path = f"{LIST}{added['id']}/"

    with time_machine.travel(STORY_TIME + timedelta(minutes=1)):
        Browser(nadia).send("PUT", path, medication(dose_text="25 mg in the morning", times=[480]))

    newest, first = Browser(maya).get(f"{path}history/").body["results"]
    assert newest["what"] == "changed"
    assert newest["before"] == {"dose_text": "50 mg in the morning", "times": [480, 1200]}
    assert newest["made_by"]["name"] == "Nadia Haddad"
    assert (first["what"], first["before"]) == ("added", {})


def test_a_change_that_changes_nothing_leaves_nothing(okafor, maya):
    path = f"{LIST}{_added(okafor, maya)['id']}/"

    Browser(okafor).send("PUT", path, medication())

    assert len(Browser(maya).get(f"{path}history/").body["results"]) == 1


def test_it_stops_today_unless_a_day_is_named(okafor, maya):
    now, later = _added(okafor, maya), _added(okafor, maya, name="Sertraline")
    browser = Browser(okafor)

    browser.post(f"{LIST}{now['id']}/stop/")
    browser.post(f"{LIST}{later['id']}/stop/", {"active_until": TOMORROW})

    assert [row["name"] for row in _shown(maya)] == ["Sertraline"]
    assert [row["active_until"] for row in _shown(maya, state="stopped")] == [TODAY]
    assert len(_shown(maya, state="all")) == 2


def test_a_stop_that_has_not_come_can_be_moved(okafor, maya):
    added = _added(okafor, maya)
    browser = Browser(okafor)
    browser.post(f"{LIST}{added['id']}/stop/", {"active_until": days_ago(-9)})

    answer = browser.post(f"{LIST}{added['id']}/stop/", {"active_until": days_ago(-3)})

    assert answer.body["active_until"] == days_ago(-3)


def test_what_was_stopped_neither_changes_nor_stops_again(okafor, maya):
    added = _added(okafor, maya)
    browser = Browser(okafor)
    browser.post(f"{LIST}{added['id']}/stop/")

    answers = [
        browser.post(f"{LIST}{added['id']}/stop/"),
        browser.send("PUT", f"{LIST}{added['id']}/", medication(name="Other")),
    ]

    assert [(one.status, one.body["code"]) for one in answers] == [(409, "already_stopped")] * 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"dose_text": 50}, "dose_text"),
        ({"times": []}, "times"),
        ({"times": [1440]}, "times"),
        ({"times": [-1]}, "times"),
        ({"times": ["8:00"]}, "times"),
        ({"weekdays": [0]}, "weekdays"),
        ({"weekdays": [8]}, "weekdays"),
        ({"as_needed": True}, "times"),
        ({"as_needed": "yes"}, "as_needed"),
        ({"refill_on": days_ago(1)}, "refill_on"),
        ({"refill_on": "soon"}, "refill_on"),
        ({"active_from": "1900-01-01"}, "active_from"),
        ({"max_dose": 3}, "max_dose"),
    ],
)
def test_what_is_wrong_is_named_with_a_sentence(okafor, maya, changes, field):
    answer = Browser(okafor).post(of(maya, LIST), medication(**changes))

    assert answer.status == 400
    assert list(answer.body["fields"]) == [field]
    assert answer.body["detail"]


def test_taken_as_needed_has_neither_times_nor_days(okafor, maya):
    added = _added(okafor, maya, as_needed=True, times=[])

    assert (added["times"], added["weekdays"], added["as_needed"]) == ([], [], True)


def test_times_and_days_are_kept_in_order_and_once(okafor, maya):
    added = _added(okafor, maya, times=[1200, 480, 480], weekdays=[5, 1, 5])

    assert (added["times"], added["weekdays"]) == ([480, 1200], [1, 5])


def test_the_first_day_does_not_move(okafor, maya):
    path = f"{LIST}{_added(okafor, maya)['id']}/"

    answer = Browser(okafor).send("PUT", path, medication(active_from=days_ago(3)))

    assert list(answer.body["fields"]) == ["active_from"]


def test_a_refill_that_has_passed_may_stand_while_something_else_changes(okafor, maya):
    added = _added(okafor, maya, refill_on=TOMORROW)
    with as_owner():
        Medication.objects.update(refill_on=days_ago(5))
    path = f"{LIST}{added['id']}/"

    answer = Browser(okafor).send("PUT", path, medication(refill_on=days_ago(5), dose_text="25 mg"))

    assert (answer.status, answer.body["refill_on"]) == (200, days_ago(5))


def test_a_list_has_an_end(okafor, maya, monkeypatch):
    monkeypatch.setattr("care.services.medication.MOST", 1)
    _added(okafor, maya)

    answer = Browser(okafor).post(of(maya, LIST), medication(name="Sertraline"))

    assert (answer.status, answer.body["code"]) == (409, "too_many")


def test_reading_and_writing_leave_entries_about_the_client(okafor, maya):
    added = _added(okafor, maya)
    browser = Browser(okafor)
    browser.get(of(maya, LIST))
    browser.get(f"{LIST}{added['id']}/history/")
    browser.post(f"{LIST}{added['id']}/stop/")

    with as_owner():
        entries = AuditEntry.objects.filter(client_ids=[maya.pk], subject="care_medication")
        actions = list(entries.order_by("position").values_list("action", flat=True))
    assert actions == ["added", "read", "read", "stopped"]


def test_others_are_told_what_is_in_force_on_a_day(okafor, maya):
    _added(okafor, maya)
    stopped = _added(okafor, maya, name="Sertraline")
    Browser(okafor).post(f"{LIST}{stopped['id']}/stop/")
    _added(okafor, maya, name="Later", active_from=TOMORROW, refill_on=TOMORROW)
    be_person(maya.pk)

    active = selectors.active_medications(client=maya.pk, on=STORY_DAY)
    refills = selectors.refills_between(first=STORY_DAY, last=STORY_DAY.fromisoformat(TOMORROW))

    assert [row.name for row in active] == ["Naltrexone"]
    assert [row.name for row in refills] == ["Later"]
