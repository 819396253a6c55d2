"""What waits: seen by every administrator, sent again, taken back; and by nobody else."""

from datetime import timedelta

import pytest
import time_machine

from accounts.models import Invitation
from accounts.services import open_account
from core.identity import be_person
from core.models import AuditEntry
from delivery.models import Delivery
from tests.conftest import as_owner
from tests.story import STORY_TIME

NEW = {"email": "noor@example.org", "name": "Noor Aziz", "roles": ["client"]}
GOOD = "three quiet rivers"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def waiting(browser, ada):
    """Noor's invitation, as Ada's list shows it."""
    assert browser(ada).post("/invitations/", NEW).status == 201
    (row,) = browser(ada).get("/invitations/").body["results"]
    return row


@pytest.fixture
def other(ada):
    """Another administrator, who invited nobody."""
    with as_owner():
        return open_account(
            email="ines@example.org", name="Ines", roles=["administrator"], password=GOOD
        )


def _links():
    """The secrets of all messages, the oldest first, and what became of each."""
    with as_owner():
        rows = Delivery.objects.filter(kind="invitation").order_by("created_at")
        return [(row.path.partition("#")[2].partition(".")[0], row.state) for row in rows]


def _accept(browser, token):
    return browser(None).post("/invitations/accept/", {"token": token, "password": GOOD}).status


def test_what_waits_is_seen_until_it_is_accepted(browser, ada, waiting):
    assert (waiting["email"], waiting["name"], waiting["roles"]) == (
        "noor@example.org", "Noor Aziz", ["client"],
    )  # fmt: skip
    assert waiting["expired"] is False

    ((token, _),) = _links()
    assert _accept(browser, token) == 201

    assert browser(ada).get("/invitations/").body["results"] == []


def test_another_administrator_sees_it_and_sends_it_again(browser, ada, other, waiting):
    with time_machine.travel(STORY_TIME + timedelta(hours=80), tick=False):
        (late,) = browser(other).get("/invitations/").body["results"]
        again = browser(other).post(f"/invitations/{waiting['id']}/again/")
        (first, stopped), (second, queued) = _links()
        old, new = _accept(browser, first), _accept(browser, second)

    assert late["expired"] is True
    assert (again.status, again.body["expired"]) == (200, False)
    assert (stopped, queued) == ("cancelled", "queued")
    assert first != second
    assert (old, new) == (400, 201)
    with as_owner():
        assert AuditEntry.objects.get(action="invite_again").actor_id == other.pk


def test_what_is_taken_back_opens_nothing_and_is_not_sent(browser, ada, waiting):
    answer = browser(ada).post(f"/invitations/{waiting['id']}/withdraw/")

    assert answer.status == 204
    ((token, state),) = _links()
    assert state == "cancelled"
    assert _accept(browser, token) == 400
    assert browser(ada).get("/invitations/").body["results"] == []
    with as_owner():
        row = Invitation.objects.get()
        assert (row.withdrawn_by_id, row.accepted_at) == (ada.pk, None)
        assert AuditEntry.objects.filter(action="withdraw_invitation").count() == 1


@pytest.mark.parametrize("first", ["accept", "withdraw"])
@pytest.mark.parametrize("then", ["again", "withdraw"])
def test_what_is_settled_stays_settled(browser, ada, waiting, first, then):
    if first == "accept":
        _accept(browser, _links()[0][0])
    else:
        browser(ada).post(f"/invitations/{waiting['id']}/withdraw/")

    answer = browser(ada).post(f"/invitations/{waiting['id']}/{then}/")

    assert (answer.status, answer.body["code"]) == (409, "invitation_settled")


def test_an_invitation_is_answered_alike_whether_or_not_there_is_an_account(browser, ada, maya):
    answers = [
        browser(ada).post("/invitations/", {**NEW, "email": email})
        for email in ("maya@example.org", "free@example.com")
    ]

    said = [{**one.body, "email": "", "id": ""} for one in answers]
    assert said[0] == said[1]


def test_nobody_is_invited_as_a_relative(browser, ada):
    answer = browser(ada).post("/invitations/", {**NEW, "roles": ["family"]})

    assert (answer.status, list(answer.body["fields"])) == (400, ["roles"])


@pytest.mark.parametrize("name", ["okafor", "maya", "rosa"])
def test_the_database_shows_what_waits_to_administrators_alone(request, waiting, ada, name):
    be_person(request.getfixturevalue(name).pk)
    assert not Invitation.objects.exists()
    be_person(ada.pk)
    assert Invitation.objects.count() == 1
