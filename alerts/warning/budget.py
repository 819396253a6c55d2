"""How many are told: alarms with their quiet time and cap, and the limit that keeps a budget."""

import numpy as np

from alerts.warning.parameters import DEFAULT, Parameters
from alerts.warning.window import Flags, Numbers, Whole

MONTH = 30.0
HALVINGS = 40


def alarms(
    score: Whole | Numbers, limit: float, scored: Flags, parameters: Parameters = DEFAULT
) -> Flags:
    """Say on which of the days (n, d) an alarm is raised when the score reaches the limit.

    After one, `quiet_days` pass before the next, and no client has more than `most_in_days`.
    """
    reached = (score >= limit) & scored
    most, within = parameters.most_in_days
    raised = np.zeros_like(reached)
    since = np.full(reached.shape[0], parameters.quiet_days)
    for day in range(reached.shape[1]):
        recent = raised[:, max(day - within + 1, 0) : day].sum(axis=1)
        now = reached[:, day] & (since >= parameters.quiet_days) & (recent < most)
        raised[:, day] = now
        since = np.where(now, 1, since + 1)
    return raised


def rate(raised: Flags, scored: Flags) -> float:
    """Alarms per client-month of scored days; 0 when there are none."""
    days = int(scored.sum())
    return float((raised & scored).sum()) / days * MONTH if days else 0.0


def limit_for(
    budget: float,
    score: Whole | Numbers,
    counted: Flags,
    parameters: Parameters = DEFAULT,
    *,
    scored: Flags | None = None,
) -> float:
    """Find the lowest limit with at most `budget` alarms per client-month on the counted days.

    Alarms may happen on all `scored` days; counted ones are those without an episode near them.
    Raises ValueError when no day is counted.
    """
    if not counted.any():
        raise ValueError("no day to set a limit by")
    scored = counted if scored is None else scored
    low, high = float(score[counted].min()), float(score[counted].max()) + 1
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if rate(alarms(score, middle, scored, parameters), counted) > budget:
            low = middle
        else:
            high = middle
    return high
