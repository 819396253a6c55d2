"""What answers add up to, and which of them somebody must look at. Pure arithmetic."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from questionnaires.rules.definition import Definition

HUNDREDTH = Decimal("0.01")
NO_DIFFERENCE = Decimal("0.005")


class UnknownAnswer(ValueError):
    """An answer that the definition gives no weight. It is never taken for 0."""


@dataclass(frozen=True)
class Result:
    """A total with its band, or how many answers are missing for one."""

    total: Decimal | None
    band: str
    missing: int
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Critical:
    """One answer that somebody must look at: what it weighs, of how much, and what kind it is."""

    link_id: str
    weight: int
    most: int
    kind: str


def is_summed(definition: Definition | None) -> bool:
    """Say whether there is anything to add up."""
    return bool(definition and definition["items"])


def score(definition: Definition, answers: Mapping[str, Any]) -> Result:
    """Add up answers by link id; raise UnknownAnswer.

    An item without an answer is missing and never 0. With more missing than the definition allows
    (none, unless somebody wrote otherwise) there is no total; within that, the total is that of
    the others' mean.
    """
    weighed = {
        item["link_id"]: _weight(item, answers[item["link_id"]])
        for item in definition["items"]
        if answers.get(item["link_id"]) is not None
    }
    size = len(definition["items"])
    missing = size - len(weighed)
    counts = _counts(definition, weighed)
    if missing > definition["allowed_missing"] or not weighed:
        return Result(None, "", missing, counts)
    total = sum(weighed.values(), Decimal(0)) * definition["multiplier"]
    if missing:
        total = total * size / len(weighed)
    total = total.quantize(HUNDREDTH, rounding=ROUND_HALF_UP)
    return Result(total, band_of(definition, total), missing, counts)


def band_of(definition: Definition, total: Decimal) -> str:
    """Return the word of the last band that a total reaches, "" where there are no bands."""
    reached = [row["word"] for row in definition["bands"] if total >= row["from"]]
    return str(reached[-1]) if reached else ""


def plain_words(definition: Definition | None, band: str) -> str:
    """Return what a client reads for a band."""
    rows = definition["bands"] if definition else []
    return next((str(row["plain"]) for row in rows if row["word"] == band), "")


def critical(definition: Definition | None, answers: Mapping[str, Any]) -> list[Critical]:
    """Return the answers that reach what somebody must look at; raise UnknownAnswer.

    A question without an answer is not answered: it neither alerts nor counts as 0.
    """
    found = []
    for item in definition["critical"] if definition else ():
        answer = answers.get(item["link_id"])
        if answer is None:
            continue
        weight = _raw(item["weights"], answer)
        if weight >= item["at_least"]:
            found.append(Critical(item["link_id"], int(weight), int(item["most"]), item["kind"]))
    return found


def differs(total: Decimal | None, stated: Decimal | None) -> bool:
    """Say whether a total that a file states is another than ours; none stated, none differs."""
    if stated is None:
        return False
    return total is None or abs(total - stated) > NO_DIFFERENCE


def _weight(item: Mapping[str, Any], answer: Any) -> Decimal:
    weight = _raw(item["weights"], answer)
    if not item["weights"]:
        if not item["low"] <= weight <= item["high"]:
            raise UnknownAnswer(f"{answer} is not within {item['low']} and {item['high']}")
        # A table is turned when it is bound; a number is turned here.
        weight = (
            Decimal(str(item["low"])) + Decimal(str(item["high"])) - weight
            if item["reversed"]
            else weight
        )
    return weight


def _raw(weights: Mapping[str, Any], answer: Any) -> Decimal:
    if isinstance(answer, bool):
        answer = "true" if answer else "false"
    if not weights and isinstance(answer, int | float | Decimal):
        return Decimal(str(answer))
    if not isinstance(answer, str) or answer not in weights:
        raise UnknownAnswer(f"no weight is known for {str(answer)[:60]}")
    return Decimal(str(weights[answer]))


def _counts(definition: Definition, weighed: Mapping[str, Decimal]) -> dict[str, int]:
    return {
        count["name"]: sum(weighed.get(name, 0) >= count["at_least"] for name in count["items"])
        for count in definition["counts"]
    }
