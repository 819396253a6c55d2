"""A small library, and Maya practising in it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from skills import selectors, services
from tests.conftest import as_owner
from tests.skills.exercises import exercise

LIBRARY = (
    exercise(),
    exercise(slug="surf", title="Surf it", minutes=12, needs=["craving", "panic"]),
    exercise(slug="rest", title="Rest", minutes=2, needs=["sleep"], kind="sleep", module="night"),
    exercise(slug="ladder", title="Ladder", needs=["anxious"], assigned_only=True),
)


@pytest.fixture
def shelf(db, at):
    """Publish the small library."""
    with as_owner():
        services.publish_content(exercises=LIBRARY, at=at)
    return LIBRARY


@pytest.fixture
def practise(shelf, browser, at):
    """Return a function that hands in a practice as somebody and returns what is stored."""

    def hand_in(person, slug="wait-a-bit", **changes):
        body = {
            "submission_id": str(uuid4()),
            "skill": slug,
            "skill_version": selectors.current(slug, language="en").version,
            "started_at": (at - timedelta(minutes=5)).isoformat(),
            "finished_at": at.isoformat(),
            "before": 8,
            "after": 5,
            "answers": {"look.words": "my blue mug"},
            **changes,
        }
        answer = browser(person).post("/practices/", body)
        assert answer.status in {200, 201}, answer
        return answer.body

    return hand_in


@pytest.fixture
def assign(shelf, browser):
    """Return a function by which a clinician asks a client for something; the first of it."""

    def ask(clinician, client, **wish):
        path = f"/clients/{client.pk}/assignments/"
        answer = browser(clinician).post(path, wish or {"skill": "surf"})
        assert answer.status == 201, answer
        return answer.body["results"][0]

    return ask
