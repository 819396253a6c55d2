"""A client's own marks beside their medication, and notes on what they noticed."""

from uuid import uuid4

import pytest
from django.db import connection

from care import events, selectors
from core import outbox
from core.identity import System, be_person
from core.models import AuditEntry, OutboxEntry
from program.models import Enrolment
from tests.care.words import medication, note, of
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_DAY, days_ago

TODAY = days_ago(0)
ANY_DAY = {"active_from": days_ago(30)}


@pytest.fixture
def tablet(okafor, maya):
    """A medication of Maya's, begun a month ago."""
    answer = Browser(okafor).post(of(maya, "/medications/"), medication(**ANY_DAY))
    return f"/medications/{answer.body['id']}/"


def _mark(person, tablet, mark="taken", on=TODAY, minute=480):
    body = {"on": on, "minute": minute, "mark": mark}
    return Browser(person).send("PUT", f"{tablet}marks/", body)


def _marks(person, path="/medications/marks/"):
    answer = Browser(person).get(path, since=days_ago(7), until=TODAY)
    assert answer.status == 200, answer
    return [(row["on"], row["minute"], row["mark"]) for row in answer.body["results"]]


def test_a_mark_is_kept_for_a_time_of_a_day_and_read_by_the_team(tablet, maya, okafor):
    answer = _mark(maya, tablet)

    assert (answer.status, answer.body["mark"]) == (200, "taken")
    assert (
        _marks(maya) == _marks(okafor, of(maya, "/medications/marks/")) == [(TODAY, 480, "taken")]
    )


def test_the_newest_mark_counts_and_earlier_ones_stay(tablet, maya):
    for mark in ("taken", "missed", "missed"):
        _mark(maya, tablet, mark)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT version, mark FROM care_medicationmark ORDER BY version")
        assert cursor.fetchall() == [(1, "taken"), (2, "missed")]
    assert _marks(maya) == [(TODAY, 480, "missed")]


def test_a_mark_can_be_taken_back(tablet, maya):
    _mark(maya, tablet)

    answers = [_mark(maya, tablet, "cleared"), _mark(maya, tablet, "cleared")]

    assert [answer.status for answer in answers] == [204, 204]
    assert _marks(maya) == []


def test_a_day_as_a_whole_can_be_marked_beside_its_times(tablet, maya):
    _mark(maya, tablet, minute=None)
    _mark(maya, tablet, minute=None)
    _mark(maya, tablet, "missed")

    assert sorted(_marks(maya), key=str) == [(TODAY, 480, "missed"), (TODAY, None, "taken")]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"on": days_ago(-1)}, "on"),
        ({"on": days_ago(8)}, "on"),
        ({"minute": 481}, "minute"),
        ({"minute": 1440}, "minute"),
        ({"mark": "doubled"}, "mark"),
    ],
)
def test_a_mark_that_cannot_be_meant_is_refused(tablet, maya, changes, field):
    answer = _mark(maya, tablet, **changes)

    assert answer.status == 400
    assert list(answer.body["fields"]) == [field]


def test_a_day_on_which_it_is_not_taken_cannot_be_marked(okafor, maya):
    weekday = STORY_DAY.isoweekday() % 7 + 1
    answer = Browser(okafor).post(
        of(maya, "/medications/"), medication(weekdays=[weekday], **ANY_DAY)
    )

    refused = _mark(maya, f"/medications/{answer.body['id']}/")

    assert list(refused.body["fields"]) == ["on"]


def test_a_mark_can_be_taken_back_after_the_times_have_changed(okafor, tablet, maya):
    _mark(maya, tablet)
    Browser(okafor).send("PUT", tablet, medication(times=[1200], **ANY_DAY))

    answer = _mark(maya, tablet, "cleared")

    assert (answer.status, _marks(maya)) == (204, [])


def test_only_the_client_marks(tablet, okafor, ben):
    assert [_mark(person, tablet).status for person in (okafor, ben)] == [404, 404]


@pytest.mark.parametrize(("since", "until"), [(0, 1), (100, 0)])
def test_a_period_that_is_none_is_refused(maya, since, until):
    answer = Browser(maya).get("/medications/marks/", since=days_ago(since), until=days_ago(until))

    assert list(answer.body["fields"]) == ["until"]


def test_others_are_told_the_marks_of_a_period(tablet, maya):
    _mark(maya, tablet)
    _mark(maya, tablet, on=days_ago(1))
    be_person(maya.pk)

    found = selectors.marks_between(client=maya.pk, since=STORY_DAY, until=STORY_DAY)

    assert [(row.on, row.mark) for row in found] == [(STORY_DAY, "taken")]


