"""The daily form: what everybody is asked, from content files, and what one client is asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from accounts.models import User
from checkins import rules, selectors
from checkins.models import PersonalItem

CONTENT = Path(__file__).parent.parent / "content"
LANGUAGES = ("en", "es")
# Every base form that was ever asked; answers to older ones still come in from phones.
BASES = ("daily-1",)
PRESENT = BASES[-1]


@dataclass(frozen=True)
class Form:
    """What one client is asked today: the base questions in order, and the client's own items."""

    version: str
    base: str
    language: str
    words: Mapping[str, Any]
    items: tuple[PersonalItem, ...]


def present_form(person: User) -> Form:
    """Return what the client's check-in asks now, in their language (one query)."""
    items = tuple(selectors.items_in_force(person.pk))
    language = language_of(person)
    return Form(
        version=rules.form_version(PRESENT, (row.pk for row in items)),
        base=PRESENT,
        language=language,
        words=words_of(PRESENT, language),
        items=items,
    )


def language_of(person: User) -> str:
    """Return the person's language where the content has it, else English."""
    return person.language if person.language in LANGUAGES else LANGUAGES[0]


@cache
def words_of(name: str, language: str) -> Mapping[str, Any]:
    """Return the words of a content file in a language."""
    text = (CONTENT / f"{name}.{language}.yaml").read_text(encoding="utf-8")
    found: Mapping[str, Any] = yaml.safe_load(text)
    return found
