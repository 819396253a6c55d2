"""Limits, quiet time and cap: how many are told, whatever the score."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.warning import budget
from alerts.warning.anchored import anchor_of, chart
from alerts.warning.parameters import DEFAULT
from tests.warning.measure import FIRST_DAY, NO_CAP
from tests.warning.simulator import DAYS, Slide, as_window, simulate


def test_after_an_alarm_a_week_is_quiet_and_a_month_has_two_at_most() -> None:
    score = np.full((1, 40), 2.0)

    raised = budget.alarms(score, 1.0, np.ones((1, 40), dtype=bool))

    assert np.flatnonzero(raised[0]).tolist() == [0, 7, 30, 37]


@given(seed=st.integers(0, 50), per_month=st.sampled_from([0.25, 0.5, 1.0]))
@settings(max_examples=20, deadline=None)
def test_the_limit_found_keeps_the_budget_and_a_lower_one_does_not(
    seed: int, per_month: float
) -> None:
    score = np.random.default_rng(seed).normal(size=(200, 120))
    counted = np.ones(score.shape, dtype=bool)

    limit = budget.limit_for(per_month, score, counted)

    kept = budget.rate(budget.alarms(score, limit, counted), counted)
    assert 0.9 * per_month <= kept <= per_month
    assert budget.rate(budget.alarms(score, limit - 0.05, counted), counted) > kept


def test_a_limit_needs_days_to_be_set_by() -> None:
    with pytest.raises(ValueError, match="no day"):
        budget.limit_for(0.5, np.zeros((1, 3)), np.zeros((1, 3), dtype=bool))


def test_what_slides_slowly_stays_on_the_chart_after_it_became_usual() -> None:
    slide = Slide()
    calm, sliding = (
        _charted(simulate(77, clients=150, with_use=False, slide=each)) for each in (None, slide)
    )
    scored = np.zeros(calm.shape, dtype=bool)
    scored[:, FIRST_DAY:] = True
    limit = budget.limit_for(0.5, calm, scored, NO_CAP)
    late = slice(slide.begins + 45, slide.begins + 61)

    on = budget.alarms(sliding, limit, scored, NO_CAP)[:, late].any(axis=1).mean()
    chance = budget.alarms(calm, limit, scored, NO_CAP)[:, late].any(axis=1).mean()

    assert on > 3 * chance


def test_an_item_with_too_few_good_days_is_left_off_the_chart() -> None:
    good = np.full((1, 28, len(DEFAULT.items)), 5.0)
    good[:, 9:, 0] = np.nan
    recent = np.full((1, 21, len(DEFAULT.items)), 9.0)

    shares = chart(recent, anchor_of(good))

    assert shares[0, 0] == 0
    assert shares[0, 2] > 0


def _charted(world: object) -> np.ndarray:
    items = as_window(world).items  # type: ignore[arg-type]
    anchor = anchor_of(items[:, :28])
    values = np.zeros(items.shape[:2])
    for day in range(FIRST_DAY, DAYS):
        values[:, day] = chart(items[:, : day + 1], anchor).sum(axis=1)
    return values
