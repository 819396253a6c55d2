"""The demo can be put in place at any hour, above all when Greenwich is a day ahead of the cast."""

from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine

from alerts.models import Backtest
from backend import demo
from backend.management.commands.seed_demo import seed_lives
from checkins.models import CheckIn
from core import clock
from tests.conftest import as_owner
from tests.story import STORY_DAY

TOMORROW = STORY_DAY + timedelta(days=1)
# Around both midnights: the one in Greenwich, and the one where the cast live.
HOURS = [
    datetime.combine(STORY_DAY, time(23, 30), tzinfo=UTC),
    *(
        datetime.combine(TOMORROW, hour, tzinfo=UTC)
        for hour in (time(0, 30), time(2, 0), time(3, 59), time(4, 59), time(12, 0))
    ),
]


@pytest.mark.parametrize("at", HOURS, ids=str)
def test_the_demo_is_put_in_place_at_any_hour(maya, at):
    with as_owner(), time_machine.travel(at):
        seed_lives(at=at)

        today = clock.local_day(at, demo.ZONE)
        assert Backtest.objects.get().until == today - timedelta(days=1)
        assert CheckIn.objects.filter(client=maya).exists()
        assert not CheckIn.objects.filter(on__gt=today).exists()
