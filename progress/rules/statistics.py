"""A mean with its 95% confidence interval by Student's t, for any number of people from two on."""

from dataclasses import dataclass
from functools import lru_cache
from math import atan, cos, pi, sin, sqrt

LEVEL = 0.95
_HALVINGS = 60  # of an interval of 13 ends far below what a float tells apart
_NEARLY_NORMAL = 2000  # from here on t and the normal distribution agree to three decimals
_T_AT_MOST = 12.8  # for one degree of freedom t is 12.706
_Z = 1.959963984540054


@dataclass(frozen=True)
class Interval:
    """A mean of `n` values and the ends of its interval."""

    n: int
    mean: float
    low: float
    high: float


def interval(*, n: int, total: float, squares: float) -> Interval:
    """Return mean and 95% interval of `n` values from their sum and their sum of squares.

    The spread is the sample's (n − 1). Raises ValueError for fewer than two values.
    """
    if n < 2:
        raise ValueError(f"no interval from {n} values")
    mean = total / n
    # Rounding may leave a little less than nothing where all values are the same.
    variance = max(squares - n * mean * mean, 0.0) / (n - 1)
    reach = t_quantile(n - 1) * sqrt(variance / n)
    return Interval(n, mean, mean - reach, mean + reach)


@lru_cache(maxsize=4096)
def t_quantile(freedom: int) -> float:
    """Return the t that holds 95% of Student's distribution between −t and t.

    By halving, on the finite sums for whole degrees of freedom (Abramowitz and Stegun, Handbook of
    Mathematical Functions, 26.7.3 and 26.7.4).
    """
    if freedom >= _NEARLY_NORMAL:
        return _Z
    low, high = 0.0, _T_AT_MOST
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, freedom) < LEVEL else (low, middle)
    return (low + high) / 2


def _within(t: float, freedom: int) -> float:
    angle = atan(t / sqrt(freedom))
    c, s = cos(angle), sin(angle)
    first = 1 if freedom % 2 == 0 else 2
    term = total = 1.0 if freedom % 2 == 0 else c
    for step in range(first, freedom - 1, 2):
        term *= c * c * step / (step + 1)
        total += term
    if freedom % 2 == 0:
        return s * total
    return 2 / pi * (angle + (s * total if freedom > 1 else 0.0))
