"""Diary cards and targets as the stories need them."""

from typing import Any
from uuid import uuid4

from accounts.models import User
from checkins import diary_services
from checkins.diary_services import Watched
from checkins.models import DiaryCard, DiaryTarget
from core.audit import Actor
from core.identity import be_person
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

TODAY = f"/diary-cards/{STORY_DAY.isoformat()}/"


def card(**answers: Any) -> dict[str, Any]:
    """Return the body of a valid diary card."""
    return {
        "submission_id": str(uuid4()),
        "urges": {"use": {"level": 2, "acted": False}},
        **answers,
    }


def full_card(**answers: Any) -> dict[str, Any]:
    """Return the body of a card with every answer given, targets aside."""
    return card(
        timezone="America/New_York",
        urges={
            "use": {"level": 4, "acted": True},
            "self_harm": {"level": 1, "acted": False},
            "suicide": {"level": 0, "acted": False},
        },
        emotions={"sad": 1, "anger": 2, "fear": 3, "shame": 4, "joy": 5},
        misery={"emotional": 3, "physical": 0},
        substances=["two beers", "half a tablet of Xanax"],
        medication="taken",
        sleep_hours=6.5,
        skills=["stop", "thought-record"],
        skill_rating=7,
        note="A long day.",
        **answers,
    )


def stored_card(browser: Browser, **answers: Any) -> DiaryCard:
    """Hand a card in and return its row."""
    answer = browser.send("PUT", TODAY, card(**answers))
    assert answer.status == 201, answer
    return DiaryCard.objects.get(pk=answer.body["id"])


def target_for(
    client: User, clinician: User, label: str = "Calling Dana", **other: str
) -> DiaryTarget:
    """Set a target as that clinician."""
    be_person(clinician.pk)
    return diary_services.set_target(
        client_id=client.pk,
        watched=Watched(label, other.get("kind", "urge"), other.get("scale", "0-5")),
        clinician=clinician,
        actor=Actor(role="clinician", id=clinician.pk),
        at=STORY_TIME,
    )
