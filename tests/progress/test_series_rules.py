"""Days in a row: gaps stay gaps, and what is usual rests on the days before and nothing else."""

from datetime import date, timedelta
from itertools import pairwise
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.rules import series
from progress.rules.comparing import compare

TODAY = date(2026, 3, 20)
answers = st.dictionaries(
    st.integers(0, 120).map(lambda back: TODAY - timedelta(days=back)),
    st.one_of(st.none(), st.integers(0, 10).map(float)),
)


@pytest.mark.parametrize("weeks", series.WEEKS)
def test_a_period_is_whole_weeks_that_end_today(weeks):
    days = series.period(last=TODAY, weeks=weeks)

    assert len(days) == weeks * 7
    assert days[-1] == TODAY
    assert {b - a for a, b in pairwise(days)} == {timedelta(days=1)}


@given(answers)
def test_a_day_without_an_answer_is_none_and_no_other_day_is(values):
    days = series.period(last=TODAY, weeks=12)

    row = series.on_each(days, values)

    assert len(row) == len(days)
    for day, value in zip(days, row, strict=True):
        assert value == values.get(day)


@given(answers)
def test_what_is_usual_rests_on_the_28_days_before_and_not_on_the_day_itself(values):
    days = series.period(last=TODAY, weeks=6)

    for day, usual in zip(days, series.usual_before(days, values), strict=True):
        # The oracle walks over the answers, not over the days.
        before = [v for on, v in values.items() if v is not None and 0 < (day - on).days <= 28]
        if len(before) < 5:
            assert usual is None
        else:
            low, _, high = quantiles(before, n=4, method="inclusive")
            assert (usual.low, usual.high, usual.days) == (
                pytest.approx(low, abs=0.005), pytest.approx(high, abs=0.005), len(before)
            )  # fmt: skip
            assert min(before) <= usual.low <= usual.high <= max(before)


def test_four_answers_are_too_few_to_be_usual_and_five_are_enough():
    four = {TODAY - timedelta(days=back): 5.0 for back in range(1, 5)}
    five = {**four, TODAY - timedelta(days=28): 7.0}

    assert series.usual_before([TODAY], four) == [None]
    assert series.usual_before([TODAY], five) == [series.Usual(5.0, 5.0, 5)]


def test_a_mean_is_of_what_was_answered():
    assert series.mean([None, 4.0, None, 5.0]) == 4.5
    assert series.mean([None]) is None


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 10).map(float))),
    st.lists(st.one_of(st.none(), st.integers(0, 10).map(float))),
)
def test_two_stretches_are_compared_by_what_was_answered_in_each(now, before):
    found = compare(now, before)

    here = [value for value in now if value is not None]
    there = [value for value in before if value is not None]
    assert found.answered == len(here)
    assert (found.mean is None) == (not here)
    assert (found.change is None) == (not here or not there)
    if here and there:
        exact = sum(here) / len(here) - sum(there) / len(there)
        assert found.change == pytest.approx(exact, abs=0.0501)


def test_no_change_is_written_without_a_sign():
    assert str(compare([5.0], [5.0]).change) == "0.0"
    assert str(compare([5.0, 5.0, 5.0], [5.0, 5.0, 5.1]).change) == "0.0"
