"""One valid row of each table of progress, for tests that break it or look for it."""

from typing import Any

from accounts.models import User
from backend import demo
from progress.models import MilestoneEvent, OutcomeCell, StepProposal
from tests.story import STORY_TIME


def event(client: User, **changes: Any) -> MilestoneEvent:
    """Return a milestone that a rule saw."""
    fields = {
        "enrolment_id": demo.key(f"{client.email.split('@')[0]}'s enrolment"),
        "slug": "coping",
        "kind": "reached",
        "noted_at": STORY_TIME,
        "rule_version": "milestones-1",
        **changes,
    }
    return MilestoneEvent(client=client, **fields)


def proposal(client: User, **changes: Any) -> StepProposal:
    """Return an open proposal to step up."""
    fields = {
        "enrolment_id": demo.key(f"{client.email.split('@')[0]}'s enrolment"),
        "direction": "up",
        "from_level": "iop",
        "to_level": "php",
        "reasons": [{"code": "x", "sentence": "X."}],
        "inputs": {"level": "iop", "week": 4},
        "rule_version": "steps-1",
        "made_at": STORY_TIME,
        **changes,
    }
    return StepProposal(client=client, **fields)


def cell(**changes: Any) -> OutcomeCell:
    """Return a sum over eleven people of Riverside."""
    fields = {
        "program_id": demo.key("Riverside IOP"),
        "measure": "mood",
        "week": 4,
        "n": 11,
        "first_mean": 5.0,
        "mean_change": 1.0,
        "low": 0.5,
        "high": 1.5,
        "share_missing": 0.5,
        "missing_band": "half_or_more",
        "rule_version": "outcomes-1",
        "published_at": STORY_TIME,
        **changes,
    }
    return OutcomeCell(**fields)
