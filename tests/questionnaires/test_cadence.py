"""On which days a questionnaire is due, and how long it stays so."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.rules.cadence import (
    EVERY_DAYS,
    WINDOW_DAYS,
    Asking,
    Window,
    is_answered,
    window_on,
)

MONDAY = date(2026, 3, 2)


def asking(cadence, days=7, **other):
    return Asking(cadence=cadence, starts_on=MONDAY, window_days=days, **other)


def day(number):
    return MONDAY + timedelta(days=number)


@pytest.mark.parametrize(
    ("found", "on", "due_on"),
    [
        (asking("once"), -1, None),
        (asking("once"), 0, 0),
        (asking("once"), 6, 0),
        (asking("once"), 7, None),
        (asking("every_week"), 0, 0),
        (asking("every_week"), 6, 0),
        (asking("every_week"), 7, 7),
        (asking("every_2_weeks"), 6, 0),
        (asking("every_2_weeks"), 7, None),
        (asking("every_2_weeks"), 14, 14),
        (asking("every_4_weeks"), 28, 28),
        (asking("every_4_weeks"), 35, None),
        (asking("at_intake"), 3, None),
        (asking("at_intake", enrolled_on=day(-30)), 3, 0),
        (asking("at_intake", enrolled_on=day(10)), 3, None),
        (asking("at_intake", enrolled_on=day(10)), 11, 10),
        (asking("on_level_change"), 3, None),
        (asking("on_level_change", occasions=[day(5), day(20)]), 4, None),
        (asking("on_level_change", occasions=[day(5), day(20)]), 5, 5),
        (asking("on_level_change", occasions=[day(5), day(8)]), 9, 8),
        (asking("on_level_change", occasions=[day(-5)]), 0, None),
    ],
)
def test_what_is_due_on_a_day(found, on, due_on):
    window = window_on(found, day(on))

    assert (window and window.due_on) == (None if due_on is None else day(due_on))


@pytest.mark.parametrize(("answered", "is_so"), [(-1, False), (0, True), (6, True), (7, False)])
def test_an_answer_within_the_window_answers_it(answered, is_so):
    assert is_answered(Window(day(0), day(6)), [day(answered)]) is is_so


@given(st.sampled_from(sorted(EVERY_DAYS)), st.integers(0, 400))
def test_a_window_holds_the_day_and_never_meets_the_next(cadence, number):
    found = asking(cadence, WINDOW_DAYS[cadence])

    window = window_on(found, day(number))

    if window is not None:
        assert window.due_on <= day(number) <= window.until
        assert (window.due_on - MONDAY).days % EVERY_DAYS[cadence] == 0
        assert window.until < window.due_on + timedelta(days=EVERY_DAYS[cadence])
