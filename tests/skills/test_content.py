"""The exercises that are shipped: readable, kind, and true to what they say of themselves."""

from collections.abc import Iterator
from typing import Any

import pytest

from skills import services
from skills.rules.exercise import LANGUAGES, WORDS
from tests.skills.reading import ease, grade
from tests.skills.wording import avoided

SHIPPED = {
    (exercise["language"], exercise["slug"]): exercise for exercise in services.shipped_exercises()
}
READ = {"title", "text", "label", "help", "summary"}  # by clients; lists of cautions, too
HELP_FIRST = {"en": "tap help", "es": "toque ayuda"}
EASY, NORMAL = 65, 55  # where a Spanish text becomes easy, and where normal, on INFLESZ
AT_LEAST = 40


def words_of(value: Any) -> Iterator[str]:
    """Yield every text of an exercise that a client reads."""
    if isinstance(value, list):
        for entry in value:
            yield from words_of(entry)
    elif isinstance(value, dict):
        for name, entry in value.items():
            if name in READ and isinstance(entry, str):
                yield entry
            elif name == "cautions":
                yield from entry
            elif isinstance(entry, list | dict):
                yield from words_of(entry)


def sentences_of(value: Any) -> str:
    """Return what is said in whole sentences; titles and short labels would flatter the grade."""
    return "\n".join(text for text in words_of(value) if text.endswith((".", "?", "!", "”", "»")))


@pytest.fixture(params=sorted(SHIPPED), ids="/".join)
def exercise(request) -> dict[str, Any]:
    return SHIPPED[request.param]


@pytest.fixture(params=sorted(slug for language, slug in SHIPPED if language == "es"))
def pair(request) -> tuple[dict[str, Any], dict[str, Any]]:
    return SHIPPED["en", request.param], SHIPPED["es", request.param]


def test_there_are_enough_exercises_each_in_both_languages():
    slugs = {language: {s for of, s in SHIPPED if of == language} for language in LANGUAGES}

    assert len(slugs["en"]) >= AT_LEAST
    assert slugs["en"] == slugs["es"]


def test_the_thought_record_asks_for_its_parts_in_order():
    steps = {step["key"]: step for step in SHIPPED["en", "thought-record"]["steps"]}

    assert list(steps) == [
        "situation", "feelings", "thoughts", "evidence_for", "evidence_against", "balanced",
        "again",
    ]  # fmt: skip
    assert [field["type"] for field in steps["again"]["fields"]][:2] == ["scale100", "scale100"]


def test_stop_has_its_four_steps_in_order():
    titles = [step["title"] for step in SHIPPED["en", "stop"]["steps"]]

    assert "".join(title[0] for title in titles) == "STOP"


def test_it_reads_as_easily_as_it_says(exercise):
    text = sentences_of(exercise)

    if exercise["language"] == "es":
        assert ease(text) >= EASY
    else:
        assert grade(text) <= exercise["reading_level"]


def test_each_step_alone_reads_easily(exercise):
    for step in exercise["steps"]:
        text = sentences_of(step)

        if exercise["language"] == "es":
            assert ease(text) >= NORMAL, step["key"]
        else:
            assert grade(text) <= 6, step["key"]


def test_it_uses_no_word_that_we_avoid(exercise):
    assert {text: avoided(text, exercise["language"]) for text in words_of(exercise)} == {
        text: [] for text in words_of(exercise)
    }


def test_it_says_first_where_help_is(exercise):
    assert HELP_FIRST[exercise["language"]] in exercise["cautions"][0].casefold()


def test_every_field_may_be_skipped_and_what_is_written_is_sensitive(exercise):
    for step in exercise["steps"]:
        for field in step["fields"]:
            assert field["optional"], field["key"]
            assert field["sensitive"] == (field["type"] in WORDS), field["key"]


def test_an_exposure_ladder_is_only_done_with_a_clinician(exercise):
    types = {field["type"] for step in exercise["steps"] for field in step["fields"]}

    assert exercise["assigned_only"] or "ladder" not in types


def test_spanish_says_the_same_as_english_step_by_step(pair):
    english, spanish = (_skeleton(exercise) for exercise in pair)

    assert spanish == english


def _skeleton(exercise: dict[str, Any]) -> Any:
    """Return an exercise without its words: what must be alike in every language."""
    told = {"language", "reading_level", "cautions"} | READ
    return {
        name: [_skeleton(entry) if isinstance(entry, dict) else entry for entry in value]
        if isinstance(value, list)
        else value
        for name, value in exercise.items()
        if name not in told
    }
