"""How a form is scored: a definition bound to its items, from a ready instrument or written anew.

A definition is plain JSON, stored with the questionnaire: name, instrument, items (link_id, weights
of each answer after reversal, low, high, reversed), multiplier, low, high, bands (from, to, word,
plain), critical (link_id, weights, at_least, kind), allowed_missing, totals, counts.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from core.said import say
from questionnaires.rules.form import (
    CHOICES,
    NUMBERS,
    Form,
    Item,
    is_repeating_group,
    loinc_codes,
    questions,
    walk,
    walk_with_parents,
)
from questionnaires.rules.instruments import CRITICAL_CODES, NO, YES
from questionnaires.rules.problems import Findings

KINDS = ("self_harm", "suicide_intent", "suicide_act", "other")
MOST_BANDS = 12
# Beyond these neither an answer nor a total could be stored, and it would be lost when it is given.
MOST_NUMBER, MOST_TOTAL = 10_000, 999_999
Definition = dict[str, Any]


@dataclass(frozen=True)
class Wish:
    """What an administrator writes about a questionnaire that we know nothing about."""

    name: str
    items: Sequence[str]  # link ids
    reversed: Sequence[str] = ()
    bands: Sequence[Mapping[str, Any]] = ()  # from, to, word, plain
    critical: Sequence[Mapping[str, Any]] = ()  # link_id, at_least, kind
    allowed_missing: int = 0
    multiplier: int = 1
    totals: Sequence[str] = field(default=())


def write(wish: Wish, form: Form, findings: Findings) -> Definition:
    """Bind a written definition to its form; note what does not fit, by its place in the wish."""
    asked = questions(form)
    items = [
        _summed(asked, link_id, f"scoring.items[{n}]", link_id in wish.reversed, findings)
        for n, link_id in enumerate(wish.items)
    ]
    found = [one for one in items if one is not None]
    if len(set(wish.items)) != len(wish.items):
        findings.refuse("scoring.items", say("An item is summed twice."))
    if not wish.items and wish.bands:
        findings.refuse("scoring.bands", say("Where nothing is summed there are no bands."))
    for link_id in sorted(set(wish.reversed) - set(wish.items)):
        findings.refuse(
            "scoring.reversed", say("“{link_id}” is reversed and not summed.", link_id=link_id)
        )
    if not 0 <= wish.allowed_missing <= max(len(wish.items) - 1, 0):
        findings.refuse(
            "scoring.allowed_missing", say("Fewer must be missing than there are items.")
        )
    low = sum(one["low"] for one in found) * wish.multiplier
    high = sum(one["high"] for one in found) * wish.multiplier
    if max(-low, high) > MOST_TOTAL:
        findings.refuse(
            "scoring.multiplier",
            say("A total cannot be more than {most_total}.", most_total=MOST_TOTAL),
        )
    return {
        "name": wish.name,
        "instrument": "",
        "items": found,
        "multiplier": wish.multiplier,
        "low": low,
        "high": high,
        "bands": _bands(wish.bands, low, high, findings),
        "critical": _critical(wish.critical, form, findings),
        "allowed_missing": wish.allowed_missing,
        "totals": list(wish.totals),
        "counts": [],
    }


def unscored(form: Form, findings: Findings) -> Definition | None:
    """Return what must be looked at in a form that nothing sums, or None when nothing must."""
    critical = _critical((), form, findings)
    if not critical:
        return None
    return {
        "name": "", "instrument": "", "items": [], "multiplier": 1, "low": 0, "high": 0,
        "bands": [], "critical": critical, "allowed_missing": 0, "totals": [], "counts": [],
    }  # fmt: skip


def version_of(definition: Definition) -> str:
    """Return the name of a definition's content: another number anywhere is another version."""
    text = json.dumps(definition, sort_keys=True, ensure_ascii=False)
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return f"{definition['instrument'] or 'own'}-{digest}"


def weights_of(item: Item) -> dict[str, float] | None:
    """Return what each answer of an item weighs, as its file says; None when that is not known.

    A yes-or-no question weighs 1 and 0; a number weighs itself (an empty table).
    """
    if item["type"] == "boolean":
        return {"true": 1, "false": 0}
    if item["type"] in NUMBERS:
        ends = (item["min"], item["max"])
        return {} if all(end is not None and abs(end) <= MOST_NUMBER for end in ends) else None
    if item["type"] != "choice" or item["repeats"]:
        return None
    weights = {one["key"]: one["weight"] for one in item["options"]}
    return None if None in weights.values() else weights


def bound(item: Item, weights: Mapping[str, float], *, turned: bool) -> Definition:
    """Return an item as a definition holds it, its weights turned round where it is reversed."""
    low = min(weights.values()) if weights else item["min"]
    high = max(weights.values()) if weights else item["max"]
    table = {key: low + high - one if turned else one for key, one in weights.items()}
    return {
        "link_id": item["link_id"],
        "weights": table,
        "low": low,
        "high": high,
        "reversed": turned,
    }


