"""What answers lead to: a score, and news of what somebody must look at. Kept, never rewritten."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from core import outbox
from questionnaires import events
from questionnaires.models import CriticalAnswer, Questionnaire, Response, Score
from questionnaires.rules import scoring


@dataclass(frozen=True)
class Moment:
    """When an answer was given: the client's day, and the phone's clock."""

    on: date
    recorded_at: datetime


def keep_critical(
    *,
    response: Response,
    row: Questionnaire,
    answers: Mapping[str, Any],
    moment: Moment,
    at: datetime,
) -> list[CriticalAnswer]:
    """Keep answers that somebody must look at, and tell of each that is graver than told before.

    The same answer again tells nothing again; a milder one takes nothing back. In the caller's
    transaction: where this cannot be stored, neither is the answer.
    """
    known: dict[str, set[int]] = {}
    earlier = CriticalAnswer.objects.filter(response=response)
    for link_id, weight in earlier.values_list("link_id", "weight"):
        known.setdefault(link_id, set()).add(weight)
    fresh = []
    for one in scoring.critical(row.scoring, answers):
        weights = known.get(one.link_id, set())
        if one.weight in weights:
            continue
        kept = _critical(response, one, moment, at=at)
        kept.save(force_insert=True)
        if all(one.weight > weight for weight in weights):
            outbox.publish(
                events.CRITICAL, at=at, critical_answer_id=kept.pk, client_id=response.client_id
            )
        fresh.append(kept)
    return fresh


def _critical(
    response: Response, one: scoring.Critical, moment: Moment, *, at: datetime
) -> CriticalAnswer:
    return CriticalAnswer(
        client_id=response.client_id,
        response=response,
        link_id=one.link_id,
        weight=one.weight,
        most=one.most,
        kind=one.kind,
        on=moment.on,
        recorded_at=moment.recorded_at,
        received_at=at,
    )


def keep_score(
    *,
    response: Response,
    row: Questionnaire,
    answers: Mapping[str, Any],
    at: datetime,
    stated_total: Decimal | None = None,
) -> Score | None:
    """Reckon a whole response and keep what comes out; None where nothing is summed.

    `stated_total` is what a file said: it is compared and never believed.
    """
    if not scoring.is_summed(row.scoring) or row.scoring is None:
        return None
    result = scoring.score(row.scoring, answers)
    kept = Score(
        client_id=response.client_id,
        response=response,
        key=row.key,
        instrument_version=row.version or row.digest[:12],
        scoring_version=row.scoring_version,
        answered_on=response.answered_on,
        total=result.total,
        band=result.band,
        missing=result.missing,
        counts=dict(result.counts),
        stated_total=stated_total,
        differs=scoring.differs(result.total, stated_total),
        computed_at=at,
    )
    kept.save(force_insert=True)
    outbox.publish(events.SCORED, at=at, score_id=kept.pk, client_id=response.client_id)
    return kept
