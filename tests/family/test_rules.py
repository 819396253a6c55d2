"""Seven days of mood as one word: no number, no single day shows through."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from family.rules import BANDS, DAYS, FEWEST_DAYS, NOT_ENOUGH, Mood, mood_band
from tests.story import STORY_DAY


def days(recent, before):
    """Return moods of the last days, newest first, and of the same days a week earlier."""
    return [Mood(STORY_DAY - timedelta(days=n), mood) for n, mood in enumerate(recent)] + [
        Mood(STORY_DAY - timedelta(days=n + DAYS), mood) for n, mood in enumerate(before)
    ]


def band(recent, before):
    return mood_band(days=days(recent, before), last=STORY_DAY)


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


def test_days_outside_the_fortnight_do_not_count():
    outside = [Mood(STORY_DAY + timedelta(days=1), 0), Mood(STORY_DAY - timedelta(days=14), 10)]

    assert mood_band(days=days([5] * 7, [5] * 7) + outside, last=STORY_DAY) == "same"


SCALE = st.integers(0, 10)
FORTNIGHT = st.tuples(*[st.lists(SCALE, max_size=7)] * 2)


@example_settings(deadline=None)
@given(moods=FORTNIGHT, order=st.randoms(use_true_random=False))
def test_the_order_of_days_does_not_matter(moods, order):
    shuffled = days(*moods)
    order.shuffle(shuffled)

    assert mood_band(days=shuffled, last=STORY_DAY) == band(*moods)
    assert band(*moods) in BANDS


@example_settings(deadline=None)
@given(moods=FORTNIGHT)
def test_a_better_week_never_reads_worse(moods):
    recent, before = moods
    better = [min(10, mood + 1) for mood in recent]
    order = ["harder", "same", "easier"]

    now, then = band(recent, before), band(better, before)

    assert (now == NOT_ENOUGH) == (then == NOT_ENOUGH)
    if now != NOT_ENOUGH:
        assert order.index(then) >= order.index(now)


@example_settings(deadline=None)
@given(recent=st.lists(SCALE, max_size=FEWEST_DAYS - 1), before=st.lists(SCALE, max_size=7))
def test_too_few_days_show_nothing(recent, before):
    assert band(recent, before) == NOT_ENOUGH
