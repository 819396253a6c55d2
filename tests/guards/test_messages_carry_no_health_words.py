"""What leaves the building says that there is something to look at, and nothing else."""

import re
from email.utils import parseaddr

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from backend import demo
from delivery.channels.base import Message
from delivery.channels.sms import short
from delivery.channels.web_push import payload
from delivery.wording import CODES, PLAIN, WORDINGS, Kind, wording, words
from reminders.models import Kind as ReminderKind
from tests.guards.house import APPS, ROOT

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
    ("digest", "en"): "Items need review",
    ("digest", "es"): "Elementos por revisar",
    ("reminder", "en"): "You have an update",
    ("reminder", "es"): "Tiene una novedad",
    ("update", "en"): "You have an update",
    ("update", "es"): "Tiene una novedad",
    ("invitation", "en"): "You have been invited",
    ("invitation", "es"): "Tiene una invitación",
    ("new_password", "en"): "Choose a new password",
    ("new_password", "es"): "Elija una contraseña nueva",
    ("account", "en"): "Your account was changed",
    ("account", "es"): "Su cuenta cambió",
    ("address_code", "en"): "Your code",
    ("address_code", "es"): "Su código",
    ("code", "en"): "Your code",
    ("code", "es"): "Su código",
    ("test", "en"): "This works",
    ("test", "es"): "Funciona",
}
# What somebody reads who asked for plainer words, on a locked screen too.
PLAIN_EXACT = {
    ("session", "en"): ("Coming up soon", "Something in your calendar starts soon."),
    ("session", "es"): ("Dentro de poco", "Algo de su calendario empieza pronto."),
    ("check_in", "en"): ("A few questions", "A few questions are open for today."),
    ("check_in", "es"): ("Unas preguntas", "Hay unas preguntas abiertas para hoy."),
    ("evening_goal", "en"): ("How today went", "Say in one tap how today went."),
    ("evening_goal", "es"): ("Cómo fue el día", "Diga con un toque cómo fue el día."),
    ("exercise", "en"): ("Still open today", "One thing on your list is still open."),
    ("exercise", "es"): ("Abierto hoy", "Queda una cosa abierta en su lista."),
    ("questionnaire", "en"): ("A form is ready", "A form is ready for you."),
    ("questionnaire", "es"): ("Un formulario", "Hay un formulario listo para usted."),
    ("medication", "en"): ("Time for your list", "It is time for the next thing on it."),
    ("medication", "es"): ("Hora de su lista", "Es hora de lo siguiente de ella."),
    ("changed", "en"): ("A time has changed", "A time in your calendar has changed."),
    ("changed", "es"): ("Cambió una hora", "Cambió una hora de su calendario."),
    ("cancelled", "en"): ("Called off", "Something in your calendar was called off."),
    ("cancelled", "es"): ("Se anuló algo", "Se anuló algo de su calendario."),
    ("refill", "en"): ("A date is near", "A date that you noted is near."),
    ("refill", "es"): ("Se acerca un día", "Se acerca un día que usted anotó."),
}
EVERY = [(kind, language) for kind in WORDINGS for language in WORDINGS[kind]]
EVERY_PLAIN = [(tone, language) for tone in PLAIN for language in PLAIN[tone]]
CHANNELS = ("email", "push", "sms")
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

    gap = "{code}" if kind in CODES else "{link}"
    assert re.findall(r"\{[^}]*\}|%[sd(]|\$\{?\w+", wording.subject + wording.text) == [gap]
    assert "{" not in wording.subject


@pytest.mark.parametrize(("kind", "language"), EVERY)
def test_the_subject_is_one_of_the_written_list(kind, language):
    assert WORDINGS[kind][language].subject == EXACT[kind, language]


def test_every_kind_is_worded_in_every_language_of_the_program():
    languages = {code for code, _ in settings.LANGUAGES}

    assert {kind: set(WORDINGS[kind]) for kind in WORDINGS} == dict.fromkeys(Kind, languages)
    assert set(EXACT) == {(str(kind), language) for kind, language in EVERY}


