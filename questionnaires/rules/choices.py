"""The choices of a question: from the item itself, or from a value set within the same file."""

from typing import Any

from core.said import say
from questionnaires.rules import extensions
from questionnaires.rules.form import Item
from questionnaires.rules.problems import Findings

MOST_OPTIONS = 200
MOST_WEIGHT = 1000

# What answers of LOINC's lists weigh in the instruments that we score, for files without
# weights. Two codes of one weight are no mistake: GAD-7 files use either. Wording never decides.
KNOWN_WEIGHTS = {
    "LA6568-5": 0, "LA6569-3": 1, "LA6570-1": 2, "LA18938-3": 2, "LA6571-9": 3,  # PHQ, GAD
    "LA15694-5": 0, "LA15695-2": 1, "LA18930-0": 2, "LA18931-8": 3, "LA18932-6": 4,  # AUDIT-C 2
    "LA6270-8": 0, "LA18933-4": 1, "LA18876-5": 2, "LA18891-4": 3, "LA18934-2": 4,  # AUDIT-C 3
}  # fmt: skip


def read(item: dict[str, Any], path: str, contained: list[Any], findings: Findings) -> list[Item]:
    """Return the options of one choice item; note what cannot be honoured."""
    written = item.get("answerOption") or []
    address = item.get("answerValueSet")
    if written and address:
        findings.refuse(path, say("Choices stand both in the item and in a value set."))
    if address:
        options = _of_value_set(address, f"{path}.answerValueSet", contained, findings)
    else:
        options = [
            _option(one, f"{path}.answerOption[{place}]", findings)
            for place, one in enumerate(written)
        ]
    found = [one for one in options if one is not None]
    if len(found) > MOST_OPTIONS:
        findings.refuse(
            path, say("There are more than {most_options} choices.", most_options=MOST_OPTIONS)
        )
        return []
    if not found and item.get("type") == "choice" and len(options) == len(found):
        findings.refuse(path, say("There is nothing to choose from."))
    return _keyed(found, path, findings)


def _option(one: dict[str, Any], path: str, findings: Findings) -> Item | None:
    values = [name for name in one if name.startswith("value")]
    if len(values) != 1:
        findings.refuse(path, say("A choice needs exactly one value."))
        return None
    (name,) = values
    value = one[name]
    weight = _weight(path, findings, one, value if isinstance(value, dict) else {})
    exclusive = extensions.find(one, extensions.EXCLUSIVE) is True
    chosen = one.get("initialSelected") is True
    if name == "valueCoding":
        found = _coding(value, f"{path}.{name}", weight, findings)
    elif name in ("valueString", "valueInteger", "valueDate"):
        found = {"text": str(value), "system": "", "code": str(value), "weight": weight}
        if name == "valueInteger" and weight is None:
            found["weight"] = value
    else:
        findings.refuse(
            f"{path}.{name}", say("A choice can be a coding, a text, a number or a day.")
        )
        return None
    return found and {**found, "kind": name, "exclusive": exclusive, "chosen": chosen}


def _coding(
    coding: dict[str, Any], path: str, weight: float | None, findings: Findings
) -> Item | None:
    code, text = coding.get("code"), coding.get("display")
    if not text or not str(text).strip():
        findings.refuse(path, say("This choice has no words (display) to show."))
        return None
    system = coding.get("system", "")
    if weight is None and system in ("", "http://loinc.org"):
        weight = KNOWN_WEIGHTS.get(code or "")
    return {"text": text, "system": system, "code": code or text, "weight": weight}


def _weight(path: str, findings: Findings, *places: dict[str, Any]) -> float | int | None:
    found = [
        extensions.value_of(one)
        for place in places
        for one in extensions.of(place)
        if one.get("url") in extensions.ORDINALS
    ]
    if not found:
        return None
    weight = found[0]
    is_number = isinstance(weight, int | float) and not isinstance(weight, bool)
    if not is_number or abs(weight) > MOST_WEIGHT or any(other != weight for other in found):
        findings.refuse(path, say("What this choice weighs is not one number."))
        return None
    return int(weight) if weight == int(weight) else weight


