"""Arranging who shares what passes between people, and what they send."""

from datetime import timedelta
from uuid import uuid4

from accounts.models import User
from backend import demo
from core import outbox
from delivery.models import ContactPoint, Delivery
from program.models import Participant, Program, Session
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_TIME

HOUR = timedelta(hours=1)


def sent(**body):
    """Return a body with an id made on the device."""
    return {"submission_id": str(uuid4()), **body}


def drained(*, at=STORY_TIME):
    """Let what follows happen; return the messages that wait now, by person and cause."""
    outbox.drain(clock=lambda: at)
    with as_owner():
        rows = Delivery.objects.exclude(state="cancelled").filter(cause__startswith="family:")
        return {(row.person_id, row.cause): row for row in rows}


def meeting(client_key="maya", *, kind="family", starts_at=STORY_TIME + 48 * HOUR, **more):
    """Put a meeting of a client into the timetable."""
    with as_owner():
        session = Session.objects.create(
            program=Program.objects.get(name="Riverside IOP"), kind=kind, title="Secret title",
            starts_at=starts_at, ends_at=starts_at + HOUR, place="Room 5", **more,
        )  # fmt: skip
        Participant.objects.create(session=session, client_id=demo.key(client_key))
        return session


def reachable(name, email):
    """Make a person with a family account and an e-mail address."""
    with as_owner():
        person = User.objects.create(email=email, name=name, roles=["family"])
        ContactPoint.objects.create(person=person, channel="email", address=email)
        return person


def end_sharing(consent):
    """End a consent as its client."""
    with as_owner():
        client = User.objects.get(pk=consent.client_id)
    answer = Browser(client).post(f"/consents/{consent.pk}/revoke/")
    assert answer.status == 200, answer
