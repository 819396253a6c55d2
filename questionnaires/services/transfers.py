"""Exchange with other systems: take in a QuestionnaireResponse for a client, give one out."""

import json
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from questionnaires.models import Origin, Questionnaire, Response
from questionnaires.rules import fhir_response, source
from questionnaires.rules.problems import BadFile, Problem
from questionnaires.services import reckoning
from questionnaires.services.imports import digest_of
from questionnaires.services.responses import SUBJECT

NAMESPACE = UUID("5b7c7c3e-3a0b-4f57-9a1e-2f7f7d1f8c11")
EARLIEST = date(2000, 1, 1)
NOON = 12 * 60


class ResponseInvalid(Refused):
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


def import_response(
    *, client: User, text: str, actor: Actor, at: datetime
) -> tuple[Response, bool]:
    """Take in a FHIR response for a client, once; say whether it is new. Raises ResponseInvalid.

    Its answers are scored here; a total that it states is compared and flagged when it differs.
    What somebody must look at is told as if the client had answered in the app, marked late.
    """
    try:
        resource = source.read(text)
        envelope = fhir_response.open_envelope(resource)
        row = _version(envelope.questionnaire)
        totals = row.scoring["totals"] if row.scoring else []
        incoming = fhir_response.read(resource, row.form, totals)
        recorded_at = _authored(envelope.authored, client.timezone, at)
    except BadFile as error:
        raise ResponseInvalid(error.problems) from None
    lock(f"questionnaires:{client.pk}")
    submission_id = uuid5(NAMESPACE, f"{client.pk}:{digest_of(resource)}")
    known = Response.objects.filter(client=client, submission_id=submission_id).first()
    if known is not None:
        return known, False
    response = _response(client, row, incoming, recorded_at, at=at)
    response.submission_id = submission_id
    response.save(force_insert=True)
    audit.record(
        actor=actor, action="import", subject=SUBJECT, subject_id=response.pk,
        clients=[client.pk], at=at,
    )  # fmt: skip
    _reckon(response, row, incoming, at=at)
    return response, True


def _response(
    client: User,
    row: Questionnaire,
    incoming: fhir_response.Incoming,
    recorded_at: datetime,
    *,
    at: datetime,
) -> Response:
    return Response(
        client=client,
        questionnaire=row,
        origin=Origin.IMPORTED,
        answered_on=clock.local_day(recorded_at, client.timezone),
        timezone=client.timezone,
        recorded_at=recorded_at,
        received_at=at,
        completed_at=at,
        answers=json.dumps(incoming.answers, sort_keys=True, ensure_ascii=False),
    )


def _reckon(
    response: Response, row: Questionnaire, incoming: fhir_response.Incoming, *, at: datetime
) -> None:
    moment = reckoning.Moment(on=response.answered_on, recorded_at=response.recorded_at)
    reckoning.keep_critical(
        response=response, row=row, answers=incoming.answers, moment=moment, at=at
    )
    reckoning.keep_score(
        response=response, row=row, answers=incoming.answers, at=at,
        stated_total=incoming.stated_total,
    )  # fmt: skip


def as_fhir(response: Response) -> dict[str, Any]:
    """Return a whole response as a FHIR R4 QuestionnaireResponse, its total as reckoned here."""
    row = response.questionnaire
    found = [score.total for score in response.scores.all() if score.total is not None]
    names: list[str] = row.scoring["totals"] if row.scoring else []
    totals: dict[str, Decimal] = {name: found[-1] for name in names if found}
    return fhir_response.write(
        row.form,
        fhir_response.Outgoing(
            id=str(response.pk),
            client_id=str(response.client_id),
            canonical=canonical_of(row),
            authored=response.recorded_at,
            answers=json.loads(response.answers),
            totals=totals,
        ),
    )


def canonical_of(row: Questionnaire) -> str:
    """Return the address that names a version: its own, or one made of our id."""
    if not row.url:
        return f"urn:uuid:{row.pk}"
    return f"{row.url}|{row.version}" if row.version else row.url


def _version(canonical: str) -> Questionnaire:
    """Return the version that a response answers: the one named, else the active or newest one."""
    url, _, version = canonical.partition("|")
    rows = Questionnaire.objects.filter(url=url).defer("source").order_by("-imported_at")
    if url.startswith("urn:uuid:"):
        rows = _by_our_id(url.removeprefix("urn:uuid:"))
    if version:
        rows = rows.filter(version=version)
    found = list(rows)
    active = [row for row in found if row.is_active]
    if not found:
        sentence = say(
            "The questionnaire “{canonical}” was not imported here.", canonical=canonical[:200]
        )
        raise BadFile([Problem("$.questionnaire", sentence)])
    return (active or found)[0]


def _by_our_id(text: str) -> Any:
    try:
        return Questionnaire.objects.filter(pk=UUID(text)).defer("source")
    except ValueError:
        return Questionnaire.objects.none()


def _authored(text: str, zone: str, at: datetime) -> datetime:
    """Return when it was written; a day without a time counts as noon of the client's day.

    Today's counts as now while that noon is still to come.
    """
    try:
        moment = datetime.fromisoformat(text)
        if len(text) <= len("2026-11-23") or moment.tzinfo is None:
            day = moment.date()
            moment = clock.at_wall_clock(day, NOON, zone)
            if day == clock.local_day(at, zone):
                moment = min(moment, at)
    except (ValueError, OverflowError):
        raise BadFile([Problem("$.authored", say("This is not a day or a moment."))]) from None
    if moment.date() < EARLIEST or moment > at:
        raise BadFile([Problem("$.authored", say("This time cannot be right."))])
    return moment
