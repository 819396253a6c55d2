"""What the score is compared with: chance, a chart for each question, and a fitted yardstick."""

import numpy as np
from numpy.typing import NDArray

from alerts.warning.parameters import DEFAULT
from alerts.warning.replay import Replay, replay
from alerts.warning.score import OTHERS
from tests.warning.measure import truth_of
from tests.warning.simulator import World, as_window

Numbers = NDArray[np.float64]
ROUNDS = 25


def chance(world: World, seed: int) -> Numbers:
    """Alarms that know nothing."""
    return np.random.default_rng(seed).random(world.use.shape)


def worst_chart(world: World, *, fade: float = 0.2) -> Numbers:
    """The textbook's way: an exponentially weighted chart for each question, the worst counts.

    Each against the person's mean and spread on the days until then; at least ten.
    """
    known = ~np.isnan(world.answers)
    values = np.where(known, world.answers, 0.0)
    seen = np.maximum(np.cumsum(known, axis=1), 1)
    mean = np.cumsum(values, axis=1) / seen
    spread = np.sqrt(np.maximum(np.cumsum(values**2, axis=1) / seen - mean**2, 0.36))
    away = np.where(known & (seen >= 10), (values - mean) / spread, 0.0)
    state = np.zeros_like(away)
    for day in range(1, away.shape[1]):
        moved = (1 - fade) * state[:, day - 1] + fade * away[:, day]
        state[:, day] = np.where(known[:, day], moved, state[:, day - 1])
    return np.asarray(state.max(axis=2))


def ours(world: World) -> Replay:
    """The engine itself, each day as of that day."""
    return replay(as_window(world))


class Yardstick:
    """Logistic regression on the engine's own evidence, fitted to worlds that it then knows.

    Our weights are fixed by hand; this shows what fitting them would have gained.
    """

    def __init__(self, training: list[tuple[World, Replay]]) -> None:
        rows, answers = [], []
        for world, replayed in training:
            truth = truth_of(world.use)
            rows.append(_features(replayed)[truth.counted])
            answers.append(truth.soon[truth.counted])
        self.weights = _fit(np.concatenate(rows), np.concatenate(answers))

    def __call__(self, replayed: Replay) -> Numbers:
        return np.asarray(_features(replayed) @ self.weights)


def _features(replayed: Replay) -> Numbers:
    """(clients, days, features): the items as one, the other evidence each, and a constant."""
    points = replayed.by_kind / 1000
    items = points[..., : len(DEFAULT.items)].sum(axis=-1, keepdims=True)
    others = points[..., -len(OTHERS) :]
    return np.concatenate([items, others, np.ones_like(items)], axis=-1)


def _fit(rows: Numbers, answers: NDArray[np.bool_]) -> Numbers:
    """Newton's method, with a touch of ridge so that it always ends."""
    weights = np.zeros(rows.shape[1])
    for _ in range(ROUNDS):
        chance_of = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (answers - chance_of) - 1e-3 * weights
        bend = (rows * (chance_of * (1 - chance_of))[:, None]).T @ rows
        weights = weights + np.linalg.solve(bend + 1e-3 * np.eye(len(weights)), slope)
    return np.asarray(weights)
