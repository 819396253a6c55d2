"""What may be answered to each type of field."""

import pytest

from skills.rules import answers
from tests.skills.exercises import LARGER, exercise

FITS = [
    ("look.words", "It is quiet. Estoy bien. 🙂"),
    ("look.words", "x" * 4000),
    ("look.lines", ["a chair", "a window"]),
    ("look.lines", ["x" * 500] * 30),
    ("look.small", 0),
    ("look.small", 10),
    ("look.large", 100),
    ("look.next", "walk"),
    ("wait.clock", 20),
    ("wait.breath", 61),
]
DOES_NOT = [
    ("look.words", 7, "Send this as text."),
    ("look.words", ["a"], "Send this as text."),
    ("look.words", "x" * 4001, "Please keep this to 4000 characters."),
    ("look.words", "a\x00b", "This text has a character that cannot be kept."),
    ("look.words", "a\ud800b", "This text has a character that cannot be kept."),
    ("look.lines", "a chair", "Send this as a list of texts."),
    ("look.lines", ["a", 2], "Send this as text."),
    ("look.lines", ["x" * 501], "Please keep this to 500 characters."),
    ("look.lines", ["x"] * 31, "Please keep this to 30 lines."),
    ("look.small", 11, "Choose a whole number from 0 to 10."),
    ("look.small", -1, "Choose a whole number from 0 to 10."),
    ("look.small", True, "Choose a whole number from 0 to 10."),
    ("look.small", 3.0, "Choose a whole number from 0 to 10."),
    ("look.small", "3", "Choose a whole number from 0 to 10."),
    ("look.large", 101, "Choose a whole number from 0 to 100."),
    ("look.next", "run", "Choose one of the options."),
    ("look.next", ["walk"], "Choose one of the options."),
    ("look.next", {"value": "walk"}, "Choose one of the options."),
    ("wait.clock", True, "Send how many whole seconds it ran."),
    ("wait.breath", -5, "Send how many whole seconds it ran."),
    ("look.nothing", "x", "There is no such field."),
    ("words", "x", "There is no such field."),
]


@pytest.mark.parametrize(("name", "value"), FITS)
def test_an_answer_that_fits_is_accepted(name, value):
    assert answers.wrong(exercise(), {name: value}) == {}


@pytest.mark.parametrize(("name", "value", "sentence"), DOES_NOT)
def test_an_answer_that_does_not_fit_is_told_in_a_sentence(name, value, sentence):
    assert answers.wrong(exercise(), {name: value}) == {name: sentence}


def test_every_field_may_be_left_out_or_left_empty():
    left_empty = {"look.words": "", "look.lines": [], "look.small": None, "look.large": 0}

    assert answers.tidy(left_empty) == {"look.large": 0}
    assert answers.wrong(exercise(), {}) == {}


def test_many_unknown_fields_are_answered_with_at_most_twenty_short_names():
    sent = {f"{number}{'x' * 200}\ud800": 1 for number in range(300)}

    found = answers.wrong(exercise(), sent)

    assert len(found) == 20
    assert all(len(name) == 80 for name in found)
    assert answers.wrong(exercise(), {"\ud800": 1}) == {"?": "There is no such field."}


LARGE = exercise(steps=[LARGER])
PLAN = {"what": "Walk", "when": "at 5", "where": "", "with_whom": "", "obstacle": "", "if_then": ""}
LARGE_FITS = [
    ("more.ladder", [{"text": "Say hello", "rating": 20}, {"text": "Sit inside", "rating": None}]),
    ("more.ladder", [{"text": "x" * 500, "rating": 100}] * 12),
    ("more.chain", [{"kind": kind, "text": "it"} for kind in answers.CHAIN_KINDS]),
    ("more.chain", [{"kind": "thought", "text": ""}] * 20),
    ("more.evidence", {"for": ["she said no"], "against": []}),
    ("more.evidence", {"for": ["x"] * 10}),
    ("more.plan", PLAN),
    ("more.plan", {"what": "Walk"}),
]
LARGE_DOES_NOT = [
    ("more.ladder", "x", "Send this as a list of steps."),
    ("more.ladder", ["x"], "Send this as a list of steps."),
    ("more.ladder", [{"text": "x", "rating": 1}] * 13, "Please keep this to 12 steps."),
    ("more.ladder", [{"text": "x", "rating": 101}], "Choose a whole number from 0 to 100."),
    ("more.ladder", [{"text": 7, "rating": 1}], "Send this as text."),
    ("more.ladder", [{"rating": 1}], "Send this as text."),
    ("more.ladder", [{"text": "x", "fear": 1}], "This holds only: rating, text."),
    ("more.chain", {}, "Send this as a list of links."),
    ("more.chain", [{"kind": "thought", "text": "x"}] * 21, "Please keep this to 20 links."),
    ("more.chain", [{"kind": "luck", "text": "x"}], "Say which kind of link each one is."),
    ("more.chain", [{"kind": ["thought"], "text": "x"}], "Say which kind of link each one is."),
    ("more.chain", [{"text": "x"}], "Say which kind of link each one is."),
    ("more.chain", [{"kind": "thought", "text": "x" * 501}], "Please keep this to 500 characters."),
    ("more.evidence", ["x"], "Send this as two lists, for and against."),
    ("more.evidence", {"for": "x"}, "Send each side as a list of texts."),
    ("more.evidence", {"for": ["x"] * 11}, "Please keep each side to 10 lines."),
    ("more.evidence", {"against": [7]}, "Send this as text."),
    ("more.evidence", {"maybe": []}, "This holds only: against, for."),
    ("more.plan", "walk", "Send this as a plan: what, when, where and so on."),
    ("more.plan", {"what": " ", "when": "at 5"}, "Say what you will do."),
    ("more.plan", {"when": "at 5"}, "Say what you will do."),
    ("more.plan", {"what": "Walk", "when": 5}, "Send this as text."),
    (
        "more.plan",
        {"what": "Walk", "how": "x"},
        "This holds only: if_then, obstacle, what, when, where, with_whom.",
    ),
]


@pytest.mark.parametrize(("name", "value"), LARGE_FITS)
def test_an_answer_of_many_parts_that_fits_is_accepted(name, value):
    assert answers.wrong(LARGE, {name: value}) == {}


@pytest.mark.parametrize(("name", "value", "sentence"), LARGE_DOES_NOT)
def test_an_answer_of_many_parts_that_does_not_fit_is_told(name, value, sentence):
    assert answers.wrong(LARGE, {name: value}) == {name: sentence}


def test_a_plan_or_two_sides_without_a_word_were_left_empty():
    left_empty = {
        "more.plan": {"what": "", "when": ""},
        "more.evidence": {"for": [], "against": []},
    }

    assert answers.tidy({**left_empty, "more.chain": [], "more.ladder": None}) == {}
    assert answers.tidy({"more.plan": PLAN}) == {"more.plan": PLAN}