@pytest.mark.parametrize(("tone", "language"), EVERY_PLAIN)
def test_plain_words_are_one_of_the_written_list_and_hold_no_health_word(tone, language):
    chosen = PLAIN[tone][language]

    assert (chosen.subject, chosen.line) == PLAIN_EXACT[tone, language]
    assert health_words_in(f"{chosen.subject} {chosen.text}") == []
    assert re.findall(r"\{[^}]*\}|%[sd(]|\$\{?\w+", chosen.subject + chosen.text) == ["{link}"]


def test_every_kind_of_reminder_has_plain_words_in_every_language():
    languages = {code for code, _ in settings.LANGUAGES}

    assert {tone: set(PLAIN[tone]) for tone in PLAIN} == dict.fromkeys(ReminderKind, languages)
    assert set(PLAIN_EXACT) == set(EVERY_PLAIN)


def _rendered(channel, kind, tone, language):
    """Return all that one channel hands to its service, as text."""
    subject, text = words(kind, language, link=LINK, tone=tone)
    line = wording(kind, language, tone=tone).line
    message = Message("key", "address", subject, text, line=line, link=LINK)
    if channel == "push":
        return payload(message).decode()
    return short(message) if channel == "sms" else f"{subject}\n{text}"


@example_settings(deadline=None, max_examples=300)
@given(
    channel=st.sampled_from(CHANNELS),
    kind=st.sampled_from(list(Kind)),
    tone=st.sampled_from(["", *PLAIN, "no such tone"]),
    language=st.sampled_from(["en", "es", "es-MX", "", "xx"]),
)
def test_whatever_leaves_over_any_channel_is_from_the_catalogue(channel, kind, tone, language):
    """H-10: no health word, no name, and nothing but the written texts and the link."""
    said = _rendered(channel, kind, tone, language)

    assert health_words_in(said.replace(LINK, "").replace('"body"', "")) == []
    names = {word for someone in demo.CAST for word in someone.name.split()} - {"Dr."}
    assert not [name for name in names if name in said]
    known = wording(kind, language, tone=tone)
    allowed = {known.subject, *known.text.replace("{link}", "").replace("{code}", "").split("\n")}
    rest = said.replace(LINK, "").replace("{code}", "")
    for piece in sorted(allowed, key=len, reverse=True):
        rest = rest.replace(piece.strip(), "") if piece.strip() else rest
    assert re.sub(r'title|body|url|[{}":,.\s]', "", rest) == ""
    if kind != Kind.REMINDER:
        assert _rendered(channel, kind, tone, language) == _rendered(channel, kind, "", language)


def test_a_text_fits_into_one_message():
    address = "https://foothold.clinic.example.org/today?r=" + "0" * 36

    for tone, language in [("", "en"), ("", "es"), *EVERY_PLAIN]:
        chosen = wording(Kind.REMINDER, language, tone=tone)
        assert len(f"{chosen.line} {address}") <= 160


def test_health_words_are_found_when_they_are_there():
    text = "Maya's craving was 9. Su sueño empeoró. You feel unsafe?"

    assert health_words_in(text) == ["craving", "feel", "sueño", "unsafe"]


@example_settings(deadline=None)
@given(link=st.text(max_size=200))
@pytest.mark.parametrize("kind", list(Kind))
def test_nothing_but_the_link_can_be_put_in(kind, link):
    subject, text = words(kind, "en", link=link)

    gap = "{code}" if kind in CODES else "{link}"
    before, after = WORDINGS[kind]["en"].text.split(gap)
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
    for app in APPS:
        for path in (ROOT / app).rglob("*.py"):
            paths |= set(re.findall(r'Cause\([^\n]*?f?"(/[a-z-]*)[^/"]*"\)', path.read_text()))
            paths |= set(re.findall(r'^PATH = "(/[a-z-]*)', path.read_text(), re.MULTILINE))

    assert paths == {
        "/inbox", "/today", "/invitation", "/calls", "/me", "/rota", "/alarms", "/records",
    }  # fmt: skip
    assert [path for path in paths if health_words_in(path)] == []
