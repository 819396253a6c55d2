"""Requests for access to the record: recorded, extended once, answered (45 CFR 164.524)."""

from dataclasses import dataclass
from datetime import date, datetime

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.identity import System, acting_as
from program.selectors import program_day
from records.models import AccessOutcome, AccessRequest, PaperOrNot, ReachedUs
from records.rules.deadlines import due_on
from records.services import telling
from records.services.refusals import (
    AnsweredBefore,
    DayNotOpen,
    ExtendedBefore,
    TooManyOpen,
    WordsMissing,
)

MOST_OPEN = 20
PATH, STAFF_PATH = "/me/record", "/records"


@dataclass(frozen=True)
class Asking:
    """What is wanted, in which form, and how and when the program heard of it."""

    wants: str
    form: str = PaperOrNot.ELECTRONIC
    received_how: str = ReachedUs.APP
    received_on: date | None = None  # the client's own today


def ask_for_access(*, client: User, asking: Asking, actor: Actor, at: datetime) -> AccessRequest:
    """Record a request; thirty days for the answer begin on the day when it was received.

    Raises DayNotOpen for a day to come, and TooManyOpen beyond twenty that wait.
    """
    today = clock.local_day(at, client.timezone)
    received_on = asking.received_on or today
    if received_on > today:
        raise DayNotOpen(fields={"received_on": [DayNotOpen.sentence]})
    if AccessRequest.objects.filter(client=client, answered_at=None).count() >= MOST_OPEN:
        raise TooManyOpen
    row = AccessRequest(
        client=client, received_on=received_on, received_how=asking.received_how,
        wants=asking.wants, form=asking.form, asked_at=at, due_on=due_on(received_on),
        recorded_by_id=None if asking.received_how == ReachedUs.APP else actor.id,
    )  # fmt: skip
    row.save(force_insert=True)
    _record(actor, "ask_for_access", row, at=at)
    return row


def extend_access(
    *, asked: AccessRequest, reason: str, actor: Actor, at: datetime
) -> AccessRequest:
    """Take thirty more days, once, for a reason that the client is told in writing.

    Raises WordsMissing, ExtendedBefore and AnsweredBefore.
    """
    _refuse_silence(reason, "reason")
    if asked.extended_at is not None:
        raise ExtendedBefore
    won = AccessRequest.objects.filter(pk=asked.pk, answered_at=None, extended_at=None).update(
        extended_at=at, extended_by_id=actor.id, extension_reason=reason.strip(),
        due_on=due_on(asked.received_on, extended=True), warned_at=None,
    )  # fmt: skip
    return _changed(asked, won, "extend_access", actor=actor, at=at)


def answer_access(
    *, asked: AccessRequest, outcome: str, answer: str, actor: Actor, at: datetime
) -> AccessRequest:
    """Say what became of a request; what is denied, in part or in whole, needs a reason.

    Raises WordsMissing and AnsweredBefore.
    """
    if outcome != AccessOutcome.GIVEN:
        _refuse_silence(answer, "answer")
    won = AccessRequest.objects.filter(pk=asked.pk, answered_at=None).update(
        outcome=outcome, answer=answer.strip(), answered_at=at, answered_by_id=actor.id
    )
    return _changed(asked, won, "answer_access", actor=actor, at=at)


def warn_of_late_requests(*, at: datetime) -> int:
    """Tell administrators once of each request whose day has passed; return of how many."""
    with acting_as(System.RECORDS):
        late = AccessRequest.objects.select_for_update(skip_locked=True).filter(
            answered_at=None, warned_at=None, due_on__lt=program_day(at)
        )
        keys = list(late.values_list("pk", flat=True)[:200])
        for key in keys:
            telling.tell_administrators(what=f"late:{key}:{at:%Y%m%d}", path=STAFF_PATH, at=at)
        AccessRequest.objects.filter(pk__in=keys).update(warned_at=at)
        return len(keys)


def _changed(
    asked: AccessRequest, won: int, action: str, *, actor: Actor, at: datetime
) -> AccessRequest:
    if not won:
        raise AnsweredBefore
    asked.refresh_from_db()
    _record(actor, action, asked, at=at)
    telling.tell_client(asked.client, what=f"{action}:{asked.pk}", path=PATH, at=at)
    return asked


def _refuse_silence(words: str, field: str) -> None:
    if not words.strip():
        raise WordsMissing(fields={field: [WordsMissing.sentence]})


def _record(actor: Actor, action: str, asked: AccessRequest, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="records_accessrequest", subject_id=asked.pk,
        clients=[asked.client_id], at=at,
    )  # fmt: skip
