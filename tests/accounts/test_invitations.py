"""By invitation only: asked, told by one neutral message, accepted once."""

from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.db import ProgrammingError, transaction

from accounts import services
from accounts.models import Invitation, Role, User
from accounts.services import InvitationUnusable
from core.audit import Actor
from core.identity import be_person
from core.models import AuditEntry
from delivery import services as delivery_services
from delivery.models import Delivery
from delivery.services import Cause
from tests.accounts.doors import Web
from tests.conftest import as_owner
from tests.story import STORY_TIME

NEW = {"email": "noor@example.org", "name": "Noor Aziz", "roles": ["client"]}
GOOD = "three quiet rivers"


@pytest.fixture
def invited(browser, ada):
    """Noor, invited by Ada: the token that her message carries."""
    with time_machine.travel(STORY_TIME, tick=False):
        answer = browser(ada).post("/invitations/", NEW)
    assert answer.status == 201, answer
    return _token_sent_to("noor@example.org")


def _token_sent_to(address: str) -> str:
    with as_owner():
        path = Delivery.objects.get(address=address).path
    assert path.startswith("/invitation#")
    return path.partition("#")[2].partition(".")[0]


def _accept(browser, token: str, password: str = GOOD, *, after: timedelta = timedelta(0)):
    with time_machine.travel(STORY_TIME + after, tick=False):
        return browser(None).post("/invitations/accept/", {"token": token, "password": password})


def test_ada_invites_noor_and_one_message_is_queued(invited, ada):
    with as_owner():
        delivery = Delivery.objects.get(address="noor@example.org")
        invitation = Invitation.objects.get()
        entry = AuditEntry.objects.get(action="invite")

    assert (delivery.kind, delivery.state, delivery.person) == ("invitation", "queued", None)
    assert invitation.expires_at == STORY_TIME + timedelta(hours=72)
    assert len(invited) >= 22
    assert invited not in str(invitation.__dict__)
    assert (entry.actor_id, entry.subject_id) == (ada.pk, invitation.pk)
    assert "noor" not in str(entry.__dict__)


def test_noor_accepts_and_signs_in(invited, browser):
    answer = _accept(browser, invited)

    signed_in = Web().password("noor@example.org", GOOD)
    assert (answer.status, answer.body) == (201, {"email": "noor@example.org"})
    assert signed_in.status_code == 200
    with as_owner():
        noor = User.objects.get(email="noor@example.org")
        invitation = Invitation.objects.get()
        accepted = AuditEntry.objects.get(action="accept_invitation")
    assert noor.roles == ["client"]
    assert (invitation.accepted_by_id, invitation.accepted_at) == (noor.pk, STORY_TIME)
    assert accepted.subject_id == noor.pk


def test_a_clinician_who_accepts_must_set_up_a_second_factor(browser, ada):
    new = {**NEW, "email": "dr-new@example.org", "roles": ["clinician"]}
    with time_machine.travel(STORY_TIME, tick=False):
        browser(ada).post("/invitations/", new)
    _accept(browser, _token_sent_to("dr-new@example.org"))
    device = Web()

    device.password("dr-new@example.org", GOOD)

    assert device.api("GET", "/alerts/").status_code == 403
    assert device.api("GET", "/me/").json()["second_factor"] == "needed"


def test_every_token_that_does_not_work_is_refused_alike(invited, browser, ada, maya):
    with time_machine.travel(STORY_TIME, tick=False):
        for email in ("maya@example.org", "MAYA2@example.org"):
            browser(ada).post("/invitations/", {**NEW, "email": email})
    for_an_account = _token_sent_to("maya@example.org")
    expired = _accept(browser, invited, after=timedelta(hours=72))
    _accept(browser, invited)

    answers = [
        expired,
        _accept(browser, invited),
        _accept(browser, "x" * 43),
        _accept(browser, for_an_account),
    ]

    assert {answer.status for answer in answers} == {400}
    assert len({answer.content for answer in answers}) == 1
    assert answers[0].body["code"] == "invitation_unusable"


def test_an_invitation_works_until_its_last_moment(invited, browser):
    answer = _accept(browser, invited, after=timedelta(hours=72, microseconds=-1))

    assert answer.status == 201


def test_an_address_that_has_an_account_in_other_capitals_is_refused(browser, ada, maya):
    with time_machine.travel(STORY_TIME, tick=False):
        browser(ada).post("/invitations/", {**NEW, "email": "Maya@Example.org"})
    with as_owner():
        address = Invitation.objects.get().email

    answer = _accept(browser, _token_sent_to(address))

    assert answer.body["code"] == "invitation_unusable"


