"""Items, urges, lapses and goals as the stories need them."""

from typing import Any
from uuid import uuid4

from accounts.models import User
from checkins import services
from checkins.models import PersonalItem
from core.audit import Actor
from core.identity import be_person
from tests.story import STORY_DAY, STORY_TIME

WALK = {"label": "Went for a walk", "kind": "habit", "scale": "yes_no"}
DRINK = {"label": "Drinking after work", "kind": "urge", "scale": "0-10", "toward": "use"}


def sending(**answers: Any) -> dict[str, Any]:
    """Return what every sending of Maya's carries."""
    return {
        "submission_id": str(uuid4()),
        "on": STORY_DAY.isoformat(),
        "timezone": "America/New_York",
        **answers,
    }


def urge(**answers: Any) -> dict[str, Any]:
    """Return the body of a valid urge."""
    return sending(**{"intensity": 6, **answers})


def lapse(**answers: Any) -> dict[str, Any]:
    """Return the body of a valid lapse."""
    return sending(**answers)


def outcome(said: str = "done", **answers: Any) -> dict[str, Any]:
    """Return the body of a valid answer to how the goal went."""
    body = sending(outcome=said, **answers)
    del body["on"]
    return body


def item_for(client: User, clinician: User, **other: str) -> PersonalItem:
    """Ask a client about something, as that clinician."""
    be_person(clinician.pk)
    return services.set_item(
        client_id=client.pk,
        wanted=services.Wanted(**{**DRINK, **other}),
        clinician=clinician,
        actor=Actor(role="clinician", id=clinician.pk),
        at=STORY_TIME,
    )
