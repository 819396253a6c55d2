"""What an exercise must be, whoever wrote it and wherever it is kept. Files are read elsewhere."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

KINDS = (
    "cbt", "dbt", "mindfulness", "grounding", "relapse_prevention", "sleep", "communication",
    "boundaries", "self_esteem", "crisis_prevention",
)  # fmt: skip
DBT_MODULES = (
    "mindfulness",
    "distress_tolerance",
    "emotion_regulation",
    "interpersonal_effectiveness",
)
NEEDS = (
    "about_to_use", "craving", "panic", "anxious", "angry", "low", "numb", "overwhelmed", "sleep",
    "thoughts",
)  # fmt: skip
RATINGS = ("distress", "urge")
LANGUAGES = ("en", "es")
FIELD_TYPES = (
    "text", "list", "scale10", "scale100", "choice", "timer", "breathing", "ladder", "chain",
    "evidence", "plan",
)  # fmt: skip
# What a person writes; the author must say whether it is sensitive.
WORDS = ("text", "list", "ladder", "chain", "evidence", "plan")
VERSION_LENGTH = 16
RESERVED = ("mine", "today", "preview")  # addresses beside an exercise's own
MOST_STEPS, MOST_FIELDS, MOST_OPTIONS, MOST_CAUTIONS = 30, 20, 20, 10
HIGHEST_GRADE = 6  # what clients read is at this school grade or lower

Path = tuple[str | int, ...]
Rule = Callable[[Any], str]


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, and where in the exercise."""

    path: Path
    sentence: str


@dataclass(frozen=True)
class Part:
    """One name of a mapping: what its value must be, and what stands for it when left out."""

    rule: Rule
    default: Any = None
    required: bool = True


def _text(most: int) -> Rule:
    def rule(value: Any) -> str:
        if not isinstance(value, str) or not value.strip():
            return "must be text. Put it in quotes if it looks like a number or a yes."
        if "\x00" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
            return "has a character that cannot be kept."
        return "" if len(value) <= most else f"must be at most {most} characters long."

    return rule


def _whole(least: int, most: int) -> Rule:
    def rule(value: Any) -> str:
        fits = isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
        return "" if fits else f"must be a whole number from {least} to {most}."

    return rule


def _one_of(known: tuple[str, ...]) -> Rule:
    return lambda value: "" if value in known else f"must be one of: {', '.join(known)}."


def _key(value: Any) -> str:
    fits = isinstance(value, str) and re.fullmatch(r"[a-z][a-z0-9_]{0,29}", value)
    return "" if fits else "must be a short name of small letters, digits and _ (like next_step)."


def _slug(value: Any) -> str:
    fits = isinstance(value, str) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value)
    if not fits or len(value) > 60:
        return "must be a name like thought-record."
    return "must be another name; this one is an address of its own." if value in RESERVED else ""


