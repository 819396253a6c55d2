"""Clients with weeks of answers, and rule versions in a state, for tests of the warning score."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from accounts.models import User
from alerts.models import Backtest, RuleVersion, RuleVersionStep
from backend import demo
from checkins.models import CheckIn
from program.models import Enrolment
from tests.factories import ZONE, client_with_team
from tests.story import STORY_DAY, STORY_TIME

CALM: dict[str, Any] = {
    "craving": 2, "mood": 6, "stress": 4, "confidence": 7, "sleep_quality": 6,
    "sleep_hours": 7, "connection": 6, "medication": "taken", "used": False,
}  # fmt: skip
HARD: dict[str, Any] = {
    "craving": 8, "mood": 2, "stress": 8, "confidence": 2, "sleep_quality": 3,
    "sleep_hours": 5, "connection": 2, "medication": "taken", "used": False,
}  # fmt: skip


def client_for_weeks(*clinicians: User, days: int = 60) -> User:
    """Enrol a client that many days before the story, with nothing answered yet."""
    client = client_with_team(*clinicians, name="noor")
    Enrolment.objects.filter(client=client).update(active_from=STORY_DAY - timedelta(days=days))
    return client


def row_of(client: User, on: date, answers: dict[str, Any], version: int = 1) -> CheckIn:
    """Make one day's check-in, not stored."""
    at = STORY_TIME - timedelta(days=(STORY_DAY - on).days)
    return CheckIn(
        client=client, on=on, submission_id=uuid4(), version=version, timezone=ZONE,
        recorded_at=at, received_at=at, **answers,
    )  # fmt: skip


def answered(
    client: User, days: int = 60, *, hard: tuple[int, ...] = (), missed: tuple[int, ...] = ()
) -> list[CheckIn]:
    """Store calm days up to today, but for some that were hard and some without an answer."""
    rows = [
        row_of(client, STORY_DAY - timedelta(days=ago), HARD if ago in hard else CALM)
        for ago in range(days)
        if ago not in missed
    ]
    return CheckIn.objects.bulk_create(rows)


def version_in(state: str, family: str = "score") -> RuleVersion:
    """Put the shipped version of a family into a state, as if by Ada."""
    row = RuleVersion.objects.get(family=family, drafted_by=None)
    RuleVersion.objects.filter(pk=row.pk).update(state=state)
    RuleVersionStep.objects.create(
        version=row, from_state="draft", to_state=state, by_id=demo.key("ada"), at=STORY_TIME,
        note="x",
    )  # fmt: skip
    row.refresh_from_db()
    return row


def tried(row: RuleVersion) -> Backtest:
    """Make a finished trial of a version."""
    return Backtest.objects.create(
        version=row, since=STORY_DAY - timedelta(days=30), until=STORY_DAY - timedelta(days=1),
        state="done", asked_at=STORY_TIME, asked_by_id=demo.key("ada"), finished_at=STORY_TIME,
        result={},
    )  # fmt: skip
