"""Weeks of an enrolment, and hours of a week against a level of care."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from program.rules.weeks import EXPECTED, LEVELS, Slot, is_step_up, monday_of, week, week_number

MONDAY = date(2026, 6, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("days", "number"), [(-1, 0), (0, 1), (6, 1), (7, 2), (13, 2), (55, 8), (56, 9), (83, 12)]
)
def test_weeks_are_counted_from_one(days, number):
    assert week_number(MONDAY, MONDAY + timedelta(days=days)) == number


@given(start=st.dates(date(2020, 1, 1), date(2030, 1, 1)), days=st.integers(0, 400))
def test_a_week_number_rises_by_one_every_seven_days(start, days):
    today, later = start + timedelta(days=days), start + timedelta(days=days + 7)

    assert week_number(start, later) == week_number(start, today) + 1


def test_hours_and_days_of_a_week_are_added_up():
    slots = [
        Slot(MONDAY, 180, "present"),
        Slot(MONDAY, 60, "late"),
        Slot(MONDAY + DAY, 180, "absent"),
        Slot(MONDAY + 2 * DAY, 180, "left_early"),
        Slot(MONDAY + 3 * DAY, 180, "excused"),
        Slot(MONDAY + 4 * DAY, 180, ""),
        Slot(MONDAY + 7 * DAY, 180, "present"),
        Slot(MONDAY - DAY, 180, "present"),
    ]

    found = week(MONDAY, slots, level_of_care="iop")

    assert (found.planned_hours, found.planned_days) == (16.0, 5)
    assert (found.attended_hours, found.attended_days) == (5.5, 2)
    assert found.not_recorded == 1
    assert found.planned_enough
    assert not found.attended_enough


@pytest.mark.parametrize(
    ("level", "hours", "enough"),
    [("iop", 8.9, False), ("iop", 9, True), ("php", 24, False), ("php", 25, True),
     ("outpatient", 1, True), ("outpatient", 0.5, False), ("residential", 0, True)],
)  # fmt: skip
def test_a_level_asks_for_so_many_hours(level, hours, enough):
    slots = [Slot(MONDAY, round(hours * 60), "present")]

    found = week(MONDAY, slots, level_of_care=level)

    assert (found.planned_enough, found.attended_enough) == (enough, enough)


def test_levels_go_from_the_least_support_to_the_most():
    least = [EXPECTED[level].least_hours for level in LEVELS[:3]]

    assert least == sorted(least)
    assert set(EXPECTED) == set(LEVELS)
    assert is_step_up("iop", "php")
    assert not is_step_up("php", "outpatient")


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_a_week_begins_on_monday(day):
    found = monday_of(day)

    assert found.weekday() == 0
    assert timedelta(0) <= day - found < timedelta(days=7)
