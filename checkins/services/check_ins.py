"""Take in a check-in, a part of one, or an amendment, once, with its audit entry and its news."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from checkins import events, rules, versions
from checkins.models import FIRST_FORM, CheckIn, PersonalItem
from checkins.services.forms import BASES
from checkins.versions import DayNotOpen, NewerVersion
from core.audit import Actor
from core.errors import Refused
from core.said import say
from core.statements import Filled, Given, Selection
from program.models import Enrolment


class AlreadyCheckedIn(Refused):
    """There is a check-in for that day; it can be amended."""

    code = "already_checked_in"
    sentence = say("You already checked in for this day. You can change those answers.")


class CheckInInvalid(Refused):
    """The answers name a form or an item that is not the client's, or mistake an item's scale."""

    status = 400
    code = "invalid"


@dataclass(frozen=True)
class Answers:
    """What a client answered. Scales 0–10, sleep in hours 0–24; None means not answered.

    `items` maps the id of an item's version to {"level", "value", "acted"}. Without a mood it is a
    part, sent ahead because of its answer about safety.
    """

    mood: int | None = None
    craving: int | None = None
    stress: int | None = None
    connection: int | None = None
    confidence: int | None = None
    sleep_hours: Decimal | None = None
    sleep_quality: int | None = None
    used: bool | None = None
    medication: str | None = None
    safety: str | None = None
    items: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    goal: str = ""
    note: str = ""

    @property
    def is_part(self) -> bool:
        """Whether the form was left before its one required answer."""
        return self.mood is None


@dataclass(frozen=True)
class Submission:
    """One sending of one day's answers by one device, and the form that they answer."""

    id: UUID
    on: date
    timezone: str
    recorded_at: datetime
    answers: Answers
    form_version: str = FIRST_FORM


@dataclass(frozen=True)
class Receipt:
    """The stored check-in, and whether this sending made it."""

    check_in: CheckIn
    is_new: bool


_ITEMS = Selection(lambda: PersonalItem.objects.filter(client_id=Given(1)))


def submit_checkin(
    *, enrolment: Enrolment, submission: Submission, actor: Actor, at: datetime
) -> Receipt:
    """Store a day's first answers; a replay of the same sending returns the stored row.

    A part joins what the day has, and a whole one joins a part, each as the next version.
    Raises DayNotOpen, SubmissionConflict, CheckInInvalid, AlreadyCheckedIn.
    """
    submission = versions.dated(submission, at=at)
    earlier, items = _earlier(enrolment.client_id, submission)
    # First, because a sending may be repeated when its day has long closed.
    if replayed := _replay(earlier, submission):
        return Receipt(replayed, is_new=False)
    versions.refuse_closed_day(submission, at=at)
    _refuse_unknown(submission, items)
    latest = earlier[-1] if earlier else None
    if latest and latest.mood is not None and not submission.answers.is_part:
        raise AlreadyCheckedIn(**_way_to_amend(latest))
    return _store(enrolment.client_id, submission, latest, actor=actor, at=at)


def correct_checkin(
    *, check_in: CheckIn, submission: Submission, actor: Actor, at: datetime
) -> Receipt:
    """Store an amendment as a new version of its day; the old one stays.

    Raises DayNotOpen, SubmissionConflict, CheckInInvalid, NewerVersion.
    """
    submission = versions.dated(submission, at=at)
    if submission.on != check_in.on:
        sentence = say("An amendment is for the same day as the answers it changes.")
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    earlier, items = _earlier(check_in.client_id, submission)
    if replayed := _replay(earlier, submission):
        return Receipt(replayed, is_new=False)
    versions.refuse_closed_day(submission, at=at)
    _refuse_unknown(submission, items)
    if earlier[-1].pk != check_in.pk:
        raise NewerVersion(**_way_to_amend(earlier[-1]))
    return _store(check_in.client_id, submission, check_in, actor=actor, at=at)


def _earlier(client_id: UUID, submission: Submission) -> tuple[list[CheckIn], list[PersonalItem]]:
    """Return the rows of the day, and the client's items where the answers speak of any."""
    speaks_of_items = submission.answers.items or "+" in submission.form_version
    beside: tuple[Filled, ...] = (_ITEMS.of(client_id),) if speaks_of_items else ()
    rows, others = versions.earlier_beside(
        CheckIn, client_id, submission, serialised=f"checkins:{client_id}", beside=beside
    )
    return rows, others[0] if others else []


def _replay(earlier: list[CheckIn], submission: Submission) -> CheckIn | None:
    return versions.replayed(
        earlier,
        submission,
        is_same=lambda row: answers_of(row) == _joined(row, earlier, submission),
    )


def _joined(row: CheckIn, rows: Sequence[CheckIn], submission: Submission) -> Answers:
    """Return what that row would answer if this submission had made it."""
    before = [one for one in rows if one.on == row.on and one.version == row.version - 1]
    if not before and row.version > 1:
        # Its day was ours to say, and the version below it was not asked for: what it holds counts.
        return laid_over(row, submission.answers)
    return laid_over(before[0] if before else None, submission.answers)


def laid_over(base: CheckIn | None, answers: Answers) -> Answers:
    """Return the answers of a new version: where either is a part, nothing is lost of the other."""
    if base is None or not (answers.is_part or base.mood is None):
        return answers
    given = {
        one.name: value
        for one in fields(answers)
        if (value := getattr(answers, one.name)) not in (None, "", {})
    }
    under = {one.name: getattr(base, one.name) for one in fields(answers)}
    return Answers(**{**under, **given, "items": {**base.items, **answers.items}})


def answers_of(row: CheckIn) -> Answers:
    """Return what a stored check-in answers."""
    return Answers(**{name: getattr(row, name) for name in Answers.__dataclass_fields__})


def _refuse_unknown(submission: Submission, items: Sequence[PersonalItem]) -> None:
    base, asked = rules.items_of_form(submission.form_version)
    known = {row.pk.hex[: rules.SHORT] for row in items}
    if base not in BASES or not known.issuperset(asked):
        sentence = say("This form is not one of yours. Please open the check-in again.")
        raise CheckInInvalid(sentence, fields={"form_version": [sentence]})
    forms = [rules.Asked(row.pk, row.kind, row.scale) for row in items]
    if wrong := rules.wrong_answers(submission.answers.items, forms):
        sentences = {name: [sentence] for name, sentence in wrong.items()}
        raise CheckInInvalid(next(iter(wrong.values())), fields=sentences)


def _way_to_amend(row: CheckIn) -> dict[str, Any]:
    return {
        "existing": {"id": str(row.pk), "on": row.on.isoformat(), "version": row.version},
        "amend": {"method": "POST", "href": f"/api/v1/check-ins/{row.pk}/amendments/"},
    }


def _store(
    client_id: UUID, submission: Submission, base: CheckIn | None, *, actor: Actor, at: datetime
) -> Receipt:
    version = base.version + 1 if base else 1
    row = CheckIn(
        **versions.envelope(submission, client_id=client_id, version=version, at=at),
        form_version=submission.form_version,
        **asdict(laid_over(base, submission.answers)),
    )
    news = events.SUBMITTED if version == 1 else events.CORRECTED
    versions.store(row, actor=actor, at=at, news=news, named="check_in_id")
    return Receipt(row, is_new=True)