def _yes_no(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false."


def _some(most: int) -> Rule:
    def rule(value: Any) -> str:
        if not isinstance(value, list) or not value:
            return "must be a list with at least one entry."
        return "" if len(value) <= most else f"must have at most {most} entries."

    return rule


def _any(most: int) -> Rule:
    def rule(value: Any) -> str:
        if not isinstance(value, list):
            return "must be a list."
        return "" if len(value) <= most else f"must have at most {most} entries."

    return rule


def _mapping(value: Any) -> str:
    return "" if isinstance(value, dict) else "must be names with values."


EXERCISE = {
    "slug": Part(_slug),
    "language": Part(_one_of(LANGUAGES)),
    "title": Part(_text(80)),
    "kind": Part(_one_of(KINDS)),
    "module": Part(_key, default="", required=False),
    "needs": Part(_some(len(NEEDS))),
    "minutes": Part(_whole(1, 60)),
    "reading_level": Part(_whole(1, HIGHEST_GRADE)),
    "summary": Part(_text(300)),
    "cautions": Part(_any(MOST_CAUTIONS), default=[], required=False),
    "rating": Part(_one_of(RATINGS)),
    "assigned_only": Part(_yes_no, default=False, required=False),
    "steps": Part(_some(MOST_STEPS)),
}
STEP = {
    "key": Part(_key),
    "title": Part(_text(80)),
    "text": Part(_text(1500)),
    "fields": Part(_any(MOST_FIELDS), default=[], required=False),
}
FIELD = {
    "key": Part(_key),
    "type": Part(_one_of(FIELD_TYPES)),
    "label": Part(_text(160)),
    "help": Part(_text(400), required=False),
    "sensitive": Part(_yes_no, default=False, required=False),
    "optional": Part(_yes_no, default=True, required=False),
}
# What only some types have. A breathing pattern is in seconds, repeated for `seconds`.
EXTRAS: dict[str, dict[str, Part]] = {
    "choice": {"options": Part(_some(MOST_OPTIONS))},
    "timer": {"seconds": Part(_whole(5, 3600))},
    "breathing": {"seconds": Part(_whole(10, 1200)), "pattern": Part(_mapping)},
}
OPTION = {"value": Part(_key), "label": Part(_text(120))}
PATTERN = {
    "in": Part(_whole(1, 20)),
    "hold": Part(_whole(0, 20), default=0, required=False),
    "out": Part(_whole(1, 20)),
    "rest": Part(_whole(0, 20), default=0, required=False),
}


def problems(exercise: Any) -> list[Problem]:
    """Return everything that is wrong with an exercise, with where; an empty list if nothing."""
    found = _check(exercise, EXERCISE, ())
    if not isinstance(exercise, dict):
        return found
    found += _each(exercise.get("needs"), ("needs",), _one_of(NEEDS))
    found += _each(exercise.get("cautions"), ("cautions",), _text(300))
    if exercise.get("kind") == "dbt" and exercise.get("module") not in DBT_MODULES:
        found.append(Problem(("module",), f"module {_one_of(DBT_MODULES)(None)}"))
    for path, step in _entries(exercise.get("steps"), ("steps",)):
        found += _check(step, STEP, path)
        for place, field in _entries(_get(step, "fields"), (*path, "fields")):
            found += _check_field(field, place)
        found += _repeated(_get(step, "fields"), (*path, "fields"), "key")
    return found + _repeated(exercise.get("steps"), ("steps",), "key")


def complete(exercise: Mapping[str, Any]) -> dict[str, Any]:
    """Return an exercise without problems with everything that was left out filled in."""
    whole = _filled(exercise, EXERCISE)
    whole["steps"] = [_filled(step, STEP) for step in exercise["steps"]]
    for step in whole["steps"]:
        step["fields"] = [_complete_field(field) for field in step["fields"]]
    return whole


def version_of(exercise: Mapping[str, Any]) -> str:
    """Return the name of this very content: the same content always has the same."""
    written = json.dumps(exercise, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()[:VERSION_LENGTH]


def _check(value: Any, parts: Mapping[str, Part], path: Path) -> list[Problem]:
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


def _check_field(field: Any, path: Path) -> list[Problem]:
    kind = _get(field, "type")
    extras = EXTRAS.get(kind, {}) if isinstance(kind, str) else {}
    found = _check(field, FIELD | extras, path)
    if kind in WORDS and "sensitive" not in field:
        found.append(Problem(path, "sensitive is missing: say true or false for what is written."))
    if "pattern" in extras and isinstance(_get(field, "pattern"), dict):
        found += _check(field["pattern"], PATTERN, (*path, "pattern"))
    if "options" in extras:
        for place, option in _entries(_get(field, "options"), (*path, "options")):
            found += _check(option, OPTION, place)
        found += _repeated(_get(field, "options"), (*path, "options"), "value")
    return found


def _each(values: Any, path: Path, rule: Rule) -> list[Problem]:
    checked = ((place, value, rule(value)) for place, value in _entries(values, path))
    return [Problem(place, f"“{value}” {wrong}") for place, value, wrong in checked if wrong]


def _repeated(values: Any, path: Path, name: str) -> list[Problem]:
    found: list[Problem] = []
    seen: list[Any] = []
    for place, value in _entries(values, path):
        key = _get(value, name)
        if key is not None and key in seen:
            found.append(Problem((*place, name), f"{name} “{key}” is there twice."))
        seen.append(key)
    return found


def _entries(values: Any, path: Path) -> list[tuple[Path, Any]]:
    if not isinstance(values, list):
        return []
    return [((*path, index), value) for index, value in enumerate(values)]


def _get(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, dict) else None


def _filled(value: Mapping[str, Any], parts: Mapping[str, Part]) -> dict[str, Any]:
    return {
        name: value.get(name, part.default)
        for name, part in parts.items()
        if name in value or part.default is not None
    }


def _complete_field(field: Mapping[str, Any]) -> dict[str, Any]:
    whole = _filled(field, FIELD | EXTRAS.get(field["type"], {}))
    if "pattern" in whole:
        whole["pattern"] = _filled(whole["pattern"], PATTERN)
    return whole
