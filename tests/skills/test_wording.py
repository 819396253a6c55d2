"""The rulers that content is held to: words that we avoid, and how hard a text is to read."""

import pytest

from tests.skills.reading import ease, grade, spanish_syllables, syllables
from tests.skills.wording import avoided


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "You are not an addict.", ["addict"]),
        ("en", "A relapse is no shame.", ["relapse"]),
        ("en", "Open your relapse-prevention plan.", []),
        ("en", "Stay clean today.", ["Stay clean"]),
        ("en", "Clean the kitchen.", []),
        ("en", "You should call.", ["should"]),
        ("en", "A thought like “I should be over this.”", []),
        ("en", "A thought like “I am a junkie.”", ["junkie"]),
        ("es", "No eres un adicto.", ["adicto"]),
        ("es", "La adicción es una enfermedad.", []),
        ("es", "Abre tu plan de prevención de recaídas.", []),
        ("es", "Una recaída no es el fin.", ["recaída"]),
        ("es", "Debes llamar.", ["Debes"]),
        ("es", "Un pensamiento como «nunca podré».", []),
    ],
)
def test_the_list_finds_labels_and_pressure_and_nothing_else(language, text, found):
    assert avoided(text, language) == found


@pytest.mark.parametrize(
    ("word", "count"),
    [("pause", 1), ("feeling", 2), ("situation", 4), ("strongest", 2), ("you", 1), ("people", 2)],
)
def test_the_ruler_counts_english_syllables_nearly(word, count):
    assert abs(syllables(word) - count) <= 1


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("amigo", 3), ("aire", 2), ("alrededor", 4), ("ansiedad", 3), ("día", 2), ("ayuda", 3),
        ("cuerpo", 2), ("respiración", 4), ("que", 1), ("seguir", 2), ("muy", 1), ("y", 1),
        ("leer", 2), ("guía", 2), ("oído", 3), ("Paz", 1),
    ],
)  # fmt: skip
def test_the_ruler_counts_spanish_syllables(word, count):
    assert spanish_syllables(word) == count


def test_the_english_ruler_tells_easy_from_hard():
    easy = "Stop here. Look around. Breathe out."
    hard = "Individuals experiencing considerable psychological difficulty frequently benefit."

    assert grade(easy) < 3
    assert grade(hard) > 12


def test_the_spanish_ruler_tells_easy_from_hard():
    easy = "Para aquí. Mira a tu alrededor. Suelta el aire."
    hard = "Los individuos que experimentan dificultades psicológicas considerables se benefician."

    assert ease(easy) > 80
    assert ease(hard) < 30
