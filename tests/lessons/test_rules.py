"""What devices told of a lesson adds up to the same, in whatever order and how often it came."""

from datetime import timedelta
from functools import reduce

from hypothesis import given
from hypothesis import strategies as some

from lessons.rules.reading import joined, moment, told
from tests.story import STORY_TIME

sendings = some.lists(
    some.builds(
        lambda section, minutes, finished: told(
            section, STORY_TIME + timedelta(minutes=minutes), finished=finished
        ),
        some.integers(1, 6),
        some.integers(0, 5),
        some.booleans(),
    ),
    min_size=1,
    max_size=6,
)


@given(sendings, some.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(places, chance):
    shuffled = [*places, *chance.choices(places, k=3)]
    chance.shuffle(shuffled)

    assert reduce(joined, shuffled) == reduce(joined, places)


def test_the_newest_place_counts_even_when_it_is_an_earlier_section():
    first = told(4, STORY_TIME, finished=False)
    later = told(2, STORY_TIME + timedelta(hours=1), finished=False)

    assert joined(later, first).section == 2


def test_what_is_finished_stays_finished_at_its_first_end():
    end = told(3, STORY_TIME, finished=True)
    again = told(3, STORY_TIME + timedelta(days=1), finished=True)
    reading = told(1, STORY_TIME + timedelta(days=2), finished=False)

    found = joined(joined(again, reading), end)

    assert (found.finished_at, found.section) == (STORY_TIME, 1)


def test_a_clock_that_is_ahead_counts_as_now_and_one_far_ahead_not_at_all():
    assert moment(STORY_TIME - timedelta(hours=1), at=STORY_TIME) == STORY_TIME - timedelta(hours=1)
    assert moment(STORY_TIME + timedelta(hours=1), at=STORY_TIME) == STORY_TIME
    assert moment(STORY_TIME + timedelta(days=1, seconds=1), at=STORY_TIME) is None
