"""Arranging what Maya shares, and looking at what a relative gets."""

from datetime import timedelta
from uuid import uuid4

from accounts.models import Role
from backend import demo
from checkins.models import CheckIn
from core.audit import Actor
from family import services
from family.models import Category
from family.services import Terms
from program.models import Enrolment
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

DAY = timedelta(days=1)


def write_moods(client_id, moods):
    """Write one check-in for each day, given as days ago and mood."""
    CheckIn.objects.bulk_create(
        CheckIn(
            client_id=client_id, submission_id=uuid4(), on=STORY_DAY - n * DAY, version=50,
            timezone="UTC", recorded_at=STORY_TIME, received_at=STORY_TIME, mood=mood,
        )
        for n, mood in moods.items()
    )  # fmt: skip


def share(
    client_key, recipient, *, at=STORY_TIME - DAY, categories=(Category.MOOD_TREND,), **terms
):
    """Sign a consent of one of the cast for somebody."""
    with as_owner():
        enrolment = Enrolment.objects.select_related("program", "client").get(
            client=demo.key(client_key), active_until=None
        )
        return services.grant(
            enrolment=enrolment,
            terms=Terms(
                recipient=recipient, relationship="kin", categories=list(categories), **terms
            ),
            authenticated_at=at,
            actor=Actor(role=Role.CLIENT, id=enrolment.client_id),
            at=at,
        )


def shown(person):
    """Return what this person's family page answers."""
    return Browser(person).get("/family/shared/")


def bare(answer):
    """Return everything of an answer that its reader could tell apart."""
    return answer.status, answer.content, dict(answer.headers)
