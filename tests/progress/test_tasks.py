"""What runs by itself reads the clock and calls one service."""

import pytest
import time_machine

from progress import tasks
from progress.models import OutcomeCell, StepProposal
from tests.conftest import as_owner
from tests.factories import alert_about
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db


@time_machine.travel(STORY_TIME, tick=False)
def test_steps_are_weighed_for_everybody_who_is_enrolled(maya):
    with as_owner():
        alert_about(maya, tier="critical", raised_at=STORY_TIME)

    assert tasks.weigh_steps() == 2

    with as_owner():
        assert StepProposal.objects.get().made_at == STORY_TIME


@time_machine.travel(STORY_TIME, tick=False)
def test_a_program_of_two_publishes_nothing():
    assert tasks.publish_outcomes() == 0

    with as_owner():
        assert not OutcomeCell.objects.exists()
