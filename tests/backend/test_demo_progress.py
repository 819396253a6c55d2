"""The demo shows a step proposed, a milestone marked, and sums that may be shown."""

import pytest

from backend import demo, demo_progress
from progress.models import MilestoneEvent, OutcomeCell, StepProposal
from tests.conftest import as_owner
from tests.story import STORY_TIME


@pytest.mark.django_db
def test_the_demo_of_progress_can_be_put_in_place_and_shows_what_it_is_meant_to():
    with as_owner():
        demo_progress.seed(at=STORY_TIME)

        (proposal,) = StepProposal.objects.all()
        cells = OutcomeCell.objects.filter(program=demo.key("Riverside IOP"))
        marked = MilestoneEvent.objects.filter(client=demo.key("maya"), kind="marked")

        assert (proposal.client_id, proposal.direction) == (demo.key("ben"), "up")
        assert {"return_to_use", "attendance_low"} == {one["code"] for one in proposal.reasons}
        assert {cell.measure for cell in cells} >= {"mood", "craving", "sleep_hours"}
        assert marked.get().noted_by_id == demo.key("okafor")
