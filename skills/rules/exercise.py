"""What an exercise must be, whoever wrote it and wherever it is kept. Files are read elsewhere."""

from collections.abc import Mapping
from typing import Any

from skills.rules import parts
from skills.rules.parts import Part, Path, Problem
from skills.rules.parts import version_of as version_of  # an exercise's, too

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
RESERVED = ("mine", "today", "preview")  # addresses beside an exercise's own
MOST_STEPS, MOST_FIELDS, MOST_OPTIONS, MOST_CAUTIONS = 30, 20, 20, 10
HIGHEST_GRADE = 6  # what clients read is at this school grade or lower


def _slug(value: Any) -> str:
    taken = "must be another name; this one is an address of its own."
    return parts.slug(value) or (taken if value in RESERVED else "")


EXERCISE = {
    "slug": Part(_slug),
    "language": Part(parts.one_of(LANGUAGES)),
    "title": Part(parts.text(80)),
    "kind": Part(parts.one_of(KINDS)),
    "module": Part(parts.key, default="", required=False),
    "needs": Part(parts.some(len(NEEDS))),
    "minutes": Part(parts.whole(1, 60)),
    "reading_level": Part(parts.whole(1, HIGHEST_GRADE)),
    "summary": Part(parts.text(300)),
    "cautions": Part(parts.any_number(MOST_CAUTIONS), default=[], required=False),
    "rating": Part(parts.one_of(RATINGS)),
    "assigned_only": Part(parts.yes_no, default=False, required=False),
    "steps": Part(parts.some(MOST_STEPS)),
}
STEP = {
    "key": Part(parts.key),
    "title": Part(parts.text(80)),
    "text": Part(parts.text(1500)),
    "fields": Part(parts.any_number(MOST_FIELDS), default=[], required=False),
}
FIELD = {
    "key": Part(parts.key),
    "type": Part(parts.one_of(FIELD_TYPES)),
    "label": Part(parts.text(160)),
    "help": Part(parts.text(400), required=False),
    "sensitive": Part(parts.yes_no, default=False, required=False),
    "optional": Part(parts.yes_no, default=True, required=False),
}
# What only some types have. A breathing pattern is in seconds, repeated for `seconds`.
EXTRAS: dict[str, dict[str, Part]] = {
    "choice": {"options": Part(parts.some(MOST_OPTIONS))},
    "timer": {"seconds": Part(parts.whole(5, 3600))},
    "breathing": {"seconds": Part(parts.whole(10, 1200)), "pattern": Part(parts.mapping)},
}
OPTION = {"value": Part(parts.key), "label": Part(parts.text(120))}
PATTERN = {
    "in": Part(parts.whole(1, 20)),
    "hold": Part(parts.whole(0, 20), default=0, required=False),
    "out": Part(parts.whole(1, 20)),
    "rest": Part(parts.whole(0, 20), default=0, required=False),
}


def problems(exercise: Any) -> list[Problem]:
    """Return everything that is wrong with an exercise, with where; an empty list if nothing."""
    found = parts.check(exercise, EXERCISE, ())
    if not isinstance(exercise, dict):
        return found
    found += parts.each(exercise.get("needs"), ("needs",), parts.one_of(NEEDS))
    found += parts.each(exercise.get("cautions"), ("cautions",), parts.text(300))
    if exercise.get("kind") == "dbt" and exercise.get("module") not in DBT_MODULES:
        found.append(Problem(("module",), f"module {parts.one_of(DBT_MODULES)(None)}"))
    for path, step in parts.entries(exercise.get("steps"), ("steps",)):
        found += parts.check(step, STEP, path)
        for place, field in parts.entries(parts.get(step, "fields"), (*path, "fields")):
            found += _check_field(field, place)
        found += parts.repeated(parts.get(step, "fields"), (*path, "fields"), "key")
    return found + parts.repeated(exercise.get("steps"), ("steps",), "key")


def complete(exercise: Mapping[str, Any]) -> dict[str, Any]:
    """Return an exercise without problems with everything that was left out filled in."""
    whole = parts.filled(exercise, EXERCISE)
    whole["steps"] = [parts.filled(step, STEP) for step in exercise["steps"]]
    for step in whole["steps"]:
        step["fields"] = [_complete_field(field) for field in step["fields"]]
    return whole


def _check_field(field: Any, path: Path) -> list[Problem]:
    kind = parts.get(field, "type")
    extras = EXTRAS.get(kind, {}) if isinstance(kind, str) else {}
    found = parts.check(field, FIELD | extras, path)
    if kind in WORDS and "sensitive" not in field:
        found.append(Problem(path, "sensitive is missing: say true or false for what is written."))
    if "pattern" in extras and isinstance(parts.get(field, "pattern"), dict):
        found += parts.check(field["pattern"], PATTERN, (*path, "pattern"))
    if "options" in extras:
        for place, option in parts.entries(parts.get(field, "options"), (*path, "options")):
            found += parts.check(option, OPTION, place)
        found += parts.repeated(parts.get(field, "options"), (*path, "options"), "value")
    return found


def _complete_field(field: Mapping[str, Any]) -> dict[str, Any]:
    whole = parts.filled(field, FIELD | EXTRAS.get(field["type"], {}))
    if "pattern" in whole:
        whole["pattern"] = parts.filled(whole["pattern"], PATTERN)
    return whole
