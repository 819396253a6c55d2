"""One item of a FHIR questionnaire after the other, as items of our own form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from core.said import observe, say
from questionnaires.rules import choices, extensions
from questionnaires.rules.form import CHOICES, LOINC, NUMBERS, QUESTIONS, TYPES, Item
from questionnaires.rules.problems import Findings

MOST_ITEMS = 300
MOST_DEPTH = 8
MOST_TEXT = 5000
MOST_LENGTH = 4000  # of a written answer, whatever the file allows
HELPS = ("help", "instructions", "information", "flyover", "legal")
LIMITS = {"min": extensions.FHIR + "minValue", "max": extensions.FHIR + "maxValue"}


@dataclass
class Reader:
    """Reads items and keeps what only the whole can tell: link ids, paths, totals."""

    findings: Findings
    contained: list[Any]
    totals: frozenset[str]
    total_codes: frozenset[str]
    paths: dict[str, str] = field(default_factory=dict)  # of each link id
    total_paths: list[str] = field(default_factory=list)

    def read_all(self, rows: list[dict[str, Any]], path: str, depth: int = 1) -> list[Item]:
        """Read the items of a list."""
        if depth > MOST_DEPTH:
            self.findings.refuse(
                path, say("Items stand more than {most_depth} deep.", most_depth=MOST_DEPTH)
            )
            return []
        found = []
        for place, row in enumerate(rows):
            if len(self.paths) >= MOST_ITEMS:
                self.findings.refuse(
                    path, say("There are more than {most_items} items.", most_items=MOST_ITEMS)
                )
                break
            found.append(self.read_one(row, f"{path}[{place}]", depth))
        return found

    def read_one(self, row: dict[str, Any], path: str, depth: int) -> Item:
        """Read one item and what stands below it."""
        link_id = self._link_id(row, path)
        kind = row.get("type")
        is_total = self._is_total(row, link_id, path)
        if is_total:
            kind = "decimal"
        elif kind not in TYPES:
            self.findings.refuse(
                f"{path}.type", say("Items of the type “{kind}” cannot be asked here.", kind=kind)
            )
        is_hidden = extensions.find(row, extensions.HIDDEN) is True
        item: Item = {
            "link_id": link_id,
            "type": str(kind),
            "text": self._text(row, path),
            "prefix": str(row.get("prefix") or "")[:20],
            "help": [],
            "required": self._flag(row, "required", path),
            "repeats": self._flag(row, "repeats", path),
            "asked": not (is_total or is_hidden or self._flag(row, "readOnly", path)),
            "total": is_total,
            "codes": _codes(row),
            "options": [],
            "enable_behavior": row.get("enableBehavior") or "all",
            "enable_when": [
                {**one, "path": f"{path}.enableWhen[{n}]"}
                for n, one in enumerate(row.get("enableWhen") or [])
            ],
            **self._limits(row, path),
        }
        self._choices(item, row, path)
        self._below(item, row, path, depth)
        self._check(item, row, path)
        return item

    def _link_id(self, row: dict[str, Any], path: str) -> str:
        link_id = str(row.get("linkId") or "")
        if not link_id.strip() or len(link_id) > 255:
            self.findings.refuse(
                f"{path}.linkId", say("An item needs a linkId of 1 to 255 characters.")
            )
        elif link_id in self.paths:
            self.findings.refuse(
                f"{path}.linkId",
                say(
                    "The linkId “{link_id}” was used before, at {paths}.",
                    link_id=link_id,
                    paths=self.paths[link_id],
                ),
            )
        self.paths.setdefault(link_id, path)
        return link_id

    def _is_total(self, row: dict[str, Any], link_id: str, path: str) -> bool:
        codes = {one["code"] for one in _codes(row) if one["system"] in ("", LOINC)}
        if link_id not in self.totals and not codes & self.total_codes:
            return False
        self.total_paths.append(path)
        self.findings.leave(
            observe("import", "the item {link_id}", link_id=link_id),
            observe("import", "a total: reckoned here and never asked"),
        )
        return True

    def _flag(self, row: dict[str, Any], name: str, path: str) -> bool:
        value = row.get(name, False)
        if not isinstance(value, bool):
            self.findings.refuse(f"{path}.{name}", say("This must be true or false."))
        return value is True

    def _text(self, row: dict[str, Any], path: str) -> str:
        text = row.get("text")
        if not text:
            markup = extensions.find(row.get("_text") or {}, extensions.XHTML)
            text = plain(str(markup)) if markup else ""
        text = str(text).strip()
        if not text and row.get("type") != "group":
            self.findings.refuse(f"{path}.text", say("This item has no words to show."))
        if len(text) > MOST_TEXT:
            self.findings.refuse(
                f"{path}.text",
                say("This is longer than {most_text} characters.", most_text=MOST_TEXT),
            )
        return text

    def _limits(self, row: dict[str, Any], path: str) -> Item:
        found: Item = {name: extensions.find(row, url) for name, url in LIMITS.items()}
        found["min_length"] = extensions.find(row, extensions.FHIR + "minLength")
        found["max_length"] = row.get("maxLength")
        found["max_decimals"] = extensions.find(row, extensions.FHIR + "maxDecimalPlaces")
        found["least"] = extensions.find(row, extensions.FHIR + "questionnaire-minOccurs")
        found["most"] = extensions.find(row, extensions.FHIR + "questionnaire-maxOccurs")
        unit = extensions.find(row, extensions.UNIT)
        found["unit"] = _unit(unit) if isinstance(unit, dict) else ""
        if isinstance(found["max_length"], int) and found["max_length"] > MOST_LENGTH:
            found["max_length"] = MOST_LENGTH
        self._check_limits(found, row, path)
        return found

    def _check_limits(self, found: Item, row: dict[str, Any], path: str) -> None:
        for name in ("min", "max"):
            if found[name] is not None and not _fits(found[name], row.get("type")):
                self.findings.refuse(path, say("A limit is not of the type of its question."))
                return
        for name in ("min_length", "max_length", "max_decimals", "least", "most"):
            if found[name] is not None and (
                not isinstance(found[name], int) or isinstance(found[name], bool) or found[name] < 0
            ):
                self.findings.refuse(path, say("A limit is not a number of 0 or more."))
                return
        for low, high in (("min", "max"), ("min_length", "max_length"), ("least", "most")):
            if found[low] is not None and found[high] is not None and found[low] > found[high]:
                self.findings.refuse(path, say("The least that may be answered is above the most."))

    def _choices(self, item: Item, row: dict[str, Any], path: str) -> None:
        item["initial"] = None
        if item["type"] in CHOICES and not item["total"]:
            options = choices.read(row, path, self.contained, self.findings)
            chosen = [one["key"] for one in options if one.pop("chosen")]
            item["options"] = options
            item["initial"] = (chosen if item["repeats"] else chosen[0]) if chosen else None
        elif row.get("answerValueSet") or (row.get("answerOption") and not item["total"]):
            self._options_of_others(item, row, path)
        if row.get("initial"):
            self._initial(item, row["initial"], f"{path}.initial")

    def _options_of_others(self, item: Item, row: dict[str, Any], path: str) -> None:
        """R4 lets whole numbers and texts have choices too: then they are asked as a choice."""
        if item["type"] not in ("integer", "string", "date") or row.get("answerValueSet"):
            self.findings.refuse(path, say("Only questions with choices can have choices."))
            return
        item["type"] = "choice"
        item["options"] = choices.read(
            {**row, "type": "choice"}, path, self.contained, self.findings
        )
        for one in item["options"]:
            one.pop("chosen")

    def _initial(self, item: Item, rows: list[dict[str, Any]], path: str) -> None:
        values = [extensions.value_of(one) for one in rows]
        if item["type"] in CHOICES:
            codes = [one.get("code") if isinstance(one, dict) else one for one in values]
            keys = [one["key"] for one in item["options"] if one["code"] in codes]
            if len(keys) != len(values):
                self.findings.refuse(path, say("It begins with an answer that is not a choice."))
            values = keys
        elif any(isinstance(one, dict) for one in values):
            self.findings.refuse(path, say("It begins with an answer of another type."))
        if len(values) > 1 and not item["repeats"]:
            self.findings.refuse(path, say("It begins with more answers than it can have."))
        item["initial"] = values if item["repeats"] else next(iter(values), None)

    def _below(self, item: Item, row: dict[str, Any], path: str, depth: int) -> None:
        below = self.read_all(row.get("item") or [], f"{path}.item", depth + 1)
        rows = row.get("item") or []
        item["items"] = []
        for source, inner in zip(rows, below, strict=False):
            if inner["type"] == "display" and _is_help(source):
                item["help"].append(inner["text"])
            else:
                item["items"].append(inner)

    def _check(self, item: Item, row: dict[str, Any], path: str) -> None:
        if item["type"] == "display" and item["items"]:
            self.findings.refuse(f"{path}.item", say("A text to read cannot hold other items."))
        asks_below = any(inner["type"] != "display" for inner in item["items"])
        if item["type"] in QUESTIONS and item["repeats"] and asks_below:
            self.findings.refuse(
                f"{path}.item", say("Questions below each of several answers cannot be asked here.")
            )
        if item["required"] and not item["asked"] and not item["total"]:
            self.findings.refuse(path, say("It must be answered and cannot be seen or changed."))
        if item["type"] == "display" and (item["required"] or item["repeats"]):
            self.findings.refuse(path, say("A text to read can be neither required nor repeated."))
        if row.get("enableBehavior") not in (None, "all", "any"):
            self.findings.refuse(f"{path}.enableBehavior", say("This must be “all” or “any”."))


def _codes(row: dict[str, Any]) -> list[dict[str, str]]:
    found = row.get("code") or []
    return [
        {"system": one.get("system", ""), "code": one["code"]} for one in found if one.get("code")
    ]


def _unit(unit: dict[str, Any]) -> str:
    return str(unit.get("display") or unit.get("code") or "")[:40]


def _fits(value: Any, kind: Any) -> bool:
    if kind in NUMBERS:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return (
        kind == "date" and isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))
    )


def _is_help(row: dict[str, Any]) -> bool:
    control = extensions.find(row, extensions.CONTROL)
    codings = control.get("coding") or [] if isinstance(control, dict) else []
    return any(one.get("code") in HELPS for one in codings)


class _Plain(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)

    def _break(self, tag: str) -> None:
        if tag in ("br", "p", "li", "div", "tr"):
            self.words.append("\n")


def plain(markup: str) -> str:
    """Return the words of an XHTML text, a line for each paragraph."""
    reader = _Plain()
    reader.feed(markup[: 4 * MOST_TEXT])
    reader.close()
    return "\n".join(_lines("".join(reader.words)))


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if words := " ".join(line.split()):
            yield words
