"""Reading a lesson's file: what it becomes, and every mistake told by file, line and sentence."""

import pytest

from lessons.rules import lesson as rules
from skills.rules.files import BadContent
from skills.rules.parts import version_of
from tests.lessons.lessons import FILE, lesson, read


def test_a_file_becomes_a_lesson():
    found = read()

    assert found["sections"][0] == {
        "title": "Water",
        "blocks": [
            {"kind": "paragraph", "text": "Boil the water. It takes a while."},
            {"kind": "paragraph", "text": "Then wait."},
            {"kind": "list", "items": ["One cup for you", "One cup for me"]},
        ],
    }
    assert [one["key"] for one in found["check"]] == ["first", "last"]
    assert found["reviewed"] == "2026-11-23"
    assert (found["help"], found["care"]) == (False, "")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("position: 1", "position: 2", 5, "position must be “1”"),
        ("slug: tea", "slug: coffee", 2, "slug must be “tea”"),
        ("slug: tea", "slug: preferences", 2, "an address of its own"),
        ("language: en", "language: es", 3, "language must be “en”"),
        ("group: relating", "group: cooking", 6, "group must be one of"),
        ("group: relating", "group: safety", 6, "help must be true"),
        ("for: [everyone]", "for: [everyone, parent]", 7, "“everyone” must be one of"),
        ("for: [everyone]", "for: []", 7, "for must be a list"),
        ("reading_level: 4", "reading_level: 8", 9, "from 1 to 7"),
        ("reviewed: 2026-11-23", "reviewed: soon", 13, "reviewed must be a day"),
        ("summary: How to make tea together.", "sumary: x", 10, "sumary is not known"),
        ("minutes: 3\n", "", 2, "minutes is missing"),
        ("Then wait.", "Then **wait**.", 21, "Only plain paragraphs"),
        ("Then wait.", "### Wait", 21, "Only plain paragraphs"),
        ("Then wait.", "1. Wait", 21, "Only plain paragraphs"),
        ("Then wait.", "See https://example.org", 21, "Only plain paragraphs"),
        ("Then wait.", "<b>wait</b>", 21, "Only plain paragraphs"),
        ("- One cup for me", "and one for me", 24, "Each entry of a list is one line"),
        ("## Water\n", "", 17, "under the heading of a section"),
        ("## Leaves\n\nPut in the leaves.\n", "", 14, "sections must be a list with 3 to 6"),
        ("Put in the leaves.", "Put. " * 600, 26, "at most 2500 characters"),
        ("right: false, because: \"Nearly", "right: true, because: \"Nearly", 41, "Exactly one"),
        ("  - key: last", "  - key: first", 44, "key “first” is there twice"),
        (", because: It comes first.}", "}", 48, "because is missing"),
        ("try_this_week: Make", "later: Make", 50, "The closing block holds only"),
        ("try_this_week: Make tea for somebody.\n", "", 2, "try_this_week is missing"),
        ("somebody.\n```", "somebody.", 34, "no closing line"),
        ("somebody.\n```\n", "somebody.\n```\n\nMore.", 53, "Nothing stands after"),
        ("question: With whom", "question: x: With whom", 37, "This is not YAML"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_by_file_line_and_sentence(old, new, line, said):
    assert old in FILE

    with pytest.raises(BadContent) as told:
        read(FILE.replace(old, new, 1))

    place = f"01-tea.md, line {line}: "
    assert any(text.startswith(place) and said in text for text in str(told.value).splitlines()), (
        str(told.value)
    )


def test_a_file_without_its_closing_block_or_its_number_is_refused():
    with pytest.raises(BadContent, match="must end with a ```yaml block"):
        read(FILE.partition("```yaml")[0])
    with pytest.raises(BadContent, match="its position and its name"):
        read(name="tea")


def test_the_same_lesson_has_the_same_version_and_a_changed_one_another():
    assert version_of(read()) == version_of(lesson())
    assert version_of(lesson(minutes=9)) != version_of(lesson())


def test_a_lesson_in_one_language_alone_is_told():
    assert rules.unpaired([lesson()]) == [("en", "tea", "There is no such lesson in: es.")]


@pytest.mark.parametrize(
    ("name", "value", "called"),
    [
        ("minutes", 9, "minutes"),
        ("help", True, "help"),
        ("care", "Careful.", "a care note"),
        ("sources", ["a", "b"], "how many sources"),
        ("sections", lesson()["sections"][:2], "how many sections"),
        ("check", lesson()["check"][::-1], "the check's keys"),
        ("reflection", [{"key": "other", "question": "x"}], "the reflections' keys"),
    ],
)
def test_two_languages_that_differ_in_more_than_words_are_told(name, value, called):
    spanish = lesson(language="es", title="Té", **{name: value})

    sentence = f"This differs from the lesson in en: {called}."
    assert ("es", "tea", sentence) in rules.unpaired([lesson(), spanish])


def test_two_languages_that_differ_in_words_only_are_fine():
    assert rules.unpaired([lesson(), lesson(language="es", title="Té")]) == []


def test_positions_count_from_one_without_gaps():
    second = lesson(slug="coffee", position=3)

    assert rules.out_of_order([lesson(), second]) == [
        ("en", "coffee", "position must be 2: lessons count from 1, without gaps.")
    ]
