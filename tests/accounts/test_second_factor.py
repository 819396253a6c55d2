"""Staff reach nothing before this session showed a second factor; setting one up opens the gate."""

from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.db import connection
from django.urls import URLPattern, URLResolver, get_resolver

from core import clock
from tests.accounts.doors import App, Web, code_of
from tests.conftest import as_owner
from tests.http import Browser

STAFF = ("okafor", "ada")  # a clinician and an administrator
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
SOME_ID = "00000000-0000-4000-8000-000000000000"
OPEN = {"api/v1/me/", "api/v1/schema/", "api/v1/invitations/accept/"}


def _routes(patterns: list[URLPattern | URLResolver], before: str = "") -> list[str]:
    found = []
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            found += _routes(pattern.url_patterns, route)
        else:
            found.append(route)
    return found


ROUTES = sorted(
    route for route in _routes(get_resolver().url_patterns) if route.startswith("api/v1/")
)


def _path(route: str) -> str:
    parts = [SOME_ID if part.startswith("<uuid") else part for part in route.split("/")]
    return "/".join("word" if part.startswith("<") else part for part in parts)


@pytest.fixture
def without_factor(request):
    """Take the second factor from somebody, as if they had just accepted an invitation."""

    def take(name):
        person = request.getfixturevalue(name)
        with as_owner():
            Authenticator.objects.filter(user=person).delete()
        return person

    return take


@pytest.mark.parametrize("name", STAFF)
def test_staff_without_a_second_factor_reach_nothing(request, name):
    browser = Browser(request.getfixturevalue(name), second_factor=False)

    let_in = {}
    for route in set(ROUTES) - OPEN:
        for method in METHODS:
            answer = browser.send(method, _path(route).removeprefix("api/v1"))
            said = (answer.status, answer.body["code"])
            if said != (403, "second_factor_required"):
                let_in[method, route] = said

    assert len(ROUTES) > 100
    assert let_in == {}


@pytest.mark.parametrize("name", STAFF)
def test_staff_without_a_second_factor_are_told_that_they_need_one(request, name):
    answer = Browser(request.getfixturevalue(name), second_factor=False).get("/me/")

    assert (answer.status, answer.body["second_factor"]) == (200, "needed")


@pytest.mark.parametrize("name", ["maya", "rosa", "tom"])
def test_clients_and_families_need_none(request, name):
    assert Browser(request.getfixturevalue(name)).get("/me/").body["second_factor"] == (
        "not_required"
    )


def test_a_second_factor_shown_by_somebody_else_in_this_session_does_not_count(okafor, lee):
    browser = Browser(okafor)
    session = browser.client.session
    session["account_authentication_methods_user"] = str(lee.pk)
    session.save()

    assert browser.get("/alerts/").status == 403


def _set_up(device, code=""):
    """Show the first code of a new secret, soon after signing in."""
    offer = device.auth("GET", "/account/authenticators/totp")
    code = code or code_of(offer.json()["meta"]["secret"])
    return offer, device.auth("POST", "/account/authenticators/totp", {"code": code})


def test_setting_one_up_long_after_signing_in_needs_the_password_again(without_factor):
    okafor = without_factor("okafor")
    device = Web()
    device.password(okafor.email)
    secret = device.auth("GET", "/account/authenticators/totp").json()["meta"]["secret"]

    began = clock.now()
    with time_machine.travel(began + timedelta(minutes=8)):
        device.api("GET", "/me/")
    with time_machine.travel(began + timedelta(minutes=16)):
        code = {"code": code_of(secret)}
        answer = device.auth("POST", "/account/authenticators/totp", code)

    assert answer.status_code == 401
    assert answer.json()["data"]["flows"] == [{"id": "reauthenticate"}]
    assert device.api("GET", "/alerts/").status_code == 403


@pytest.mark.parametrize("door", [Web, App], ids=["browser", "app"])
def test_setting_one_up_opens_the_gate(door, without_factor):
    okafor = without_factor("okafor")
    device = door()
    device.password(okafor.email)
    before = device.api("GET", "/alerts/")

    offer, done = _set_up(device)
    after = device.api("GET", "/alerts/")

    assert before.status_code == 403
    assert (offer.status_code, done.status_code) == (404, 200)
    assert after.status_code == 200
    assert device.api("GET", "/me/").json()["second_factor"] == "done"


@pytest.mark.parametrize("door", [Web, App], ids=["browser", "app"])
def test_a_wrong_code_at_set_up_leaves_the_gate_closed(door, without_factor):
    okafor = without_factor("okafor")
    device = door()
    device.password(okafor.email)

    _, answer = _set_up(device, code="000000")

    assert answer.status_code == 400
    assert device.api("GET", "/alerts/").status_code == 403


def test_the_secret_in_the_table_is_not_the_secret(without_factor):
    okafor = without_factor("okafor")
    device = Web()
    device.password(okafor.email)

    offer, _ = _set_up(device)

    secret = offer.json()["meta"]["secret"]
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT data::text FROM mfa_authenticator WHERE user_id = %s ORDER BY id", [okafor.pk]
        )
        stored = [row[0] for row in cursor.fetchall()]
    assert len(stored) >= 1
    assert secret not in str(stored)
    assert '"secret": "v1.' in stored[0]


def test_okafor_signed_in_after_set_up_needs_the_code(without_factor):
    okafor = without_factor("okafor")
    device = Web()
    device.password(okafor.email)
    _set_up(device)
    device.auth("DELETE", "/auth/session")

    assert Web().password(okafor.email).status_code == 401
