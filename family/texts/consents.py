"""Consent and notice texts, word for word as they stand in family/content."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from family.models.categories import Category
from family.texts.categories import ENGLISH, language_of, words_of

CONTENT = Path(__file__).parents[1] / "content"
CONSENT_VERSION = "consent-2"
NOTICE_VERSION = "notice-2024"

# What a category is, in the English words that a client signs.
CATEGORY_WORDS = {category: ENGLISH[category].client for category in Category}

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": (
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
    ),
}


@dataclass(frozen=True)
class Parties:
    """Who shares, through whom, with whom."""

    client: str
    discloser: str
    recipient: str
    relationship: str


@cache
def _read(version: str) -> str:
    return (CONTENT / f"{version}.txt").read_text(encoding="utf-8").strip()


def notice() -> tuple[str, str]:
    """Return version and text of the statement that travels with each disclosure (2.32)."""
    return NOTICE_VERSION, _read(NOTICE_VERSION)


def notice_of(version: str) -> str:
    """Return the text of one version of that statement."""
    return _read(version)


def day_in_words(day: date, language: str) -> str:
    """Write a day as people say it, so that no order of numbers can be mistaken."""
    spoken = language_of(language)
    month = MONTHS[spoken].split()[day.month - 1]
    return (
        f"{day.day} de {month} de {day.year}"
        if spoken == "es"
        else f"{month} {day.day}, {day.year}"
    )


def consent_text(
    *,
    parties: Parties,
    categories: list[str],
    purpose: str,
    expires_on: date,
    language: str = "en",
) -> tuple[str, str, str]:
    """Return version, full text and SHA-256 of the text that the client signs."""
    spoken = language_of(language)
    lines = "\n".join(f"- {words_of(key, spoken).client}" for key in categories)
    text = _read(f"{CONSENT_VERSION}.{spoken}").format(
        client=parties.client,
        discloser=parties.discloser,
        recipient=parties.recipient,
        relationship=parties.relationship,
        categories=lines,
        purpose=purpose,
        expires_on=day_in_words(expires_on, spoken),
    )
    return CONSENT_VERSION, text, digest_of(text)


def digest_of(text: str) -> str:
    """Return the SHA-256 of a text, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode()).hexdigest()


def explanation(*, client: str, categories: list[str], until: date, language: str = "en") -> str:
    """Say in one sentence what is shared and until when (2.32(b))."""
    shared = "; ".join(words_of(key, language).family for key in categories)
    day = day_in_words(until, language)
    if language_of(language) == "es":
        return f"{client} comparte con usted: {shared}. Hasta el {day}."
    return f"{client} shares with you: {shared}. Until {day}."
