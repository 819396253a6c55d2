"""What leaves the building says that there is something to look at, and nothing else."""

import re
from email.utils import parseaddr

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from backend import demo
from delivery.wording import WORDINGS, Kind, words
from tests.guards.house import ROOT

# Stems: each is looked for at the beginning of a word, in English and in Spanish.
STEMS = """
    abstin accident addict adicci alcohol alert anim ansi anxi appointment cita client clini crav
    crisis cuidad deliver depres detox diagnos doctor drog drug emergen emoci emotion estado
    exercise family famil feel felt foothold group grupo habilid harm health heroin hospital iop
    lapse medic meth mood naloxon nurse opio overdos paciente pastill patient peligro pill
    practic program psych psiq recaíd recover recupera relaps riesgo risk safe salud score segur
    self-harm sentir sesi session sintom skill sleep sober sobrie sobredosis stress substance
    suicid sueño support sustancia symptom terap therap trat treat triste unsafe urge use used
    warning
"""
HEALTH_WORDS = STEMS.split()
ALLOWED = {"use", "used"}  # "Use this link", and nothing about using
EXACT = {
    ("alert", "en"): "1 item needs review",
    ("alert", "es"): "1 elemento por revisar",
    ("reminder", "en"): "You have an update",
    ("reminder", "es"): "Tiene una novedad",
    ("invitation", "en"): "You have been invited",
    ("invitation", "es"): "Tiene una invitación",
    ("new_password", "en"): "Choose a new password",
    ("new_password", "es"): "Elija una contraseña nueva",
}
EVERY = [(kind, language) for kind in WORDINGS for language in WORDINGS[kind]]
LINK = "https://site.example/inbox"


def health_words_in(text):
    """Return the words of a text that begin with one of the stems."""
    return sorted(
        word
        for word in re.findall(r"[\w'-]+", text.lower())
        if word not in ALLOWED and any(word.startswith(stem) for stem in HEALTH_WORDS)
    )


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_no_text_holds_a_health_word(kind, language):
    wording = WORDINGS[kind][language]

    assert health_words_in(wording.subject + " " + wording.text) == []


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_no_text_names_anybody_or_the_program(kind, language):
    wording = WORDINGS[kind][language]
    names = {word for someone in demo.CAST for word in someone.name.split()} - {"Dr."}

    found = {name for name in names if name in wording.subject + wording.text}

    assert found == set()


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_link_is_the_only_gap(kind, language):
    wording = WORDINGS[kind][language]

    assert re.findall(r"\{[^}]*\}|%[sd(]|\$\{?\w+", wording.subject + wording.text) == ["{link}"]
    assert "{" not in wording.subject


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_subject_is_one_of_the_written_list(kind, language):
    assert WORDINGS[kind][language].subject == EXACT[kind, language]


def test_every_kind_is_worded_in_every_language_of_the_program():
    languages = {code for code, _ in settings.LANGUAGES}

    assert {kind: set(WORDINGS[kind]) for kind in WORDINGS} == dict.fromkeys(Kind, languages)
    assert set(EXACT) == {(str(kind), language) for kind, language in EVERY}


def test_health_words_are_found_when_they_are_there():
    text = "Maya's craving was 9. Su sueño empeoró. You feel unsafe?"

    assert health_words_in(text) == ["craving", "feel", "sueño", "unsafe"]


@example_settings(deadline=None)
@given(link=st.text(max_size=200))
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_but_the_link_can_be_put_in(kind, link):
    subject, text = words(kind, "en", link=link)

    before, after = WORDINGS[kind]["en"].text.split("{link}")
    assert subject == WORDINGS[kind]["en"].subject
    assert text == before + link + after


@example_settings(deadline=None)
@given(language=st.text(max_size=10))
def test_a_language_that_is_not_written_becomes_english(language):
    known = language.partition("-")[0] in WORDINGS[Kind.ALERT]

    chosen = words(Kind.ALERT, language, link=LINK)

    assert known or chosen == words(Kind.ALERT, "en", link=LINK)


def test_the_sender_says_nothing_about_health():
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)

    assert health_words_in(address.partition("@")[0]) == []
    assert health_words_in(name.lower().replace("foothold", "")) == []


def test_links_in_messages_lead_to_pages_without_ids_or_health_words():
    paths = set()
    for app in ("accounts", "program", "alerts", "family"):
        for path in (ROOT / app).glob("*.py"):
            paths |= set(re.findall(r'Cause\([^\n]*?f?"(/[a-z-]*)[^/"]*"\)', path.read_text()))

    assert paths == {"/inbox", "/today", "/invitation"}
    assert [path for path in paths if health_words_in(path)] == []
