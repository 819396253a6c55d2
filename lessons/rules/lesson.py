"""What a lesson must be, and what it must have in common with itself in another language."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from skills.rules import parts
from skills.rules.parts import Part, Path, Problem

LANGUAGES = ("en", "es")
GROUPS = (
    "understanding", "brain", "how_it_works", "ups_and_downs", "safety", "relating", "yourself",
    "by_relationship",
)  # fmt: skip
RELATIONSHIPS = ("partner", "parent", "adult_child", "sibling", "other")
EVERYONE = "everyone"
RESERVED = ("preferences",)  # addresses beside a lesson's own
HIGHEST_GRADE = 7  # what families read is at this school grade or lower
FEWEST_SECTIONS, MOST_SECTIONS = 3, 6
MOST_CHARACTERS = 2500  # of one section
MOST_CHOICES, MOST_QUESTIONS, MOST_REFLECTIONS, MOST_SOURCES = 4, 3, 2, 8


def _slug(value: Any) -> str:
    taken = "must be another name; this one is an address of its own."
    return parts.slug(value) or (taken if value in RESERVED else "")


def _day(value: Any) -> str:
    return "" if type(value) is date else "must be a day, like 2026-11-23."


def _from_to(least: int, most: int) -> parts.Rule:
    def rule(value: Any) -> str:
        fits = isinstance(value, list) and least <= len(value) <= most
        return "" if fits else f"must be a list with {least} to {most} entries."

    return rule


LESSON = {
    "slug": Part(_slug),
    "language": Part(parts.one_of(LANGUAGES)),
    "title": Part(parts.text(80)),
    "position": Part(parts.whole(1, 99)),
    "group": Part(parts.one_of(GROUPS)),
    "for": Part(_from_to(1, len(RELATIONSHIPS))),
    "minutes": Part(parts.whole(2, 20)),
    "reading_level": Part(parts.whole(1, HIGHEST_GRADE)),
    "summary": Part(parts.text(300)),
    "sources": Part(_from_to(1, MOST_SOURCES)),
    "reviewed": Part(_day),
    "help": Part(parts.yes_no, default=False, required=False),
    "care": Part(parts.text(300), default="", required=False),
    "sections": Part(_from_to(FEWEST_SECTIONS, MOST_SECTIONS)),
    "reflection": Part(_from_to(1, MOST_REFLECTIONS)),
    "check": Part(_from_to(2, MOST_QUESTIONS)),
    "try_this_week": Part(parts.text(400)),
}
SECTION = {"title": Part(parts.text(80)), "blocks": Part(parts.some(60))}
REFLECTION = {"key": Part(parts.key), "question": Part(parts.text(300))}
QUESTION = {
    "key": Part(parts.key),
    "question": Part(parts.text(300)),
    "choices": Part(_from_to(2, MOST_CHOICES)),
}
CHOICE = {
    "text": Part(parts.text(200)),
    "right": Part(parts.yes_no),
    "because": Part(parts.text(400)),
}


def problems(lesson: Mapping[str, Any]) -> list[Problem]:
    """Return everything that is wrong with a lesson, with where; an empty list if nothing."""
    found = parts.check(lesson, LESSON, ())
    found += _whom_for(lesson.get("for"))
    found += parts.each(lesson.get("sources"), ("sources",), parts.text(160))
    if lesson.get("group") == "safety" and lesson.get("help") is not True:
        found.append(Problem(("group",), "help must be true in a lesson about safety."))
    for path, section in parts.entries(lesson.get("sections"), ("sections",)):
        found += parts.check(section, SECTION, path) + _too_long(section, path)
    for path, question in parts.entries(lesson.get("reflection"), ("reflection",)):
        found += parts.check(question, REFLECTION, path)
    for path, question in parts.entries(lesson.get("check"), ("check",)):
        found += _question(question, path)
    for name in ("reflection", "check"):
        found += parts.repeated(lesson.get(name), (name,), "key")
    return found


def _whom_for(value: Any) -> list[Problem]:
    if value == [EVERYONE]:
        return []
    return parts.each(value, ("for",), parts.one_of(RELATIONSHIPS))


def _too_long(section: Any, path: Path) -> list[Problem]:
    blocks = parts.get(section, "blocks") or []
    length = sum(len(text) for block in blocks for text in block.get("items", [block.get("text")]))
    sentence = f"A section has at most {MOST_CHARACTERS} characters; this one has {length}."
    return [Problem(path, sentence)] if length > MOST_CHARACTERS else []


def _question(question: Any, path: Path) -> list[Problem]:
    found = parts.check(question, QUESTION, path)
    choices = parts.get(question, "choices")
    for place, choice in parts.entries(choices, (*path, "choices")):
        found += parts.check(choice, CHOICE, place)
    right = [one for _, one in parts.entries(choices, path) if parts.get(one, "right") is True]
    if not found and len(right) != 1:
        found.append(Problem((*path, "choices"), "Exactly one choice must be right."))
    return found


def complete(lesson: Mapping[str, Any]) -> dict[str, Any]:
    """Return a lesson without problems as it is kept: days as text, nothing left out."""
    whole = parts.filled(lesson, LESSON)
    return {**whole, "reviewed": lesson["reviewed"].isoformat()}


def skeleton(lesson: Mapping[str, Any]) -> dict[str, Any]:
    """Return what must be alike in every language, under the words that a fault names it by."""
    return {
        **{name: lesson[name] for name in ("position", "group", "for", "minutes", "help")},
        "reading_level": lesson["reading_level"],
        "reviewed": lesson["reviewed"],
        "a care note": bool(lesson["care"]),
        "how many sources": len(lesson["sources"]),
        "how many sections": len(lesson["sections"]),
        "the reflections' keys": [one["key"] for one in lesson["reflection"]],
        "the check's keys": [one["key"] for one in lesson["check"]],
        "the right choices": [
            [choice["right"] for choice in one["choices"]] for one in lesson["check"]
        ],
    }


def unpaired(lessons: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """Return (language, slug, sentence) for each lesson without its like in another language."""
    kept = {(one["language"], one["slug"]): one for one in lessons}
    found = []
    for slug in sorted({slug for _, slug in kept}):
        there = [language for language in LANGUAGES if (language, slug) in kept]
        first = kept[there[0], slug]
        if missing := [language for language in LANGUAGES if language not in there]:
            sentence = f"There is no such lesson in: {', '.join(missing)}."
            found.append((there[0], slug, sentence))
        for language in there[1:]:
            found += [
                (language, slug, f"This differs from the lesson in {there[0]}: {name}.")
                for name, value in skeleton(first).items()
                if skeleton(kept[language, slug])[name] != value
            ]
    return found


def right_choice(question: Mapping[str, Any]) -> int:
    """Return the number of the right choice of a question, from 1."""
    return next(place for place, one in enumerate(question["choices"], 1) if one["right"])


def out_of_order(lessons: Iterable[Mapping[str, Any]]) -> list[tuple[str, str, str]]:
    """Return (language, slug, sentence) for each lesson whose position is taken, or after a gap."""
    found = []
    last = dict.fromkeys(LANGUAGES, 0)
    for one in sorted(lessons, key=lambda one: (one["language"], one["position"], one["slug"])):
        expected = last[one["language"]] + 1
        if one["position"] != expected:
            sentence = f"position must be {expected}: lessons count from 1, without gaps."
            found.append((one["language"], one["slug"], sentence))
        last[one["language"]] = one["position"]
    return found
