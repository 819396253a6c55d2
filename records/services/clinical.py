"""Papers of the care team's work: the page for the next talk, and a plan as it was signed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import translation

from accounts.models import User
from alerts import selectors as alert_selectors
from core import clock
from core.words import reread
from plans.models import Signature
from plans.selectors import Reading
from program.selectors import program_of
from records.services import paper
from records.services.corrections import print_statements
from records.services.words import Words


@dataclass(frozen=True)
class Sheet:
    """For whom a paper is made, in which language, and when."""

    client: User
    language: str
    at: datetime

    def begin(self) -> tuple[paper.Paper, Words]:
        """Return an empty paper and the words for it."""
        program = program_of(person_id=self.client.pk)
        page = paper.Paper(
            made_at=self.at, language=self.language, timezone=self.client.timezone,
            program=program.name if program else "",
        )  # fmt: skip
        return page, Words(self.language, self.client.timezone)


def prep_paper(*, sheet: Sheet, prep: Mapping[str, Any]) -> bytes:
    """Return the page for the next talk as a PDF, with the client's statements."""
    page, say = sheet.begin()
    page.heading(sheet.client.name, level=1)
    page.line(say.phrase("days").format(first=say.day(prep["first"]), last=say.day(prep["last"])))
    for title, lines in _sections(prep, say):
        found = list(lines)
        if found:
            page.heading(say.phrase(title))
            page.points(found)
    print_statements(page, say, sheet.client)
    return page.made()


def _sections(prep: Mapping[str, Any], say: Words) -> Iterable[tuple[str, Iterable[str]]]:
    return (
        ("prep_safety", _safety(prep["safety_plan"], say)),
        ("prep_alerts", (_alert(one, say) for one in prep["alerts"])),
        ("prep_check_ins", _check_ins(prep["check_ins"], say)),
        ("prep_urges", _urges(prep, say)),
        ("prep_practices", _practices(prep, say)),
        ("prep_forms", (_form(one, say) for one in prep["questionnaires"])),
        ("prep_sessions", _sessions(prep["attendance"], say)),
        ("prep_medication", _medication(prep["medication"], say)),
        ("prep_goals", _goals(prep["goals"], say)),
    )


def _check_ins(found: Mapping[str, Any], say: Words) -> Iterable[str]:
    yield say.phrase("answered").format(**found)
    for one in found["measures"]:
        got = one["compared"]
        if got.mean is not None:
            line = f"{say.field(one['key'])}: {got.mean:.1f} ({got.low:g}–{got.high:g})"
            before = "" if got.before is None else say.phrase("was").format(before=got.before)
            yield f"{line} {before}".strip()
    for one in found["not_safe"]:
        yield f"{say.day(one['on'])}: {say.value(one['answer'])}"
    if found["used_on"]:
        yield f"{say.field('used')}: {', '.join(say.day(on) for on in found['used_on'])}"


def _urges(prep: Mapping[str, Any], say: Words) -> Iterable[str]:
    found = prep["urges"]
    if found["count"]:
        yield say.phrase("urges").format(**found)
    for one in prep["lapses"]:
        yield f"{say.phrase('returned')}: {say.day(one.on)}"


def _practices(prep: Mapping[str, Any], say: Words) -> Iterable[str]:
    for one in prep["practices"]["skills"]:
        yield f"{one['title']}: {one['count']}"
    for one in prep["assignments"]:
        due = f", {say.day(one['due_on'])}" if one["due_on"] else ""
        yield f"{one['title']}: {say.value(one['state'])}{due}"


def _form(one: Mapping[str, Any], say: Words) -> str:
    before = "" if one["before"] is None else say.phrase("was").format(before=one["before"])
    band = _reread("band", one["band"], say)
    return f"{one['title']}: {one['total']:g} {band} {before} ({say.day(one['on'])})"


def _sessions(found: Mapping[str, Any], say: Words) -> Iterable[str]:
    if found["expected"]:
        yield say.phrase("came").format(**found)


def _medication(found: Mapping[str, Any], say: Words) -> Iterable[str]:
    if found["answered"]:
        yield say.phrase("taken").format(**found)
    for one in found["medications"]:
        due = one["refill_on"] if one["refill_soon"] else None
        yield f"{one['name']} ({say.field('refill_on')}: {say.day(due)})" if due else one["name"]


def _goals(found: Mapping[str, Any], say: Words) -> Iterable[str]:
    for one in found["open"]:
        yield f"{one['title']}: {one['steps_done']}/{one['steps']}"


def _alert(row: Any, say: Words) -> str:
    sentences = " ".join(
        _reread("reason", reason["sentence"], say) for reason in row.assessment.reasons
    )
    on = say.day(clock.local_day(row.raised_at, say.timezone))
    state = say.value(alert_selectors.state_of(row))
    return f"{on}: {say.value(str(row.tier))}, {state}. {sentences}"


def _reread(context: str, stored: str, say: Words) -> str:
    with translation.override(say.language):
        return reread(context, stored)


def _safety(found: Mapping[str, Any] | None, say: Words) -> Iterable[str]:
    if found is None:
        yield say.phrase("no_safety_plan")
        return
    yield f"{say.day(found['written_on'])} ({say.field('version')} {found['version']})"
    if found["review_due"]:
        yield f"{say.field('review_on')}: {say.day(found['review_on'])}"


def plan_paper(*, sheet: Sheet, reading: Reading) -> bytes:
    """Return one version of a plan as a PDF, with who signed it and the client's statements."""
    page, say = sheet.begin()
    plan = reading.plan
    page.heading(say.phrase(f"plan_{plan.kind}"), level=1)
    page.line(sheet.client.name)
    written = say.day(clock.local_day(plan.written_at, say.timezone))
    page.small(f"{say.field('version')} {plan.version} · {written}")
    page.small(f"{say.field('review_on')}: {say.day(plan.review_on)}")
    steps = dict(reading.steps)
    if reading.safer is not None and reading.safer.actions:
        steps["safer"] = reading.safer.actions
    for name, content in steps.items():
        lines = list(_step_lines(content))
        if lines:
            page.heading(say.step(name))
            page.points(lines)
    page.heading(say.phrase("signatures"))
    for signed in (reading.by_client, reading.by_clinician):
        page.line(_signed(signed, say))
    page.line(say.phrase("in_danger"))
    print_statements(page, say, sheet.client)
    return page.made()


def _step_lines(content: Any) -> Iterable[str]:
    if isinstance(content, Mapping):  # early signs: lists under names
        for one in content.values():
            yield from _step_lines(one)
    elif isinstance(content, list):
        for one in content:
            yield one if isinstance(one, str) else ", ".join(filter(None, map(str, one.values())))
    elif content:
        yield str(content)


def _signed(signed: Signature | None, say: Words) -> str:
    if signed is None:
        return say.phrase("not_signed")
    day = say.day(clock.local_day(signed.signed_at, say.timezone))
    return say.phrase("signed").format(name=signed.signed_by.name, day=day)
