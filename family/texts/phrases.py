"""Fixed phrases of notes and milestones, in every language, as they stand in family/content."""

import json
from functools import cache
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parents[1] / "content"
THANKS, ENCOURAGEMENT, MILESTONES = "thanks", "encouragement", "milestones"


@cache
def catalogue() -> dict[str, list[dict[str, Any]]]:
    """Return all phrases by what they are for."""
    found: dict[str, list[dict[str, Any]]] = json.loads(
        (CONTENT / "phrases.json").read_text(encoding="utf-8")
    )
    return found


def phrase(kind: str, slug: str) -> dict[str, Any] | None:
    """Return one phrase, or None when there is none of that name."""
    return next((one for one in catalogue()[kind] if one["slug"] == slug), None)


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
