"""Passkeys: to come in without a password, as the second step, and to show who is here."""

import pytest
from allauth.mfa.models import Authenticator

from core.models import AuditEntry
from family.models import Consent
from tests.accounts import passkeys
from tests.accounts.doors import PASSWORD, App, Web
from tests.accounts.passkeys import Phone
from tests.conftest import as_owner
from tests.family.consenting import wish

DOORS = pytest.mark.parametrize("door", [Web, App], ids=["browser", "app"])


def _with_passkey(person, door=Web):
    device, phone = door(), Phone()
    device.sign_in(person)
    answer = passkeys.add(device, phone)
    assert answer.status_code == 200, answer.content
    return device, phone


def _noted(action, person):
    with as_owner():
        return AuditEntry.objects.filter(action=action, subject_id=person.pk).count()


@DOORS
def test_maya_comes_in_with_a_passkey_and_nothing_else(door, maya):
    _, phone = _with_passkey(maya)
    device = door()

    answer = passkeys.show(device, phone, "login")

    assert answer.status_code == 200, answer.content
    assert device.api("GET", "/me/").json()["id"] == str(maya.pk)


def test_a_passkey_of_staff_is_both_steps_at_once(okafor):
    with as_owner():
        Authenticator.objects.filter(user=okafor).delete()
    device, phone = Web(), Phone()
    device.password(okafor.email)

    before = device.api("GET", "/alerts/").status_code
    passkeys.add(device, phone)
    after = device.api("GET", "/alerts/").status_code
    another = Web()
    passkeys.show(another, phone, "login")

    assert (before, after) == (403, 200)
    assert another.api("GET", "/alerts/").status_code == 200


def test_a_passkey_is_the_second_step_after_the_password(maya):
    _, phone = _with_passkey(maya)
    device = Web()

    first = device.password(maya.email)
    between = device.api("GET", "/me/").status_code
    second = passkeys.show(device, phone, "authenticate")

    assert (first.status_code, between, second.status_code) == (401, 401, 200)
    assert device.api("GET", "/me/").status_code == 200


@pytest.mark.parametrize(
    "change",
    [
        {"origin": "https://testserver.example"},
        {"origin": "http://testserver"},
        {"flags": passkeys.PRESENT},
        {"key": Phone().key},
        {"number": b"another passkey!"},
    ],
    ids=["another site", "not encrypted", "nobody looked", "another key", "unknown"],
)
def test_what_is_not_the_passkey_lets_nobody_in(maya, change):
    _, phone = _with_passkey(maya)
    for name, value in change.items():
        setattr(phone, name, value)
    device = Web()

    answer = passkeys.show(device, phone, "login")

    assert answer.status_code == 400
    assert device.api("GET", "/me/").status_code == 401


def test_what_was_shown_once_does_not_count_again(maya):
    _, phone = _with_passkey(maya)
    device, thief = Web(), Web()
    offer = device.auth("GET", "/auth/webauthn/login").json()["data"]["request_options"]
    shown = {"credential": phone.show(offer)}
    assert device.auth("POST", "/auth/webauthn/login", shown).status_code == 200
    thief.auth("GET", "/auth/webauthn/login")

    assert thief.auth("POST", "/auth/webauthn/login", shown).status_code == 400


@pytest.mark.parametrize(
    "credential",
    [None, [], "x", 7, {}, {"response": {}}, {"id": "x", "response": {"userHandle": 1}}],
)
@pytest.mark.parametrize("door", ["login", "reauthenticate"])
def test_nonsense_is_refused_and_breaks_nothing(maya, door, credential):
    device, _ = _with_passkey(maya)
    device.auth("GET", f"/auth/webauthn/{door}")
    if door == "login":
        device = Web()
        device.auth("GET", "/auth/webauthn/login")

    answer = device.auth("POST", f"/auth/webauthn/{door}", {"credential": credential})

    assert answer.status_code == 400, answer.content


def test_a_second_one_needs_the_password_anew_and_either_comes_in(maya):
    device, first = _with_passkey(maya)
    refused = device.auth("GET", "/account/authenticators/webauthn?passwordless")
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    second = Phone()
    passkeys.add(device, second, "My laptop")

    assert refused.status_code == 401
    assert passkeys.show(Web(), first, "login").status_code == 200
    assert passkeys.show(Web(), second, "login").status_code == 200


def test_a_passkey_is_renamed_and_taken_away_and_all_of_it_is_noted(maya):
    device, phone = _with_passkey(maya)
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    (kept,) = [
        factor
        for factor in device.auth("GET", "/account/authenticators").json()["data"]
        if factor["type"] == "webauthn"
    ]
    path = "/account/authenticators/webauthn"

    renamed = device.auth("PUT", path, {"id": kept["id"], "name": "Old phone"})
    removed = device.auth("DELETE", path, {"authenticators": [kept["id"]]})

    assert (renamed.status_code, removed.status_code) == (200, 200)
    assert passkeys.show(Web(), phone, "login").status_code == 400
    for action in ("passkey_added", "passkey_renamed", "passkey_removed"):
        assert _noted(action, maya) == 1, action


def test_a_passkey_that_was_just_shown_is_a_proof_and_counts_once(maya):
    device, phone = _with_passkey(maya)
    unshown = device.api("POST", "/records/exports/", {})
    passkeys.show(device, phone, "reauthenticate")

    first = device.api("POST", "/records/exports/", {})
    second = device.api("POST", "/records/exports/", {})

    assert (unshown.status_code, first.status_code, second.status_code) == (403, 202, 403)


def test_staff_keep_one_second_step(okafor):
    device = Web()
    device.sign_in(okafor)
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})

    answer = device.auth("DELETE", "/account/authenticators/totp")

    assert (answer.status_code, answer.json()["code"]) == (409, "last_second_factor")
    with as_owner():
        assert Authenticator.objects.filter(user=okafor, type="totp").exists()


def test_a_consent_is_signed_with_a_passkey(maya):
    device, phone = _with_passkey(maya)
    terms = wish()
    digest = device.api("POST", "/consents/preview-text/", terms).json()["text_digest"]
    body = {**terms, "adult": True, "text_digest": digest}
    unshown = device.api("POST", "/consents/", body)
    passkeys.show(device, phone, "reauthenticate")

    signed = device.api("POST", "/consents/", body)

    assert (unshown.status_code, signed.status_code) == (403, 201), signed.content
    with as_owner():
        consent = Consent.objects.get(pk=signed.json()["consent"]["id"])
    assert consent.signature_method == "passkey"
