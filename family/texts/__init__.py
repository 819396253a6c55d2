"""Consent and notice texts, word for word as they stand in family/content."""

from family.texts.categories import Words, language_of, words_of
from family.texts.consents import (
    CATEGORY_WORDS,
    CONSENT_VERSION,
    CONTENT,
    NOTICE_VERSION,
    Parties,
    consent_text,
    day_in_words,
    digest_of,
    explanation,
    notice,
    notice_of,
)
from family.texts.states import pressure_help, state_words

__all__ = [
    "CATEGORY_WORDS",
    "CONSENT_VERSION",
    "CONTENT",
    "NOTICE_VERSION",
    "Parties",
    "Words",
    "consent_text",
    "day_in_words",
    "digest_of",
    "explanation",
    "language_of",
    "notice",
    "notice_of",
    "pressure_help",
    "state_words",
    "words_of",
]
