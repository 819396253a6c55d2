"""The lessons that are shipped: readable, kind, complete, and what they say of themselves."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from lessons import services
from lessons.rules.lesson import LANGUAGES
from tests.skills.reading import ease, grade
from tests.skills.wording import QUOTED, avoided

SHIPPED = {(one["language"], one["slug"]): one for one in services.shipped_lessons()}
AT_LEAST = 24
HIGHEST_GRADE = 7
EASY, NORMAL = 65, 55  # where a Spanish text becomes easy, and where normal, on INFLESZ
FEWEST_WORDS, MOST_WORDS = 300, 900  # of the sections of one lesson
SHORT = 5  # words; shorter entries of lists are no sentences, and would flatter the measure
# What families are promised to learn about, and which lesson is about it.
TOPICS = {
    "what a substance use disorder is": "substance-use-disorder",
    "what depression is": "depression",
    "what anxiety is": "anxiety-and-panic",
    "what PTSD is": "ptsd",
    "what bipolar disorder is": "bipolar-disorder",
    "what psychosis is": "psychosis",
    "brain, stress and trauma": "brain-stress-and-trauma",
    "how an intensive outpatient program works": "how-an-iop-works",
    "uneven recovery": "recovery-is-uneven",
    "warning signs and what to do": "warning-signs",
    "asking about suicide": "asking-about-suicide",
    "overdose and naloxone": "overdose-and-naloxone",
    "“enabling” and its alternatives": "helping-and-its-limits",
    "codependency, a contested word": "codependency",
    "CRAFT-style communication": "talking-so-it-lands",
    "positive reinforcement": "rewarding-what-goes-well",
    "boundaries": "boundaries",
    "accountability without micromanaging": "accountability-without-micromanaging",
    "celebrating progress": "celebrating-progress",
    "after a lapse": "after-a-lapse",
    "medication myths": "medication-myths",
    "children": "talking-with-children",
    "why staff may not answer": "why-staff-may-not-answer",
    "caring for yourself": "caring-for-yourself",
    "for a partner": "for-partners",
    "for a parent": "for-parents",
    "for an adult child": "for-adult-children",
    "for a sibling": "for-siblings",
}
# Whom a lesson by relationship is for.
BY_RELATIONSHIP = {
    "for-partners": "partner",
    "for-parents": "parent",
    "for-adult-children": "adult_child",
    "for-siblings": "sibling",
}
CRISIS = ("asking-about-suicide", "overdose-and-naloxone", "warning-signs", "psychosis")
# The telephones that a lesson may name: those of the help screen.
LINES = {"988", "911", "833-773-2445", "741741", "9-1-1", "9-8-8"}


@pytest.fixture(params=sorted(SHIPPED), ids="/".join)
def lesson(request) -> dict[str, Any]:
    return SHIPPED[request.param]


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text of a lesson that a family member reads."""
    for name, entry in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(entry, list | dict) and name not in {"sources", "for"}:
            yield from texts_of(entry)
        elif isinstance(entry, str) and name not in {
            "slug", "language", "group", "kind", "key", "reviewed",
        }:  # fmt: skip
            yield entry


def sentences(texts: Iterator[str]) -> str:
    """Return what is said at some length; titles and short entries would flatter the measure."""
    return "\n".join(text for text in texts if len(text.split()) >= SHORT)


def test_there_are_enough_lessons_each_in_every_language():
    slugs = {language: {s for of, s in SHIPPED if of == language} for language in LANGUAGES}

    assert len(slugs["en"]) >= AT_LEAST
    assert slugs["en"] == slugs["es"]


@pytest.mark.parametrize("topic", TOPICS)
def test_there_is_a_lesson_about_each_topic(topic):
    assert {("en", TOPICS[topic]), ("es", TOPICS[topic])} <= set(SHIPPED)


@pytest.mark.parametrize("slug", BY_RELATIONSHIP)
def test_each_relationship_has_a_lesson_of_its_own(slug):
    lesson = SHIPPED["en", slug]

    assert (lesson["group"], lesson["for"]) == ("by_relationship", [BY_RELATIONSHIP[slug]])


@pytest.mark.parametrize("slug", CRISIS)
def test_a_lesson_about_danger_shows_where_help_is_and_warns_first(slug):
    assert SHIPPED["en", slug]["help"]
    assert SHIPPED["en", slug]["care"]


def test_asking_about_suicide_says_that_asking_does_no_harm_and_whom_to_call():
    for language in LANGUAGES:
        assert "988" in " ".join(texts_of(SHIPPED[language, "asking-about-suicide"]))


def test_overdose_says_911_first_and_names_naloxone():
    for language, naloxone in (("en", "naloxone"), ("es", "naloxona")):
        text = " ".join(texts_of(SHIPPED[language, "overdose-and-naloxone"])).casefold()
        assert "911" in text
        assert naloxone in text


def test_the_whole_lesson_reads_as_easily_as_it_says(lesson):
    text = sentences(texts_of(lesson))

    if lesson["language"] == "es":
        assert ease(text) >= EASY
    else:
        assert grade(text) <= lesson["reading_level"] <= HIGHEST_GRADE


def test_each_section_alone_reads_easily(lesson):
    for section in lesson["sections"]:
        text = sentences(texts_of(section))

        if lesson["language"] == "es":
            assert ease(text) >= NORMAL, section["title"]
        else:
            assert grade(text) <= HIGHEST_GRADE, section["title"]


def test_it_uses_no_word_that_we_avoid_unless_it_speaks_of_the_word(lesson):
    texts = {text: QUOTED.sub("", text) for text in texts_of(lesson)}

    found = {text: avoided(bare, lesson["language"]) for text, bare in texts.items()}

    assert {text: words for text, words in found.items() if words} == {}


def test_it_is_neither_a_leaflet_nor_a_book(lesson):
    words = sum(len(text.split()) for section in lesson["sections"] for text in texts_of(section))

    assert FEWEST_WORDS <= words <= MOST_WORDS


def test_it_names_no_telephone_but_those_of_the_help_screen(lesson):
    text = " ".join(texts_of(lesson))
    numbers = set(re.findall(r"\d[\d-]{2,}\d|\b[2-9]11\b", text))

    assert {number for number in numbers if not re.fullmatch(r"(19|20)\d\d", number)} <= LINES


def test_it_tells_no_amount_of_any_medicine(lesson):
    assert not re.search(r"\d\s?(mg|mcg|ml|milligrams?|miligramos?)\b", " ".join(texts_of(lesson)))


def test_its_choices_are_not_given_away_by_place(lesson):
    places = {
        next(place for place, one in enumerate(question["choices"]) if one["right"])
        for question in lesson["check"]
    }

    # With two questions or more, the right one does not stand at the same place each time.
    assert len(places) > 1
