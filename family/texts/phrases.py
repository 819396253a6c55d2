"""Fixed phrases of notes and milestones, in every language, as they stand in family/content."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from progress.rules.milestone_words import WORDS

CONTENT = Path(__file__).parents[1] / "content"
THANKS, ENCOURAGEMENT, MILESTONES = "thanks", "encouragement", "milestones"
# Steps on the way that rest on what families are never shown: urges, and answers to questionnaires.
# The client may tell of them in words of their own.
NEVER_BY_NAME = frozenset({"fewer-cravings", "calmer", "lighter-mood"})


@cache
def catalogue() -> dict[str, list[dict[str, Any]]]:
    """Return all phrases by what they are for."""
    found: dict[str, list[dict[str, Any]]] = json.loads(
        (CONTENT / "phrases.json").read_text(encoding="utf-8")
    )
    return found


@cache
def steps() -> list[dict[str, Any]]:
    """Return the steps on the way that a client can share by name; nothing of what they rest on."""
    return [
        {"slug": slug, **{language: words[slug][0] for language, words in WORDS.items()}}
        for slug in WORDS["en"]
        if slug not in NEVER_BY_NAME
    ]


def phrase(kind: str, slug: str) -> dict[str, Any] | None:
    """Return one phrase, or None when there is none of that name."""
    known = [*catalogue()[kind], *(steps() if kind == MILESTONES else ())]
    return next((one for one in known if one["slug"] == slug), None)


def wants_days(slug: str) -> bool:
    """Say whether a milestone's phrase has a number of days in it."""
    found = phrase(MILESTONES, slug)
    return bool(found and found.get("days"))


def said(kind: str, slug: str, language: str, *, days: int | None = None) -> str:
    """Return the words of a phrase in a language, English where there is none; "" without one."""
    found = phrase(kind, slug)
    if found is None:
        return ""
    words: str = found.get(language.partition("-")[0], found["en"])
    return words.replace("{days}", str(days or ""))
