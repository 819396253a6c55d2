"""Names of forms, and whether answers fit the items that were asked. Pure.

A form's version says what was asked and nothing about the answers: the base form, then the first
eight characters of the id of each item's version, in the order of asking: "daily-1+3fa85f64.9c1d".
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from core.said import say

SHORT = 8
FORM = re.compile(r"(?P<base>[a-z]+-[0-9]{1,4})(\+(?P<items>[0-9a-f]{8}(\.[0-9a-f]{8}){0,4}))?")


@dataclass(frozen=True)
class Asked:
    """One version of an item, as far as its answers are checked against it."""

    id: UUID
    kind: str
    scale: str


def form_version(base: str, items: Iterable[UUID]) -> str:
    """Name the form that asks the base questions and then these versions of items."""
    shorts = ".".join(item.hex[:SHORT] for item in items)
    return f"{base}+{shorts}" if shorts else base


def items_of_form(version: str) -> tuple[str, tuple[str, ...]]:
    """Return the base form and the short names of items; raise ValueError when it is no name."""
    found = FORM.fullmatch(version)
    if found is None:
        raise ValueError(version)
    return found["base"], tuple((found["items"] or "").split(".")) if found["items"] else ()


def wrong_answers(
    answers: Mapping[str, Mapping[str, Any]], asked: Collection[Asked]
) -> dict[str, str]:
    """Return, by path, a sentence for each answer that does not fit its item; empty when all do.

    An item that has ended still counts: a phone may not know of its end, and a day may be older.
    """
    known = {str(item.id): item for item in asked}
    wrong: dict[str, str] = {}
    for name, answer in answers.items():
        item = known.get(name)
        if item is None:
            wrong[f"items.{name}"] = say("This is not one of your items.")
            continue
        if item.scale == "yes_no" and answer.get("level") is not None:
            wrong[f"items.{name}.level"] = say("This item is answered with yes or no.")
        if item.scale != "yes_no" and answer.get("value") is not None:
            wrong[f"items.{name}.value"] = say("This item is answered with 0 to 10.")
        if item.kind != "urge" and answer.get("acted") is not None:
            wrong[f"items.{name}.acted"] = say("Only an urge can be acted on.")
    return wrong


def same_words(first: str, second: str) -> bool:
    """Say whether two labels ask the same thing: case, accents, spaces and points aside."""
    return (_bare(first) or first) == (_bare(second) or second)


def _bare(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in plain if letter.isalnum())
