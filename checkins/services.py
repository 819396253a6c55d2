"""Take in a check-in or an amendment, once, with its audit entry and its news."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from checkins import events, versions
from checkins.models import CheckIn
from checkins.versions import DayNotOpen, NewerVersion
from core import audit, outbox
from core.audit import Actor
from core.errors import Refused
from core.models import insert, together
from program.models import Enrolment


class AlreadyCheckedIn(Refused):
    """There is a check-in for that day; it can be amended."""

    code = "already_checked_in"
    sentence = "You already checked in for this day. You can change those answers."


@dataclass(frozen=True)
class Answers:
    """What a client answered. Scales 0–10, sleep in hours 0–24; None means not answered."""

    mood: int
    craving: int | None = None
    stress: int | None = None
    connection: int | None = None
    confidence: int | None = None
    sleep_hours: Decimal | None = None
    sleep_quality: int | None = None
    used: bool | None = None
    medication: str | None = None
    safety: str | None = None
    goal: str = ""
    note: str = ""


@dataclass(frozen=True)
class Submission:
    """One sending of one day's answers by one device."""

    id: UUID
    on: date
    timezone: str
    recorded_at: datetime
    answers: Answers


@dataclass(frozen=True)
class Receipt:
    """The stored check-in, and whether this sending made it."""

    check_in: CheckIn
    is_new: bool


def submit_checkin(
    *, enrolment: Enrolment, submission: Submission, actor: Actor, at: datetime
) -> Receipt:
    """Store a day's first answers; a replay of the same sending returns the stored row.

    Raises DayNotOpen, SubmissionConflict, AlreadyCheckedIn.
    """
    earlier = _earlier(enrolment.client_id, submission)
    # First, because a sending may be repeated when its day has long closed.
    if replayed := _replay(earlier, submission):
        return Receipt(replayed, is_new=False)
    versions.refuse_closed_day(submission, at=at)
    if earlier:
        raise AlreadyCheckedIn(**_way_to_amend(earlier[-1]))
    return _store(enrolment.client_id, submission, version=1, actor=actor, at=at)


def correct_checkin(
    *, check_in: CheckIn, submission: Submission, actor: Actor, at: datetime
) -> Receipt:
    """Store an amendment as a new version of its day; the old one stays.

    Raises DayNotOpen, SubmissionConflict, NewerVersion.
    """
    if submission.on != check_in.on:
        sentence = "An amendment is for the same day as the answers it changes."
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    earlier = _earlier(check_in.client_id, submission)
    if replayed := _replay(earlier, submission):
        return Receipt(replayed, is_new=False)
    versions.refuse_closed_day(submission, at=at)
    if earlier[-1].pk != check_in.pk:
        raise NewerVersion(**_way_to_amend(earlier[-1]))
    version = check_in.version + 1
    return _store(check_in.client_id, submission, version=version, actor=actor, at=at)


def _earlier(client_id: UUID, submission: Submission) -> list[CheckIn]:
    return versions.earlier(CheckIn, client_id, submission, serialised=f"checkins:{client_id}")


def _replay(earlier: list[CheckIn], submission: Submission) -> CheckIn | None:
    return versions.replayed(
        earlier, submission, is_same=lambda row: answers_of(row) == submission.answers
    )


def answers_of(row: CheckIn) -> Answers:
    """Return what a stored check-in answers."""
    return Answers(**{name: getattr(row, name) for name in Answers.__dataclass_fields__})


def _way_to_amend(row: CheckIn) -> dict[str, Any]:
    return {
        "existing": {"id": str(row.pk), "on": row.on.isoformat(), "version": row.version},
        "amend": {"method": "POST", "href": f"/api/v1/check-ins/{row.pk}/amendments/"},
    }


def _store(
    client_id: UUID, submission: Submission, *, version: int, actor: Actor, at: datetime
) -> Receipt:
    row = CheckIn(
        client_id=client_id,
        submission_id=submission.id,
        on=submission.on,
        version=version,
        timezone=submission.timezone,
        recorded_at=submission.recorded_at,
        received_at=at,
        **asdict(submission.answers),
    )
    with together():
        insert(row)
        audit.record(
            actor=actor,
            action="create" if version == 1 else "amend",
            subject="checkins_checkin",
            subject_id=row.pk,
            clients=[client_id],
            at=at,
        )
        event = events.SUBMITTED if version == 1 else events.CORRECTED
        outbox.publish(event, at=at, check_in_id=row.pk, client_id=client_id)
    return Receipt(row, is_new=True)
