"""Says sentences in the language of whoever reads: the one that is active, by its catalogue."""

import re
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import trans_real

from core.said import Said

CONTEXT_ENDS = "\x04"  # between context and pattern, in a catalogue
SENTENCE_ENDS = re.compile(r"(?<=\.) ")
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
# What these names fill in is a number: without that, "9 of 10 2 days ago" could be cut anywhere.
NUMBERS = {
    "answered", "attended", "count", "days", "expected", "first", "high", "hours", "least", "low",
    "missed", "most", "number", "open", "points", "seen", "times", "week",
}  # fmt: skip


def spoken(value: Any) -> Any:
    """Return a sentence, or lists and mappings of them, in the active language.

    What was not marked as a sentence, such as somebody's own words, stays as it is.
    """
    if isinstance(value, Said):
        return _spoken(value)
    if isinstance(value, dict):
        return {name: spoken(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [spoken(item) for item in value]
    return str(value) if isinstance(value, Promise) else value


def _spoken(said: Said) -> str:
    pattern = translation.gettext(said.pattern)
    return pattern.format(**spoken(said.values)) if said.values else pattern


def reread(context: str, stored: str) -> str:
    """Say stored sentences of a context in the active language.

    Several may stand in a row. If only one of them is not known, all stay as they were stored:
    half a text in each language helps nobody.
    """
    if not stored or _language() == "en":
        return stored
    return _reread(context, stored) or stored


def _reread(context: str, stored: str) -> str:
    """Return what is known of all of it; first of all a reading in which every part is known."""
    readings = _readings(context, stored)
    return next((said for said, whole in readings if whole), readings[0][0] if readings else "")


def _readings(context: str, stored: str) -> list[tuple[str, bool]]:
    found = _recognised(context, stored)
    if any(whole for _, whole in found):
        return found
    for end in reversed([match.start() for match in SENTENCE_ENDS.finditer(stored)]):
        for first, known in _recognised(context, stored[:end])[:1]:
            rest = _readings(context, stored[end + 1 :])
            found += [(f"{first} {said}", known and whole) for said, whole in rest]
    return found


def _recognised(context: str, stored: str) -> list[tuple[str, bool]]:
    """Return each sentence that it can be, and whether all that fills it is known, those first."""
    found = []
    for pattern, expression in _patterns(context, _language()):
        if match := expression.fullmatch(stored):
            said = translation.pgettext(context, pattern)
            # What fills a sentence may be one of the same context: "as soon as possible".
            filled = {
                name: [(value, True)] if NUMBER.fullmatch(value) else _recognised(context, value)
                for name, value in match.groupdict().items()
            }
            values = {name: known[0][0] if known else match[name] for name, known in filled.items()}
            whole = all(known and known[0][1] for known in filled.values())
            found.append((said.format(**values) if values else said, whole))
    return sorted(found, key=lambda one: not one[1])


@cache
def _patterns(context: str, language: str) -> list[tuple[str, re.Pattern[str]]]:
    """Return the patterns of a context, those with the most words of their own first."""
    start = context + CONTEXT_ENDS
    # Django keeps no list of its patterns that is meant for others; this is the one it has.
    keys = trans_real.translation(language)._catalog.keys()  # type: ignore[attr-defined]
    found = [key.removeprefix(start) for key in keys if str(key).startswith(start)]
    found.sort(key=lambda pattern: (-len(re.sub(r"\{\w+\}", "", pattern)), pattern))
    return [(pattern, _as_expression(pattern)) for pattern in found]


def _as_expression(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", pattern)
    # Every other part is a name. What fills it is never more than one sentence, and the same name
    # twice holds the same.
    seen: set[str] = set()
    whole = ""
    for place, part in enumerate(parts):
        if place % 2 == 0:
            whole += re.escape(part)
        else:
            fills = NUMBER.pattern if part in NUMBERS else r"(?:(?!\. )[^\n])+?"
            whole += f"(?P={part})" if part in seen else f"(?P<{part}>{fills})"
            seen.add(part)
    return re.compile(whole)


def language_for(header: str) -> str:
    """Return which of our languages an Accept-Language header asks for; English otherwise."""
    for code, _ in trans_real.parse_accept_lang_header(header.lower()):
        base = code.partition("-")[0]
        if base in dict(settings.LANGUAGES):
            return base
    return "en"


def language_of(person_language: str) -> str:
    """Return which of our languages a stored one means; English otherwise."""
    base = person_language.partition("-")[0].lower()
    return base if base in dict(settings.LANGUAGES) else "en"


def _language() -> str:
    return language_of(translation.get_language() or "en")
