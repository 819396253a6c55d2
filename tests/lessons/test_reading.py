"""Reading on the path: where to go on, what may come twice or late, and what is nobody else's."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core import identity
from core.models import AuditEntry, OutboxEntry
from lessons import services
from lessons.models import CheckAnswer, Progress, Reflection, Relationships
from tests.conftest import as_owner
from tests.lessons.conftest import PATH
from tests.story import STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelf")]
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _story():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _path(browser, person, **query):
    answer = browser(person).get("/lessons/", **query)
    assert answer.status == 200, answer
    return answer.body


@pytest.mark.parametrize("name", ["rosa", "tom", "maya", "okafor", "stranger"])
def test_the_path_is_open_to_whoever_has_an_account(request, browser, name):
    path = _path(browser, request.getfixturevalue(name))

    assert [one["lesson"]["slug"] for one in path["results"]] == ["tea", "coffee", "milk", "juice"]
    assert (path["go_on_with"], path["finished"]) == ("tea", 0)


def test_with_a_consent_and_without_one_it_is_the_same(browser, rosa, tom, put):
    for person in (rosa, tom):
        put(person, "progress", section=2)

    with CaptureQueriesContext(connection) as asked:
        rosas, toms = _path(browser, rosa), _path(browser, tom)

    assert rosas == toms
    tables = " ".join(one["sql"] for one in asked)
    assert "family_" not in tables
    assert "program_" not in tables


def test_reading_goes_on_where_it_was_left(browser, rosa, put):
    put(rosa, "progress", section=2)
    put(rosa, "progress", slug="juice", section=1, recorded_at=STORY_TIME - HOUR)

    lesson = browser(rosa).get("/lessons/tea/").body

    assert _path(browser, rosa)["go_on_with"] == "tea"
    assert lesson["progress"]["section"] == 2
    assert lesson["progress"]["finished_at"] is None


def test_a_finished_lesson_gives_way_to_the_next_that_is_for_the_person(browser, rosa, put):
    browser(rosa).send("PUT", "/lessons/preferences/", {"relationships": ["partner"]})

    put(rosa, "progress", section=3, finished=True)

    path = _path(browser, rosa)
    assert (path["finished"], path["go_on_with"]) == (1, "milk")
    assert [one["for_me"] for one in path["results"]] == [True, False, True, True]


def test_nothing_is_left_when_everything_that_is_for_the_person_was_read(browser, rosa, put):
    browser(rosa).send("PUT", "/lessons/preferences/", {"relationships": ["other"]})
    for slug in ("tea", "juice"):
        put(rosa, "progress", slug=slug, section=3, finished=True)

    assert _path(browser, rosa)["go_on_with"] == ""


def test_progress_may_come_twice_late_and_in_any_order(rosa, put):
    early, late = STORY_TIME - 3 * HOUR, STORY_TIME - HOUR
    last = put(rosa, "progress", section=3, finished=True, recorded_at=late).body

    put(rosa, "progress", section=1, recorded_at=early)
    again = put(rosa, "progress", section=3, finished=True, recorded_at=late)

    assert again.status == 200
    assert again.body == {**last, "started_at": early.isoformat().replace("+00:00", "Z")}
    with as_owner():
        assert Progress.objects.filter(person=rosa).count() == 1


def test_progress_is_the_lessons_whatever_the_language(browser, rosa, put):
    put(rosa, "progress", language="es", section=2)

    answer = browser(rosa).get("/lessons/tea/", language="en").body

    assert (answer["lesson"]["title"], answer["progress"]["section"]) == ("Tea", 2)
    assert _path(browser, rosa, language="es")["results"][0]["lesson"]["title"] == "Té"


def test_a_lesson_that_was_revised_since_says_so_and_old_versions_are_taken(browser, rosa, put, at):
    from_before = put(rosa, "progress", section=2)
    assert from_before.status == 200
    _revise(at)

    lesson = browser(rosa).get("/lessons/tea/").body

    assert (lesson["changed"], lesson["progress"]["section"]) == (True, 2)
    put(rosa, "progress", section=2, recorded_at=STORY_TIME)
    assert browser(rosa).get("/lessons/tea/").body["changed"] is False


def _revise(at):
    revised = [{**one, "title": "New"} if one["slug"] == "tea" else one for one in PATH]
    with as_owner():
        services.publish_lessons(lessons=revised, at=at)


def test_a_check_answers_with_an_explanation_and_no_score(browser, rosa, put):
    answer = put(rosa, "check", answers={"last": 2, "first": 2})

    assert answer.body["results"] == [
        {"question": "first", "choice": 2, "right": True, "right_choice": 2, "because": "Yes."},
        {
            "question": "last", "choice": 2, "right": False, "right_choice": 1,
            "because": "It comes first.",
        },
    ]  # fmt: skip
    assert browser(rosa).get("/lessons/tea/").body["answers"] == answer.body["results"]


def test_a_later_choice_counts_and_an_older_one_that_comes_late_does_not(rosa, put):
    put(rosa, "check", answers={"first": 1}, recorded_at=STORY_TIME - 2 * HOUR)
    put(rosa, "check", answers={"first": 2}, recorded_at=STORY_TIME)

    late = put(rosa, "check", answers={"first": 1}, recorded_at=STORY_TIME - HOUR)

    assert [one["choice"] for one in late.body["results"]] == [2]


def test_a_reflection_is_kept_sealed_and_can_be_taken_back_for_good(browser, rosa, put):
    put(rosa, "reflections", answers={"lately": "With Maya, on the porch"})
    assert [one["text"] for one in browser(rosa).get("/lessons/tea/reflections/").body["results"]]
    with as_owner():
        stored = Reflection.objects.filter(person=rosa).extra(select={"raw": "text"}).get()
    assert "porch" not in stored.raw

    taken_back = put(rosa, "reflections", answers={"lately": ""}, recorded_at=STORY_TIME + HOUR)
    put(
        rosa, "reflections", answers={"lately": "With Maya, on the porch"},
        recorded_at=STORY_TIME - HOUR,
    )  # fmt: skip

    assert taken_back.body == {"results": []}
    assert browser(rosa).get("/lessons/tea/reflections/").body == {"results": []}


@pytest.mark.parametrize("name", ["maya", "okafor", "tom", "ada"])
def test_nobody_else_reads_what_a_person_wrote(request, browser, rosa, put, name):
    put(rosa, "reflections", answers={"lately": "canary-porch"})
    put(rosa, "check", answers={"first": 1})
    put(rosa, "progress", section=2)
    other = browser(request.getfixturevalue(name))

    lesson = other.get("/lessons/tea/").body

    assert (lesson["progress"], lesson["answers"]) == (None, [])
    assert other.get("/lessons/tea/reflections/").body == {"results": []}
    assert other.get("/lessons/preferences/").body == {"relationships": []}


@pytest.mark.parametrize("model", [Progress, Reflection, CheckAnswer, Relationships])
def test_row_security_alone_keeps_it_to_the_person(rosa, maya, put, model, browser):
    put(rosa, "reflections", answers={"lately": "porch"})
    put(rosa, "check", answers={"first": 1})
    put(rosa, "progress", section=2)
    browser(rosa).send("PUT", "/lessons/preferences/", {"relationships": ["parent"]})

    with identity.acting_for(rosa.pk):
        assert model.objects.count() == 1
    with identity.acting_for(maya.pk):
        assert model.objects.count() == 0
    identity.be_nobody()
    assert model.objects.count() == 0


def test_nothing_is_told_to_anybody(rosa, put):
    with as_owner():
        before = (AuditEntry.objects.count(), OutboxEntry.objects.count())

    put(rosa, "reflections", answers={"lately": "porch"})
    put(rosa, "progress", section=3, finished=True)
    put(rosa, "check", answers={"first": 1})

    with as_owner():
        assert (AuditEntry.objects.count(), OutboxEntry.objects.count()) == before


def test_relationships_are_kept_once_each_and_in_one_order(browser, rosa):
    chosen = {"relationships": ["sibling", "parent", "parent"]}

    answer = browser(rosa).send("PUT", "/lessons/preferences/", chosen)

    assert answer.body == {"relationships": ["parent", "sibling"]}
    assert browser(rosa).send("PUT", "/lessons/preferences/", {"relationships": []}).status == 200
    assert browser(rosa).get("/lessons/preferences/").body == {"relationships": []}
