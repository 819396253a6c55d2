"""QuestionnaireResponse, in and out. What comes in is foreign: checked, and no total believed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from fhir.resources.R4B.questionnaireresponse import QuestionnaireResponse
from pydantic import ValidationError

from core.said import say
from questionnaires.rules import answers as answer_rules
from questionnaires.rules.fhir import path_of
from questionnaires.rules.form import (
    QUESTIONS,
    Form,
    Item,
    is_repeating_group,
    option_of,
    walk,
)
from questionnaires.rules.problems import BadFile, Findings, Problem

STATUSES = ("completed", "amended")
VALUES = {
    "boolean": ("valueBoolean",),
    "integer": ("valueInteger",),
    "decimal": ("valueDecimal", "valueInteger"),
    "string": ("valueString",),
    "text": ("valueString",),
    "date": ("valueDate",),
    "choice": ("valueCoding", "valueString", "valueInteger", "valueDate"),
    "open-choice": ("valueCoding", "valueString", "valueInteger", "valueDate"),
}


@dataclass(frozen=True)
class Envelope:
    """Which questionnaire a response answers, and when it was written."""

    questionnaire: str
    authored: str


@dataclass
class Incoming:
    """Answers in our shape, and the total that the file states, if it does."""

    answers: dict[str, Any] = field(default_factory=dict)
    stated_total: Decimal | None = None


def open_envelope(resource: dict[str, Any]) -> Envelope:
    """Check that this is a whole R4 QuestionnaireResponse; raise BadFile."""
    findings = Findings()
    if resource.get("resourceType") != "QuestionnaireResponse":
        findings.refuse("$.resourceType", say("This is not a QuestionnaireResponse."))
        findings.stop_if_any()
    try:
        QuestionnaireResponse.model_validate(resource)
    except ValidationError as error:
        for one in error.errors(include_url=False, include_input=False):
            findings.refuse(
                path_of(one["loc"]), say("This is not FHIR R4: {fault}.", fault=one["msg"])
            )
    except (ValueError, TypeError, AssertionError, RecursionError):
        findings.refuse("$", say("This is not FHIR R4."))
    findings.stop_if_any()
    _refuse_modifiers(resource, "$", findings)
    if resource.get("status") not in STATUSES:
        findings.refuse(
            "$.status", say("Only responses that are completed or amended are taken in.")
        )
    for name in ("questionnaire", "authored"):
        if not resource.get(name):
            findings.refuse(f"$.{name}", say("This must be there."))
    findings.stop_if_any()
    return Envelope(str(resource["questionnaire"]), str(resource["authored"]))


def read(resource: dict[str, Any], form: Form, totals: list[str]) -> Incoming:
    """Return the answers; raise BadFile for anything that is not an answer to this form."""
    reader = _Reader({item["link_id"]: item for item in walk(form["items"])}, totals)
    reader.found.answers = reader.level(resource.get("item") or [], "$.item")
    reader.findings.stop_if_any()
    checked = answer_rules.check(form, reader.found.answers, whole=True)
    problems = [Problem(f"item “{name}”", text) for name, text in checked.wrong.items()]
    problems += [
        Problem(f"item “{name}”", say("This was answered and, by the other answers, is not asked."))
        for name in checked.left_out
    ]
    if problems:
        raise BadFile(problems)
    reader.found.answers = checked.kept
    return reader.found


def _refuse_modifiers(value: Any, path: str, findings: Findings) -> None:
    if isinstance(value, list):
        for n, inner in enumerate(value):
            _refuse_modifiers(inner, f"{path}[{n}]", findings)
    elif isinstance(value, dict):
        for name, inner in value.items():
            if name in ("modifierExtension", "implicitRules"):
                findings.refuse(f"{path}.{name}", say("This changes what the answers mean."))
            _refuse_modifiers(inner, f"{path}.{name}", findings)


class _Reader:
    def __init__(self, items: Mapping[str, Item], totals: list[str]) -> None:
        self.items, self.totals = items, totals
        self.findings, self.found = Findings(), Incoming()

    def level(self, rows: list[dict[str, Any]], path: str) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        for n, row in enumerate(rows):
            self._one(row, f"{path}[{n}]", answers)
        return answers

    def _one(self, row: dict[str, Any], path: str, answers: dict[str, Any]) -> None:
        link_id = row["linkId"]
        item = self.items.get(link_id)
        if link_id in self.totals:
            self._total(row, path)
        elif item is None:
            self.findings.refuse(
                f"{path}.linkId", say("There is no item “{link_id}” in the form.", link_id=link_id)
            )
        elif is_repeating_group(item):
            rows = answers.setdefault(link_id, [])
            rows.append(self.level(row.get("item") or [], f"{path}.item"))
        elif item["type"] == "group":
            answers |= self.level(row.get("item") or [], f"{path}.item")
        elif item["type"] in QUESTIONS and item["asked"]:
            self._question(item, row, path, answers)
        elif row.get("answer"):
            self.findings.refuse(path, say("“{link_id}” is not asked.", link_id=link_id))

    def _total(self, row: dict[str, Any], path: str) -> None:
        values = [value for one in row.get("answer") or [] for value in one.values()]
        if not values:
            return
        value = values[0].get("value") if isinstance(values[0], dict) else values[0]
        if isinstance(value, bool) or not isinstance(value, int | float) or len(values) > 1:
            self.findings.refuse(path, say("A total must be one number."))
            return
        self.found.stated_total = Decimal(str(value))

    def _question(
        self, item: Item, row: dict[str, Any], path: str, answers: dict[str, Any]
    ) -> None:
        given = row.get("answer") or []
        if item["link_id"] in answers:
            self.findings.refuse(path, say("This item stands there twice."))
            return
        values = []
        for n, one in enumerate(given):
            value = self._value(item, one, f"{path}.answer[{n}]")
            values += [] if value is None else [value]
            answers |= self.level(one.get("item") or [], f"{path}.answer[{n}].item")
        if row.get("item"):
            self.findings.refuse(
                f"{path}.item", say("Items below a question stand within its answer.")
            )
        if len(given) > 1 and not item["repeats"]:
            self.findings.refuse(f"{path}.answer", say("This question has one answer."))
        elif values:
            answers[item["link_id"]] = values if item["repeats"] else values[0]

    def _value(self, item: Item, one: dict[str, Any], path: str) -> Any:
        names = [name for name in one if name.startswith("value")]
        if len(names) != 1 or names[0] not in VALUES[item["type"]]:
            self.findings.refuse(path, say("This answer is not of the type of its question."))
            return None
        value = one[names[0]]
        if item["type"] not in ("choice", "open-choice"):
            return value
        key = _key_of(item, value)
        if key is not None:
            return key
        if item["type"] == "open-choice" and isinstance(value, str):
            return {"text": value}
        if item["type"] == "open-choice" and value.get("display") and not value.get("code"):
            return {"text": value["display"]}
        self.findings.refuse(f"{path}.{names[0]}", say("This answer is none of the choices."))
        return None


def _key_of(item: Item, value: Any) -> str | None:
    coding = value if isinstance(value, dict) else {"code": str(value)}
    code, system = coding.get("code"), coding.get("system", "")
    found = [
        one for one in item["options"]
        if one["code"] == code and (not system or not one["system"] or one["system"] == system)
    ]  # fmt: skip
    return str(found[0]["key"]) if len(found) == 1 else None


@dataclass(frozen=True)
class Outgoing:
    """A stored response, as far as FHIR says it."""

    id: str
    client_id: str
    canonical: str
    authored: datetime
    answers: Mapping[str, Any]
    totals: Mapping[str, Decimal]  # by link id, as reckoned here
    differs: bool = False


def write(form: Form, outgoing: Outgoing) -> dict[str, Any]:
    """Return a QuestionnaireResponse of R4, checked against its shape."""
    resource = {
        "resourceType": "QuestionnaireResponse",
        "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{outgoing.id}"},
        "questionnaire": outgoing.canonical,
        "status": "completed",
        "subject": {"reference": f"Patient/{outgoing.client_id}"},
        "authored": outgoing.authored.isoformat(),
        "item": _items(form["items"], outgoing.answers, outgoing.totals),
    }
    if not resource["item"]:
        del resource["item"]
    QuestionnaireResponse.model_validate(resource)
    return resource


def _items(
    items: list[Item], answers: Mapping[str, Any], totals: Mapping[str, Decimal]
) -> list[dict[str, Any]]:
    found = []
    for item in items:
        found += _item(item, answers, totals)
    return found


def _item(
    item: Item, answers: Mapping[str, Any], totals: Mapping[str, Decimal]
) -> list[dict[str, Any]]:
    link_id = item["link_id"]
    head = {"linkId": link_id} | ({"text": item["text"]} if item["text"] else {})
    if link_id in totals:
        return [{**head, "answer": [{"valueDecimal": float(totals[link_id])}]}]
    if is_repeating_group(item):
        rows = answers.get(link_id) or []
        return [{**head, "item": _items(item["items"], row, totals)} for row in rows if row]
    below = _items(item["items"], answers, totals)
    if item["type"] not in QUESTIONS:
        return [{**head, "item": below}] if below else []
    value = answers.get(link_id)
    if value is None:
        return []
    written = [_value(item, one) for one in (value if isinstance(value, list) else [value])]
    if below:
        written[0] = {**written[0], "item": below}
    return [{**head, "answer": written}]


def _value(item: Item, value: Any) -> dict[str, Any]:
    if item["type"] in ("choice", "open-choice"):
        option = option_of(item, value) if isinstance(value, str) else None
        if option is None:
            return {"valueString": value["text"]}
        return {option["kind"]: _coded(option)}
    name = {"boolean": "valueBoolean", "integer": "valueInteger", "decimal": "valueDecimal"}
    name |= {"date": "valueDate"}
    return {name.get(item["type"], "valueString"): value}


def _coded(option: Item) -> Any:
    if option["kind"] == "valueCoding":
        coding = {"code": option["code"], "display": option["text"]}
        return coding | ({"system": option["system"]} if option["system"] else {})
    return int(option["code"]) if option["kind"] == "valueInteger" else option["code"]
