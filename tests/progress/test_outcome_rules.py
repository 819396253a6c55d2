"""What may be published: never fewer than eleven people, alone or by subtraction."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.rules import table
from progress.rules.outcomes import LEAST, Sums, publishable

KEYS = ("mood", "craving", "sleep_hours")


def sums(n, *, reached=None, measure="mood", week=4, change=0.0):
    return Sums(measure, week, n, 5.0 * n, change, change * change + n, reached or n)


def published(*rows, before=None, first_told=None):
    return publishable(rows, before=before or {}, first_told=first_told or {})


@pytest.mark.parametrize("n", range(LEAST))
def test_fewer_than_eleven_people_are_not_published(n):
    assert published(sums(n, reached=40)) == []


def test_eleven_people_are_published_with_mean_interval_and_share_missing():
    (cell,) = published(sums(11, reached=22, change=11.0))

    assert (cell.n, cell.first_mean, cell.mean_change) == (11, 5.0, 1.0)
    assert cell.low < 1 < cell.high
    assert (cell.share_missing, cell.missing_band) == (0.5, "half_or_more")


@pytest.mark.parametrize("more", range(1, LEAST))
def test_a_cell_is_not_published_again_for_a_few_more_people(more):
    assert published(sums(20 + more), before={("mood", 4): 20}) == []


def test_a_cell_is_published_again_once_eleven_more_people_are_in_it():
    (cell,) = published(sums(31), before={("mood", 4): 20})

    assert cell.n == 31


def test_a_cell_that_lost_people_is_not_published_again():
    assert published(sums(15), before={("mood", 4): 30}) == []


@pytest.mark.parametrize(("reached", "exact"), [(11, True), (12, False), (21, False), (22, True)])
def test_a_share_is_exact_when_nobody_or_eleven_people_are_missing(reached, exact):
    (cell,) = published(sums(11, reached=reached))

    assert (cell.share_missing is not None) == exact
    assert cell.missing_band


def test_no_share_of_a_week_is_exact_when_one_measures_number_missing_is_small():
    """With one exact share everybody who reached the week is known, and so is who is missing."""
    cells = published(sums(38, reached=40), sums(25, reached=40, measure="craving"))

    assert [cell.share_missing for cell in cells] == [None, None]


def test_another_week_keeps_its_exact_share():
    cells = published(sums(38, reached=40), sums(25, reached=40, week=5))

    assert [cell.share_missing for cell in cells] == [None, 0.38]


def test_the_mean_of_the_first_week_stands_with_one_week_of_a_measure_only():
    """Twenty people's mean less nineteen of theirs is the first week of the one who left."""
    cells = published(
        sums(19, week=4), sums(20, week=3), sums(10, week=2), sums(20, week=5, measure="craving")
    )

    assert {(cell.measure, cell.week) for cell in cells if cell.first_mean is not None} == {
        ("mood", 3), ("craving", 5),
    }  # fmt: skip


def test_the_week_that_it_stands_with_stays_the_same():
    cells = published(sums(30, week=2), sums(31, week=4), first_told={"mood": 4})

    assert [cell.first_mean for cell in cells] == [None, 5.0]


def test_a_share_is_never_the_whole_by_rounding():
    (cell,) = published(sums(11, reached=5000))

    assert cell.share_missing == 0.99


rows = st.lists(
    st.tuples(st.sampled_from(KEYS), st.integers(2, 12), st.integers(0, 60), st.integers(0, 60)),
    unique_by=lambda row: row[:2],
)


@given(rows)
def test_whatever_there_is_no_number_published_leads_to_fewer_than_eleven(found):
    """The adversary knows every cell, and that all measures of a week share who reached it."""
    reached_of = {}
    made = []
    for key, week, n, missing in found:
        # All measures of a week have the same people who reached it.
        reached = reached_of.setdefault(week, n + missing)
        made.append(sums(min(n, reached), reached=max(reached, 1), measure=key, week=week))

    cells = published(*made)

    assert all(cell.n >= LEAST for cell in cells)
    for cell in cells:
        if cell.share_missing is None:
            continue
        same_week = [other for other in cells if other.week == cell.week]
        known = next(row.reached for row in made if row.week == cell.week)
        for other in same_week:
            assert known - other.n == 0 or known - other.n >= LEAST


@given(st.lists(st.integers(0, 15), min_size=1, max_size=40))
def test_two_publications_of_a_cell_differ_by_eleven_people_or_more(growth):
    n, known, history = 0, {}, []
    for more in growth:
        n += more
        for cell in published(sums(n), before=known):
            known[cell.measure, cell.week] = cell.n
            history.append(cell.n)

    assert all(b - a >= LEAST for a, b in pairwise([0, *history]))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1"])
def test_a_text_that_begins_a_formula_is_made_harmless(text):
    _, line, *_ = table.written(["a"], [[text]]).split("\r\n", 1)

    assert line.strip('"').startswith("'")


def test_numbers_stay_numbers_and_nothing_is_nothing():
    assert table.written(["a", "b", "c"], [[-1.5, None, "x"]]) == "a,b,c\r\n-1.5,,x\r\n"
