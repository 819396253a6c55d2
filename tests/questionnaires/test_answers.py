# ruff: noqa: E501  (tables are read across)
"""What may be answered to a form: types, limits, conditions, rows, what is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.rules import answers, reading
from tests.questionnaires.files import EXTENSION, choice, option, whole


def form(*items):
    return reading.read(whole(*items)).form


def question(kind, link_id="a", **other):
    return {"linkId": link_id, "type": kind, "text": "Say.", **other}


def limit(name, **value):
    return {"url": EXTENSION + name, **value}


def check(items, given_, *, whole_=False):
    return answers.check(form(*items), given_, whole=whole_)


WITHIN = [limit("minValue", valueInteger=1), limit("maxValue", valueInteger=5)]
DECIMALS = [limit("maxDecimalPlaces", valueInteger=1)]
MANY = {"repeats": True, "answerOption": [option("A"), option("B"), option("C")]}
NONE_OF_THEM = option("N") | {
    "extension": [limit("questionnaire-optionExclusive", valueBoolean=True)]
}


@pytest.mark.parametrize(
    ("item", "value"),
    [
        (choice("a"), "LA6568-5"),
        (question("open-choice", answerOption=[option("A")]), "A"),
        (question("open-choice", answerOption=[option("A")]), {"text": "Another"}),
        (question("choice", **MANY), ["A", "C"]),
        (question("boolean"), False),
        (question("integer", extension=WITHIN), 5),
        (question("decimal", extension=DECIMALS), 1.5),
        (question("decimal"), 2),
        (question("string", maxLength=5), "12345"),
        (question("text"), "One line\nand another 👩‍👩‍👧"),
        (question("date"), "2024-02-29"),
        (question("string", repeats=True), ["one", "two"]),
        (question("integer", answerOption=[{"valueInteger": 3}, {"valueInteger": 4}]), "3"),
    ],
)  # fmt: skip
def test_a_right_answer_is_kept_as_it_is(item, value):
    found = check([item], {"a": value})

    assert (found.wrong, found.kept) == ({}, {"a": value})


@pytest.mark.parametrize(
    ("item", "value", "sentence"),
    [
        (choice("a"), "LA0-0", "Choose one of the answers."),
        (choice("a"), 1, "Choose one of the answers."),
        (choice("a"), ["LA6568-5"], "Choose one of the answers."),
        (choice("a"), {"text": "Another"}, "Choose one of the answers."),
        (question("open-choice", answerOption=[option("A")]), {"text": ""}, "Answer in words."),
        (question("open-choice", answerOption=[option("A")]), {"text": "x" * 281}, "Use at most 280 characters."),
        (question("choice", **MANY), "A", "Give a list of answers."),
        (question("choice", **MANY), ["A", "A"], "The same answer stands there twice."),
        (question("choice", **MANY), [{"x": []}], "Choose one of the answers."),
        (question("choice", repeats=True, answerOption=[option("A"), NONE_OF_THEM]), ["A", "N"], "This answer cannot be given together with others."),
        (question("boolean"), 1, "Answer true or false."),
        (question("boolean"), "true", "Answer true or false."),
        (question("integer", extension=WITHIN), 0, "Give 1 or more."),
        (question("integer", extension=WITHIN), 6, "Give 5 or less."),
        (question("integer"), True, "Give a whole number."),
        (question("integer"), 1.0, "Give a whole number."),
        (question("integer"), 10**12, "This number cannot be right."),
        (question("decimal"), float("inf"), "This number cannot be right."),
        (question("decimal"), float("nan"), "This number cannot be right."),
        (question("decimal", extension=DECIMALS), 1.25, "Give at most 1 digits behind the point."),
        (question("string", maxLength=5), "123456", "Use at most 5 characters."),
        (question("string"), "   ", "Answer in words."),
        (question("string"), 5, "Answer in words."),
        (question("string"), "a\x00b", "This text holds something that cannot be read."),
        (question("text"), "\ud800", "This text holds something that cannot be read."),
        (question("date"), "2023-02-29", "Give a day as year, month and day, like 2026-11-23."),
        (question("date"), "20240229", "Give a day as year, month and day, like 2026-11-23."),
        (question("group", item=[question("boolean", "b")]), "x", "This is not a question."),
    ],
)  # fmt: skip
def test_a_wrong_answer_is_refused_by_name(item, value, sentence):
    assert check([item], {"a": value}).wrong == {"a": sentence}


def test_an_answer_to_nothing_is_refused():
    assert check([choice("a")], {"z": "x"}).wrong == {"z": "There is no such question."}


@pytest.mark.parametrize("empty", [None, "", []])
def test_nothing_is_not_an_answer(empty):
    found = check([choice("a")], {"a": empty})

    assert (found.wrong, found.kept) == ({}, {})


def test_what_is_required_may_wait_in_a_draft_and_must_be_there_in_the_end():
    items = [choice("a", required=True)]

    assert check(items, {}).wrong == {}
    assert check(items, {}, whole_=True).wrong == {"a": "This needs an answer."}


def when(question_, operator, **value):
    return {"enableWhen": [{"question": question_, "operator": operator, **value}]}


ASKS = question("boolean", "gate")


@pytest.mark.parametrize(
    ("items", "given_", "is_asked"),
    [
        ([ASKS, question("string", **when("gate", "=", answerBoolean=True))], {"gate": True}, True),
        ([ASKS, question("string", **when("gate", "=", answerBoolean=True))], {"gate": False}, False),
        ([ASKS, question("string", **when("gate", "=", answerBoolean=True))], {}, False),
        ([ASKS, question("string", **when("gate", "!=", answerBoolean=True))], {}, True),
        ([ASKS, question("string", **when("gate", "exists", answerBoolean=True))], {"gate": False}, True),
        ([ASKS, question("string", **when("gate", "exists", answerBoolean=False))], {}, True),
        ([ASKS, question("string", **when("gate", "exists", answerBoolean=False))], {"gate": True}, False),
        ([question("integer", "n"), question("string", **when("n", ">", answerInteger=3))], {"n": 4}, True),
        ([question("integer", "n"), question("string", **when("n", ">", answerInteger=3))], {"n": 3}, False),
        ([question("integer", "n"), question("string", **when("n", "<=", answerInteger=3))], {"n": 3}, True),
        ([question("decimal", "n"), question("string", **when("n", ">=", answerDecimal=1.5))], {"n": 1.5}, True),
        ([question("date", "d"), question("string", **when("d", "<", answerDate="2026-01-01"))], {"d": "2025-12-31"}, True),
        ([choice("c"), question("string", **when("c", "=", answerCoding={"code": "LA6569-3"}))], {"c": "LA6569-3"}, True),
        ([question("choice", "c", **MANY), question("string", **when("c", "=", answerCoding={"code": "B"}))], {"c": ["A", "B"]}, True),
        ([question("choice", "c", **MANY), question("string", **when("c", "!=", answerCoding={"code": "B"}))], {"c": ["A", "B"]}, False),
        ([question("integer", "n"), question("string", **when("n", "=", answerInteger=1))], {"n": 1}, True),
    ],
)  # fmt: skip
def test_a_condition_says_whether_a_question_is_asked(items, given_, is_asked):
    found = check(items, given_ | {"a": "words"})

    assert found.wrong == {}
    assert ("a" in found.kept) is is_asked
    assert found.left_out == ([] if is_asked else ["a"])


def test_what_hangs_on_an_unasked_question_is_not_asked():
    items = [
        ASKS,
        question("boolean", "second", **when("gate", "=", answerBoolean=True)),
        question("string", **when("second", "=", answerBoolean=True)),
    ]

    found = check(items, {"gate": False, "second": True, "a": "words"})

    assert (found.kept, found.left_out) == ({"gate": False}, ["second", "a"])


def test_a_question_that_is_not_asked_is_not_required():
    items = [ASKS, question("string", required=True, **when("gate", "=", answerBoolean=True))]

    assert check(items, {"gate": False}, whole_=True).wrong == {}


def test_one_condition_of_several_is_enough_where_the_form_says_so():
    both = [
        {"question": "x", "operator": "=", "answerBoolean": True},
        {"question": "y", "operator": "=", "answerBoolean": True},
    ]
    for behavior, is_asked in (("any", True), ("all", False)):
        items = [
            question("boolean", "x"), question("boolean", "y"),
            question("string", enableWhen=both, enableBehavior=behavior),
        ]  # fmt: skip

        assert ("a" in check(items, {"x": True, "a": "w"}).kept) is is_asked


ROWS = question(
    "group", "g", repeats=True,
    item=[question("string", "name", required=True), question("boolean", "more"),
          question("string", "what", **when("more", "=", answerBoolean=True))],
)  # fmt: skip


def test_rows_of_a_group_are_each_their_own():
    rows = [{"name": "One", "more": True, "what": "That"}, {"name": "Two", "what": "Not asked"}]

    found = check([ROWS], {"g": rows}, whole_=True)

    assert found.wrong == {}
    assert found.kept == {"g": [rows[0], {"name": "Two"}]}
    assert found.left_out == ["g[1].what"]


def test_what_is_wrong_in_a_row_is_named_by_row():
    rows = [{"more": True}, {"name": 5, "z": 1}]

    assert check([ROWS], {"g": rows}, whole_=True).wrong == {
        "g[0].name": "This needs an answer.",
        "g[1].z": "There is no such question.",
        "g[1].name": "Answer in words.",
    }


@pytest.mark.parametrize("value", ["x", 1, True, {"name": "x"}, ["x"], [[]], [None]])
def test_rows_that_are_none_are_refused(value):
    assert check([ROWS], {"g": value}).wrong == {"g": "Give a list of rows of answers."}


def test_too_many_rows_are_refused():
    rows = [{"name": f"{n}"} for n in range(21)]

    assert check([ROWS], {"g": rows}).wrong == {"g": "There can be 20 of these at most."}


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
EVERY_KIND = form(
    choice("choice"), question("open-choice", "open", answerOption=[option("A")]),
    question("choice", "many", **MANY), question("boolean", "yes"), question("integer", "int"),
    question("decimal", "dec"), question("string", "str"), question("text", "txt"),
    question("date", "day"), ROWS,
    question("string", "asked", **when("int", ">", answerInteger=3)),
)  # fmt: skip
NAMES = st.sampled_from(
    ["choice", "open", "many", "yes", "int", "dec", "str", "txt", "day", "g", "asked", "z"]
)


@given(st.dictionaries(NAMES, ANYTHING, max_size=5), st.booleans())
def test_whatever_is_sent_is_kept_refused_or_left_out(sent, all_of_it):
    found = answers.check(EVERY_KIND, sent, whole=all_of_it)

    again = answers.check(EVERY_KIND, found.kept, whole=False)
    assert (again.wrong, again.left_out, again.kept) == ({}, [], found.kept)
