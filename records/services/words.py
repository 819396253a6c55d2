"""The words of papers in each language, from records/content/words.json.

English names of columns and values are their own names, spoken: `written_at` is "Written at".
"""

import json
import re
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from core import clock
from family.texts.categories import language_of
from family.texts.consents import day_in_words

FILE = Path(__file__).resolve().parent.parent / "content" / "words.json"
A_KEY = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
A_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*")
A_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@cache
def catalogue() -> dict[str, Any]:
    """Return phrases, titles of tables, names of columns and of values."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def title(table: str, language: str) -> str:
    """Return what a table is called."""
    return str(catalogue()["titles"][table][language_of(language)])


class Words:
    """The words of one language, and moments on one clock."""

    def __init__(self, language: str, timezone: str) -> None:
        self.language, self.timezone = language_of(language), timezone

    def phrase(self, name: str) -> str:
        """Return a phrase of ours."""
        return str(catalogue()["phrases"][self.language][name])

    def title(self, table: str) -> str:
        """Return what a table is called."""
        return title(table, self.language)

    def field(self, column: str) -> str:
        """Return what a column is called."""
        spoken = column.replace("_", " ").capitalize()
        return str(catalogue()["fields"].get(self.language, {}).get(column, spoken))

    def step(self, name: str) -> str:
        """Return what a step of a plan is called."""
        return str(catalogue()["steps"][name][self.language])

    def day(self, on: date) -> str:
        """Return a day in words."""
        return day_in_words(on, self.language)

    def value(self, value: Any, *, column: str = "") -> str:
        """Return a value in words; empty for what says nothing on paper, such as keys of rows."""
        if value is None or value == "" or value == [] or value == {}:
            return ""
        if isinstance(value, bool):
            return self.phrase("yes" if value else "no")
        if isinstance(value, dict):
            pairs = ((self.field(str(key)), self.value(one)) for key, one in value.items())
            return "; ".join(f"{name}: {text}" for name, text in pairs if text)
        if isinstance(value, list):
            return ", ".join(filter(None, (self.value(one) for one in value)))
        if isinstance(value, str):
            return self._text(value)
        return str(value)

    def _text(self, value: str) -> str:
        if A_KEY.fullmatch(value):
            return ""
        if A_MOMENT.fullmatch(value):
            return self._moment(datetime.fromisoformat(value))
        if A_DAY.fullmatch(value):
            return self.day(date.fromisoformat(value))
        spoken = value.replace("_", " ") if re.fullmatch(r"[a-z0-9_]+", value) else value
        return str(catalogue()["values"].get(self.language, {}).get(value, spoken))

    def _moment(self, at: datetime) -> str:
        local = at.astimezone(clock.zone(self.timezone))
        return f"{self.day(local.date())}, {local:%H:%M}"
