"""The log of complaints: taken in from whoever has one, answered, never taken out."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from records.models import Complaint, ReachedUs
from records.services import telling
from records.services.refusals import AnsweredBefore, DayNotOpen, TooManyOpen, WordsMissing

MOST_A_DAY = 20
PATH = "/me/record"


@dataclass(frozen=True)
class Grievance:
    """What somebody complains of, and how and when it reached the program."""

    words: str
    received_how: str = ReachedUs.APP
    received_on: date | None = None  # today, where it is written down


def complain(
    *, person: User | None, by: User, grievance: Grievance, actor: Actor, at: datetime
) -> Complaint:
    """Take in a complaint of a person, or of somebody who gave no name, written down by `by`.

    The answer to it says that they may complain to the Secretary of Health and Human Services too.
    Raises DayNotOpen for a day to come, and TooManyOpen beyond twenty a day from one hand.
    """
    today = clock.local_day(at, by.timezone)
    received_on = grievance.received_on or today
    if received_on > today:
        raise DayNotOpen(fields={"received_on": [DayNotOpen.sentence]})
    mine = Complaint.objects.filter(recorded_by=by, received_on=today)
    if mine.count() >= MOST_A_DAY:
        raise TooManyOpen
    row = Complaint(
        person=person, recorded_by=by, received_on=received_on, words=grievance.words,
        received_how=grievance.received_how, written_at=at, told_of_hhs_at=at,
    )  # fmt: skip
    row.save(force_insert=True)
    _record(actor, "complain", row, at=at)
    return row


def answer_complaint(*, complaint: Complaint, answer: str, actor: Actor, at: datetime) -> Complaint:
    """Answer in words; raise WordsMissing and AnsweredBefore."""
    if not answer.strip():
        raise WordsMissing(fields={"answer": [WordsMissing.sentence]})
    won = Complaint.objects.filter(pk=complaint.pk, answered_at=None).update(
        answer=answer.strip(), answered_at=at, answered_by_id=actor.id
    )
    if not won:
        raise AnsweredBefore
    complaint.refresh_from_db()
    _record(actor, "answer_complaint", complaint, at=at)
    if complaint.person is not None:
        telling.tell_client(complaint.person, what=f"complaint:{complaint.pk}", path=PATH, at=at)
    return complaint


def _record(actor: Actor, action: str, row: Complaint, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="records_complaint", subject_id=row.pk,
        clients=[row.person_id] if row.person_id else [], at=at,
    )  # fmt: skip
