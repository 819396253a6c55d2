"""What becomes of a plan: drafted, signed, due for review. Pure: the day is passed in."""

from dataclasses import dataclass
from datetime import date, timedelta

REVIEW_AFTER = timedelta(days=90)  # chosen: about the length of a program and its aftercare
REVIEW_WITHIN = timedelta(days=365)  # chosen: a plan that nobody looked at for a year is stale
DRAFT, SIGNED = "draft", "signed"
STATES = (DRAFT, SIGNED)


@dataclass(frozen=True)
class Days:
    """The first and last day that a review may be set for, and the one when nobody chose."""

    first: date
    last: date
    usual: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def review_days(*, today: date) -> Days:
    """Return the days open to the review of a plan written today."""
    return Days(today + timedelta(days=1), today + REVIEW_WITHIN, today + REVIEW_AFTER)


def state(*, client_signed: bool, clinician_signed: bool) -> str:
    """Return signed when both agreed to this very version."""
    return SIGNED if client_signed and clinician_signed else DRAFT


def needs_review(*, clinician_signed: bool, review_on: date, today: date) -> bool:
    """Say whether a clinician has to look: a version they did not sign, or its day has come."""
    return not clinician_signed or today >= review_on
