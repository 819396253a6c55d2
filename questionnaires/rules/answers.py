"""Are these answers to that form? What may be answered, what must be, and what is left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from core.said import say
from questionnaires.rules.conditions import Asked, Scope
from questionnaires.rules.form import (
    NUMBERS,
    QUESTIONS,
    Form,
    Item,
    is_repeating_group,
    option_of,
    walk,
)

MOST_ROWS = 20
MOST_ANSWERS = 50
MOST_TEXT = 4000
MOST_PROBLEMS = 50
MISSING = say("This needs an answer.")


@dataclass
class Check:
    """Answers as they are kept, what is wrong with them, and what was left out as not asked."""

    kept: dict[str, Any] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)


def check(form: Form, answers: Mapping[str, Any], *, whole: bool) -> Check:
    """Check answers by link id. Those to items that are not asked are left out, and named.

    With `whole`, whatever is required must be there; without it, answers may be as few as they are.
    """
    return _Checker(form, whole=whole).run(answers)


class _Checker:
    def __init__(self, form: Form, *, whole: bool) -> None:
        self.form, self.whole = form, whole
        self.asked = Asked(form)
        self.found = Check()

    def run(self, answers: Mapping[str, Any]) -> Check:
        given = {name: value for name, value in answers.items() if not _is_empty(value)}
        known = {item["link_id"] for item in walk(self.form["items"])}
        for name in given:
            if name not in known:
                self._refuse(str(name), say("There is no such question."))
        self.found.kept = self._level(self.form["items"], given, (given,), "")
        return self.found

    def _refuse(self, name: str, sentence: str) -> None:
        if len(self.found.wrong) < MOST_PROBLEMS:
            self.found.wrong.setdefault(name[:300], sentence)

    def _level(
        self, items: list[Item], given: Mapping[str, Any], scope: Scope, where: str
    ) -> dict[str, Any]:
        kept: dict[str, Any] = {}
        for item in items:
            name, link_id = f"{where}{item['link_id']}", item["link_id"]
            if not self.asked.is_asked(link_id, scope):
                self._leave_out(item, given, where)
                continue
            if is_repeating_group(item):
                self._rows(item, given, scope, kept, name)
                continue
            if item["type"] in QUESTIONS:
                self._question(item, given, kept, name)
            elif link_id in given:
                self._refuse(name, say("This is not a question."))
            kept |= self._level(item["items"], given, scope, where)
        return kept

    def _leave_out(self, item: Item, given: Mapping[str, Any], where: str) -> None:
        names = [one["link_id"] for one in walk([item]) if one["link_id"] in given]
        self.found.left_out += [f"{where}{name}" for name in names]

    def _rows(
        self, item: Item, given: Mapping[str, Any], scope: Scope, kept: dict[str, Any], name: str
    ) -> None:
        rows = given.get(item["link_id"]) or []
        if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
            self._refuse(name, say("Give a list of rows of answers."))
            return
        if len(rows) > (item["most"] or MOST_ROWS):
            self._refuse(
                name, say("There can be {most} of these at most.", most=item["most"] or MOST_ROWS)
            )
            return
        if self.whole and not rows and item["required"]:
            self._refuse(name, MISSING)
        inside = {one["link_id"] for one in walk(item["items"])}
        found = []
        for n, row in enumerate(rows):
            row = {key: value for key, value in row.items() if not _is_empty(value)}
            for key in row.keys() - inside:
                self._refuse(f"{name}[{n}].{key}", say("There is no such question."))
            found.append(self._level(item["items"], row, (*scope, row), f"{name}[{n}]."))
        if found:
            kept[item["link_id"]] = found

    def _question(
        self, item: Item, given: Mapping[str, Any], kept: dict[str, Any], name: str
    ) -> None:
        value = given.get(item["link_id"])
        if value is None:
            if self.whole and item["required"]:
                self._refuse(name, MISSING)
            return
        sentence = _wrong_list(item, value) if item["repeats"] else wrong(item, value)
        if sentence:
            self._refuse(name, sentence)
        else:
            kept[item["link_id"]] = value


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == []


def _wrong_list(item: Item, values: Any) -> str:
    if not isinstance(values, list):
        return say("Give a list of answers.")
    least, most = item["least"] or 0, item["most"] or MOST_ANSWERS
    if not least <= len(values) <= most:
        return say("Give {least} to {most} answers.", least=least, most=most)
    for value in values:
        if sentence := wrong(item, value):
            return sentence
    if any(value in values[n + 1 :] for n, value in enumerate(values)):
        return say("The same answer stands there twice.")
    alone = [value for value in values if (option_of(item, value) or {}).get("exclusive")]
    return say("This answer cannot be given together with others.") if alone and values[1:] else ""


def wrong(item: Item, value: Any) -> str:
    """Say in a sentence why a value is no answer to an item; "" when it is one."""
    if isinstance(value, str) and not can_be_kept(value):
        return say("This text holds something that cannot be read.")
    if item["type"] in ("choice", "open-choice"):
        return _wrong_choice(item, value)
    if item["type"] == "boolean":
        return "" if isinstance(value, bool) else say("Answer true or false.")
    if item["type"] in NUMBERS:
        return _wrong_number(item, value)
    if item["type"] == "date":
        return _wrong_day(item, value)
    return _wrong_text(item, value)


def can_be_kept(text: str) -> bool:
    """Say whether a text holds neither control characters nor half characters."""
    return not any(
        (letter < " " and letter not in "\n\r\t") or "\ud800" <= letter <= "\udfff"
        for letter in text
    )


def _wrong_choice(item: Item, value: Any) -> str:
    if isinstance(value, str) and option_of(item, value):
        return ""
    if item["type"] == "open-choice" and isinstance(value, Mapping) and value.keys() == {"text"}:
        return _wrong_text({**item, "max_length": 280}, value["text"])
    return say("Choose one of the answers.")


def _wrong_number(item: Item, value: Any) -> str:
    kinds = int if item["type"] == "integer" else int | float
    if isinstance(value, bool) or not isinstance(value, kinds):
        return say("Give a whole number.") if item["type"] == "integer" else say("Give a number.")
    if not -1e9 < value < 1e9:
        return say("This number cannot be right.")
    decimals = re.sub(r"^[^.]*\.?", "", repr(value)) if isinstance(value, float) else ""
    if item["max_decimals"] is not None and len(decimals.rstrip("0")) > item["max_decimals"]:
        return say("Give at most {item} digits behind the point.", item=item["max_decimals"])
    return _beyond(item, value)


def _beyond(item: Item, value: Any) -> str:
    if item["min"] is not None and value < item["min"]:
        return say("Give {item} or more.", item=item["min"])
    if item["max"] is not None and value > item["max"]:
        return say("Give {item} or less.", item=item["max"])
    return ""


def _wrong_day(item: Item, value: Any) -> str:
    sentence = say("Give a day as year, month and day, like 2026-11-23.")
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return sentence
    try:
        date.fromisoformat(value)
    except ValueError:
        return sentence
    return _beyond(item, value)


def _wrong_text(item: Item, value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        return say("Answer in words.")
    if not can_be_kept(value):
        return say("This text holds something that cannot be read.")
    most = item["max_length"] or MOST_TEXT
    if len(value) > most:
        return say("Use at most {most} characters.", most=most)
    if item["min_length"] and len(value) < item["min_length"]:
        return say("Use at least {item} characters.", item=item["min_length"])
    return ""
