"""The list of people whom a client can turn to."""

import pytest
import time_machine
from django.db import connection

from core.audit import Actor
from core.errors import NotVisible
from core.identity import be_person
from core.models import AuditEntry
from plans import services
from plans.models import SupportPerson
from plans.services import Contact
from tests.conftest import as_owner
from tests.story import STORY_TIME

JO = {"name": "Jo", "relationship": "friend", "phone": "+1 (617) 555-0140"}


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def test_maya_names_jo_and_finds_her_on_the_list(browser, maya):
    phone = browser(maya)

    added = phone.post("/support-people/", {**JO, "place": "4 Elm St", "can_help_with": "talk"})

    assert added.status == 201
    assert phone.get("/support-people/").body == {"results": [added.body], "next": None}
    assert added.body == {
        **JO,
        "id": added.body["id"],
        "place": "4 Elm St",
        "can_help_with": "talk",
        "added_at": STORY_TIME.strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def test_what_is_left_out_is_no_place_and_any_help(browser, maya):
    added = browser(maya).post("/support-people/", JO)

    assert (added.body["place"], added.body["can_help_with"]) == ("", "both")


def test_jo_sent_twice_is_on_the_list_once(browser, maya):
    phone = browser(maya)

    first, again = phone.post("/support-people/", JO), phone.post("/support-people/", JO)

    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    assert len(phone.get("/support-people/").body["results"]) == 1


def test_jo_has_a_new_number(browser, maya):
    phone = browser(maya)
    jo = phone.post("/support-people/", JO).body

    changed = phone.send("PUT", f"/support-people/{jo['id']}/", {**JO, "phone": "617-555-0150"})

    assert changed.status == 200
    assert changed.body == {**jo, "phone": "617-555-0150"}
    assert phone.get("/support-people/").body["results"] == [changed.body]


def test_who_is_taken_off_the_list_stays_in_the_record(browser, maya):
    phone = browser(maya)
    jo = phone.post("/support-people/", JO).body
    path = f"/support-people/{jo['id']}/"

    removed = phone.send("DELETE", path)

    assert removed.status == 204
    assert phone.get("/support-people/").body["results"] == []
    assert {phone.send("PUT", path, JO).status, phone.send("DELETE", path).status} == {404}
    with as_owner():
        assert SupportPerson.objects.get(pk=jo["id"]).ended_at == STORY_TIME


def test_who_was_taken_off_can_be_named_again(browser, maya):
    phone = browser(maya)
    jo = phone.post("/support-people/", JO).body
    phone.send("DELETE", f"/support-people/{jo['id']}/")

    again = phone.post("/support-people/", JO)

    assert again.status == 201
    assert again.body["id"] != jo["id"]


def test_somebody_removed_meanwhile_is_neither_changed_nor_removed_again(maya, at):
    be_person(maya.pk)
    actor, contact = Actor(role="client", id=maya.pk), Contact(**JO)
    jo = services.add_support_person(client=maya, contact=contact, actor=actor, at=at).person
    services.remove_support_person(person=jo, actor=actor, at=at)

    with pytest.raises(NotVisible):
        services.change_support_person(person=jo, contact=contact, actor=actor, at=at)
    with pytest.raises(NotVisible):
        services.remove_support_person(person=jo, actor=actor, at=at)


def test_the_list_is_full_at_thirty(browser, maya):
    phone = browser(maya)
    for number in range(30):
        phone.post("/support-people/", {**JO, "name": f"Jo {number}"})

    one_more = phone.post("/support-people/", JO)

    assert (one_more.status, one_more.body["code"]) == (409, "too_many_people")
    assert phone.post("/support-people/", {**JO, "name": "Jo 29"}).status == 200


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "   "),
        ("name", None),
        ("name", 7),
        ("name", "J" * 121),
        ("relationship", ""),
        ("relationship", "f" * 61),
        ("phone", ""),
        ("phone", "call me"),
        ("phone", "12"),
        ("phone", "javascript:alert(1)"),
        ("phone", "617-555-0140\n911"),
        ("phone", "6" * 31),
        ("phone", 6175550140),
        ("place", "p" * 201),
        ("can_help_with", "money"),
        ("owner", "me"),
    ],
)
def test_what_is_not_right_is_refused_at_its_field(browser, maya, field, value):
    answer = browser(maya).post("/support-people/", {**JO, field: value})

    assert (answer.status, answer.body["code"]) == (400, "invalid")
    assert list(answer.body["fields"]) == [field]


@pytest.mark.parametrize("missing", ["name", "relationship", "phone"])
def test_name_relationship_and_number_are_needed(browser, maya, missing):
    body = {name: value for name, value in JO.items() if name != missing}

    answer = browser(maya).post("/support-people/", body)

    assert (answer.status, list(answer.body["fields"])) == (400, [missing])


@pytest.mark.parametrize(
    "number", ["911", "(617) 555-0140", "617.555.0140 x12", "+44 20 7946 0958"]
)
def test_numbers_are_taken_as_people_write_them(browser, maya, number):
    answer = browser(maya).post("/support-people/", {**JO, "phone": number})

    assert (answer.status, answer.body["phone"]) == (201, number)


def test_nobody_else_sees_or_changes_mayas_people(browser, maya, ben, okafor, rosa, stranger):
    jo = browser(maya).post("/support-people/", JO).body
    path = f"/support-people/{jo['id']}/"

    for other in (ben, okafor, rosa, stranger):
        listed = browser(other).get("/support-people/")

        assert listed.status == 404 or listed.body["results"] == []
        assert browser(other).send("PUT", path, JO).status == 404
        assert browser(other).send("DELETE", path).status == 404
    assert browser(None).get("/support-people/").status == 401


def test_names_and_numbers_are_encrypted_where_they_lie(browser, maya):
    browser(maya).post("/support-people/", {**JO, "name": "Josephine", "place": "4 Elm St"})

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM plans_supportperson")
        stored = repr(cursor.fetchall())

    for words in ("Josephine", "friend", "555-0140", "Elm"):
        assert words not in stored


def test_each_change_of_the_list_leaves_an_entry(browser, maya):
    phone = browser(maya)
    jo = phone.post("/support-people/", JO).body
    phone.send("PUT", f"/support-people/{jo['id']}/", {**JO, "phone": "911"})
    phone.send("DELETE", f"/support-people/{jo['id']}/")

    with as_owner():
        entries = list(AuditEntry.objects.filter(subject_id=jo["id"]).order_by("position"))

    assert [entry.action for entry in entries] == ["create", "amend", "end"]
    assert {(entry.actor_id, *entry.client_ids) for entry in entries} == {(maya.pk, maya.pk)}
