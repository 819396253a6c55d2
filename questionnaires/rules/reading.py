"""From a FHIR R4 Questionnaire to our own form, or to everything that cannot be honoured."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from core.said import say
from questionnaires.rules import conditions, fhir, items
from questionnaires.rules.form import LOINC, Form, questions
from questionnaires.rules.instruments import TOTAL_CODES
from questionnaires.rules.problems import Findings

LANGUAGES = ("en", "es")


@dataclass(frozen=True)
class Reading:
    """What a file holds: its form, its names, and what was left aside with the reason."""

    form: Form
    title: str
    url: str
    version: str
    language: str
    codes: tuple[str, ...]  # LOINC codes of the whole
    copyright: str
    left_aside: tuple[tuple[str, str], ...]
    paths: Mapping[str, str]  # where each link id stands in the file


def read(resource: dict[str, Any], *, totals: Collection[str] = ()) -> Reading:
    """Read a questionnaire; raise BadFile with every problem that was found.

    `totals` are link ids of items that hold a total: they are neither asked nor believed.
    """
    findings = Findings()
    fhir.check_shape(resource, findings)
    findings.stop_if_any()
    reader = items.Reader(
        findings=findings,
        contained=resource.get("contained") or [],
        totals=frozenset(totals),
        total_codes=TOTAL_CODES,
    )
    form: Form = {"items": reader.read_all(resource.get("item") or [], "$.item")}
    fhir.check_extensions(resource, "$", findings, computed=frozenset(reader.total_paths))
    _check_whole(resource, form, findings)
    conditions.check(form, reader.paths, findings)
    findings.stop_if_any()
    return _reading(resource, form, reader)


def _check_whole(resource: dict[str, Any], form: Form, findings: Findings) -> None:
    refused = {
        "$.status": (
            resource.get("status") == "retired",
            say("Its publisher retired this questionnaire."),
        ),
        "$.implicitRules": (
            bool(resource.get("implicitRules")),
            say("Rules that stand somewhere else are not followed."),
        ),
        "$.subjectType": (
            "Patient" not in (resource.get("subjectType") or ["Patient"]),
            say("It is about somebody or something else than a patient."),
        ),
        "$.language": (
            _language(resource) not in LANGUAGES,
            say(
                "Foothold speaks English and Spanish, not “{language}”.",
                language=_language(resource),
            ),
        ),
        "$.title": (
            not (resource.get("title") or resource.get("name")),
            say("It has neither a title nor a name."),
        ),
        "$.item": (not questions(form), say("It asks nothing.")),
    }
    for path, (is_so, sentence) in refused.items():
        if is_so:
            findings.refuse(path, sentence)
    for name, most in (("title", 300), ("url", 500), ("version", 100), ("copyright", 20_000)):
        if len(resource.get(name) or "") > most:
            findings.refuse(f"$.{name}", say("This is longer than {most} characters.", most=most))


def _language(resource: dict[str, Any]) -> str:
    return str(resource.get("language") or "en").partition("-")[0].lower()


def _reading(resource: dict[str, Any], form: Form, reader: items.Reader) -> Reading:
    return Reading(
        form=form,
        title=resource.get("title") or resource["name"],
        url=resource.get("url") or "",
        version=resource.get("version") or "",
        language=_language(resource),
        codes=tuple(_panels(resource)),
        copyright=resource.get("copyright") or "",
        left_aside=tuple(reader.findings.left_aside.items()),
        paths=reader.paths,
    )


def _panels(resource: dict[str, Any]) -> list[str]:
    """Return the codes of the whole, and of the one group that holds everything, if one does."""
    top = resource.get("item") or []
    groups = [one for one in top if one.get("type") == "group"]
    outer = groups[0].get("code") or [] if len(groups) == 1 else []
    return [
        one["code"]
        for one in [*(resource.get("code") or []), *outer]
        if one.get("code") and one.get("system", LOINC) == LOINC
    ]
