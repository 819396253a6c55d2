"""What the points are, and what they can never depend on."""

from dataclasses import replace
from datetime import timedelta
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alerts.warning.explain import explain
from alerts.warning.parameters import DEFAULT
from alerts.warning.replay import replay
from alerts.warning.score import score
from alerts.warning.window import Answers, Past, Window, empty, window_of
from tests.warning.days import CALM, HARD, TODAY, calm_days, day, here
from tests.warning.simulator import as_window, simulate

scale = st.one_of(st.none(), st.integers(0, 10))
answers = st.fixed_dictionaries(
    {item.key: scale for item in DEFAULT.items if item.key != "sleep_hours"}
    | {"sleep_hours": st.one_of(st.none(), st.floats(0, 24))}
)
one_day = st.builds(
    Answers,
    on=st.integers(0, 80).map(lambda ago: TODAY - timedelta(days=ago)),
    items=answers,
    medication_missed=st.one_of(st.none(), st.booleans()),
    used=st.booleans(),
)
histories = st.lists(one_day, max_size=70, unique_by=lambda answer: answer.on)


def total(window: Window) -> int:
    return int(score(window).score[0])


@given(days=histories, since=st.integers(0, 200))
@settings(max_examples=60, deadline=None)
def test_points_of_all_kinds_add_up_to_the_score_exactly(days: list[Answers], since: int) -> None:
    window = here(days, since=since)

    points = score(window)
    said = explain(window, points, 0)

    assert sum(part.points for part in said.all) == said.score == int(points.score[0])


@given(days=histories, seed=st.integers(0, 9))
@settings(max_examples=60, deadline=None)
def test_the_order_in_which_days_arrive_changes_nothing(days: list[Answers], seed: int) -> None:
    shuffled = Random(seed).sample(days, len(days))

    first, second = (score(here(each)) for each in (days, shuffled))

    assert first.by_kind.tobytes() == second.by_kind.tobytes()


@given(days=histories, neighbours=st.integers(1, 4))
@settings(max_examples=30, deadline=None)
def test_a_client_scores_the_same_alone_and_among_others(
    days: list[Answers], neighbours: int
) -> None:
    alone = here(days)
    crowd = _together([alone, *[here(calm_days())] * neighbours])

    assert score(crowd).by_kind[0].tobytes() == score(alone).by_kind[0].tobytes()


def test_a_replay_gives_each_day_what_it_had_on_its_own_day() -> None:
    series = as_window(simulate(5, clients=12))
    replayed = replay(series)

    for today in (3, 30, 61, 62, 120, 179):
        live = _until(series, today)

        assert replayed.by_kind[:, today].tobytes() == score(live).by_kind.tobytes()


def test_what_is_older_than_the_window_counts_only_as_episodes_of_use() -> None:
    window = here(calm_days())
    old = [day(ago, HARD) for ago in range(62, 80)]

    assert DEFAULT.window_days == 62
    assert total(here([*calm_days(), *old])) == total(window)
    assert total(here(calm_days(), episodes=3, looked_back=60)) > total(window)


@pytest.mark.parametrize("item", DEFAULT.items, ids=lambda item: item.key)
def test_a_worse_answer_today_never_lowers_the_score(item: object) -> None:
    scores = [
        total(here(calm_days(but={0: {item.key: value}})))  # type: ignore[attr-defined]
        for value in range(11)
    ]

    ordered = scores if item.worse > 0 else scores[::-1]  # type: ignore[attr-defined]
    assert ordered == sorted(ordered)
    assert ordered[0] < ordered[-1]


def test_days_without_an_answer_are_never_filled_in() -> None:
    silent = dict.fromkeys(CALM)

    window = here(calm_days(but={1: silent, 2: silent}))
    skipped = here([answer for answer in calm_days() if (TODAY - answer.on).days not in (1, 2)])
    items = len(DEFAULT.items)

    assert score(window).by_kind[0, :items].tolist() == score(skipped).by_kind[0, :items].tolist()


def test_missing_check_ins_weigh_more_for_a_person_who_never_misses_one() -> None:
    gone = range(3)
    steady = [answer for answer in calm_days() if (TODAY - answer.on).days not in gone]
    seldom = [answer for number, answer in enumerate(calm_days()) if number > 2 and number % 2]

    place = score(here(steady)).kinds.index("missing")

    assert score(here(steady)).by_kind[0, place] > score(here(seldom)).by_kind[0, place] > 0


def test_missed_medication_raises_and_taken_lowers() -> None:
    place = score(here([])).kinds.index("medication")
    missed, taken, unasked = (
        score(here([day(ago, CALM, medication_missed=each) for ago in range(5)])).by_kind[0, place]
        if each is not None
        else score(here(calm_days(5))).by_kind[0, place]
        for each in (True, False, None)
    )

    assert missed > unasked == 0 > taken


def test_reported_use_is_kept_out_of_what_is_usual() -> None:
    used = [day(ago, HARD, used=True) for ago in range(20, 24)]
    rest = [answer for answer in calm_days() if (TODAY - answer.on).days not in range(12, 24)]

    points = score(here([*rest, *used]))

    assert points.usual[0] == pytest.approx(score(here(rest)).usual[0])


def test_there_is_no_score_in_the_first_week_and_no_history_in_the_first_four() -> None:
    hard = dict.fromkeys(range(4), HARD)
    place = score(here([])).kinds.index("history")

    first, learning, known = (
        score(here(calm_days(days + 1, but=hard), since=days, episodes=4, looked_back=90))
        for days in (6, 27, 28)
    )

    assert (first.scored[0], first.score[0]) == (False, 0)
    assert (learning.scored[0], learning.learning[0], learning.by_kind[0, place]) == (True, True, 0)
    assert not known.learning[0]
    assert known.by_kind[0, place] > 0


def test_two_answers_for_one_day_are_refused_and_too_short_a_window_too() -> None:
    with pytest.raises(ValueError, match="two answers"):
        window_of([day(1, CALM), day(1, HARD)], on=TODAY, past=Past(first_day=TODAY))

    with pytest.raises(ValueError, match="62 are needed"):
        score(empty(1, 61))


def _together(windows: list[Window]) -> Window:
    names = ("items", "medication", "answered", "used", "tenure", "episodes", "looked_back")
    parts = {name: np.concatenate([getattr(each, name) for each in windows]) for name in names}
    return replace(
        windows[0], **parts, since_use=np.concatenate([each.since_use for each in windows])
    )


def _until(series: Window, today: int) -> Window:
    """What was known on that day, laid out as when it was today."""
    size = max(DEFAULT.window_days, today + 1)
    window = empty(len(series), size)
    for name in ("items", "medication", "answered", "used"):
        getattr(window, name)[:, size - today - 1 :] = getattr(series, name)[:, : today + 1]
    window.tenure[:] = today
    return window
