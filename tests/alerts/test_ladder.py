"""When an alert must be answered, and who is told next."""

from datetime import timedelta

import pytest

from alerts import ladder
from alerts.models import Tier
from tests.story import STORY_TIME

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.mark.parametrize(
    ("tier", "times"),
    [
        ("critical", [15 * MINUTE, 15 * MINUTE, 30 * MINUTE, 30 * MINUTE, 30 * MINUTE]),
        ("high", [HOUR, 3 * HOUR, 4 * HOUR, 4 * HOUR, 4 * HOUR]),
        ("medium", [24 * HOUR, 48 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR]),
    ],
)
def test_each_rung_has_its_time_and_the_last_time_repeats(tier, times):
    for rung, expected in enumerate(times):
        by = ladder.answer_by(tier=tier, rung=rung, told_at=STORY_TIME)

        assert by == STORY_TIME + expected


def test_every_tier_has_times():
    assert set(ladder.ANSWER_WITHIN) == set(Tier.values)


@pytest.mark.parametrize(
    ("rung", "team", "expected"),
    [
        (0, [0, 1, 2], 1), (1, [0, 1, 2], 2), (2, [0, 1, 2], 3), (3, [0, 1, 2], 4),
        (0, [0], 1), (0, [], 1), (5, [], 6), (0, [0, 3], 3), (0, [2, 1, 0], 1), (0, [1, 1], 1),
        (3, [0], 4),
    ],
)  # fmt: skip
def test_the_next_rung_is_where_somebody_stands_or_one_past_the_last(rung, team, expected):
    assert ladder.rung_after(rung=rung, team_rungs=team) == expected
