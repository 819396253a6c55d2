"""The mean and its interval, against tables in books and against integration by brute force."""

from math import gamma, pi, sqrt
from statistics import mean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.rules.statistics import interval, t_quantile

# Two-sided 95%, as every table of Student's distribution prints them.
PRINTED = {
    1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262,
    10: 2.228, 11: 2.201, 12: 2.179, 15: 2.131, 20: 2.086, 25: 2.060, 30: 2.042, 40: 2.021,
    60: 2.000, 120: 1.980,
}  # fmt: skip


@pytest.mark.parametrize("freedom", PRINTED)
def test_t_is_what_tables_print(freedom):
    assert t_quantile(freedom) == pytest.approx(PRINTED[freedom], abs=0.0005)


def _density(x, freedom):
    scale = gamma((freedom + 1) / 2) / (sqrt(freedom * pi) * gamma(freedom / 2))
    return scale * (1 + x * x / freedom) ** (-(freedom + 1) / 2)


@pytest.mark.parametrize("freedom", range(2, 160, 7))
def test_between_minus_t_and_t_lie_95_percent_of_the_density(freedom):
    t, steps = t_quantile(freedom), 4000
    width = t / steps
    # Simpson's rule over one half; the density is symmetrical.
    total = _density(0, freedom) + _density(t, freedom)
    total += sum(_density(k * width, freedom) * (4 if k % 2 else 2) for k in range(1, steps))

    assert 2 * total * width / 3 == pytest.approx(0.95, abs=1e-9)


def test_t_falls_toward_the_normal_distribution_and_never_below():
    found = [t_quantile(freedom) for freedom in (1, 5, 50, 500, 1999, 2000, 100_000)]

    assert found == sorted(found, reverse=True)
    assert found[-1] == pytest.approx(1.959964, abs=1e-6)


@given(st.lists(st.floats(-24, 24), min_size=2, max_size=200))
def test_an_interval_from_sums_is_the_interval_from_the_values(values):
    found = interval(n=len(values), total=sum(values), squares=sum(v * v for v in values))

    reach = t_quantile(len(values) - 1) * stdev(values) / sqrt(len(values))
    assert found.mean == pytest.approx(mean(values), abs=1e-9)
    assert found.high - found.mean == pytest.approx(reach, abs=1e-4)
    assert found.low <= found.mean <= found.high


def test_the_same_value_for_all_has_an_interval_of_no_width():
    found = interval(n=11, total=11 * 0.1, squares=11 * 0.1 * 0.1)

    assert found.low == pytest.approx(found.high, abs=1e-6)


def test_one_value_has_no_interval():
    with pytest.raises(ValueError, match="no interval from 1 values"):
        interval(n=1, total=5, squares=25)
