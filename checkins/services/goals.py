"""Take in what became of a day's small goal, version by version."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from checkins import selectors, versions
from checkins.models import GoalOutcome
from core.audit import Actor
from core.errors import Refused
from core.said import say
from program.models import Enrolment


class NoGoal(Refused):
    """The day's check-in names no goal."""

    code = "no_goal"
    sentence = say("There is no goal for this day.")


@dataclass(frozen=True)
class OutcomeSubmission:
    """One sending of how one day's goal went by one device: done, partly or not_today."""

    id: UUID
    on: date
    timezone: str
    recorded_at: datetime
    outcome: str


@dataclass(frozen=True)
class OutcomeReceipt:
    """The stored version, and whether this sending made it."""

    row: GoalOutcome
    is_new: bool


def keep_outcome(
    *, enrolment: Enrolment, submission: OutcomeSubmission, actor: Actor, at: datetime
) -> OutcomeReceipt:
    """Store how a day's goal went, as its newest version; a replay returns the row it made.

    Raises DayNotOpen, SubmissionConflict, NoGoal.
    """
    submission = versions.dated(submission, at=at)
    client_id = enrolment.client_id
    rows = versions.earlier(GoalOutcome, client_id, submission, serialised=f"goals:{client_id}")
    if replayed := versions.replayed(
        rows, submission, is_same=lambda row: row.outcome == submission.outcome
    ):
        return OutcomeReceipt(replayed, is_new=False)
    versions.refuse_closed_day(submission, at=at)
    check_in = selectors.newest_of_day(client_id, submission.on)
    if check_in is None or not check_in.goal:
        raise NoGoal
    row = GoalOutcome(
        **versions.envelope(
            submission,
            client_id=client_id,
            version=rows[-1].version + 1 if rows else 1,
            at=at,
        ),
        check_in=check_in,
        outcome=submission.outcome,
    )
    versions.store(row, actor=actor, at=at)
    return OutcomeReceipt(row, is_new=True)
