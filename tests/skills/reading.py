"""How hard a text is to read, in English and in Spanish, by the established formulas.

Syllables are counted by rules of our own. The libraries were tried: current textstat brings nltk
and fetches a word list when it first runs; the older one counts places for a hyphen, which are
fewer than syllables (it finds two in “amigo”) and make a text look easier than it is.
"""

import re

SHORT_ENDINGS = re.compile(r"(?:[^laeiouy]es|[^td]ed|[^laeiouy]e)$")
# Spanish, where it is written what is spoken: a nucleus is one strong vowel with the weak ones
# around it; an accent on a weak one makes it strong.
NUCLEUS = re.compile(r"[iuüy]*[aeoáéóíú][iuüy]*|[iuüy]+")
SENTENCE_ENDS = re.compile(r"[.!?\n]+")
LETTERS = "A-Za-zÁÉÍÓÚÜÑáéíóúüñ"


def syllables(word: str) -> int:
    """Count the syllables of an English word, near enough."""
    word = re.sub(r"[^a-z]", "", word.lower())
    if len(word) <= 3:
        return 1
    word = SHORT_ENDINGS.sub("", word)
    return max(1, len(re.findall(r"[aeiouy]{1,2}", word)))


def spanish_syllables(word: str) -> int:
    """Count the syllables of a Spanish word."""
    word = re.sub(r"qu(?=[eiéí])|gu(?=[eiéí])", "k", word.lower())
    # A y before a vowel is a consonant; at the end of a word it is a vowel.
    word = re.sub(r"y(?=[aeiouáéíóú])", "ll", word)
    return max(1, len(NUCLEUS.findall(word)))


def grade(text: str) -> float:
    """Return the school grade at which an English text reads (Flesch-Kincaid)."""
    sentences, words = _counted(text)
    total = sum(syllables(word) for word in words)
    return 0.39 * len(words) / sentences + 11.8 * total / len(words) - 15.59


def ease(text: str) -> float:
    """Return how easy a Spanish text reads (Szigriszt-Pazos); 55 to 65 is normal on INFLESZ."""
    sentences, words = _counted(text)
    total = sum(spanish_syllables(word) for word in words)
    return 206.835 - 62.3 * total / len(words) - len(words) / sentences


def _counted(text: str) -> tuple[int, list[str]]:
    words = re.findall(rf"[{LETTERS}][{LETTERS}’'-]*", text)
    parts = [part for part in SENTENCE_ENDS.split(text) if re.search(rf"[{LETTERS}]", part)]
    return len(parts), words
