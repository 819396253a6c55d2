"""Sentences that people read, kept in English until somebody reads them. Knows no framework.

A sentence is a text like any other: it is compared, stored and logged in English, and core.words
says it in the reader's language. Whoever gathers the patterns (`make words`) finds them by the
names of these two functions.
"""

from typing import Any


class Said(str):
    """English text that remembers how it was made: a pattern, and what fills it."""

    pattern: str
    values: dict[str, Any]


def say(pattern: str, /, **values: Any) -> Said:
    """Return the sentence of that pattern, each {name} filled with the value of that name."""
    said = Said(_filled(pattern, values))
    said.pattern, said.values = pattern, values
    return said


def observe(context: str, pattern: str, /, **values: Any) -> str:
    """Return a sentence that is stored as text, and that core.words.reread knows again.

    It remembers nothing: the patterns of one context must tell their sentences apart.
    """
    return _filled(pattern, values)


def _filled(pattern: str, values: dict[str, Any]) -> str:
    return pattern.format(**values) if values else pattern
