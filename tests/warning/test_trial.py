"""What a trial counts, and the line for chance beside it."""

import numpy as np
import pytest

from alerts.warning import trial
from alerts.warning.trial import Tally


def _days(*marked: int, length: int = 60) -> np.ndarray:
    days = np.zeros((1, length), dtype=bool)
    days[0, list(marked)] = True
    return days


ALL = np.ones((1, 60), dtype=bool)


def test_an_alarm_within_a_week_before_use_catches_it_and_is_not_false() -> None:
    tally = trial.count(_days(26), ALL, _days(30))

    assert (tally.episodes, tally.caught, tally.alarms, tally.false_alarms) == (1, 1, 1, 0)
    assert tally.leads[4] == 1


def test_an_alarm_long_before_use_is_false_and_one_after_it_is_not_counted() -> None:
    tally = trial.count(_days(10, 32), ALL, _days(30))

    assert (tally.caught, tally.alarms, tally.false_alarms) == (0, 1, 1)
    assert tally.client_days == 60 - 8


def test_days_of_use_in_a_row_are_one_episode() -> None:
    assert trial.count(_days(), ALL, _days(30, 31, 32)).episodes == 1


def test_alarms_that_move_by_three_days_are_the_same() -> None:
    moved = trial.count(_days(20), ALL, _days(), before=_days(23))
    other = trial.count(_days(20), ALL, _days(), before=_days(40))

    assert (moved.added, moved.removed) == (0, 0)
    assert (other.added, other.removed) == (1, 1)


def test_tallies_of_parts_add_up_to_the_tally_of_all() -> None:
    rng = np.random.default_rng(3)
    raised, use = rng.random((40, 60)) < 0.02, rng.random((40, 60)) < 0.02
    scored = np.ones((40, 60), dtype=bool)

    whole = trial.count(raised, scored, use)
    parts = Tally()
    for rows in (slice(0, 15), slice(15, 40)):
        parts.add(trial.count(raised[rows], scored[rows], use[rows]))

    assert parts == whole
    assert Tally(**whole.to_json()) == whole


@pytest.mark.parametrize("per_month", [0.25, 0.5, 1.0])
def test_random_alarms_catch_what_their_rate_lets_them(per_month: float) -> None:
    caught, lead = trial.chance_line(per_month, quiet_days=7)

    assert caught == pytest.approx(7 * per_month / 30, abs=0.02)
    assert lead is not None
    assert 5 < lead < 10


def test_a_figure_without_days_is_null_and_intervals_hold_the_figure() -> None:
    assert trial.rate_of(0, 0)["per_month"] is None
    assert trial.share_of(0, 0)["share"] is None
    rate, share = trial.rate_of(5, 300), trial.share_of(5, 20)
    assert rate["low"] < rate["per_month"] < rate["high"]
    assert share["low"] < share["share"] < share["high"]
