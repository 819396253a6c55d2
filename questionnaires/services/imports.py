"""Take in a questionnaire from a FHIR file: read, bound to a scoring, stored; or refused whole."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from questionnaires.models import Licence, Questionnaire
from questionnaires.rules import binding, definition, reading, source
from questionnaires.rules.definition import Definition, Wish
from questionnaires.rules.instruments import BY_PANEL, READY, Instrument
from questionnaires.rules.problems import BadFile, Findings, Problem, tidy
from questionnaires.rules.reading import Reading

SUBJECT = "questionnaires_questionnaire"
IMPORTING = "questionnaires:import"


class QuestionnaireInvalid(Refused):
    """The file cannot be honoured; says where and why, and nothing of it was kept."""

    status = 400
    code = "invalid"

    def __init__(self, problems: Sequence[Problem]) -> None:
        fields: dict[str, list[str]] = {}
        for one in problems:
            fields.setdefault(one.path, []).append(one.sentence)
        super().__init__(
            problems[0].sentence,
            fields=fields,
            problems=[{"path": one.path, "sentence": one.sentence} for one in problems],
        )
        self.problems = tuple(problems)


@dataclass(frozen=True)
class ImportWish:
    """A file, and what an administrator says about it. Empty means: as the file says, or by rule.

    `scoring` is the key of a ready definition, a definition of one's own, or None.
    """

    text: str | bytes
    key: str = ""
    licence: str = ""
    attribution: str = ""
    scoring: str | Wish | None = None


@dataclass(frozen=True)
class Reviewed:
    """A questionnaire as it would be stored, and whether a row of the same content is there."""

    row: Questionnaire
    known: Questionnaire | None


def review(wish: ImportWish) -> Reviewed:
    """Return what importing would store, and store nothing; raise QuestionnaireInvalid."""
    try:
        resource = source.read(wish.text)
        totals = wish.scoring.totals if isinstance(wish.scoring, Wish) else ()
        found = reading.read(resource, totals=totals)
        instrument = _instrument(found, wish)
        scoring = _scoring(found, instrument, wish)
    except BadFile as error:
        raise QuestionnaireInvalid(error.problems) from None
    row = _row(resource, found, scoring, wish, instrument)
    return Reviewed(row, _same(row))


def import_questionnaire(
    *, wish: ImportWish, actor: Actor, at: datetime
) -> tuple[Questionnaire, bool]:
    """Store a version, not active yet; say whether it is new. The same file again is the same row.

    Raises QuestionnaireInvalid: for everything that the file holds and cannot be honoured, and for
    other content under an address and version that are known.
    """
    lock(IMPORTING)
    reviewed = review(wish)
    if reviewed.known:
        return reviewed.known, False
    row = reviewed.row
    row.imported_at, row.importer_id = at, actor.id
    row.save(force_insert=True)
    audit.record(actor=actor, action="import", subject=SUBJECT, subject_id=row.pk, at=at)
    return row, True


def _instrument(found: Reading, wish: ImportWish) -> Instrument | None:
    """Return the ready definition to bind: the one named, else the one of the panel's code."""
    by_panel = next((BY_PANEL[code] for code in found.codes if code in BY_PANEL), None)
    if isinstance(wish.scoring, str):
        named = READY.get(wish.scoring)
        if named is None:
            raise _bad(
                "scoring", say("There is no ready scoring “{scoring}”.", scoring=wish.scoring[:60])
            )
        if by_panel and by_panel is not named:
            raise _bad(
                "scoring",
                say("The file says that it is {name}, by its panel code.", name=by_panel.name),
            )
        return named
    if by_panel and isinstance(wish.scoring, Wish):
        raise _bad(
            "scoring",
            say("{name} has its own scoring; it cannot be written anew.", name=by_panel.name),
        )
    return by_panel


def _scoring(found: Reading, instrument: Instrument | None, wish: ImportWish) -> Definition | None:
    findings = Findings()
    if instrument:
        scoring: Definition | None = binding.bind(instrument, found.form, findings)
    elif isinstance(wish.scoring, Wish):
        scoring = definition.write(wish.scoring, found.form, findings)
    else:
        scoring = definition.unscored(found.form, findings)
    binding.refuse_unbound_total(found.form, scoring, findings)
    findings.place(found.paths)
    findings.stop_if_any()
    return scoring


def _row(
    resource: dict[str, Any],
    found: Reading,
    scoring: Definition | None,
    wish: ImportWish,
    instrument: Instrument | None,
) -> Questionnaire:
    licence = wish.licence or (instrument.licence if instrument else "")
    if licence not in Licence.values:
        raise _bad("licence", say("Say under which licence it may be used."))
    attribution = (
        wish.attribution or found.copyright or (instrument.attribution if instrument else "")
    )
    if licence == Licence.FREE_WITH_CONDITIONS and not attribution.strip():
        raise _bad("attribution", say("Say who is to be named; the licence asks for it."))
    key = wish.key or (instrument.key if instrument else "")
    if not key:
        raise _bad(
            "key", say("Give it a short name, like “sleep-week”; all of its versions share it.")
        )
    return Questionnaire(
        key=key,
        language=found.language,
        url=found.url,
        version=found.version,
        digest=digest_of(resource),
        title=found.title,
        panel=instrument.panel if instrument else "",
        form=found.form,
        source=resource,
        left_aside=[{"what": what, "reason": reason} for what, reason in found.left_aside],
        scoring=scoring,
        scoring_version=definition.version_of(scoring) if scoring else "",
        licence=licence,
        attribution=attribution,
    )


def digest_of(resource: dict[str, Any]) -> str:
    """Return the SHA-256 of a file's content, whatever the order and spacing of its members."""
    text = json.dumps(resource, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _same(row: Questionnaire) -> Questionnaire | None:
    """Return the stored row of the same content; raise when the name is taken by another."""
    if row.url:
        named = Questionnaire.objects.filter(url=row.url, version=row.version).first()
        if named is None:
            return None
        if (named.digest, named.key, named.scoring_version) == _content(row):
            return named
        said = say("version “{version}”", version=row.version) if row.version else say("no version")
        what = say("content") if named.digest != row.digest else say("name or scoring")
        raise _bad(
            "$.version",
            say(
                "{url} with {said} was imported with another {what}. Give it a new version.",
                url=row.url,
                said=said,
                what=what,
            ),
        )
    same = Questionnaire.objects.filter(key=row.key, digest=row.digest)
    return same.filter(scoring_version=row.scoring_version).first()


def _content(row: Questionnaire) -> tuple[str, str, str]:
    return row.digest, row.key, row.scoring_version


def _bad(path: str, sentence: str) -> QuestionnaireInvalid:
    return QuestionnaireInvalid([Problem(path, tidy(sentence))])
