"""Take in a practice, once, and let the team read what was written in it, or no longer."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from skills.models import Assignment, Practice, PracticeShare, PracticeText, Skill
from skills.rules import answers as answer_rules

CLOCKS_DIFFER_BY = timedelta(days=1)  # a phone's clock may be wrong, but not by more than this
SUBJECT = "skills_practice"


class UnknownExercise(Refused):
    """No such exercise, version of it, or assignment of it to this client."""

    status = 400
    code = "invalid"


class AnswersInvalid(Refused):
    """An answer does not fit its field, or a time cannot be right."""

    status = 400
    code = "invalid"


class SubmissionConflict(Refused):
    """The device sent another practice under an id that it had used."""

    code = "submission_conflict"
    sentence = say("Other answers were already received under this submission id.")


@dataclass(frozen=True)
class Submission:
    """One sending of one practice by one device. Answers are named "step.field"."""

    id: UUID
    slug: str
    version: str
    started_at: datetime
    finished_at: datetime | None
    before: int | None
    after: int | None
    helpful: bool | None
    answers: Mapping[str, Any]
    need: str = ""
    assignment: UUID | None = None


@dataclass(frozen=True)
class Receipt:
    """The stored practice, and whether this sending made it."""

    practice: Practice
    is_new: bool


def log_practice(*, client_id: UUID, submission: Submission, actor: Actor, at: datetime) -> Receipt:
    """Store a practice; a replay of the same sending returns the stored row.

    Raises UnknownExercise, AnswersInvalid, SubmissionConflict.
    """
    skill = _practised(submission)
    written = _checked(skill, submission, at=at)
    _refuse_foreign(submission, client_id=client_id)
    # One sending at a time for each client: the others then find what the first stored.
    lock(f"practices:{client_id}")
    found = (
        Practice.objects.select_related("text")
        .filter(client_id=client_id, submission_id=submission.id)
        .first()
    )
    row = _row(client_id, skill, submission, at=at)
    if found:
        if _content_of(found, found.text.answers) != _content_of(row, written):
            raise SubmissionConflict
        return Receipt(found, is_new=False)
    row.save(force_insert=True)
    PracticeText(practice=row, client_id=client_id, answers=written).save(force_insert=True)
    _record(actor, "create", row, at=at)
    return Receipt(row, is_new=True)


def share_practice(*, practice: Practice, actor: Actor, at: datetime) -> None:
    """Let the client's care team read what was written; changes nothing when they may already."""
    lock(f"practices:{practice.client_id}")
    if PracticeShare.objects.filter(practice=practice, ended_at=None).exists():
        return
    share = PracticeShare(practice=practice, client_id=practice.client_id, shared_at=at)
    share.save(force_insert=True)
    _record(actor, "share", practice, at=at)


def unshare_practice(*, practice: Practice, actor: Actor, at: datetime) -> None:
    """Hide what was written from the team again; changes nothing when it is hidden already."""
    if PracticeShare.objects.filter(practice=practice, ended_at=None).update(ended_at=at):
        _record(actor, "unshare", practice, at=at)


def _record(actor: Actor, action: str, practice: Practice, *, at: datetime) -> None:
    audit.record(
        actor=actor,
        action=action,
        subject=SUBJECT,
        subject_id=practice.pk,
        clients=[practice.client_id],
        at=at,
    )


def _row(client_id: UUID, skill: Skill, submission: Submission, *, at: datetime) -> Practice:
    return Practice(
        client_id=client_id,
        skill=skill,
        submission_id=submission.id,
        started_at=submission.started_at,
        finished_at=submission.finished_at,
        received_at=at,
        before=submission.before,
        after=submission.after,
        helpful=submission.helpful,
        need=submission.need,
        assignment_id=submission.assignment,
    )


def _practised(submission: Submission) -> Skill:
    versions = {row.version: row for row in Skill.objects.filter(slug=submission.slug)}
    if not versions:
        _refuse(UnknownExercise, {"skill": say("There is no such exercise.")})
    if submission.version not in versions:
        _refuse(
            UnknownExercise, {"skill_version": say("There is no such version of this exercise.")}
        )
    return versions[submission.version]


def _refuse_foreign(submission: Submission, *, client_id: UUID) -> None:
    # A withdrawn or skipped assignment is named by a phone that did not know: that is no fault.
    if submission.assignment is None:
        return
    rows = Assignment.objects.filter(pk=submission.assignment, client_id=client_id)
    slug = rows.values_list("slug", flat=True).first()
    if slug is None:
        _refuse(UnknownExercise, {"assignment": say("There is no such assignment.")})
    if slug != submission.slug:
        _refuse(UnknownExercise, {"assignment": say("This assignment is for another exercise.")})


def _checked(skill: Skill, submission: Submission, *, at: datetime) -> str:
    """Return the answers as they are stored."""
    answers = answer_rules.tidy(submission.answers)
    wrong = answer_rules.wrong(skill.content, answers)
    _refuse(
        AnswersInvalid,
        _wrong_times(submission, at=at)
        | {f"answers.{name}": sentence for name, sentence in wrong.items()},
    )
    return json.dumps(answers, sort_keys=True, ensure_ascii=False)


def _wrong_times(submission: Submission, *, at: datetime) -> dict[str, str]:
    latest = at + CLOCKS_DIFFER_BY
    begun, ended = submission.started_at, submission.finished_at
    wrong: dict[str, str] = {}
    if begun > latest:
        wrong["started_at"] = say("This time has not come yet. Please check your phone's clock.")
    if ended is not None and ended > latest:
        wrong["finished_at"] = say("This time has not come yet. Please check your phone's clock.")
    elif ended is not None and ended < begun:
        wrong["finished_at"] = say("A practice cannot end before it begins.")
    return wrong


def _refuse(refusal: type[Refused], wrong: Mapping[str, str]) -> None:
    if wrong:
        fields = {name: [sentence] for name, sentence in wrong.items()}
        raise refusal(next(iter(wrong.values())), fields=fields)


def _content_of(row: Practice, written: str) -> tuple[object, ...]:
    return (
        row.skill_id, row.started_at, row.finished_at, row.before, row.after, row.helpful,
        row.need, row.assignment_id, written,
    )  # fmt: skip
