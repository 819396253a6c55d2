"""Goals with small steps: client and clinician both write, ticks keep their history."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from care import selectors
from core.identity import be_person
from core.models import AuditEntry
from program.models import Enrolment
from tests.care.words import goal, of
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME, days_ago

TODAY = days_ago(0)


def _begun(person, maya=None, **changes):
    answer = Browser(person).post(of(maya, "/goals/") if maya else "/goals/", goal(**changes))
    assert answer.status == 201, answer
    return answer.body


def _open(person, path="/goals/", **query):
    return [row["title"] for row in Browser(person).get(path, **query).body["results"]]


def _tick(person, step, done=True):
    return Browser(person).send("PUT", f"/goal-steps/{step['id']}/", {"done": done})


def test_client_and_clinician_both_begin_goals_and_both_read_them(maya, okafor):
    mine = _begun(maya)
    _begun(okafor, maya, title="Sleep before midnight", steps=[])

    assert [step["text"] for step in mine["steps"]] == ["Write to her", "Ask to meet"]
    assert [step["place"] for step in mine["steps"]] == [1, 2]
    assert sorted(_open(maya)) == sorted(_open(okafor, of(maya, "/goals/")))
    assert sorted(_open(maya)) == ["See Luz again", "Sleep before midnight"]


def test_the_database_never_sees_a_goal(maya):
    _begun(maya)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT string_agg(row_to_json(g)::text, '') FROM care_goal g)"
            " || (SELECT string_agg(row_to_json(s)::text, '') FROM care_goalstep s)"
            " || (SELECT string_agg(row_to_json(c)::text, '') FROM care_change c)"
        )
        (stored,) = cursor.fetchone()
    assert not any(word in stored for word in ("Luz", "miss", "Write", "meet"))


def test_a_step_is_ticked_and_unticked_and_all_of_it_stays(maya, okafor):
    begun = _begun(maya)
    step = begun["steps"][0]
    for minutes, (person, done) in enumerate([(maya, True), (okafor, False), (maya, True)], 1):
        with time_machine.travel(STORY_TIME + timedelta(minutes=minutes), tick=False):
            answer = _tick(person, step, done)

    history = Browser(maya).get(f"/goals/{begun['id']}/history/").body["results"]
    assert answer.body["steps"][0]["done_by"]["name"] == "Maya Torres"
    assert [(row["what"], row["made_by"]["name"]) for row in history[:3]] == [
        ("ticked", "Maya Torres"), ("unticked", "Dr. Ify Okafor"), ("ticked", "Maya Torres"),
    ]  # fmt: skip


def test_ticking_twice_is_one_tick(maya):
    begun = _begun(maya)
    first = _tick(maya, begun["steps"][0]).body
    with time_machine.travel(STORY_TIME + timedelta(hours=1), tick=False):
        again = _tick(maya, begun["steps"][0]).body

    assert first == again


def test_a_step_is_added_changed_and_taken_out(maya):
    begun = _begun(maya)
    browser = Browser(maya)

    added = browser.post(f"/goals/{begun['id']}/steps/", {"text": "Buy a card"})
    browser.send("PUT", f"/goal-steps/{begun['steps'][0]['id']}/", {"text": "Call her"})
    removed = browser.send("DELETE", f"/goal-steps/{begun['steps'][1]['id']}/")

    shown = browser.get(f"/goals/{begun['id']}/").body
    assert (added.status, removed.status) == (201, 204)
    assert [(step["text"], step["place"]) for step in shown["steps"]] == [
        ("Call her", 1), ("Buy a card", 3),
    ]  # fmt: skip
    assert _tick(maya, begun["steps"][1]).status == 404


def test_a_goal_is_changed_and_keeps_what_it_said(maya):
    begun = _begun(maya)
    browser = Browser(maya)
    with time_machine.travel(STORY_TIME + timedelta(minutes=1), tick=False):
        browser.send("PUT", f"/goals/{begun['id']}/", {"title": "See Luz in spring"})

    newest = browser.get(f"/goals/{begun['id']}/history/").body["results"][0]

    assert newest["before"] == {"title": "See Luz again", "why": "I miss her"}


@pytest.mark.parametrize("end", ["reached", "set_aside"])
def test_a_goal_ends_in_one_of_two_ways_and_can_be_taken_up_again(maya, end):
    begun = _begun(maya)
    browser = Browser(maya)

    ended = browser.post(f"/goals/{begun['id']}/end/", {"end": end})
    closed = [
        browser.post(f"/goals/{begun['id']}/end/", {"end": end}),
        browser.send("PUT", f"/goals/{begun['id']}/", {"title": "Other"}),
        browser.post(f"/goals/{begun['id']}/steps/", {"text": "One more"}),
        _tick(maya, begun["steps"][0]),
    ]
    over = (_open(maya), _open(maya, state="ended"))
    reopened = browser.post(f"/goals/{begun['id']}/reopen/")
    open_one = browser.post(f"/goals/{begun['id']}/reopen/")

    assert (ended.body["end"], ended.body["ended_by"]["name"]) == (end, "Maya Torres")
    assert [(one.status, one.body["code"]) for one in closed] == [(409, "already_ended")] * 4
    assert over == ([], ["See Luz again"])
    assert (reopened.body["end"], reopened.body["ended_at"]) == ("", None)
    assert (open_one.status, open_one.body["code"]) == (409, "not_ended")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"why": 7}, "why"),
        ({"target_on": days_ago(1)}, "target_on"),
        ({"target_on": "3000-01-01"}, "target_on"),
        ({"steps": ["x"] * 13}, "steps"),
        ({"steps": "one"}, "steps"),
        ({"score": 1}, "score"),
    ],
)
def test_what_is_wrong_is_named(maya, changes, field):
    answer = Browser(maya).post("/goals/", goal(**changes))

    assert answer.status == 400
    assert list(answer.body["fields"]) == [field]


def test_lists_have_an_end(maya, monkeypatch):
    begun = _begun(maya)
    monkeypatch.setattr("care.services.goals.MOST_OPEN", 1)
    monkeypatch.setattr("care.services.goals.MOST_STEPS", 2)

    answers = [
        Browser(maya).post("/goals/", goal()),
        Browser(maya).post(f"/goals/{begun['id']}/steps/", {"text": "One more"}),
    ]

    assert [(one.status, one.body["code"]) for one in answers] == [(409, "too_many")] * 2


def test_a_goal_taken_up_again_counts_among_the_open_ones(maya, monkeypatch):
    begun = _begun(maya)
    Browser(maya).post(f"/goals/{begun['id']}/end/", {"end": "reached"})
    _begun(maya)
    monkeypatch.setattr("care.services.goals.MOST_OPEN", 1)

    answer = Browser(maya).post(f"/goals/{begun['id']}/reopen/")

    assert (answer.status, answer.body["code"]) == (409, "too_many")


@pytest.mark.parametrize("name", ["ben", "lee", "grace", "rosa", "tom", "ada"])
def test_nobody_else_has_a_way_to_a_goal(maya, name, request):
    begun = _begun(maya)
    step = begun["steps"][0]
    browser = Browser(request.getfixturevalue(name))
    path = f"/goals/{begun['id']}/"

    answers = [
        browser.get(path),
        browser.send("PUT", path, {"title": "Mine"}),
        browser.post(f"{path}end/", {"end": "reached"}),
        browser.post(f"{path}reopen/"),
        browser.post(f"{path}steps/", {"text": "Mine"}),
        browser.get(f"{path}history/"),
        browser.send("PUT", f"/goal-steps/{step['id']}/", {"done": True}),
        browser.send("DELETE", f"/goal-steps/{step['id']}/"),
        browser.get(of(maya, "/goals/")),
    ]

    assert [answer.status for answer in answers] == [404] * 9


def test_goals_stay_the_clients_to_work_on_after_discharge(maya):
    begun = _begun(maya)
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY)

    assert _tick(maya, begun["steps"][0]).status == 200
    assert _begun(maya, title="Another")["title"] == "Another"


def test_the_goal_of_a_day_is_linked_moved_and_taken_back(maya):
    begun = _begun(maya)
    step = begun["steps"][0]["id"]
    browser, path = Browser(maya), f"/goal-of-day/{TODAY}/"

    missing = browser.get(path)
    linked = browser.send("PUT", path, {"goal_id": begun["id"], "step_id": step})
    be_person(maya.pk)
    told = selectors.daily_goals_between(client=maya.pk, since=STORY_DAY, until=STORY_DAY)
    taken_back = browser.send("PUT", path, {})

    assert missing.status == 404
    assert (linked.body["goal_id"], linked.body["step_id"]) == (begun["id"], step)
    assert [(str(one.goal_id), str(one.step_id)) for one in told] == [(begun["id"], step)]
    assert browser.get(path).body == taken_back.body
    assert taken_back.body["goal_id"] is None


def test_a_step_of_another_goal_or_without_one_is_not_linked(maya):
    one, other = _begun(maya), _begun(maya, title="Other")
    browser, path = Browser(maya), f"/goal-of-day/{TODAY}/"

    wrong = browser.send("PUT", path, {"goal_id": one["id"], "step_id": other["steps"][0]["id"]})
    alone = browser.send("PUT", path, {"step_id": one["steps"][0]["id"]})

    assert [wrong.status, alone.status] == [404, 404]


def test_a_goal_of_somebody_else_or_a_day_far_off_is_not_linked(maya, ben):
    bens = _begun(ben)
    browser = Browser(maya)

    theirs = browser.send("PUT", f"/goal-of-day/{TODAY}/", {"goal_id": bens["id"]})
    tomorrow = browser.send("PUT", f"/goal-of-day/{days_ago(-1)}/", {})
    no_day = browser.send("PUT", "/goal-of-day/2026-02-31/", {})

    assert theirs.status == 404
    assert list(tomorrow.body["fields"]) == ["on"]
    assert no_day.status == 404


def test_others_are_told_what_is_open(maya):
    _begun(maya)
    be_person(maya.pk)

    (found,) = selectors.open_goals(client=maya.pk)

    assert found.title == "See Luz again"


def test_a_clinicians_reading_leaves_an_entry_and_ones_own_does_not(maya, okafor):
    begun = _begun(maya)
    Browser(maya).get(f"/goals/{begun['id']}/")
    Browser(okafor).get(f"/goals/{begun['id']}/")
    Browser(okafor).get(of(maya, "/goals/"))

    with as_owner():
        entries = AuditEntry.objects.filter(action="read", subject="care_goal")
        found = [(entry.actor_id, entry.actor_role, entry.client_ids) for entry in entries]
    assert found == [(okafor.pk, "clinician", [maya.pk])] * 2
