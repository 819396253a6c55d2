"""Top five and effect by need, from practices."""

from datetime import timedelta

from skills.rules.bookkeeping import ByNeed, Dated, by_need, top
from skills.rules.ranking import Done
from tests.story import STORY_TIME


def _done(slug, before=None, after=None, need="", days=0):
    done = Done(slug, need, before, after, None)
    return Dated(done, STORY_TIME - timedelta(days=days))


def test_the_top_is_what_helped_most_with_one_lucky_time_held_back():
    practices = [_done("steady", 7, 4, days=day) for day in range(4)] + [_done("lucky", 7, 3)]

    found = top(practices)

    assert [(one.slug, one.tried, one.mean_change) for one in found] == [
        ("steady", 4, 3.0), ("lucky", 1, 4.0),
    ]  # fmt: skip
    assert found[0].last_at == STORY_TIME


def test_the_top_is_at_most_five_and_holds_nothing_that_did_not_help():
    practices = [_done(f"s{number}", 8, 8 - number) for number in range(7)] + [_done("x", 5)]

    assert [one.slug for one in top(practices)] == ["s6", "s5", "s4", "s3", "s2"]


def test_by_need_counts_every_practice_and_means_those_that_were_rated():
    practices = [
        _done("a", 8, 5, "craving"), _done("b", 6, 5, "craving"), _done("b", 6, None, "craving"),
        _done("a", None, None, "sleep"), _done("a", 8, 2),
    ]  # fmt: skip

    assert by_need(practices) == [ByNeed("craving", 3, 2.0), ByNeed("sleep", 1, None)]


def test_nobody_who_practised_nothing_has_a_top():
    assert (top([]), by_need([])) == ([], [])
