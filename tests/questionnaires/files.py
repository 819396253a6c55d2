"""Small FHIR questionnaires with wording of our own, in the shape that real files have."""

import copy
import json
from typing import Any

from questionnaires.rules.instruments import READY

LOINC = "http://loinc.org"
EXTENSION = "http://hl7.org/fhir/StructureDefinition/"
ORDINAL = EXTENSION + "ordinalValue"
PHQ_ANSWERS = ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")


def option(code: str, weight: float | None = None, system: str = LOINC) -> dict[str, Any]:
    """Return one choice."""
    coding = {"code": code, "display": f"Answer {code}"} | ({"system": system} if system else {})
    found: dict[str, Any] = {"valueCoding": coding}
    if weight is not None:
        found["extension"] = [{"url": ORDINAL, "valueDecimal": weight}]
    return found


def choice(link_id: str, codes=PHQ_ANSWERS, *, code: str = "", **other: Any) -> dict[str, Any]:
    """Return a question whose answers weigh 0, 1, 2 and so on."""
    item: dict[str, Any] = {
        "linkId": link_id,
        "type": "choice",
        "text": f"Question {link_id}",
        "answerOption": [option(one, weight) for weight, one in enumerate(codes)],
        **other,
    }
    if code:
        item["code"] = [{"system": LOINC, "code": code}]
    return item


def number(link_id: str, highest: int) -> dict[str, Any]:
    """Return a question whose answer is a whole number from nought to the highest."""
    ends = [
        {"url": f"http://hl7.org/fhir/StructureDefinition/{name}", "valueInteger": value}
        for name, value in (("minValue", 0), ("maxValue", highest))
    ]
    return {"linkId": link_id, "type": "integer", "text": "How many?", "extension": ends}


def whole(*items: dict[str, Any], **other: Any) -> dict[str, Any]:
    """Return a questionnaire of these items."""
    return {
        "resourceType": "Questionnaire",
        "url": "http://example.org/q/small",
        "version": "1",
        "title": "A small one",
        "status": "active",
        "item": list(items),
        **other,
    }


def instrument(key: str, **other: Any) -> dict[str, Any]:
    """Return a file of a ready instrument: its codes and weights, and no words of its own."""
    ready = READY[key]
    codes = ready.items or ("",) * ready.count
    answers = (
        PHQ_ANSWERS if key in ("phq-9", "gad-7") else [f"A{n}" for n in range(ready.highest + 1)]
    )
    if ready.highest == 1:
        answers = ["LA32-8", "LA33-6"]
    items = [
        choice(f"/{code or number}", answers, code=code, required=True)
        for number, code in enumerate(codes, start=1)
    ]
    items += [
        {
            "linkId": f"/{code}", "type": "decimal", "text": "Total",
            "code": [{"system": LOINC, "code": code}],
        }
        for code in ready.totals
    ]  # fmt: skip
    items += [choice(f"/{code}", ["F0", "F1", "F2"], code=code) for code in ready.beside[:1]]
    told = {
        "url": f"http://example.org/q/{key}",
        "title": f"Our {ready.name}",
        "copyright": "Whoever is to be named",
    }
    if ready.panel:
        told["code"] = [{"system": LOINC, "code": ready.panel}]
    return whole(*items, **told | other)


def phq_9(**other: Any) -> dict[str, Any]:
    """Return a PHQ-9; item 9 need not be answered, as in the official file."""
    found = instrument("phq-9", **other)
    found["item"][8]["required"] = False
    return found


def changed(resource: dict[str, Any], *path: Any, to: Any) -> dict[str, Any]:
    """Return a copy with one place changed; `to=None` takes it out."""
    found = copy.deepcopy(resource)
    *above, last = path
    place: Any = found
    for part in above:
        place = place[part]
    if to is None:
        del place[last]
    else:
        place[last] = to
    return found


def text(resource: Any) -> str:
    """Return the text of a file."""
    return json.dumps(resource)


def answers_to(resource: dict[str, Any], *places: int) -> dict[str, str]:
    """Return answers by link id: the nth choice of each question, in order."""
    return {
        item["linkId"]: item["answerOption"][place]["valueCoding"]["code"]
        for item, place in zip(resource["item"], places, strict=False)
    }
