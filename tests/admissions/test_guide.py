"""The guide to levels of care: help first, more need never means less care, no illness is named."""

import json
import re
from itertools import product
from pathlib import Path

import pytest

from admissions.rules import guide
from tests.guards.house import ROOT
from tests.http import Browser
from tests.skills.reading import grade

CASES = json.loads((Path(__file__).parent / "guide_cases.json").read_text(encoding="utf-8"))
TABLE = guide.table()
KEYS = {
    question["key"]: [one["key"] for one in question["options"]] for question in TABLE["questions"]
}
SKIPPED = None
LANGUAGES = ("en", "es")
# No diagnosis, no label, no promise, and no telling anybody what they are.
NEVER = re.compile(
    r"\b(you are an?|addict\w*|alcoholic\w*|abus\w*|disorder|diagnosed|dependence|relaps\w*|clean|"
    r"dirty|you must|adict\w*|alcohólic\w*|abus\w*|trastorno|usted es un|usted debe)\b",
    re.IGNORECASE,
)  # fmt: skip


def _every_way_to_answer():
    for chosen in product(*([SKIPPED, *options] for options in KEYS.values())):
        yield {key: one for key, one in zip(KEYS, chosen, strict=True) if one is not SKIPPED}


EVERY_WAY = list(_every_way_to_answer())


def _level(answers):
    return guide.suggest(answers).level


def _words(value):
    if isinstance(value, dict):
        if set(value) == set(LANGUAGES):
            yield value
            return
        value = value.values()
    if isinstance(value, list | type({}.values())):
        for item in value:
            yield from _words(item)


@pytest.mark.parametrize("case", CASES, ids=[json.dumps(case["answers"]) for case in CASES])
def test_the_cases_that_the_browser_is_held_to_as_well(case):
    found = guide.suggest(case["answers"])

    assert (found.first, found.level, found.level_because) == (
        case["first"], case["level"], case["because"],
    )  # fmt: skip


@pytest.mark.parametrize("urgent", ["unsafe", "lost", "body", "hurt"])
def test_an_urgent_answer_leads_to_help_and_to_nothing_else(urgent):
    for answers in EVERY_WAY:
        found = guide.suggest({**answers, "now": urgent})

        assert (found.first, found.level) == ("help_now", None)


def test_what_is_asked_first_is_whether_it_is_urgent():
    assert next(iter(KEYS)) == "now"


def test_a_level_is_suggested_for_every_way_to_answer_that_is_not_urgent():
    for answers in EVERY_WAY:
        if answers.get("now") in (None, "none"):
            assert _level(answers) in guide.LEVELS


def test_more_need_never_means_less_care():
    rank = guide.LEVELS.index
    for answers in EVERY_WAY:
        if answers.get("now") not in (None, "none"):
            continue
        for question in ("hold", "days", "home"):
            options = KEYS[question]
            if question not in answers or answers[question] == options[-1]:
                continue
            worse = options[options.index(answers[question]) + 1]

            assert rank(_level({**answers, question: worse})) >= rank(_level(answers))


def test_leaving_a_question_out_never_means_more_care():
    rank = guide.LEVELS.index
    for answers in EVERY_WAY:
        if answers.get("now") not in (None, "none"):
            continue
        for question in answers:
            fewer = {key: one for key, one in answers.items() if key != question}

            assert rank(_level(fewer)) <= rank(_level(answers))


def test_a_doctor_comes_first_where_stopping_can_be_dangerous_and_only_there():
    for answers in EVERY_WAY:
        found = guide.suggest(answers)
        if found.first != "help_now":
            risky = answers.get("stopping") in {"no_gap", "sick", "danger"}
            assert (found.first == "medical_first") == risky


def test_an_answer_that_is_no_answer_of_ours_changes_nothing():
    assert guide.suggest({"days": "'; drop", "zodiac": "ram"}) == guide.suggest({})


def test_rules_speak_only_of_questions_options_outcomes_and_reasons_that_exist():
    for rule in [*TABLE["first"], *TABLE["levels"], {"when": {}, **TABLE["otherwise"]}]:
        assert rule["outcome"] in TABLE["outcomes"]
        assert rule["because"] in TABLE["reasons"]
        for question, options in rule["when"].items():
            assert set(options) <= set(KEYS[question])


def test_every_outcome_and_every_reason_can_come_about():
    found = [guide.suggest(answers) for answers in EVERY_WAY]
    outcomes = {one.first for one in found} | {one.level for one in found}
    reasons = {one.first_because for one in found} | {one.level_because for one in found}

    assert outcomes - {None} == set(TABLE["outcomes"])
    assert reasons - {None} == set(TABLE["reasons"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_there_and_names_no_illness(language):
    texts = [one[language] for one in _words(TABLE)]

    assert len(texts) > 50
    assert all(text.strip() == text and text for text in texts)
    assert [text for text in texts if NEVER.search(text) and "diagn" not in text] == []


def test_the_english_words_are_easy_to_read():
    texts = [one["en"] for one in _words(TABLE)]

    assert grade(" ".join(text if text[-1] in ".?!" else f"{text}." for text in texts)) <= 7


def test_the_server_hands_out_the_table_and_takes_no_answers(db):
    answer = Browser(None).get("/guide/", now="hurt")

    assert answer.status == 200
    assert answer.body == json.loads(guide.FILE.read_text(encoding="utf-8"))
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert "Set-Cookie" not in answer.headers


def test_nothing_of_the_guide_is_stored_or_logged():
    source = (ROOT / "admissions" / "rules" / "guide.py").read_text()

    assert not re.search(r"import (logging|django)|from (django|core|admissions)", source)
