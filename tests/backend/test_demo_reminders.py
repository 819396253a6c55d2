"""The demo's week of reminders: there, and the same however often it is put in place."""

import pytest

from backend import demo_reminders
from reminders.models import Reminder
from tests.conftest import as_owner
from tests.story import STORY_TIME


@pytest.mark.django_db
def test_a_week_of_reminders_is_there_once(maya):
    with as_owner():
        for _ in range(2):
            demo_reminders.seed(at=STORY_TIME)

        states = list(Reminder.objects.filter(person=maya).values_list("state", flat=True))

    assert (states.count("sent"), states.count("skipped")) == (7, 7)
