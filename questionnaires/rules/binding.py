"""A ready instrument bound to the items of one file, or why the file is not that instrument."""

from core.said import say
from questionnaires.rules import definition
from questionnaires.rules.choices import KNOWN_WEIGHTS
from questionnaires.rules.definition import Definition
from questionnaires.rules.form import Form, Item, loinc_codes, questions
from questionnaires.rules.instruments import BY_TOTAL, Band, Instrument
from questionnaires.rules.problems import Findings


def bind(instrument: Instrument, form: Form, findings: Findings) -> Definition:
    """Return the definition of this file; note, by item, what is not the instrument's."""
    asked = questions(form)
    if instrument.items:
        found = _by_code(instrument, asked, findings)
    else:
        found = _by_number(instrument, asked, findings)
    summed = [
        one
        for number, item in enumerate(found)
        if (one := _bound(instrument, item, number, findings)) is not None
    ]
    definition.refuse_in_rows(form, [one["link_id"] for one in summed], findings)
    highest = instrument.count * instrument.highest * instrument.multiplier
    return {
        "name": instrument.name,
        "instrument": instrument.key,
        "items": summed,
        "multiplier": instrument.multiplier,
        "low": 0,
        "high": highest,
        "bands": _bands(instrument.bands, highest),
        "critical": _critical(instrument, found, findings),
        "allowed_missing": 0,
        "totals": _totals(instrument, form),
        "counts": [
            {
                "name": name, "at_least": at_least, "needed": needed,
                "items": [item["link_id"] for item in found[first - 1 : last]],
            }
            for name, first, last, at_least, needed in instrument.counts
        ],
    }  # fmt: skip


def _by_code(instrument: Instrument, asked: dict[str, Item], findings: Findings) -> list[Item]:
    found = []
    for number, code in enumerate(instrument.items, start=1):
        items = [item for item in asked.values() if code in loinc_codes(item)]
        if len(items) == 1:
            found.append(items[0])
            continue
        how = say("is missing") if not items else say("stands there twice")
        findings.refuse(
            "$.item",
            say(
                "This is not {name}: its question {number}, {code}, {how}. It cannot be scored "
                "as {name}.",
                name=instrument.name,
                number=number,
                code=code,
                how=how,
            ),
        )
    belonging = {*instrument.items, *instrument.totals, *instrument.beside}
    for item in asked.values():
        codes = loinc_codes(item)
        foreign = codes and not codes & belonging
        if foreign or (not codes and _is_weighed(item)):
            findings.refuse(
                item["link_id"],
                say(
                    "This question is not one of {name}'s: {codes}.",
                    name=instrument.name,
                    codes=", ".join(sorted(codes)),
                )
                if codes
                else say(
                    "This question is not one of {name}'s, and its answers are weighed.",
                    name=instrument.name,
                ),
            )
    return found


def _is_weighed(item: Item) -> bool:
    return any(one["weight"] is not None for one in item["options"])


def _by_number(instrument: Instrument, asked: dict[str, Item], findings: Findings) -> list[Item]:
    """Without verified codes of items, the file must hold just as many, in their order."""
    found = [item for item in asked.values() if item["type"] not in ("string", "text")]
    if len(found) != instrument.count:
        findings.refuse(
            "$.item",
            say(
                "{name} has {count} questions to sum; here are {found}.",
                name=instrument.name,
                count=instrument.count,
                found=len(found),
            ),
        )
    return found[: instrument.count]


def _bound(
    instrument: Instrument, item: Item, number: int, findings: Findings
) -> Definition | None:
    place = item["link_id"]
    if item["initial"] is not None:
        findings.refuse(place, say("It begins with an answer that nobody gave."))
    code = instrument.items[number] if number < len(instrument.items) else ""
    turned = bool(loinc_codes(item) & set(instrument.reversed))
    if instrument.highest == 1:
        return _yes_or_no(item, turned, findings)
    weights = definition.weights_of(item)
    if weights is None:
        findings.refuse(place, say("What the answers weigh is not known. {code}", code=code))
        return None
    expected = set(range(instrument.highest + 1))
    given = (
        set(weights.values()) if weights else set(range(_int(item["min"]), _int(item["max"]) + 1))
    )
    if given != expected or (weights and len(weights) != len(expected)):
        findings.refuse(
            place,
            say(
                "The answers of {name} weigh 0 to {highest}, one each.",
                name=instrument.name,
                highest=instrument.highest,
            ),
        )
        return None
    for one in item["options"]:
        if KNOWN_WEIGHTS.get(one["code"], one["weight"]) != one["weight"]:
            findings.refuse(
                place,
                say(
                    "The answer {code} weighs {weight} here, and elsewhere never.",
                    code=one["code"],
                    weight=one["weight"],
                ),
            )
    return definition.bound(item, weights, turned=turned)


def _int(number: float) -> int:
    return int(number)


def _yes_or_no(item: Item, turned: bool, findings: Findings) -> Definition | None:
    """Weigh yes and no by what they mean: some files have turned a reversed item already."""
    place = item["link_id"]
    meant = {one["key"]: definition.meaning(one) for one in item["options"]}
    if item["type"] == "boolean":
        meant = {"true": True, "false": False}
    if sorted(meant.values(), key=str) != [False, True]:
        findings.refuse(
            place, say("Whether an answer means yes or no cannot be told from its code.")
        )
        return None
    weights = {key: int(is_yes is not turned) for key, is_yes in meant.items()}
    said = {one["key"]: one["weight"] for one in item["options"] if one["weight"] is not None}
    plain = {key: int(bool(is_yes)) for key, is_yes in meant.items()}
    if said and said not in (weights, plain):
        findings.refuse(place, say("The answers weigh something else than yes and no do here."))
    return {"link_id": place, "weights": weights, "low": 0, "high": 1, "reversed": turned}


def _bands(bands: tuple[Band, ...], highest: int) -> list[dict[str, object]]:
    ends = [*(band.low - 1 for band in bands[1:]), highest]
    return [
        {"from": band.low, "to": end, "word": band.word, "plain": band.plain}
        for band, end in zip(bands, ends, strict=True)
    ]


def _critical(
    instrument: Instrument, found: list[Item], findings: Findings
) -> list[dict[str, object]]:
    return [
        one
        for item in found
        for code, kind in instrument.critical.items()
        if code in loinc_codes(item)
        and (one := definition.critical_item(item, item["link_id"], findings, kind=kind))
    ]


def _totals(instrument: Instrument, form: Form) -> list[str]:
    return [
        item["link_id"]
        for item in definition.all_items(form)
        if loinc_codes(item) & set(instrument.totals)
    ]


def refuse_unbound_total(form: Form, scoring: Definition | None, findings: Findings) -> None:
    """Note a file that holds a known total while nothing says which question is which.

    Where the instrument has critical questions, a scoring of one's own must name as many.
    """
    for item in definition.all_items(form):
        for code in loinc_codes(item) & BY_TOTAL.keys():
            instrument = BY_TOTAL[code]
            if scoring is None or not scoring["items"]:
                findings.refuse(
                    item["link_id"],
                    say(
                        "This is {name}'s total, and nothing says which questions it sums. "
                        "Give a file with codes, or write a scoring.",
                        name=instrument.name,
                    ),
                )
            elif len(scoring["critical"]) < len(instrument.critical):
                findings.refuse(
                    item["link_id"],
                    say(
                        "This is {name}'s total. Name the question that somebody must look at.",
                        name=instrument.name,
                    ),
                )
