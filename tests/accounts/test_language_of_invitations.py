"""In which language somebody is invited: chosen by who invites, and kept until they come."""

from email.header import decode_header, make_header

import pytest
import time_machine
from django.conf import settings

from accounts.models import Invitation, User
from delivery import carry
from delivery.models import Delivery
from tests.conftest import as_owner
from tests.delivery.post_office import open_office
from tests.story import STORY_TIME

NOOR = "noor@example.org"
NEW = {"email": NOOR, "name": "Noor Aziz", "roles": ["client"]}
SPANISH = {**NEW, "language": "es"}
GOOD = "three quiet rivers"


@pytest.fixture(autouse=True)
def _now():
    with as_owner():
        Delivery.objects.all().delete()
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _mails():
    with open_office() as office:
        carry.carry_due(clock=lambda: STORY_TIME)
    return [
        (str(make_header(decode_header(mail["Subject"]))), mail.get_payload(decode=True).decode())
        for mail in office.mail
    ]


def _subjects():
    return [subject for subject, _ in _mails()]


def _newest_link():
    with as_owner():
        return Delivery.objects.filter(address=NOOR).latest("created_at").path


def _accept(browser, **more):
    token = _newest_link().partition("#")[2].partition(".")[0]
    return browser(None).post("/invitations/accept/", {"token": token, "password": GOOD, **more})


def _language_of_noor():
    with as_owner():
        return User.objects.get(email=NOOR).language


def test_ada_who_reads_english_invites_noor_in_spanish(browser, ada):
    answer = browser(ada).post("/invitations/", SPANISH)

    (row,) = browser(ada).get("/invitations/").body["results"]
    link = f"{settings.SITE_URL}{_newest_link()}"
    ((subject, text),) = _mails()
    assert (answer.status, answer.body["language"], row["language"]) == (201, "es", "es")
    assert link.endswith(".es")
    assert subject == "Tiene una invitación"
    assert text.replace("\r\n", "\n") == (
        f"Alguien le invitó a abrir una cuenta.\n\n{link}\n\n"
        "El enlace funciona una sola vez. Si no lo esperaba, puede ignorar este mensaje.\n"
    )


def test_where_no_language_is_named_it_is_that_of_who_invites(browser, ada):
    with as_owner():
        User.objects.filter(pk=ada.pk).update(language="es")

    assert browser(ada).post("/invitations/", NEW).body["language"] == "es"
    assert _subjects() == ["Tiene una invitación"]
    english = browser(ada).post("/invitations/", {**NEW, "language": "en"})
    assert english.body["language"] == "en"
    assert _subjects() == ["You have been invited"]


def test_another_link_is_in_the_same_language(browser, ada):
    waiting = browser(ada).post("/invitations/", SPANISH).body["id"]
    _mails()

    again = browser(ada).post(f"/invitations/{waiting}/again/")

    assert again.body["language"] == "es"
    assert _subjects() == ["Tiene una invitación"]
    assert _newest_link().endswith(".es")


def test_the_account_is_in_the_language_of_the_invitation(browser, ada):
    browser(ada).post("/invitations/", SPANISH)

    assert _accept(browser).status == 201
    assert _language_of_noor() == "es"


def test_who_changes_it_on_the_page_has_the_last_word(browser, ada):
    browser(ada).post("/invitations/", SPANISH)

    assert _accept(browser, language="en").status == 201
    assert _language_of_noor() == "en"


@pytest.mark.parametrize("language", ["fr", "", None, "es-US"])
def test_a_language_that_the_app_does_not_speak_invites_nobody(browser, ada, language):
    answer = browser(ada).post("/invitations/", {**NEW, "language": language})

    assert (answer.status, list(answer.body["fields"])) == (400, ["language"])
    with as_owner():
        assert not Invitation.objects.exists()
