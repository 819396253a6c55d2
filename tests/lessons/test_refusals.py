"""What does not fit a lesson is refused with its field and a sentence; never a server error."""

from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction

from lessons import selectors
from lessons.models import CheckAnswer, Progress, Reflection, Relationships
from tests.conftest import as_owner
from tests.story import STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shelf")]
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("what", "body", "field", "said"),
    [
        ("progress", {"section": 4}, "section", "no such section"),
        ("progress", {"section": 0}, "section", "greater than or equal to 1"),
        ("progress", {"section": "2"}, "section", "valid integer"),
        ("progress", {"section": 1, "finished": "yes"}, "finished", "boolean"),
        ("progress", {}, "section", "required"),
        ("progress", {"section": 1, "client": "x"}, "client", ""),
        ("progress", {"section": 1, "version": "nope"}, "version", "no such version"),
        (
            "progress", {"section": 1, "recorded_at": (STORY_TIME + 25 * HOUR).isoformat()},
            "recorded_at", "not come yet",
        ),
        ("progress", {"section": 1, "recorded_at": "1970-01-01T00:00Z"}, "recorded_at", "right"),
        ("progress", {"section": 1, "recorded_at": "now"}, "recorded_at", ""),
        ("check", {"answers": {"nope": 1}}, "answers.nope", "no such question"),
        ("check", {"answers": {"first": 3}}, "answers.first", "no such choice"),
        ("check", {"answers": {}}, "answers", ""),
        ("check", {"answers": {"first": "2"}}, "answers", ""),
        ("check", {"answers": [1]}, "answers", ""),
        ("reflections", {"answers": {"nope": "x"}}, "answers.nope", "no such question"),
        ("reflections", {"answers": {"lately": "x" * 4001}}, "answers", ""),
        ("reflections", {"answers": {"lately": "a\x00b"}}, "answers", ""),
        ("reflections", {"answers": {str(n): "x" for n in range(11)}}, "answers", "at most 10"),
    ],
)  # fmt: skip
@time_machine.travel(STORY_TIME, tick=False)
def test_what_does_not_fit_is_refused_by_field(browser, rosa, what, body, field, said):
    version = selectors.current("tea", language="en").version
    sent = {"version": version, "recorded_at": STORY_TIME.isoformat(), **body}

    answer = browser(rosa).send("PUT", f"/lessons/tea/{what}/", sent)

    assert answer.status == 400, answer
    assert field in answer.body["fields"]
    assert said in str(answer.body["fields"][field])


def test_preferences_know_their_words(browser, rosa):
    for wrong in ({"relationships": ["boss"]}, {"relationships": "parent"}, {}, {"other": 1}):
        assert browser(rosa).send("PUT", "/lessons/preferences/", wrong).status == 400


def test_a_lesson_that_is_not_there_is_not_found(browser, rosa, put):
    sent = {"version": "x", "recorded_at": STORY_TIME.isoformat()}
    bodies = {"progress": {"section": 1}, "check": {"answers": {"a": 1}},
              "reflections": {"answers": {"a": "x"}}}  # fmt: skip
    for what, body in bodies.items():
        assert browser(rosa).send("PUT", f"/lessons/no/{what}/", {**sent, **body}).status == 404
    assert browser(rosa).get("/lessons/no/").status == 404
    assert browser(rosa).get("/lessons/no/reflections/").status == 404
    assert browser(rosa).get("/lessons/", language="xx").status == 400


MADE_UP = {
    "lessons_progress_one_per_lesson": (Progress, {}, 2),
    "lessons_progress_section_of_a_lesson": (Progress, {"section": 7}, 1),
    "lessons_progress_begins_before_it_goes_on": (Progress, {"read_at": STORY_TIME - HOUR}, 1),
    "lessons_reflection_one_per_question": (Reflection, {}, 2),
    "lessons_checkanswer_one_per_question": (CheckAnswer, {}, 2),
    "lessons_checkanswer_choice_of_a_question": (CheckAnswer, {"choice": 5}, 1),
    "lessons_relationships_known": (Relationships, {"chosen": ["boss"]}, 1),
}
LEAST = {
    Progress: {"section": 1, "started_at": STORY_TIME, "read_at": STORY_TIME},
    Reflection: {"question": "lately", "text": "x", "written_at": STORY_TIME},
    CheckAnswer: {"question": "first", "choice": 1, "answered_at": STORY_TIME},
}


@pytest.mark.parametrize("name", MADE_UP)
def test_what_can_never_be_true_of_reading(rosa, name):
    model, changes, times = MADE_UP[name]
    lesson = selectors.current("tea", language="en")
    about = {"slug": "tea", "lesson": lesson} if model in LEAST else {}
    values = {"person": rosa, **about, **LEAST.get(model, {}), **changes}

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        model.objects.bulk_create([model(**values) for _ in range(times)])
