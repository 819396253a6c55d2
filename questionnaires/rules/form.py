"""A questionnaire in our own shape: items as plain JSON, and how to walk them.

An item: link_id, type, text, prefix, help (list of texts), required, repeats, asked (False for a
total and whatever is hidden), codes ([{system, code}]), options ([{key, text, system, code,
weight, exclusive}]), min, max, min_length, max_length, max_decimals, least, most (how many
answers), unit, initial, enable_when ([{question, operator, answer}]), enable_behavior, items.
"""

from collections.abc import Iterator
from typing import Any

Item = dict[str, Any]
Form = dict[str, Any]

CHOICES = ("choice", "open-choice")
NUMBERS = ("integer", "decimal")
QUESTIONS = ("choice", "open-choice", "boolean", "integer", "decimal", "string", "text", "date")
TYPES = ("group", "display", *QUESTIONS)
LOINC = "http://loinc.org"


def walk(items: list[Item]) -> Iterator[Item]:
    """Yield every item, a parent before its children, in the order of the form."""
    for item in items:
        yield item
        yield from walk(item["items"])


def walk_with_parents(
    items: list[Item], above: tuple[Item, ...] = ()
) -> Iterator[tuple[Item, tuple[Item, ...]]]:
    """Yield every item and the items that it stands in, the outermost first."""
    for item in items:
        yield item, above
        yield from walk_with_parents(item["items"], (*above, item))


def questions(form: Form) -> dict[str, Item]:
    """Return every question that can be answered, by link id, hidden ones and totals aside."""
    found: dict[str, Item] = {}
    for item, above in walk_with_parents(form["items"]):
        hidden = not item["asked"] or any(not other["asked"] for other in above)
        if item["type"] in QUESTIONS and not hidden:
            found[item["link_id"]] = item
    return found


def loinc_codes(item: Item) -> set[str]:
    """Return the item's LOINC codes. A code without a system counts: many files leave it out."""
    return {code["code"] for code in item["codes"] if code["system"] in ("", LOINC)}


def option_of(item: Item, key: Any) -> Item | None:
    """Return the option of that key."""
    return next((one for one in item["options"] if one["key"] == key), None)


def is_repeating_group(item: Item) -> bool:
    """Say whether the answers to an item are a list of rows."""
    return bool(item["type"] == "group" and item["repeats"])


def shown(form: Form) -> list[Item]:
    """Return the items as a phone gets them: no weights, no codes, nothing that is not asked."""
    return [_shown(item) for item in form["items"] if item["asked"]]


def _shown(item: Item) -> Item:
    names = (
        "link_id", "type", "text", "prefix", "help", "required", "repeats", "min", "max",
        "min_length", "max_length", "max_decimals", "least", "most", "unit", "initial",
        "enable_when", "enable_behavior",
    )  # fmt: skip
    return {
        **{name: item[name] for name in names},
        "options": [
            {"key": one["key"], "text": one["text"], "exclusive": one["exclusive"]}
            for one in item["options"]
        ],
        "items": [_shown(inner) for inner in item["items"] if inner["asked"]],
    }
