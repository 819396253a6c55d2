"""In which language a person is spoken to: chosen by themselves, and by nobody else."""

from datetime import timedelta

import pytest
import time_machine

from accounts.models import User
from core.models import AuditEntry
from delivery.models import Delivery
from tests.conftest import as_owner
from tests.story import STORY_TIME

GOOD = "three quiet rivers"


def test_a_choice_holds_from_the_next_request_on_and_leaves_an_entry(browser, maya, ben):
    answer = browser(maya).send("PUT", "/me/language/", {"language": "es"})

    assert answer.status == 204
    assert browser(maya).get("/me/").body["language"] == "es"
    assert browser(ben).get("/me/").body["language"] == "en"
    with as_owner():
        (entry,) = AuditEntry.objects.filter(action="choose_language")
    assert (entry.actor_id, entry.subject_id, entry.detail) == (maya.pk, maya.pk, "")


@pytest.mark.parametrize("language", ["fr", "", None, "es-US"])
def test_a_language_that_the_app_does_not_speak_is_refused(browser, maya, language):
    answer = browser(maya).send("PUT", "/me/language/", {"language": language})

    assert (answer.status, list(answer.body["fields"])) == (400, ["language"])
    assert browser(maya).get("/me/").body["language"] == "en"


def test_an_account_opens_in_the_language_in_which_it_was_accepted(browser, ada):
    invited = {"email": "noor@example.org", "name": "Noor Aziz", "roles": ["client"]}
    with time_machine.travel(STORY_TIME, tick=False):
        browser(ada).post("/invitations/", invited)
    with as_owner():
        path = Delivery.objects.get(address="noor@example.org").path
    token = path.partition("#")[2].partition(".")[0]
    body = {"token": token, "password": GOOD, "language": "es"}
    with time_machine.travel(STORY_TIME + timedelta(hours=1), tick=False):
        assert browser(None).post("/invitations/accept/", body).status == 201

    with as_owner():
        assert User.objects.get(email="noor@example.org").language == "es"
