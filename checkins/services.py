"""Take in a check-in or an amendment, once, with its audit entry and its news."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from checkins import events, rules
from checkins.models import CheckIn
from core import audit, clock, outbox
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from program.models import Enrolment


class DayNotOpen(Refused):
    """The day is more than two days back, or has not begun for the client."""

    status = 400
    code = "invalid"


class SubmissionConflict(Refused):
    """The device sent other answers under an id that it had used."""

    code = "submission_conflict"
    sentence = "Other answers were already received under this submission id."


class AlreadyCheckedIn(Refused):
    """There is a check-in for that day; it can be amended."""

    code = "already_checked_in"
    sentence = "You already checked in for this day. You can change those answers."


class NewerVersion(Refused):
    """The answers to be amended were themselves amended meanwhile."""

    code = "newer_version"
    sentence = "These answers were changed somewhere else. Please look at the newer ones first."


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
    _refuse_closed_day(submission, at=at)
    earlier = _earlier(enrolment.client_id, submission)
    if replayed := _replay(earlier, submission):
        return Receipt(replayed, is_new=False)
    if earlier:
        raise AlreadyCheckedIn(**_way_to_amend(earlier[-1]))
    return _store(enrolment.client_id, submission, version=1, actor=actor, at=at)


def correct_checkin(
    *, check_in: CheckIn, submission: Submission, actor: Actor, at: datetime
) -> Receipt:
    """Store an amendment as a new version of its day; the old one stays.

    Raises DayNotOpen, SubmissionConflict, NewerVersion.
    """
    _refuse_closed_day(submission, at=at)
    if submission.on != check_in.on:
        sentence = "An amendment is for the same day as the answers it changes."
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    earlier = _earlier(check_in.client_id, submission)
    if replayed := _replay(earlier, submission):
        return Receipt(replayed, is_new=False)
    if earlier[-1].pk != check_in.pk:
        raise NewerVersion(**_way_to_amend(earlier[-1]))
    version = check_in.version + 1
    return _store(check_in.client_id, submission, version=version, actor=actor, at=at)


def _refuse_closed_day(submission: Submission, *, at: datetime) -> None:
    window = rules.open_days(
        recorded_at=submission.recorded_at, at=at, zone=clock.zone(submission.timezone)
    )
    if submission.on > window.last:
        sentence = "This day has not begun yet where you are."
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    if submission.on < window.first:
        sentence = "You can check in for today, yesterday and the day before."
        raise DayNotOpen(sentence, fields={"on": [sentence]})


def _earlier(client_id: UUID, submission: Submission) -> list[CheckIn]:
    # One sending at a time for each client: the others then find what the first stored.
    lock(f"checkins:{client_id}")
    same = Q(submission_id=submission.id) | Q(on=submission.on)
    return list(CheckIn.objects.filter(same, client_id=client_id).order_by("on", "version"))


def _replay(earlier: list[CheckIn], submission: Submission) -> CheckIn | None:
    for row in earlier:
        if row.submission_id != submission.id:
            continue
        if row.on == submission.on and answers_of(row) == submission.answers:
            return row
        raise SubmissionConflict
    return None


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
    row.save(force_insert=True)
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
