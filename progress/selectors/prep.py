"""What a session is prepared from, besides days and moments: talks, tasks, forms, goals, plans."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from care import selectors as care_selectors
from care.models import Medication
from plans import selectors as plan_selectors
from plans.models import Kind, Party
from program.models import Participant
from progress.selectors.marks import WAS_THERE
from skills import selectors as skill_selectors
from skills.models import Assignment

ONE_TO_ONE = ("individual", "psychiatric", "case_management", "treatment_planning", "discharge")
MOST_ASSIGNMENTS = 50


@dataclass(frozen=True)
class LastTalk:
    """The session that a preparation counts from."""

    id: UUID
    starts_at: datetime
    kind: str
    title: str


@dataclass(frozen=True)
class SafetyPlan:
    """How the newest safety plan stands: its age and whether both signed it. Not its words."""

    version: int
    written_at: datetime
    review_on: date
    signed_by_client: bool
    signed_by_clinician: bool


def last_talk(*, client_id: UUID, before: datetime) -> LastTalk | None:
    """Return the newest talk of two that has ended and was not missed. One statement.

    Where nobody said who came, the client is taken to have been there.
    """
    row = (
        Participant.objects.select_related("session")
        .filter(
            Q(attendance="") | Q(attendance__in=WAS_THERE),
            client_id=client_id,
            session__kind__in=ONE_TO_ONE,
            session__ends_at__lte=before,
            session__cancelled_at=None,
        )
        .order_by("-session__starts_at", "pk")
        .first()
    )
    if row is None:
        return None
    session = row.session
    return LastTalk(session.pk, session.starts_at, session.kind, session.title)


def assignments_since(*, client_id: UUID, since: datetime) -> list[Any]:
    """Return what was asked, done or skipped since then, and what is open still, newest first.

    Fifty at most. One statement.
    """
    rows = skill_selectors.with_state(Assignment.objects.filter(client_id=client_id))
    wanted = Q(closed=0) | Q(done_at__gte=since) | Q(skipped_at__gte=since)
    return list(
        rows.filter(wanted | Q(assigned_at__gte=since)).order_by("-assigned_at", "pk")[
            :MOST_ASSIGNMENTS
        ]
    )


def goals_now(*, client_id: UUID) -> list[Any]:
    """Return open goals with their steps in `living_steps`. Two statements."""
    return [*care_selectors.open_goals(client=client_id)]


def medications_now(*, client_id: UUID, today: date) -> list[Medication]:
    """Return the medications in force. One statement."""
    return care_selectors.active_medications(client=client_id, on=today)


def safety_plan_of(*, client_id: UUID) -> SafetyPlan | None:
    """Return how the newest safety plan stands. Two statements."""
    plan = plan_selectors.latest(plan_selectors.versions(client_id=client_id, kind=Kind.SAFETY))
    if plan is None:
        return None
    parties = set(plan.signatures.values_list("party", flat=True))
    return SafetyPlan(
        version=plan.version,
        written_at=plan.written_at,
        review_on=plan.review_on,
        signed_by_client=Party.CLIENT in parties,
        signed_by_clinician=Party.CLINICIAN in parties,
    )