def _of_value_set(
    address: str, path: str, contained: list[Any], findings: Findings
) -> list[Item | None]:
    found = _named(address, "ValueSet", contained)
    if found is None:
        findings.refuse(
            path,
            say(
                "The value set “{address}” is not in the file, and nothing is fetched.",
                address=address[:150],
            ),
        )
        return []
    place, value_set = found
    if expansion := value_set.get("expansion"):
        within = f"$.contained[{place}].expansion.contains"
        rows = expansion.get("contains") or []
        return [
            _concept(row, row.get("system", ""), f"{within}[{n}]", contained, findings)
            for n, row in enumerate(rows)
        ]
    return _of_compose(value_set.get("compose") or {}, place, contained, findings)


def _of_compose(
    compose: dict[str, Any], place: int, contained: list[Any], findings: Findings
) -> list[Item | None]:
    path = f"$.contained[{place}].compose"
    options: list[Item | None] = []
    if compose.get("exclude"):
        findings.refuse(
            f"{path}.exclude", say("A value set that leaves choices out is not worked out.")
        )
    for n, include in enumerate(compose.get("include") or []):
        within = f"{path}.include[{n}]"
        system = include.get("system", "")
        if include.get("filter") or include.get("valueSet"):
            findings.refuse(
                within, say("These choices stand somewhere else, and nothing is fetched.")
            )
            continue
        concepts, spot = include.get("concept"), f"{within}.concept"
        if not concepts:
            concepts, spot = _whole_system(system, contained, within, findings)
        options += [
            _concept(row, system, f"{spot}[{m}]", contained, findings)
            for m, row in enumerate(concepts)
        ]
    return options


def _whole_system(
    system: str, contained: list[Any], path: str, findings: Findings
) -> tuple[list[Any], str]:
    found = _named(system, "CodeSystem", contained)
    if found is None or found[1].get("content") != "complete" or not found[1].get("concept"):
        findings.refuse(path, say("These choices stand somewhere else, and nothing is fetched."))
        return [], path
    return found[1]["concept"], f"$.contained[{found[0]}].concept"


def _concept(
    row: dict[str, Any], system: str, path: str, contained: list[Any], findings: Findings
) -> Item | None:
    if row.get("contains") or row.get("concept") or row.get("abstract"):
        findings.refuse(path, say("Choices within choices cannot be shown."))
        return None
    if row.get("inactive"):
        return None
    defined = _defined(row.get("code"), system, contained)
    weight = _weight(path, findings, row)
    if weight is None:
        weight = _property_weight(defined, path, findings)
    coding = {"system": system, "code": row.get("code"), "display": row.get("display")}
    coding["display"] = coding["display"] or defined.get("display")
    found = _coding(coding, path, weight, findings)
    return found and {**found, "kind": "valueCoding", "exclusive": False, "chosen": False}


def _property_weight(concept: dict[str, Any], path: str, findings: Findings) -> float | int | None:
    for one in concept.get("property") or []:
        if one.get("code") in ("itemWeight", "ordinalValue"):
            stands_for = {"extension": [{**one, "url": extensions.ORDINALS[0]}]}
            stands_for["extension"][0].pop("code")
            return _weight(path, findings, stands_for)
    return _weight(path, findings, concept)


def _defined(code: Any, system: str, contained: list[Any]) -> dict[str, Any]:
    found = _named(system, "CodeSystem", contained) if system else None
    concepts = (found[1].get("concept") or []) if found else []
    return next((one for one in concepts if one.get("code") == code), {})


def _named(address: str, kind: str, contained: list[Any]) -> tuple[int, dict[str, Any]] | None:
    bare = address.partition("|")[0]
    for place, resource in enumerate(contained):
        if isinstance(resource, dict) and resource.get("resourceType") == kind:
            names = {f"#{resource.get('id')}", resource.get("url")}
            if bare in names:
                return place, resource
    return None


def _keyed(options: list[Item], path: str, findings: Findings) -> list[Item]:
    """Give each option the key that an answer names it by: its code, where that is not taken."""
    seen: set[tuple[str, str]] = set()
    keys: set[str] = set()
    for place, one in enumerate(options):
        if (one["system"], one["code"]) in seen:
            findings.refuse(path, say("The choice “{one}” stands there twice.", one=one["code"]))
        seen.add((one["system"], one["code"]))
        key = one["code"] if len(one["code"]) <= 100 and one["code"] not in keys else ""
        one["key"] = key or f"choice-{place + 1}"
        keys.add(one["key"])
    return options
