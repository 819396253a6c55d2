"""Tiers, quiet time and cap; parameters as they are kept."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.warning import stored, tiers
from alerts.warning.parameters import DEFAULT
from alerts.warning.tiers import Judged, Limits, Told, telling, tier_of
from tests.warning.days import TODAY

LIMITS = Limits(high=2000, medium=1500, watch=1000)


@given(points=st.integers(-5000, 5000), more=st.integers(0, 3000), learning=st.booleans())
def test_more_points_are_never_of_a_lower_tier(points: int, more: int, learning: bool) -> None:
    first, second = (tier_of(Judged(value, learning), LIMITS) for value in (points, points + more))

    assert tiers.ORDER[second] >= tiers.ORDER[first]


def test_tiers_begin_at_their_limits_and_a_quarter_higher_while_learning() -> None:
    found = [tier_of(Judged(points), LIMITS) for points in (999, 1000, 1500, 2000)]
    learning = [tier_of(Judged(points, learning=True), LIMITS) for points in (1249, 1250, 2500)]

    assert found == ["", "watch", "medium", "high"]
    assert learning == ["", "watch", "high"]


def test_with_too_few_days_answered_it_is_for_watching_at_most() -> None:
    assert tier_of(Judged(9000, days_in_tail=3), LIMITS) == "watch"
    assert tier_of(Judged(9000, days_in_tail=4), LIMITS) == "high"
    assert tier_of(Judged(0, days_in_tail=3), LIMITS) == ""


def _told(*days: tuple[int, str]) -> list[Told]:
    return [Told(TODAY - timedelta(days=ago), tier) for ago, tier in days]


def test_within_a_week_only_what_is_graver_is_told_again() -> None:
    before = _told((3, "medium"))

    assert not telling("medium", TODAY, before).now
    assert telling("high", TODAY, before) == tiers.Telling(now=True, rise=True)
    assert telling("medium", TODAY, _told((7, "medium"))) == tiers.Telling(now=True)


def test_two_in_thirty_days_are_told_and_a_rise_is_not_counted() -> None:
    two = _told((20, "medium"), (10, "medium"))
    rise = [*_told((20, "medium")), Told(TODAY - timedelta(days=19), "high", rise=True)]

    assert not telling("high", TODAY, two).now
    assert telling("high", TODAY, rise).now
    assert telling("medium", TODAY, _told((30, "medium"), (10, "medium"))).now
    assert not telling("", TODAY, []).now


def test_parameters_come_back_from_json_as_they_were() -> None:
    numbers = replace(DEFAULT, version="mine", item_points=1.25, most_in_days=(3, 28))

    assert stored.from_json(json.loads(json.dumps(stored.to_json(numbers)))) == numbers
    assert stored.from_json({}, version=DEFAULT.version) == DEFAULT


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ({"clip": 1}, "clip"),
        ({"clip": True}, "clip"),
        ({"tail_days": 7.5}, "tail_days"),
        ({"tail_days": float("nan")}, "tail_days"),
        ({"whatever": 1}, "whatever"),
        ({"items": []}, "items"),
        ({"items": [{"key": "craving"}] * 7}, "items"),
        ({"limits": [[0.125, 1]]}, "limits"),
        ({"limits": [[0.125, 1], [0.25, 2], [0.5, 3], [1.0, 4], [2.0, 5]]}, "limits"),
        ({"most_in_days": [0, 30]}, "most_in_days"),
        ({"guard_days": 20}, "guard_days"),
        ({"learning_days": 1}, "learning_days"),
        ([], "parameters"),
    ],
)
def test_numbers_that_cannot_be_used_are_named(written: object, field: str) -> None:
    with pytest.raises(stored.Unusable) as refused:
        stored.from_json(written)

    assert refused.value.field == field


@pytest.mark.parametrize("per_month", tiers.CHOICES)
@pytest.mark.parametrize("family", ["score", "slide"])
def test_a_smaller_budget_ships_with_higher_limits(family: str, per_month: float) -> None:
    limits = tiers.shipped_limits(family, per_month)

    assert limits.high > limits.medium > limits.watch > 0
