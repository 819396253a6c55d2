"""Take in answers: drafts as they grow, whole responses once. Scored here and nowhere else."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from questionnaires.models import Questionnaire, Response, Schedule
from questionnaires.rules import answers as answer_rules
from questionnaires.services import reckoning

SUBJECT = "questionnaires_response"
CLOCKS_DIFFER_BY = timedelta(minutes=5)  # as for check-ins
LONGEST_OFFLINE = timedelta(days=30)


class AnswersInvalid(Refused):
    """An answer does not fit its question, or one is missing that must be there."""

    status = 400
    code = "invalid"


class NotAsked(Refused):
    """No such version, or nobody ever asked this client for it."""

    status = 400
    code = "invalid"


class SubmissionConflict(Refused):
    """The device sent something else under an id that it had used."""

    code = "submission_conflict"
    sentence = say("Other answers were already received under this submission id.")


@dataclass(frozen=True)
class Submission:
    """What one device holds of one filling-in. The id stays the same from first to last answer."""

    id: UUID
    questionnaire_id: UUID
    timezone: str
    recorded_at: datetime
    answers: Mapping[str, Any]


@dataclass(frozen=True)
class Receipt:
    """The stored response, whether this sending made it, and which answers were left out."""

    response: Response
    is_new: bool
    left_out: tuple[str, ...] = ()


def save_draft(*, client_id: UUID, submission: Submission, actor: Actor, at: datetime) -> Receipt:
    """Keep what was answered so far; what somebody must look at is told at once.

    An answer that does not fit its question is left out and named: it must not keep back another
    that somebody has to look at. Older answers than those that are kept change nothing, and neither
    does a draft of what was handed in; what is critical in them counts. Raises NotAsked,
    SubmissionConflict.
    """
    row = _asked(client_id, submission)
    checked = answer_rules.check(row.form, submission.answers, whole=False)
    lock(f"questionnaires:{client_id}")
    found = _earlier(client_id, submission)
    response = found or _new(client_id, submission, at=at)
    if found is None or (
        found.completed_at is None and submission.recorded_at >= found.recorded_at
    ):
        _write(response, submission, checked.kept, at=at)
        _record(actor, "create" if found is None else "save", response, at=at)
    reckoning.keep_critical(
        response=response, row=row, answers=checked.kept, moment=_moment(submission, at), at=at
    )
    return Receipt(response, found is None, (*checked.left_out, *checked.wrong))


def hand_in(*, client_id: UUID, submission: Submission, actor: Actor, at: datetime) -> Receipt:
    """Store a whole response and its score; a replay of the same sending returns the stored row.

    Raises NotAsked, AnswersInvalid (also for required answers that are missing), and
    SubmissionConflict. Answers to questions that are not asked are left out and named.
    """
    row = _asked(client_id, submission)
    checked = _checked(row, submission)
    lock(f"questionnaires:{client_id}")
    found = _earlier(client_id, submission)
    if found is not None and found.completed_at is not None:
        if json.loads(found.answers) != checked.kept:
            raise SubmissionConflict
        return Receipt(found, False, tuple(checked.left_out))
    response = found or _new(client_id, submission, at=at)
    _write(response, submission, checked.kept, at=at, completed_at=at)
    _record(actor, "complete", response, at=at)
    moment = _moment(submission, at)
    reckoning.keep_critical(response=response, row=row, answers=checked.kept, moment=moment, at=at)
    reckoning.keep_score(response=response, row=row, answers=checked.kept, at=at)
    return Receipt(response, True, tuple(checked.left_out))


def believed_day(*, recorded_at: datetime, at: datetime, timezone: str) -> date:
    """Return the client's day of an answer; where the clock cannot be right, that of receipt."""
    plausible = at - LONGEST_OFFLINE <= recorded_at <= at + CLOCKS_DIFFER_BY
    return clock.local_day(recorded_at if plausible else at, timezone)


def _asked(client_id: UUID, submission: Submission) -> Questionnaire:
    """Return the version; that its asking ended meanwhile is no fault of the phone's."""
    rows = Questionnaire.objects.filter(pk=submission.questionnaire_id, activated_at__isnull=False)
    row = rows.defer("source").first()
    if row is None or not Schedule.objects.filter(client_id=client_id, key=row.key).exists():
        sentence = say("You were not asked this questionnaire.")
        raise NotAsked(sentence, fields={"questionnaire": [sentence]})
    return row


def _checked(row: Questionnaire, submission: Submission) -> answer_rules.Check:
    checked = answer_rules.check(row.form, submission.answers, whole=True)
    if checked.wrong:
        raise AnswersInvalid(
            next(iter(checked.wrong.values())),
            fields={f"answers.{name}": [sentence] for name, sentence in checked.wrong.items()},
        )
    return checked


def _earlier(client_id: UUID, submission: Submission) -> Response | None:
    found = Response.objects.filter(client_id=client_id, submission_id=submission.id).first()
    if found is not None and found.questionnaire_id != submission.questionnaire_id:
        raise SubmissionConflict
    return found


def _new(client_id: UUID, submission: Submission, *, at: datetime) -> Response:
    return Response(
        client_id=client_id,
        questionnaire_id=submission.questionnaire_id,
        submission_id=submission.id,
        received_at=at,
    )


def _write(
    response: Response,
    submission: Submission,
    kept: Mapping[str, Any],
    *,
    at: datetime,
    completed_at: datetime | None = None,
) -> None:
    changes: dict[str, Any] = {
        "answered_on": believed_day(
            recorded_at=submission.recorded_at, at=at, timezone=submission.timezone
        ),
        "timezone": submission.timezone,
        "recorded_at": submission.recorded_at,
        "received_at": at,
        "completed_at": completed_at,
        "answers": json.dumps(kept, sort_keys=True, ensure_ascii=False),
    }
    for name, value in changes.items():
        setattr(response, name, value)
    if response._state.adding:
        response.save(force_insert=True)
    else:
        # Never over a response that was handed in meanwhile.
        Response.objects.filter(pk=response.pk, completed_at=None).update(**changes)


def _moment(submission: Submission, at: datetime) -> reckoning.Moment:
    day = believed_day(recorded_at=submission.recorded_at, at=at, timezone=submission.timezone)
    return reckoning.Moment(on=day, recorded_at=submission.recorded_at)


def _record(actor: Actor, action: str, response: Response, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject=SUBJECT, subject_id=response.pk,
        clients=[response.client_id], at=at,
    )  # fmt: skip
