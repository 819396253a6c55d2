"""Consent and notice texts, word for word as they stand in family/content."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from family.models import Category

CONTENT = Path(__file__).parent / "content"
CONSENT_VERSION = "consent-1"
NOTICE_VERSION = "notice-2024"

# What a category is, in the words that a client signs and a relative reads.
CATEGORY_WORDS = {
    Category.MOOD_TREND: (
        "How the last seven days felt compared with the seven before: easier, about the same, or"
        " harder. No single day, no number, nothing that I wrote."
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


def consent_text(
    *, parties: Parties, categories: list[str], purpose: str, expires_on: date
) -> tuple[str, str, str]:
    """Return version, full text and SHA-256 of the text that the client signs."""
    lines = "\n".join(f"- {CATEGORY_WORDS[Category(key)]}" for key in categories)
    text = _read(CONSENT_VERSION).format(
        client=parties.client,
        discloser=parties.discloser,
        recipient=parties.recipient,
        relationship=parties.relationship,
        categories=lines,
        purpose=purpose,
        expires_on=expires_on.isoformat(),
    )
    return CONSENT_VERSION, text, hashlib.sha256(text.encode()).hexdigest()


def explanation(*, client: str, categories: list[str], until: date) -> str:
    """Say in one sentence what is shared and until when (2.32(b))."""
    what = {Category.MOOD_TREND: "how the last seven days felt, in one word"}
    shared = ", ".join(what[Category(key)] for key in categories)
    return f"{client} shares with you {shared}, until {until.isoformat()}."
