"""Checks of content that comes as names with values: what each must be, and where it is not.

Shared by everything that is written as files: it knows mappings, lists and texts, and nothing of
what they are about.
"""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

VERSION_LENGTH = 16

Path = tuple[str | int, ...]
Rule = Callable[[Any], str]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where in the content."""

    path: Path
    sentence: str


@dataclass(frozen=True)
class Part:
    """One name of a mapping: what its value must be, and what stands for it when left out."""

    rule: Rule
    default: Any = None
    required: bool = True


def text(most: int) -> Rule:
    """Return the rule that a value is text of at most so many characters."""

    def rule(value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            return "must be text. Put it in quotes if it looks like a number or a yes."
        if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            return "has a character that cannot be kept."
        return "" if len(value) <= most else f"must be at most {most} characters long."

    return rule


def whole(least: int, most: int) -> Rule:
    """Return the rule that a value is a whole number between two others, both included."""

    def rule(value: Any) -> str:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return "" if fits else f"must be a whole number from {least} to {most}."

    return rule


def one_of(known: tuple[str, ...]) -> Rule:
    """Return the rule that a value is one of those known."""
    return lambda value: "" if value in known else f"must be one of: {', '.join(known)}."


def key(value: Any) -> str:
    """Say what is wrong with a short name inside a file; nothing if nothing."""
    fits = isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_]{0,29}", value)
    return "" if fits else "must be a short name of small letters, digits and _ (like next_step)."


def slug(value: Any) -> str:
    """Say what is wrong with a name that is part of an address; nothing if nothing."""
    fits = isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value)
    if not fits or len(value) > 60:
        return "must be a name like thought-record."
    return ""


def yes_no(value: Any) -> str:
    """Say what is wrong with a mark that is true or false."""
    return "" if isinstance(value, bool) else "must be true or false."


def some(most: int) -> Rule:
    """Return the rule that a value is a list of one to so many entries."""

    def rule(value: Any) -> str:
        if not isinstance(value, list) or not value:
            return "must be a list with at least one entry."
        return "" if len(value) <= most else f"must have at most {most} entries."

    return rule


def any_number(most: int) -> Rule:
    """Return the rule that a value is a list of at most so many entries."""

    def rule(value: Any) -> str:
        if not isinstance(value, list):
            return "must be a list."
        return "" if len(value) <= most else f"must have at most {most} entries."

    return rule


def mapping(value: Any) -> str:
    """Say what is wrong with names and values."""
    return "" if isinstance(value, dict) else "must be names with values."


def version_of(content: Mapping[str, Any]) -> str:
    """Return the name of this very content: the same content always has the same."""
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:VERSION_LENGTH]


def check(value: Any, parts: Mapping[str, Part], path: Path) -> list[Problem]:
    """Return what is wrong with a mapping that should have these parts and no others."""
    if not isinstance(value, dict):
        return [Problem(path, "Here must be names with values.")]
    found = [
        Problem((*path, name), f"{name} is not known here. Known: {', '.join(parts)}.")
        for name in value
        if name not in parts
    ]
    for name, part in parts.items():
        if name not in value:
            found += [Problem(path, f"{name} is missing.")] if part.required else []
        elif sentence := part.rule(value[name]):
            found.append(Problem((*path, name), f"{name} {sentence}"))
    return found


def each(values: Any, path: Path, rule: Rule) -> list[Problem]:
    """Return what is wrong with each entry of a list."""
    checked = ((place, value, rule(value)) for place, value in entries(values, path))
    return [Problem(place, f"“{value}” {wrong}") for place, value, wrong in checked if wrong]


def repeated(values: Any, path: Path, name: str) -> list[Problem]:
    """Return the entries of a list whose name stands there twice."""
    found: list[Problem] = []
    seen: list[Any] = []
    for place, value in entries(values, path):
        key = get(value, name)
        if key is not None and key in seen:
            found.append(Problem((*place, name), f"{name} “{key}” is there twice."))
        seen.append(key)
    return found


def entries(values: Any, path: Path) -> list[tuple[Path, Any]]:
    """Return each entry of a list with its place; none if it is no list."""
    if not isinstance(values, list):
        return []
    return [((*path, index), value) for index, value in enumerate(values)]


def get(value: Any, name: str) -> Any:
    """Return the value of a name; None where there is none, or no mapping."""
    return value.get(name) if isinstance(value, dict) else None


def filled(value: Mapping[str, Any], parts: Mapping[str, Part]) -> dict[str, Any]:
    """Return the known parts of a mapping, with what stands for those left out."""
    return {
        name: value.get(name, part.default)
        for name, part in parts.items()
        if name in value or part.default is not None
    }
