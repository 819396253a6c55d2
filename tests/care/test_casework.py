"""Tasks and referrals: who does what until when; the client sees what is marked for them."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from accounts.models import Role, User
from care import selectors, services
from care.models import Task
from core.audit import Actor
from core.errors import NotVisible
from core.identity import be_person
from core.models import AuditEntry
from tests.care.words import of, referral, task
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_TIME, days_ago

BOTH = [("tasks", task), ("referrals", referral)]


def _added(okafor, maya, kind, words, **changes):
    answer = Browser(okafor).post(of(maya, f"/{kind}/"), words(**changes))
    assert answer.status == 201, answer
    return answer.body


def _listed(person, path, **query):
    answer = Browser(person).get(path, **query)
    assert answer.status == 200, answer
    return [row["id"] for row in answer.body["results"]]


@pytest.mark.parametrize(("kind", "words"), BOTH)
def test_the_team_sees_all_and_the_client_what_is_marked(okafor, nadia, maya, kind, words):
    theirs = _added(okafor, maya, kind, words)
    shown = _added(okafor, maya, kind, words, for_client=True)

    assert set(_listed(nadia, of(maya, f"/{kind}/"))) == {theirs["id"], shown["id"]}
    assert _listed(maya, f"/{kind}/") == [shown["id"]]


@pytest.mark.parametrize(("kind", "words"), BOTH)
def test_without_an_owner_it_is_the_writers(okafor, maya, kind, words):
    assert _added(okafor, maya, kind, words)["owner"]["name"] == "Dr. Ify Okafor"


@pytest.mark.parametrize(("kind", "words"), BOTH)
def test_what_the_client_is_to_do_is_shown_to_them(okafor, maya, kind, words):
    added = _added(okafor, maya, kind, words, owner_id=str(maya.pk))

    assert added["for_client"] is True
    assert _listed(maya, f"/{kind}/") == [added["id"]]


@pytest.mark.parametrize(("kind", "words"), BOTH)
@pytest.mark.parametrize("name", ["ben", "rosa", "ada", "lee", "grace"])
def test_nobody_but_the_client_or_their_team_owns(okafor, maya, kind, words, name, request):
    owner = request.getfixturevalue(name)

    answer = Browser(okafor).post(of(maya, f"/{kind}/"), words(owner_id=str(owner.pk)))

    assert answer.status == 400
    assert answer.body["fields"] == {
        "owner_id": ["Choose the client or somebody on the care team."]
    }


def test_a_clinician_who_left_owns_nothing_new(okafor, nadia, maya):
    with as_owner():
        User.objects.filter(pk=nadia.pk).update(is_active=False)

    answer = Browser(okafor).post(of(maya, "/tasks/"), task(owner_id=str(nadia.pk)))

    assert list(answer.body["fields"]) == ["owner_id"]


@pytest.mark.parametrize(
    ("kind", "words", "states", "over"),
    [
        ("tasks", task, ["doing", "done", "open"], "dropped"),
        ("referrals", referral, ["sent", "accepted", "started", "closed"], "planned"),
    ],
)
def test_it_moves_from_state_to_state_and_each_move_stays(okafor, maya, kind, words, states, over):
    added = _added(okafor, maya, kind, words)
    browser = Browser(okafor)
    for minutes, state in enumerate([*states, over], 1):
        with time_machine.travel(STORY_TIME + timedelta(minutes=minutes), tick=False):
            answer = browser.send("PUT", f"/{kind}/{added['id']}/", words(state=state))
        assert (answer.status, answer.body["state"]) == (200, state)

    history = browser.get(f"/{kind}/{added['id']}/history/").body["results"]
    came_from = [row["before"]["state"] for row in history if row["what"] == "moved"]
    assert came_from == [*reversed(states), added["state"]]


@pytest.mark.parametrize(
    ("kind", "words", "first", "then"),
    [("tasks", task, "done", "doing"), ("referrals", referral, "planned", "started")],
)
def test_a_state_that_does_not_follow_is_refused(okafor, maya, kind, words, first, then):
    added = _added(okafor, maya, kind, words, state=first)

    answer = Browser(okafor).send("PUT", f"/{kind}/{added['id']}/", words(state=then))

    assert (answer.status, answer.body["code"]) == (409, "cannot_move")


@pytest.mark.parametrize(
    ("kind", "words", "over"), [("tasks", task, "done"), ("referrals", referral, "declined")]
)
def test_lists_tell_what_is_open_from_what_is_over(okafor, maya, kind, words, over):
    done = _added(okafor, maya, kind, words, state=over)
    still = _added(okafor, maya, kind, words)
    path = of(maya, f"/{kind}/")

    found = {state: set(_listed(okafor, path, state=state)) for state in ("open", "over", "all")}

    assert found == {"open": {still["id"]}, "over": {done["id"]}, "all": {still["id"], done["id"]}}


def test_changing_words_keeps_the_owner_and_what_they_said(okafor, nadia, maya):
    added = _added(okafor, maya, "tasks", task, owner_id=str(nadia.pk), note="before five")
    browser = Browser(okafor)
    with time_machine.travel(STORY_TIME + timedelta(minutes=1), tick=False):
        changed = browser.send("PUT", f"/tasks/{added['id']}/", task(title="Call them twice"))

    newest = browser.get(f"/tasks/{added['id']}/history/").body["results"][0]

    assert changed.body["owner"]["name"] == "Nadia Haddad"
    assert (newest["what"], newest["before"]) == (
        "changed", {"title": "Call the housing office", "note": "before five"},
    )  # fmt: skip


def test_ones_own_tasks_are_found_across_clients(okafor, nadia, maya):
    mine = _added(okafor, maya, "tasks", task)
    _added(okafor, maya, "tasks", task, owner_id=str(nadia.pk))

    assert _listed(okafor, "/tasks/mine/") == [mine["id"]]


def test_a_client_moves_a_task_of_their_own_and_no_other(okafor, maya):
    own = _added(okafor, maya, "tasks", task, owner_id=str(maya.pk))
    shown = _added(okafor, maya, "tasks", task, for_client=True)
    hidden = _added(okafor, maya, "tasks", task)
    browser = Browser(maya)

    answers = {
        row["id"]: browser.post(f"/tasks/{row['id']}/move/", {"state": "done"})
        for row in (own, shown, hidden)
    }
    again = browser.post(f"/tasks/{own['id']}/move/", {"state": "doing"})

    assert [one.status for one in answers.values()] == [200, 404, 404]
    assert answers[own["id"]].body["state"] == "done"
    assert (again.status, again.body["code"]) == (409, "cannot_move")
    history = browser.get(f"/tasks/{own['id']}/history/").body["results"]
    assert [row["what"] for row in history] == ["moved"]


def test_what_the_team_wrote_before_it_was_shown_stays_theirs(okafor, maya):
    added = _added(okafor, maya, "tasks", task, note="She came in shaking")
    path = f"/tasks/{added['id']}/"
    Browser(okafor).send("PUT", path, task(note="Bring your card", for_client=True))

    theirs = Browser(okafor).get(f"{path}history/").body["results"]
    hers = Browser(maya).get(f"{path}history/")

    assert "She came in shaking" in [row["before"].get("note") for row in theirs]
    assert (hers.status, hers.body["results"]) == (200, [])


def test_a_task_taken_away_while_a_client_moves_it_is_not_there(okafor, maya):
    added = _added(okafor, maya, "tasks", task, owner_id=str(maya.pk))
    with as_owner():
        row = Task.objects.get(pk=added["id"])
        Task.objects.update(owner=okafor)
    be_person(maya.pk)

    with pytest.raises(NotVisible):
        services.move_own_task(
            task=row, state="done", actor=Actor(Role.CLIENT, maya.pk), at=STORY_TIME
        )


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"phone": "ask the front desk"}, "phone"),
        ({"appointment_at": "0001-01-01T00:00:00Z"}, "appointment_at"),
        ({"appointment_at": "9999-12-31T23:59:00Z"}, "appointment_at"),
    ],
)
def test_what_a_discharge_plan_could_not_hold_is_no_referral(okafor, maya, changes, field):
    answer = Browser(okafor).post(of(maya, "/referrals/"), referral(**changes))

    assert (answer.status, list(answer.body["fields"])) == (400, [field])


@pytest.mark.parametrize(("kind", "words"), BOTH)
@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"due_on": days_ago(1)}, "due_on"),
        ({"due_on": "tomorrow"}, "due_on"),
        ({"state": "lost"}, "state"),
        ({"for_client": 1}, "for_client"),
        ({"owner_id": "me"}, "owner_id"),
        ({"price": 3}, "price"),
    ],
)
def test_what_is_wrong_is_named(okafor, maya, kind, words, changes, field):
    answer = Browser(okafor).post(of(maya, f"/{kind}/"), words(**changes))

    assert answer.status == 400
    assert list(answer.body["fields"]) == [field]


@pytest.mark.parametrize(("kind", "words"), BOTH)
def test_a_list_has_an_end(okafor, maya, kind, words, monkeypatch):
    monkeypatch.setattr("care.services.casework.MOST_OPEN", 1)
    _added(okafor, maya, kind, words)

    answer = Browser(okafor).post(of(maya, f"/{kind}/"), words())

    assert (answer.status, answer.body["code"]) == (409, "too_many")


@pytest.mark.parametrize(("kind", "words"), BOTH)
@pytest.mark.parametrize("name", ["maya", "ben", "lee", "grace", "rosa", "tom", "ada"])
def test_nobody_else_has_a_way_to_what_is_not_marked(okafor, maya, kind, words, name, request):
    added = _added(okafor, maya, kind, words)
    browser = Browser(request.getfixturevalue(name))

    statuses = [
        browser.get(of(maya, f"/{kind}/")).status,
        browser.post(of(maya, f"/{kind}/"), words()).status,
        browser.send("PUT", f"/{kind}/{added['id']}/", words()).status,
        browser.get(f"/{kind}/{added['id']}/history/").status,
    ]

    assert statuses == [404] * 4


def test_the_database_never_sees_what_it_is_about(okafor, maya):
    _added(okafor, maya, "tasks", task, note="her landlord")
    _added(okafor, maya, "referrals", referral)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT row_to_json(t)::text FROM care_task t)"
            " || (SELECT row_to_json(r)::text FROM care_referral r)"
        )
        (stored,) = cursor.fetchone()
    assert not any(word in stored for word in ("housing", "landlord", "Harbor", "weekly", "0160"))


def test_referrals_that_are_open_are_told_as_far_as_the_reader_may_see(okafor, maya):
    _added(okafor, maya, "referrals", referral)
    _added(okafor, maya, "referrals", referral, to="Shown", for_client=True)
    _added(okafor, maya, "referrals", referral, state="closed")

    seen = {}
    for person in (okafor, maya):
        be_person(person.pk)
        rows = selectors.open_referrals(client=maya.pk, marked=False)
        seen[person.pk] = {row.to for row in rows}
    marked = selectors.open_referrals(client=maya.pk, marked=True)

    assert seen == {okafor.pk: {"Harbor Clinic", "Shown"}, maya.pk: {"Shown"}}
    assert [row.to for row in marked] == ["Shown"]


def test_reading_and_writing_leave_entries_about_the_client(okafor, maya):
    added = _added(okafor, maya, "tasks", task)
    browser = Browser(okafor)
    browser.get(of(maya, "/tasks/"))
    browser.get("/tasks/mine/")
    browser.send("PUT", f"/tasks/{added['id']}/", task(state="done"))

    with as_owner():
        entries = AuditEntry.objects.filter(client_ids=[maya.pk], subject="care_task")
        actions = list(entries.order_by("position").values_list("action", flat=True))
    assert actions == ["added", "read", "read", "moved"]
