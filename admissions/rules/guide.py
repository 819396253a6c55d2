"""The guide to levels of care: from answers to a suggestion.

It names no illness and stores nothing. The table is content/guide.json. The server hands it out and
never sees an answer: the browser reads the same table in the same way, so this module is also the
text that the browser's is held to.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent.parent / "content" / "guide.json"
LEVELS = ("talk", "outpatient", "iop", "php", "residential")  # from less care to more
HELP_NOW = "help_now"


@dataclass(frozen=True)
class Suggestion:
    """What comes first (help now, a doctor), and a level to ask about; each with its reason."""

    first: str | None
    first_because: str | None
    level: str | None
    level_because: str | None


@cache
def table() -> dict[str, Any]:
    """Return the guide's questions, rules and words; not to be changed by the caller."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def suggest(answers: Mapping[str, str]) -> Suggestion:
    """Return what these answers (question to option) suggest.

    A question may be left out: a rule that asks for it then does not hold. The first rule that
    holds decides, and the table is ordered from more need to less. Where help comes first, no level
    is named, whatever else was answered.
    """
    first = _first_that_holds(table()["first"], answers)
    if first and first["outcome"] == HELP_NOW:
        return Suggestion(HELP_NOW, first["because"], None, None)
    level = _first_that_holds(table()["levels"], answers) or table()["otherwise"]
    return Suggestion(
        first["outcome"] if first else None,
        first["because"] if first else None,
        level["outcome"],
        level["because"],
    )


def _first_that_holds(
    rules: list[dict[str, Any]], answers: Mapping[str, str]
) -> dict[str, Any] | None:
    for rule in rules:
        if all(answers.get(question) in options for question, options in rule["when"].items()):
            return rule
    return None
