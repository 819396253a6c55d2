"""The daily form as content: the same in both languages, plain words, and a name for each form."""

import re
from uuid import UUID, uuid4

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checkins import rules, services
from checkins.serializers import CheckInInput
from tests.conftest import as_owner
from tests.guards.house import ROOT

CONTENT = ROOT / "checkins" / "content"
FILES = sorted(CONTENT.glob("*.yaml"))
NEVER = re.compile(
    r"\b(addict|alcoholic|clean|dirty|abuse[rd]?|fail(ed|ure)?|relapsed?|adicto|limpio|sucio)\b",
    re.I,
)


def _words(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"key", "kind", "required", "goal_asked_from"}:
                yield from _words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _words(inner)
    elif isinstance(value, str):
        yield value


def _shape(value):
    if isinstance(value, dict):
        return {key: _shape(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_shape(inner) for inner in value]
    return type(value)


def _syllables(word):
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))))


def _grade(text):
    """The Flesch-Kincaid grade of an English text."""
    sentences = max(1, len(re.findall(r"[.!?]+", text)))
    words = re.findall(r"[A-Za-z']+", text)
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * syllables / len(words) - 15.59


@pytest.mark.parametrize("name", sorted({path.name.split(".")[0] for path in FILES}))
def test_both_languages_ask_the_same(name):
    english, spanish = (
        yaml.safe_load((CONTENT / f"{name}.{language}.yaml").read_text(encoding="utf-8"))
        for language in services.LANGUAGES
    )

    assert _shape(english) == _shape(spanish)
    keys = [[one["key"] for one in words.get("questions", ())] for words in (english, spanish)]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_no_word_blames(path):
    words = " ".join(_words(yaml.safe_load(path.read_text(encoding="utf-8"))))

    assert not NEVER.search(words)


@pytest.mark.parametrize("path", [path for path in FILES if ".en." in path.name])
def test_english_words_are_easy(path):
    texts = [text for text in _words(yaml.safe_load(path.read_text())) if len(text.split()) > 4]

    assert _grade(" ".join(text if text[-1] in ".?!" else f"{text}." for text in texts)) <= 6


@pytest.mark.parametrize("language", services.LANGUAGES)
def test_every_question_is_one_that_can_be_answered(language):
    words = services.words_of(services.PRESENT, language)
    answerable = set(CheckInInput().fields) | {"words"}

    asked = {one["key"]: one for one in words["questions"]}

    assert set(asked) <= answerable
    for name in ("safety", "medication"):
        assert set(asked[name]["choices"]) == set(CheckInInput().fields[name].choices)
    assert set(asked["used"]["choices"]) == {"yes", "no"}
    assert [name for name, one in asked.items() if one.get("required")] == ["mood"]
    assert all(one["why"] for one in asked.values())


def test_maya_gets_her_form_in_her_language(browser, maya):
    english = browser(maya).get("/check-in-form/").body
    with as_owner():
        maya.language = "es"
        maya.save()

    spanish = browser(maya).get("/check-in-form/").body

    assert (english["language"], spanish["language"]) == ("en", "es")
    assert english["version"] == spanish["version"] == "daily-1"
    assert english["questions"][0]["ask"] != spanish["questions"][0]["ask"]
    assert english["goal_asked_from"] == "17:00"


@given(st.lists(st.uuids(), max_size=5))
def test_a_form_names_its_items_in_their_order(items):
    version = rules.form_version("daily-1", items)

    base, shorts = rules.items_of_form(version)

    assert len(version) <= 64
    assert (base, list(shorts)) == ("daily-1", [item.hex[:8] for item in items])


@pytest.mark.parametrize(
    "text", ["daily", "daily-1+", "daily-1+xyz", "daily-1+3fa85f64.", "DAILY-1", "daily-1 "]
)
def test_what_is_no_name_of_a_form(text):
    with pytest.raises(ValueError, match=re.escape(text)):
        rules.items_of_form(text)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Café", "cafe", True),
        ("Calling Dana", "calling  dana.", True),
        ("Calling Dana", "Calling Dan", False),
        ("怒り", "怒り", True),
        ("!", "?", False),
    ],
)
def test_which_words_ask_the_same(first, second, same):
    assert rules.same_words(first, second) is same


@given(
    st.dictionaries(
        st.uuids().map(str),
        st.fixed_dictionaries(
            {
                "level": st.none() | st.integers(0, 10),
                "value": st.none() | st.booleans(),
                "acted": st.none() | st.booleans(),
            }
        ),
        max_size=3,
    ),
    st.sampled_from(["urge", "emotion", "habit"]),
    st.sampled_from(["0-10", "yes_no"]),
)
def test_answers_fit_what_was_asked_or_are_named(answers, kind, scale):
    asked = [rules.Asked(UUID(name), kind, scale) for name in answers]

    wrong = rules.wrong_answers(answers, [*asked, rules.Asked(uuid4(), kind, scale)])

    for name, answer in answers.items():
        mistaken = answer["value"] if scale == "0-10" else answer["level"]
        acted = answer["acted"] is not None and kind != "urge"
        assert any(path.startswith(f"items.{name}") for path in wrong) == (
            mistaken is not None or acted
        )
    assert rules.wrong_answers(answers, []).keys() == {f"items.{name}" for name in answers}
