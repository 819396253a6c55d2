"""F-01: with attendance alone, every route and method of the map answers as if nothing were shared.

All but the family page itself; there, attendance is shown and nothing else. And two families, or
two clients, never cross (F-08).
"""

import re

import pytest
from django.db import transaction

from family.models import Category
from tests.conftest import as_owner
from tests.family import life
from tests.family.sharing import share, shown
from tests.guards.house import Route, api_routes
from tests.http import Browser
from tests.story import STORY_TIME

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SECRETS = r'(?<=calendar/)[\w-]{43}|(?<="token":")[^"]+'  # made anew for each answer
ITS_OWN = {"family/shared/", "family/shared/mark/", "family/shared/<uuid:client_id>/"}


@pytest.fixture
def aunt(maya, db):
    with as_owner():
        aunt = life.relative("luz")
        life.live(maya.pk, aunt)
    share("maya", aunt, at=STORY_TIME - 3 * life.DAY, categories=[Category.ATTENDANCE])
    return aunt


@pytest.fixture
def never(db):
    with as_owner():
        return life.relative("ana")


def asked(visitor, person, method, route, maya):
    path = re.sub(r"<uuid:\w+>", str(maya.pk), "/" + route.path)
    path = re.sub(r"<[^>]+>", "2026-06-10", path)
    with transaction.atomic():
        answer = visitor.get(path) if method == "GET" else visitor.send(method, path, {})
        transaction.set_rollback(True)
    said = answer.content.decode()
    for own in (str(person.pk), person.email, person.name):
        said = said.replace(own, "me")
    return answer.status, re.sub(SECRETS, "", said)


def methods_of(route):
    """Return the methods that a route knows, and one that it does not."""
    known = [method for method in METHODS if hasattr(route.view, method.lower())]
    return [*known, next(method for method in METHODS[::-1] if method not in known)]


def test_f01_every_route_and_method_answers_as_to_somebody_with_whom_nothing_is_shared(
    aunt, never, maya
):
    hers, nobodys = Browser(aunt), Browser(never)
    refusal = asked(nobodys, never, "GET", Route("no-such-thing/", "", None), maya)
    answered = 0

    for route in api_routes():
        if route.path == "schema/":  # the same for everybody, and long
            continue
        for method in methods_of(route):
            if route.path in ITS_OWN and method == "GET":
                continue
            found = asked(hers, aunt, method, route, maya)
            if found != refusal:  # open to every family account, whatever is shared
                answered += 1
                assert found == asked(nobodys, never, method, route, maya), (method, route.path)
                assert found[0] != 404, (method, route.path, found)

    assert answered > 10


def test_f01_the_page_shows_attendance_and_nothing_else(aunt):
    (card,) = shown(aunt).body["shared"]

    assert {key for key in Category.values if card.get(key) is not None} == {"attendance"}


def test_f08_two_families_of_one_client_and_one_relative_of_two_clients_never_cross(
    aunt, maya, ben, rosa
):
    with as_owner():
        life.live(ben.pk, rosa)
    share("ben", aunt, at=STORY_TIME - 3 * life.DAY, categories=[Category.STREAK])

    cards = {card["client_name"]: card for card in shown(aunt).body["shared"]}

    shared = {
        name: {key for key in Category.values if card.get(key) is not None}
        for name, card in cards.items()
    }
    assert shared == {"Maya Torres": {"attendance"}, "Ben Walker": {"streak"}}
    assert Browser(rosa).get(f"/family/shared/{ben.pk}/").status == 404
    assert [card["client_name"] for card in shown(rosa).body["shared"]] == ["Maya Torres"]