@pytest.mark.parametrize(
    "weak", ["short", "password1234", "noor@example.org", "12345678", "Noor Aziz"]
)
def test_a_weak_password_is_refused_with_its_field_and_the_invitation_stays_usable(
    invited, browser, weak
):
    refused = _accept(browser, invited, weak)
    accepted = _accept(browser, invited)

    assert (refused.status, refused.body["code"]) == (400, "invalid")
    assert refused.body["fields"]["password"][0] == refused.body["detail"]
    assert accepted.status == 201


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"email": "not an address"}, "email"),
        ({"email": None}, "email"),
        ({"email": "a@b.c" * 80}, "email"),
        ({"name": ""}, "name"),
        ({"name": 5}, "name"),
        ({"name": "n" * 121}, "name"),
        ({"roles": []}, "roles"),
        ({"roles": ["owner"]}, "roles"),
        ({"roles": "client"}, "roles"),
        ({"roles": ["client"] * 5}, "roles"),
        ({"is_active": True}, "is_active"),
    ],
)
def test_an_invitation_that_makes_no_sense_is_refused_with_its_field(browser, ada, change, field):
    answer = browser(ada).post("/invitations/", {**NEW, **change})

    assert answer.status == 400
    assert answer.body["fields"][field]
    with as_owner():
        assert not Invitation.objects.exists()


@pytest.mark.parametrize(
    "body", [{}, {"token": "x"}, {"password": GOOD}, {"token": 1, "password": 2}, {"token": None}]
)
def test_accepting_without_token_or_password_is_refused_with_its_field(browser, db, body):
    answer = browser(None).post("/invitations/accept/", body)

    assert answer.status == 400
    assert answer.body["fields"]


@pytest.mark.parametrize("name", ["maya", "okafor", "rosa", "stranger"])
def test_only_an_administrator_invites(request, browser, name):
    answer = browser(request.getfixturevalue(name)).post("/invitations/", NEW)

    assert (answer.status, answer.body["code"]) == (404, "not_found")
    with as_owner():
        assert not Invitation.objects.exists()


INVITATION, NEW_PASSWORD = Cause("invitation", "x"), Cause("new_password", "x")


def _queue(cause: Cause) -> None:
    with transaction.atomic():
        delivery_services.queue_to_address(
            address="noor@example.org", cause=cause, due_at=STORY_TIME
        )


@pytest.mark.parametrize(
    ("name", "cause"),
    [("ada", NEW_PASSWORD), ("maya", INVITATION), ("okafor", INVITATION), ("rosa", NEW_PASSWORD)],
)
def test_nobody_but_ada_sends_a_message_to_an_address(request, ada, name, cause):
    be_person(ada.pk)
    _queue(INVITATION)
    be_person(request.getfixturevalue(name).pk)

    with pytest.raises(ProgrammingError, match="row-level security"):
        _queue(replace(cause, name="y"))


def test_a_system_invites_nobody(db):
    with pytest.raises(InvitationUnusable):
        services.invite(
            actor=Actor(role="accounts"),
            email="x@example.org",
            name="X",
            roles=[Role.CLIENT],
            at=STORY_TIME,
        )


def test_a_new_password_comes_by_a_message_with_a_link_and_no_name(maya):
    device = Web()
    device.api("GET", "/me/")

    device.auth("POST", "/auth/password/request", {"email": maya.email})

    with as_owner():
        delivery = Delivery.objects.get(kind="new_password")
    key = delivery.path.removeprefix("/new-password#")
    assert delivery.address == maya.email
    changed = device.auth("POST", "/auth/password/reset", {"key": key, "password": GOOD})
    assert changed.status_code in (200, 401)
    assert Web().password(maya.email, GOOD).status_code == 200


def test_an_unknown_address_that_wants_a_new_password_gets_no_message(db):
    device = Web()
    device.api("GET", "/me/")

    device.auth("POST", "/auth/password/request", {"email": "nobody@example.org"})

    with as_owner():
        assert not Delivery.objects.filter(address="nobody@example.org").exists()


@pytest.mark.parametrize("name", ["N\nBcc: x@example.com", "Noor\r", "Noor\u2028Aziz"])
def test_a_name_is_one_line(browser, ada, name):
    answer = browser(ada).post("/invitations/", {**NEW, "name": name})

    # White space at the ends is trimmed; within, a break is refused by name.
    assert answer.status == (201 if name == "Noor\r" else 400), answer
    if answer.status == 400:
        assert answer.body["fields"] == {"name": ["Write this on one line."]}
