"""Parameters as they are kept: to JSON and back, with every number within its range."""

from dataclasses import asdict, fields
from typing import Any

from alerts.warning.parameters import DEFAULT, Item, Parameters
from core.said import say

# Of the code that reads the numbers. Another way of computing is another version.
CODE_VERSION = "points-1"
MOST_DAYS = 120


class Unusable(ValueError):
    """These numbers cannot be used; `field` names which, and the sentence says why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field, self.sentence = field, sentence


# Least and most of each number; whole numbers are days or counts.
RANGES: dict[str, tuple[float, float]] = {
    "baseline_days": (14, MOST_DAYS), "guard_days": (0, 28), "days_left_out_after_use": (0, 28),
    "shrink_mean": (0.1, 100), "shrink_spread": (0.1, 100), "least_spread": (0.1, 5),
    "clip": (2, 10), "together": (0, 1), "tail_days": (3, 42), "item_fade": (0.05, 1),
    "item_points": (0, 10), "hold_days": (0, 42), "missing_fade": (0.05, 1),
    "missing_points": (0, 10), "missing_times": (1, 20), "missing_least": (-5, 0),
    "missing_most": (0, 5), "missing_usual": (0.01, 0.99), "missing_shrink_days": (0.1, 100),
    "medication_fade": (0.05, 1), "medication_points": (0, 10),
    "medication_taken_usually": (0.01, 0.99), "medication_taken_before": (0.01, 0.99),
    "history_points": (0, 10), "history_episodes": (0.01, 100), "history_days": (1, 3650),
    "history_most": (0, 10), "since_use_points": (0, 10), "since_use_even": (0.001, 0.999),
    "silent_days": (0, 60), "learning_days": (0, MOST_DAYS), "learning_limit": (1, 5),
    "quiet_days": (1, 60), "fewest_days_in_tail": (0, 42), "anchor_days": (7, MOST_DAYS),
    "anchor_least_days": (3, MOST_DAYS), "anchor_fade": (0.05, 1), "anchor_tail_days": (7, 60),
}  # fmt: skip
ITEM_RANGES = {"weight": (0.0, 10.0), "usual": (0.0, 24.0), "spread": (0.1, 10.0)}
KEYS = tuple(item.key for item in DEFAULT.items)


def to_json(parameters: Parameters) -> dict[str, Any]:
    """Write parameters so that `from_json` gives the very same."""
    return asdict(parameters)


def from_json(written: Any, *, version: str | None = None) -> Parameters:
    """Read parameters; what is not named is as it is shipped. Raises Unusable."""
    if not isinstance(written, dict):
        raise Unusable("parameters", say("Send the numbers as an object."))
    known = {field.name for field in fields(Parameters)}
    for name in written:
        if name not in known:
            raise Unusable(str(name)[:40], say("There is no such number."))
    values: dict[str, Any] = {
        name: _number(name, written[name]) for name in RANGES if name in written
    }
    if "items" in written:
        values["items"] = _items(written["items"])
    for name in ("limits", "anchor_limits", "since_use"):
        if name in written:
            values[name] = _pairs(name, written[name])
    if "most_in_days" in written:
        values["most_in_days"] = _most(written["most_in_days"])
    read = Parameters(**{**values, "version": version or str(written.get("version", ""))})
    _fits_together(read)
    return read


def _number(name: str, value: Any) -> float | int:
    least, most = RANGES[name]
    whole = isinstance(getattr(DEFAULT, name), int)
    kinds = int if whole else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds) or not least <= value <= most:
        what = say("a whole number") if whole else say("a number")
        raise Unusable(
            name,
            say(
                "Give {what} from {least} to {most}.",
                what=what,
                least=f"{least:g}",
                most=f"{most:g}",
            ),
        )
    return value


def _items(value: Any) -> tuple[Item, ...]:
    if not isinstance(value, list | tuple) or len(value) != len(DEFAULT.items):
        raise Unusable("items", say("Name these questions: {names}.", names=", ".join(KEYS)))
    found = []
    for wanted, item in zip(DEFAULT.items, value, strict=True):
        if not isinstance(item, dict) or item.get("key") != wanted.key:
            raise Unusable(
                "items", say("Name these questions, in this order: {names}.", names=", ".join(KEYS))
            )
        numbers = {name: item.get(name, getattr(wanted, name)) for name in ITEM_RANGES}
        for name, (least, most) in ITEM_RANGES.items():
            _within(f"items.{wanted.key}.{name}", numbers[name], least, most)
        found.append(Item(key=wanted.key, worse=wanted.worse, **numbers))
    return tuple(found)


def _pairs(name: str, value: Any) -> tuple[tuple[Any, Any], ...]:
    wanted = getattr(DEFAULT, name)
    if not isinstance(value, list | tuple) or len(value) != len(wanted):
        raise Unusable(name, say("Give {count} pairs.", count=len(wanted)))
    pairs = []
    for pair, (first, _) in zip(value, wanted, strict=True):
        if not isinstance(pair, list | tuple) or len(pair) != 2 or pair[0] != first:
            raise Unusable(name, say("The pair for {first} is missing.", first=f"{first:g}"))
        if name == "since_use":
            _within(name, pair[1], 0.001, 0.999)
        else:
            _within(name, pair[1], -20, 20)
        pairs.append((first, pair[1]))
    if name != "since_use" and sorted((points for _, points in pairs), reverse=True) != [
        points for _, points in pairs
    ]:
        raise Unusable(name, say("The more warnings, the lower the limit."))
    return tuple(pairs)


def _most(value: Any) -> tuple[int, int]:
    whole = isinstance(value, list | tuple) and len(value) == 2
    if not whole or not all(isinstance(one, int) and 1 <= one <= MOST_DAYS for one in value):
        raise Unusable("most_in_days", say("Give how many, and in how many days."))
    return value[0], value[1]


def _within(name: str, value: Any, least: float, most: float) -> None:
    kind = isinstance(value, int | float) and not isinstance(value, bool)
    if not kind or not least <= value <= most:
        raise Unusable(
            name, say("Give a number from {least} to {most}.", least=f"{least:g}", most=f"{most:g}")
        )


def _fits_together(read: Parameters) -> None:
    if read.guard_days > read.tail_days:
        raise Unusable("guard_days", say("The guard is no longer than the recent days."))
    if read.learning_days < read.silent_days:
        raise Unusable("learning_days", say("Learning does not end before the first days do."))
    if read.window_days > MOST_DAYS + MOST_DAYS:
        raise Unusable("baseline_days", say("This looks at too many days."))
