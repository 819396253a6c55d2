"""Days as kind words and counts: no number where a word is meant, and no day that is not over."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from family.rules import counts, trends, windows
from family.rules.counts import Came
from family.rules.trends import BANDS, FEWEST_DAYS, LEVELS, NOT_ENOUGH, Rated
from family.rules.windows import DAYS, Window

TODAY = date(2026, 6, 10)  # a Wednesday
WEEK = windows.seven_days(today=TODAY)
DAY = timedelta(days=1)


def days(recent, before=()):
    """Return ratings of the week that is shown, newest first, and of the week before it."""
    return [Rated(WEEK.last - n * DAY, rating) for n, rating in enumerate(recent)] + [
        Rated(WEEK.before.last - n * DAY, rating) for n, rating in enumerate(before)
    ]


def band(recent, before):
    return trends.trend(days(recent, before), window=WEEK)


def level(*ratings):
    return trends.level(days(ratings), window=WEEK)


@pytest.mark.parametrize(
    ("recent", "before", "word"),
    [
        ([6] * 7, [5] * 7, "easier"),
        ([5] * 7, [6] * 7, "harder"),
        ([5] * 7, [5] * 7, "same"),
        ([6, 6, 6, 6, 6, 6, 5], [5] * 7, "same"),
        ([4, 4, 4, 4, 4, 4, 5], [5] * 7, "same"),
        ([10] * 7, [0] * 7, "easier"),
        ([6] * 3, [5] * 3, "easier"),
        ([6] * 2, [5] * 7, "not_enough"),
        ([6] * 7, [5] * 2, "not_enough"),
        ([], [], "not_enough"),
    ],
)
def test_a_week_is_told_in_one_word(recent, before, word):
    assert band(recent, before) == word


@pytest.mark.parametrize(
    ("ratings", "word"),
    [
        ([0, 0, 0], "low"), ([3, 3, 3], "low"), ([3, 3, 4], "middle"), ([7, 7, 6], "middle"),
        ([7, 7, 7], "high"), ([10] * 7, "high"), ([10, 10], "not_enough"), ([], "not_enough"),
    ],
)  # fmt: skip
def test_a_level_is_told_in_one_word(ratings, word):
    assert level(*ratings) == word


def test_neither_today_nor_a_day_outside_the_fortnight_counts():
    outside = [Rated(TODAY, 0), Rated(TODAY - 15 * DAY, 10)]

    assert trends.trend(days([5] * 7, [5] * 7) + outside, window=WEEK) == "same"
    assert trends.level(days([5] * 7) + [Rated(TODAY, 10)] * 20, window=WEEK) == "middle"


ratings = st.lists(st.integers(0, 10), max_size=DAYS)


@given(ratings, ratings, st.randoms())
@example_settings(max_examples=300)
def test_the_order_of_days_does_not_matter(recent, before, chance):
    shuffled = days(recent, before)
    chance.shuffle(shuffled)

    word = trends.trend(shuffled, window=WEEK)

    assert word == band(recent, before)
    assert word in BANDS
    assert (word == NOT_ENOUGH) == (min(len(recent), len(before)) < FEWEST_DAYS)
    assert trends.level(shuffled, window=WEEK) in LEVELS


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
@example_settings(max_examples=300)
def test_what_is_shown_is_over(today):
    week, weeks = windows.seven_days(today=today), windows.weeks_over(today=today)

    assert week.last == today - DAY
    assert (week.last - week.first).days == 6
    assert week.before.last == week.first - DAY
    assert all(one.first.weekday() == 0 and one.last == one.first + 6 * DAY for one in weeks)
    assert all(a.last + DAY == b.first for a, b in pairwise(weeks))
    assert 0 < (today - weeks[-1].last).days <= 7
    assert windows.month_over(today=today) == Window(weeks[0].first, weeks[-1].last)


def test_sessions_are_counted_by_week_and_reasons_are_not_told_apart():
    weeks = windows.weeks_over(today=TODAY)
    last, said = weeks[-1], ("present", "late", "left_early", "absent", "excused", "")
    sessions = [Came(last.first + n * DAY, one) for n, one in enumerate(said)]

    found = counts.attendance_by_week([*sessions, Came(TODAY, "absent")], weeks=weeks)

    assert [(week.attended, week.missed) for week in found] == [(0, 0)] * 3 + [(3, 2)]


def test_days_with_a_check_in_are_counted_once_and_a_gap_takes_none_away():
    month = windows.month_over(today=TODAY)
    long_ago = [month.first - n * DAY for n in (1, 100)]
    found = counts.streak([*long_ago, month.first, month.last, month.last, TODAY], window=month)

    assert (found.recent, found.in_all) == (2, 4)


def test_practices_are_counted_by_title():
    titles = {1: "Urge surfing", 2: "Box breathing", 3: "urge surfing"}

    found = counts.practised([1, 1, 2, 3, 9], titles=titles)

    assert [(one.title, one.times) for one in found] == [
        ("Urge surfing", 2), ("Box breathing", 1), ("urge surfing", 1),
    ]  # fmt: skip


@given(ratings, ratings)
@example_settings(max_examples=300)
def test_a_better_week_never_reads_worse(recent, before):
    better = [min(10, rating + 1) for rating in recent]
    order = ["harder", "same", "easier"]

    words = band(recent, before), band(better, before)

    if NOT_ENOUGH in words:
        assert words == (NOT_ENOUGH, NOT_ENOUGH)
    else:
        assert order.index(words[1]) >= order.index(words[0])