def meaning(option: Item) -> bool | None:
    """Say whether a choice means yes or no, by its code; None when that cannot be told."""
    if option["code"] in YES:
        return True
    return False if option["code"] in NO else None


def _summed(
    asked: Mapping[str, Item], link_id: str, path: str, turned: bool, findings: Findings
) -> Definition | None:
    item = asked.get(link_id)
    if item is None:
        findings.refuse(path, say("There is no question “{link_id}” to sum.", link_id=link_id))
        return None
    weights = weights_of(item)
    if weights is None:
        findings.refuse(
            path,
            say(
                "What the answers to “{link_id}” weigh is not known: a choice needs ordinal "
                "values, a number its least and most, within {most_number}.",
                link_id=link_id,
                most_number=MOST_NUMBER,
            ),
        )
        return None
    if item["initial"] is not None:
        findings.refuse(
            path, say("“{link_id}” begins with an answer that nobody gave.", link_id=link_id)
        )
    return bound(item, weights, turned=turned)


def _bands(
    rows: Sequence[Mapping[str, Any]], low: float, high: float, findings: Findings
) -> list[dict[str, Any]]:
    if len(rows) > MOST_BANDS:
        findings.refuse(
            "scoring.bands", say("There are more than {most_bands} bands.", most_bands=MOST_BANDS)
        )
    if rows and (rows[0]["from"] != low or rows[-1]["to"] != high):
        findings.refuse(
            "scoring.bands",
            say(
                "Bands must run from {low} to {high}, no more and no less.",
                low=f"{low:g}",
                high=f"{high:g}",
            ),
        )
    for n, (first, second) in enumerate(pairwise(rows)):
        if second["from"] != first["to"] + 1:
            findings.refuse(
                f"scoring.bands[{n + 1}]", say("Each band begins where the one before ends.")
            )
    for n, row in enumerate(rows):
        if row["from"] > row["to"]:
            findings.refuse(f"scoring.bands[{n}]", say("A band ends before it begins."))
    return [
        {name: row[name] for name in ("from", "to", "word")}
        | {"plain": row.get("plain") or row["word"]}
        for row in rows
    ]


def _critical(
    rows: Sequence[Mapping[str, Any]], form: Form, findings: Findings
) -> list[dict[str, Any]]:
    """Bind what was written; add what must be looked at wherever it stands."""
    asked = questions(form)
    found = []
    for n, row in enumerate(rows):
        item = asked.get(row["link_id"])
        path = f"scoring.critical[{n}]"
        if item is None:
            findings.refuse(path, say("There is no question “{row}”.", row=row["link_id"]))
        elif one := critical_item(item, path, findings, kind=row["kind"], at_least=row["at_least"]):
            found.append(one)
    named = {row["link_id"] for row in rows}
    for item in asked.values():
        kinds = [CRITICAL_CODES[code] for code in loinc_codes(item) if code in CRITICAL_CODES]
        if kinds and item["link_id"] not in named:
            one = critical_item(item, item["link_id"], findings, kind=kinds[0])
            found += [one] if one else []
    refuse_in_rows(form, [one["link_id"] for one in found], findings)
    return found


def critical_item(
    item: Item, path: str, findings: Findings, *, kind: str, at_least: int = 1
) -> dict[str, Any] | None:
    """Return an item that somebody must look at; note when its answers weigh nothing known."""
    weights = weights_of(item)
    if weights is None and item["type"] in CHOICES:
        yes = [one["key"] for one in item["options"] if meaning(one)]
        no = [one["key"] for one in item["options"] if meaning(one) is False]
        weights = {**dict.fromkeys(yes, 1), **dict.fromkeys(no, 0)}
        weights = weights if yes and len(weights) == len(item["options"]) else None
    if weights is None:
        findings.refuse(
            path, say("Somebody must look at the answers to “{item}”, and what they weigh is not "
"known.", item=item['link_id'])
        )  # fmt: skip
        return None
    if item["initial"] is not None:
        findings.refuse(
            path, say("“{item}” begins with an answer that nobody gave.", item=item["link_id"])
        )
    highest = max(weights.values()) if weights else item["max"]
    if at_least > highest:
        findings.refuse(
            path,
            say(
                "No answer to “{item}” weighs {at_least}.", item=item["link_id"], at_least=at_least
            ),
        )
    return {
        "link_id": item["link_id"], "weights": weights, "at_least": at_least, "most": highest,
        "kind": kind,
    }  # fmt: skip


def refuse_in_rows(form: Form, link_ids: Sequence[str], findings: Findings) -> None:
    """Note items to be summed or looked at that can be answered several times."""
    for item, above in walk_with_parents(form["items"]):
        if item["link_id"] in link_ids and any(is_repeating_group(one) for one in above):
            findings.refuse(
                item["link_id"], say("An item that can be answered several times cannot be scored.")
            )


def all_items(form: Form) -> list[Item]:
    """Return every item of a form, hidden ones and totals included."""
    return list(walk(form["items"]))
