"""Any answers that are right come back exactly, and are the same when they are sent again."""

from dataclasses import replace
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checkins import services
from checkins.models import CheckIn
from checkins.services import Answers, Submission
from checkins.versions import SubmissionConflict
from core import identity
from core.audit import Actor
from program.models import Enrolment
from tests.story import STORY_DAY, STORY_TIME

SCALE = st.none() | st.integers(0, 10)
WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=280)
ANSWERS = st.builds(
    Answers,
    mood=st.integers(0, 10),
    craving=SCALE,
    stress=SCALE,
    connection=SCALE,
    confidence=SCALE,
    sleep_hours=st.none() | st.integers(0, 48).map(lambda halves: Decimal(halves) / 2),
    sleep_quality=SCALE,
    used=st.none() | st.booleans(),
    medication=st.sampled_from([None, "taken", "missed", "none"]),
    safety=st.sampled_from([None, "safe", "unsure", "unsafe"]),
    goal=WORDS,
    note=WORDS,
)


@pytest.fixture
def hand_in(maya):
    """Return a function that hands in Maya's answers for today."""
    actor = Actor(role="client", id=maya.pk)

    def submit(submission: Submission):
        enrolment = Enrolment.objects.get(client=maya)
        return services.submit_checkin(
            enrolment=enrolment, submission=submission, actor=actor, at=STORY_TIME
        )

    with identity.acting_for(maya.pk):
        yield submit


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(answers=ANSWERS)
def test_answers_come_back_and_are_recognised(hand_in, answers):
    sent = Submission(uuid4(), STORY_DAY, "America/New_York", STORY_TIME, answers)
    other = replace(sent, answers=replace(answers, mood=(answers.mood + 1) % 11))

    with transaction.atomic():
        receipt = hand_in(sent)
        stored = CheckIn.objects.get(pk=receipt.check_in.pk)
        again = hand_in(sent)
        with pytest.raises(SubmissionConflict):
            hand_in(other)
        transaction.set_rollback(True)  # the next example finds the day free

    assert receipt.is_new
    assert services.answers_of(stored) == answers
    assert (again.is_new, again.check_in.pk) == (False, stored.pk)
