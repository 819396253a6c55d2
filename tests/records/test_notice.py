"""The notice: published whole, shown at the first visit, owed on paper if mail fails."""

import json

import pytest

from core import outbox
from core.models import AuditEntry
from delivery.models import Delivery
from delivery.services import settling
from records.management.commands.load_notice import FILE, Command
from records.models import NoticeGiven, NoticePutOff, PatientNotice
from records.rules.notice import ELEMENTS, gaps
from tests.conftest import as_owner
from tests.records.conftest import CONTACT, DAY, TEXTS
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
WHOLE = {"effective_on": str(STORY_DAY), "sections": {"en": TEXTS, "es": TEXTS}, **CONTACT}


@pytest.mark.parametrize("element", ELEMENTS)
def test_r_02_no_element_may_be_missing(browser, ada, element):
    partly = {**TEXTS, element: " "}

    answer = browser(ada).post(
        "/records/staff/notices/", {**WHOLE, "sections": {"en": TEXTS, "es": partly}}
    )

    assert (answer.status, answer.body["code"]) == (400, "notice_incomplete")
    assert answer.body["missing"] == [f"es.{element}"]


@pytest.mark.parametrize("field", [*CONTACT, "effective_on"])
def test_r_02_whom_to_ask_and_from_when_are_elements_too(browser, ada, field):
    answer = browser(ada).post("/records/staff/notices/", {**WHOLE, field: ""})

    assert (answer.status, field in answer.body["fields"]) == (400, True)


def test_our_sample_has_every_element_and_cannot_be_published_as_it_is(browser, ada):
    sample = json.loads(FILE.read_text(encoding="utf-8"))

    assert gaps(sample["sections"], sample=True) == []
    assert gaps(sample["sections"]) == ["en.legal_proceedings", "es.legal_proceedings"]
    published = browser(ada).post(
        "/records/staff/notices/", {**WHOLE, "sections": sample["sections"]}
    )
    assert published.status == 400


def test_the_sample_is_marked_and_gives_way_to_the_programs_own(browser, ada):
    with as_owner():
        Command().handle()
        Command().handle()
        assert PatientNotice.objects.count() == 1
    assert browser().get("/notice/").body["sample"] is True

    browser(ada).post("/records/staff/notices/", WHOLE)

    shown = browser().get("/notice/", language="es").body
    assert (shown["sample"], shown["version"], shown["language"]) == (False, 2, "es")
    assert [one["element"] for one in shown["sections"]] == list(ELEMENTS)


def test_r_01_it_is_shown_at_the_first_visit_and_confirmed_once(notice, browser, maya, later):
    assert browser(maya).get("/records/notice/").body["due"] is True
    browser(maya).post("/records/notice/shown/")
    later(DAY)
    browser(maya).post("/records/notice/acknowledged/")
    again = browser(maya).post("/records/notice/acknowledged/").body

    assert again["due"] is False
    with as_owner():
        given = NoticeGiven.objects.get(client=maya, notice=notice)
    assert (given.method, given.given_at, given.acknowledged_at) == (
        "app", STORY_TIME, STORY_TIME + DAY,
    )  # fmt: skip


def test_a_client_puts_it_off_in_so_many_words_and_is_asked_again(notice, browser, maya, later):
    first = browser(maya).get("/records/notice/").body
    browser(maya).post("/records/notice/put-off/")
    put_off = browser(maya).post("/records/notice/put-off/").body
    later(3 * DAY)
    again = browser(maya).get("/records/notice/").body

    assert (first["asks_now"], first["put_off_at"]) == (True, None)
    assert (put_off["due"], put_off["asks_now"]) == (True, False)
    assert (again["due"], again["asks_now"]) == (True, True)
    with as_owner():
        assert NoticePutOff.objects.filter(client=maya, notice=notice).count() == 1
        assert AuditEntry.objects.filter(action="put_notice_off").count() == 1
        # Later is no receipt: nobody has it by that.
        assert not NoticeGiven.objects.filter(client=maya).exists()
    assert browser(maya).post("/records/notice/acknowledged/").body["asks_now"] is False


def test_what_was_put_off_is_still_owed_on_paper(notice, browser, ada, maya):
    browser(maya).post("/records/notice/put-off/")

    assert maya.name in _owed(browser, ada)


def test_there_is_nothing_to_put_off_before_a_notice_is_published(browser, maya):
    answer = browser(maya).post("/records/notice/put-off/")

    assert (answer.status, answer.body["due"], answer.body["asks_now"]) == (200, False, False)


def test_a_new_version_is_due_again(notice, browser, maya, ada):
    browser(maya).post("/records/notice/acknowledged/")

    browser(ada).post("/records/staff/notices/", WHOLE)

    assert browser(maya).get("/records/notice/").body["due"] is True


def _owed(browser, ada):
    rows = browser(ada).get("/records/staff/notices/owed/").body["results"]
    return {row["client"]["name"] for row in rows}


def test_r_01_mail_that_fails_is_owed_on_paper(notice, browser, maya, ada, okafor, at):
    assert maya.name in _owed(browser, ada)
    browser(maya).post("/records/notice/mailed/")
    browser(maya).post("/records/notice/mailed/")
    assert maya.name not in _owed(browser, ada)
    with as_owner():
        (mail,) = Delivery.objects.filter(cause__startswith="records:notice:")
        assert (mail.channel, mail.kind) == ("email", "update")
        mail.state, mail.attempts = "sending", 1
        mail.leased_until = at + DAY
        mail.save()
        settling.record_failure(delivery=mail, reason="no such box", permanent=True, at=at)
    outbox.drain(clock=lambda: at)

    assert maya.name in _owed(browser, ada)

    paper = browser(okafor).post(f"/clients/{maya.pk}/notice/")
    assert (paper.status, paper.body["method"]) == (201, "paper")
    assert maya.name not in _owed(browser, ada)


def test_without_a_notice_nothing_is_due(browser, maya, ada):
    assert browser().get("/notice/").status == 404
    assert browser(maya).get("/records/notice/").body["due"] is False
    assert browser(maya).post("/records/notice/mailed/").status == 200
    assert _owed(browser, ada) == set()
