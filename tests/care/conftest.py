"""Every test of care is told at the story's moment."""

import pytest
import time_machine

from tests.story import STORY_TIME


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield
