"""Another telephone is a way to reach somebody: whoever changes it shows once more who they are."""

from datetime import timedelta

import pytest
import time_machine

from core import clock
from delivery.models import ContactPoint
from tests.accounts import passkeys
from tests.accounts.doors import PASSWORD, App, Web
from tests.accounts.passkeys import Phone
from tests.conftest import as_owner

MOBILE = {"number": "+1 617 555 0142"}
REACHED = {"phone": "617-555-0142"}
ADD = ("POST", "/contact-points/phone/", MOBILE)
SAY = ("PUT", "/me/reach/", REACHED)
DOORS = pytest.mark.parametrize("door", [Web, App], ids=["browser", "app"])


@pytest.fixture(autouse=True)
def _texts(settings):
    settings.CHANNELS_ON = {"email", "sms"}


def _signed_in(person, door=Web):
    device = door()
    device.sign_in(person)
    return device


def _told(answer):
    return (answer.status_code, answer.json()["code"])


@DOORS
@pytest.mark.parametrize(("asked", "done"), [(ADD, 201), (SAY, 200)], ids=["texts", "calls"])
def test_a_new_number_needs_a_proof_that_coming_in_is_not(door, asked, done, maya):
    device = _signed_in(maya, door)
    before = device.api(*asked)

    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    after = device.api(*asked)

    assert _told(before) == (403, "show_again")
    assert after.status_code == done, after.content
    with as_owner():
        points = ContactPoint.objects.filter(person=maya, channel="sms").count()
    assert points == (1 if asked is ADD else 0)


def test_a_passkey_is_a_proof_as_well(maya):
    device, phone = _signed_in(maya), Phone()
    passkeys.add(device, phone)
    passkeys.show(device, phone, "reauthenticate")

    assert device.api(*SAY).status_code == 200


def test_a_proof_holds_for_five_minutes(maya):
    device, began = _signed_in(maya), clock.now()
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})

    with time_machine.travel(began + timedelta(minutes=4)):
        soon = device.api(*ADD)
    with time_machine.travel(began + timedelta(minutes=6)):
        late = device.api("POST", "/contact-points/phone/", {"number": "+1 617 555 0143"})

    assert soon.status_code == 201
    assert _told(late) == (403, "show_again")


def test_a_wrong_password_proves_nothing(maya):
    device = _signed_in(maya)
    device.auth("POST", "/auth/reauthenticate", {"password": "not my password at all"})

    assert _told(device.api(*ADD)) == (403, "show_again")


def test_taking_a_working_number_away_needs_one_and_a_browser_none(maya):
    with as_owner():
        texts = ContactPoint.objects.create(
            person=maya, channel="sms", address="digest", sealed="+16175550142",
            verified_at=clock.now(),
        )  # fmt: skip
        browser = ContactPoint.objects.create(
            person=maya, channel="push", address="digest-of-push", sealed="https://push.example",
        )  # fmt: skip
    device = _signed_in(maya)

    assert _told(device.api("DELETE", f"/contact-points/{texts.pk}/")) == (403, "show_again")
    assert device.api("DELETE", f"/contact-points/{browser.pk}/").status_code == 204
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    assert device.api("DELETE", f"/contact-points/{texts.pk}/").status_code == 204


def test_what_stands_is_said_again_without_one(maya):
    device = _signed_in(maya)
    device.auth("POST", "/auth/reauthenticate", {"password": PASSWORD})
    device.api(*SAY)
    another = _signed_in(maya)

    same = another.api("PUT", "/me/reach/", {**REACHED, "place": "12 River Street"})
    other = another.api("PUT", "/me/reach/", {"phone": "617-555-0199"})
    friend = {"contact_name": "Luz", "contact_phone": "617-555-0188"}
    person = another.api("PUT", "/me/reach/", {**REACHED, **friend})

    assert same.status_code == 200
    assert _told(other) == _told(person) == (403, "show_again")
    assert another.api("GET", "/me/").status_code == 200
