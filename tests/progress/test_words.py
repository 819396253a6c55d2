"""What a client reads on the way: easy words, no labels, no pressure."""

import pytest

from progress.rules.milestone_words import BASES, WORDS
from tests.skills.reading import ease, grade
from tests.skills.wording import avoided

TEXTS = [
    (language, text)
    for language in ("en", "es")
    for text in (*(w for pair in WORDS[language].values() for w in pair), *BASES[language].values())
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_no_word_labels_or_presses(language, text):
    assert avoided(text, language) == []


def test_the_whole_of_it_reads_easily_in_both_languages():
    english, spanish = (
        " ".join(f"{title}. {meaning}" for title, meaning in WORDS[language].values())
        for language in ("en", "es")
    )

    assert grade(english) <= 6
    assert ease(spanish) >= 65
