"""Days that are open, and states that follow each other."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from care.rules import days, states

DAY = timedelta(days=1)
TODAY = date(2026, 3, 8)
ANY_DAY = st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1))


@given(start=ANY_DAY, length=st.none() | st.integers(0, 400), on=ANY_DAY)
def test_a_medication_is_in_force_from_its_first_day_to_the_day_before_it_stops(start, length, on):
    until = None if length is None else start + timedelta(days=length)
    taken = {start + timedelta(days=place) for place in range(length or 0)}

    active = days.is_active(active_from=start, active_until=until, on=on)

    assert active == (on >= start if length is None else on in taken)


@given(weekdays=st.sets(st.integers(1, 7)), on=ANY_DAY)
def test_a_schedule_names_the_weekdays_on_which_it_is_due(weekdays, on):
    names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    assert days.is_due(weekdays=weekdays, on=on) == (names.index(f"{on:%a}") + 1 in weekdays)


def test_marks_are_open_for_a_week_back_and_never_ahead():
    span = days.may_be_marked(today=TODAY)

    assert TODAY in span
    assert TODAY - 7 * DAY in span
    assert TODAY - 8 * DAY not in span
    assert TODAY + DAY not in span


def test_plans_are_for_today_or_later():
    assert TODAY in days.may_be_planned(today=TODAY)
    assert TODAY - DAY not in days.may_be_planned(today=TODAY)


@pytest.mark.parametrize("moves", [states.TASK, states.REFERRAL])
def test_every_state_leads_somewhere_and_nowhere_unknown(moves):
    for state, after in moves.items():
        assert after
        assert after <= set(moves)
        assert state not in after
        assert states.may_follow(moves, state, state)


@pytest.mark.parametrize("moves", [states.TASK, states.REFERRAL])
def test_every_state_can_be_reached_from_every_other(moves):
    for start in moves:
        reached, ahead = {start}, [start]
        while ahead:
            fresh = moves[ahead.pop()] - reached
            reached |= fresh
            ahead += fresh
        assert reached == set(moves)