def test_a_note_says_who_read_it_and_when(tablet, maya, okafor):
    written = Browser(maya).post(f"{tablet}notes/", note())
    (unread,) = Browser(okafor).get("/medication-notes/", unseen="true").body["results"]
    Browser(okafor).post(f"/medication-notes/{unread['id']}/seen/")

    (mine,) = Browser(maya).get("/medications/notes/").body["results"]
    assert (written.status, written.body["seen_at"], written.body["seen_by"]) == (201, None, None)
    assert unread["client"] == {"id": str(maya.pk), "name": "Maya Torres"}
    assert unread["medication"]["name"] == "Naltrexone"
    assert mine["seen_by"]["name"] == "Dr. Ify Okafor"
    assert mine["seen_at"]
    assert Browser(okafor).get("/medication-notes/", unseen="true").body["results"] == []


def test_the_first_who_read_it_stays(tablet, maya, okafor, nadia):
    written = Browser(maya).post(f"{tablet}notes/", note()).body
    path = f"/medication-notes/{written['id']}/seen/"
    Browser(okafor).post(path)

    assert Browser(nadia).post(path).body["seen_by"]["name"] == "Dr. Ify Okafor"


def test_a_note_that_is_sent_again_is_one_note(tablet, maya):
    body = note()
    first = Browser(maya).post(f"{tablet}notes/", body)
    again = Browser(maya).post(f"{tablet}notes/", body)

    assert (first.status, again.status) == (201, 200)
    assert first.body["id"] == again.body["id"]


def test_the_database_never_sees_a_note(tablet, maya):
    Browser(maya).post(f"{tablet}notes/", note("My head hurts"))

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(r)::text FROM care_medicationnote r")
        assert "head" not in cursor.fetchone()[0]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"submission_id": 7}, "submission_id"),
    ],
)
def test_a_note_that_cannot_be_kept_is_refused(tablet, maya, changes, field):
    answer = Browser(maya).post(f"{tablet}notes/", note(**changes))

    assert list(answer.body["fields"]) == [field]


def test_after_discharge_no_note_is_taken_in_that_nobody_reads_and_all_can_be_read(tablet, maya):
    Browser(maya).post(f"{tablet}notes/", note())
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY)
    browser = Browser(maya)

    refused = browser.post(f"{tablet}notes/", note())

    assert (refused.status, refused.body["code"]) == (403, "not_enrolled")
    assert len(browser.get("/medications/notes/").body["results"]) == 1
    assert len(browser.get("/medications/").body["results"]) == 1
    assert _mark(maya, tablet).status == 200


@pytest.mark.parametrize("name", ["lee", "grace", "rosa", "tom", "ben"])
def test_nobody_else_reads_notes_or_says_they_did(tablet, maya, name, request):
    written = Browser(maya).post(f"{tablet}notes/", note()).body
    browser = Browser(request.getfixturevalue(name))

    statuses = [
        browser.get(of(maya, "/medications/notes/")).status,
        browser.get(of(maya, "/medications/marks/"), since=TODAY, until=TODAY).status,
        browser.post(f"/medication-notes/{written['id']}/seen/").status,
        browser.post(f"{tablet}notes/", note()).status,
    ]

    assert statuses == [404] * 4


def test_reading_notes_leaves_entries_about_whom_they_are(tablet, maya, okafor):
    Browser(maya).post(f"{tablet}notes/", note())
    Browser(okafor).get("/medication-notes/")
    Browser(okafor).get(of(maya, "/medications/notes/"))

    with as_owner():
        entries = AuditEntry.objects.filter(
            actor_id=okafor.pk, action="read", subject="care_medicationnote"
        )
        assert [entry.client_ids for entry in entries] == [[maya.pk], [maya.pk]]


def test_whoever_listens_is_told_of_a_note_by_ids_only(tablet, maya, monkeypatch):
    monkeypatch.setitem(
        outbox._subscriptions,
        "tests",
        outbox.Subscription(events.NOTE_WRITTEN, "tests", lambda **_: None, System.ASSESSOR),
    )

    written = Browser(maya).post(f"{tablet}notes/", note()).body

    with as_owner():
        news = OutboxEntry.objects.get(subscriber="tests")
    assert news.payload == {"note_id": written["id"], "client_id": str(maya.pk)}


def test_a_note_about_a_medication_that_there_is_not(maya):
    assert Browser(maya).post(f"/medications/{uuid4()}/notes/", note()).status == 404
