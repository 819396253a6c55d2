"""The same days and numbers give the same bytes, today and later; odd series give a number."""

import hashlib
import json
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest

from alerts.warning import stored
from alerts.warning.explain import explain
from alerts.warning.parameters import DEFAULT
from alerts.warning.replay import replay
from alerts.warning.score import score
from alerts.warning.tiers import shipped_limits
from alerts.warning.window import Answers
from tests.warning.days import CALM, TODAY, calm_days, day, here
from tests.warning.simulator import as_window, simulate

GOLDEN = Path(__file__).with_name("golden.json")


def _replayed() -> str:
    points = replay(as_window(simulate(11, clients=25))).by_kind
    return hashlib.sha256(points.astype("<i8").tobytes()).hexdigest()


def _explained() -> str:
    rising = {ago: {"craving": 9 - ago, "sleep_hours": 4.5 + ago / 10} for ago in range(6)}
    window = here([*calm_days(but=rising)[:50], day(55, CALM, used=True)])
    return json.dumps(asdict(explain(window, score(window), 0)), sort_keys=True)


def test_a_replay_and_its_words_are_the_same_to_the_byte() -> None:
    kept = json.loads(GOLDEN.read_text())

    assert (DEFAULT.version, stored.CODE_VERSION) == (kept["version"], kept["code"]), (
        "Other numbers are another version: name it, and write the golden file anew."
    )
    assert _replayed() == kept["replay"]
    assert _explained() == kept["explanation"]


def test_a_day_that_comes_late_gives_what_it_would_have_given_in_time() -> None:
    days = calm_days(but={2: {"craving": 9}, 3: {"craving": 8}})
    in_time = score(here(days))
    late = score(here([*(one for one in days if one != days[3]), days[3]]))

    assert in_time.by_kind.tobytes() == late.by_kind.tobytes()


@pytest.mark.parametrize(
    "answers",
    [
        {},
        {"sleep_hours": 0.0},
        {key: 5 for key in CALM if key != "craving"},
        {"mood": 0},
        dict.fromkeys(CALM, 10),
    ],
    ids=["nothing", "one", "no craving", "lowest", "highest"],
)
@pytest.mark.parametrize("every", [1, 3, 9])
def test_odd_series_have_a_score_that_is_a_number(answers: dict[str, float], every: int) -> None:
    days = [Answers(TODAY - timedelta(days=ago), answers) for ago in range(0, 62, every)]

    points = score(here(days))

    assert np.abs(points.score).max() < 20_000
    # Somebody who always answers the same is not warned about for what they answer.
    limit = shipped_limits("score", 0.5).medium
    assert points.by_kind[0, : len(DEFAULT.items)].sum() < limit
