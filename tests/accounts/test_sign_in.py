"""Coming in and going out, by browser and by app."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session

from accounts.models import User
from core import clock
from core.models import AuditEntry
from tests.accounts.doors import PASSWORD, App, Web, code_of
from tests.conftest import as_owner

DOORS = pytest.mark.parametrize("door", [Web, App], ids=["browser", "app"])


def _entries(action: str) -> list[AuditEntry]:
    with as_owner():
        since = clock.now() - timedelta(minutes=1)
        return list(AuditEntry.objects.filter(action=action, at__gte=since))


@DOORS
def test_maya_signs_in_with_her_password(door, maya):
    device = door()

    answer = device.sign_in(maya)
    me = device.api("GET", "/me/")

    assert answer.status_code == 200
    assert me.json()["id"] == str(maya.pk)
    assert me.json()["second_factor"] == "not_required"


@DOORS
def test_maya_may_write_her_address_in_capitals(door, maya):
    answer = door().password("MAYA@example.ORG")

    assert answer.status_code == 200


@DOORS
def test_dr_okafor_signs_in_with_password_and_code(door, okafor):
    device = door()

    first = device.password(okafor.email)
    between = device.api("GET", "/alerts/")
    second = device.auth("POST", "/auth/2fa/authenticate", {"code": code_of()})
    inbox = device.api("GET", "/alerts/")

    assert first.status_code == 401
    assert {"id": "mfa_authenticate", "is_pending": True} in [
        {name: flow.get(name) for name in ("id", "is_pending")}
        for flow in first.json()["data"]["flows"]
    ]
    assert between.status_code == 401
    assert (second.status_code, inbox.status_code) == (200, 200)


@DOORS
@pytest.mark.parametrize("code", ["000000", "", "12345", "abcdef"])
def test_a_wrong_code_does_not_let_dr_okafor_in(door, okafor, code):
    device = door()
    device.password(okafor.email)

    answer = device.auth("POST", "/auth/2fa/authenticate", {"code": code})

    assert answer.status_code == 400
    assert device.api("GET", "/alerts/").status_code == 401


def test_a_code_works_once(okafor):
    first, second = Web(), Web()
    first.password(okafor.email)
    second.password(okafor.email)
    code = code_of()

    answers = [
        device.auth("POST", "/auth/2fa/authenticate", {"code": code}).status_code
        for device in (first, second)
    ]

    assert answers == [200, 400]


@DOORS
def test_signing_out_ends_the_session_for_good(door, maya):
    device = door()
    device.sign_in(maya)
    cookies, token = device.client.cookies.copy(), getattr(device, "token", "")

    out = device.auth("DELETE", "/auth/session")
    device.client.cookies, device.token = cookies, token
    after = device.api("GET", "/me/")

    assert out.status_code == 401
    assert after.status_code == 401
    with as_owner():
        assert not any(str(maya.pk) in str(row.get_decoded()) for row in Session.objects.all())


def test_an_invented_token_is_nobody(maya):
    device = App()
    device.token = "x" * 32

    answer = device.api("GET", "/me/")

    assert answer.status_code == 401
    assert answer.json()["code"] == "not_authenticated"


def test_a_token_is_nobody_once_the_person_was_disabled(maya):
    device = App()
    device.sign_in(maya)
    with as_owner():
        User.objects.filter(pk=maya.pk).update(is_active=False)

    assert device.api("GET", "/me/").status_code == 401


def test_a_cookie_is_nobody_once_the_person_was_disabled(maya):
    device = Web()
    device.sign_in(maya)
    with as_owner():
        User.objects.filter(pk=maya.pk).update(is_active=False)

    assert device.api("GET", "/me/").status_code == 401


@DOORS
@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [("POST", "/check-ins/", 400), ("GET", "/check-ins/", 200), ("POST", "/invitations/", 404)],
)
def test_apps_and_browsers_reach_the_same_doors(door, maya, method, path, allowed):
    device = door()
    device.sign_in(maya)

    assert device.api(method, path, {} if method == "POST" else None).status_code == allowed


@pytest.mark.parametrize(
    "path", ["/api/v1/check-ins/", "/_allauth/browser/v1/auth/login"], ids=["api", "sign-in"]
)
def test_a_post_without_the_csrf_token_is_refused_in_our_shape(maya, path):
    device = Web()
    device.sign_in(maya)
    device.headers = dict  # a foreign page cannot read the token

    answer = device.send("POST", path, {"email": maya.email, "password": PASSWORD})

    assert answer.status_code == 403
    assert answer.json() == {
        "code": "csrf_failed",
        "detail": "This page is out of date. Reload it and try again.",
    }


def test_a_wrong_csrf_token_is_refused(maya):
    device = Web()
    device.sign_in(maya)
    device.headers = lambda: {"X-CSRFToken": "x" * 32}

    answer = device.api("POST", "/check-ins/", {})

    assert (answer.status_code, answer.json()["code"]) == (403, "csrf_failed")


def test_me_gives_the_csrf_token_even_to_nobody(db):
    answer = Web().api("GET", "/me/")

    assert answer.status_code == 401
    assert answer.cookies["csrftoken"].value
    assert answer.headers["Cache-Control"] == "no-store"


@DOORS
def test_the_demos_cast_is_not_let_in_outside_of_the_demo(door, maya, settings):
    settings.DEMO_ALLOWED = False

    refused = door().password(maya.email)
    unknown = door().password("nobody@example.com")

    assert refused.status_code == 400
    assert refused.json() == unknown.json()


@DOORS
def test_nobody_signs_up_by_themselves(door, db):
    device = door()
    device.api("GET", "/me/")

    answer = device.auth(
        "POST", "/auth/signup", {"email": "new@example.org", "password": "a long password"}
    )

    assert answer.status_code == 403
    with as_owner():
        assert not User.objects.filter(email="new@example.org").exists()


@DOORS
def test_a_refused_sign_in_says_the_same_of_maya_and_of_an_unknown_address(door, maya):
    known = door().password(maya.email, "not her password")
    unknown = door().password("nobody@example.org", "not her password")

    assert known.status_code == unknown.status_code == 400
    assert known.content == unknown.content
    assert sorted(known.headers) == sorted(unknown.headers)


def test_a_refused_sign_in_says_the_same_once_maya_was_disabled(maya):
    with as_owner():
        User.objects.filter(pk=maya.pk).update(is_active=False)

    disabled = Web().password(maya.email, "not her password")
    unknown = Web().password("nobody@example.org", "not her password")

    assert (disabled.status_code, disabled.content) == (unknown.status_code, unknown.content)


def test_asking_for_a_new_password_says_the_same_of_maya_and_of_an_unknown_address(maya):
    answers = []
    for email in (maya.email, "nobody@example.org"):
        device = Web()
        device.api("GET", "/me/")
        answers.append(device.auth("POST", "/auth/password/request", {"email": email}))

    assert answers[0].status_code == answers[1].status_code == 200
    assert answers[0].content == answers[1].content


def test_a_sign_in_and_a_refused_one_leave_entries_without_the_address_typed(maya):
    Web().sign_in(maya)
    Web().password(maya.email, "not her password")
    Web().password("typed-by-mistake@example.org", "x")

    came_in, refused = _entries("sign_in"), _entries("sign_in_refused")
    assert [entry.subject_id for entry in came_in] == [maya.pk]
    assert [entry.subject_id for entry in refused] == [None, None]
    assert {entry.address for entry in came_in + refused} == {"127.0.0.1"}
    assert "typed-by-mistake" not in str([entry.__dict__ for entry in refused])


def test_after_sixty_wrong_passwords_from_one_place_nobody_comes_in_from_there(maya, settings):
    assert "60/m/ip" in settings.ACCOUNT_RATE_LIMITS["login_failed"]
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "4/m/ip"}
    for number in range(4):
        Web().password(f"guess{number}@example.org", "not it")

    assert Web().password(maya.email).status_code in (400, 429)


def test_after_five_wrong_passwords_maya_waits(maya):
    for _ in range(5):
        Web().password(maya.email, "not hers")

    assert Web().password(maya.email).status_code in (400, 429)
