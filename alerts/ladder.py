"""When an alert must be answered, and who is told next. Pure. Times: docs/clinical-numbers.md."""

from collections.abc import Sequence
from datetime import datetime, timedelta

# How long each rung has before the next one is told. The program's medical director signs these.
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
ANSWER_WITHIN: dict[str, tuple[timedelta, ...]] = {
    "critical": (15 * MINUTE, 15 * MINUTE, 30 * MINUTE),
    "high": (HOUR, 3 * HOUR, 4 * HOUR),
    "medium": (24 * HOUR, 48 * HOUR, 24 * HOUR),
}


def answer_by(*, tier: str, rung: int, told_at: datetime) -> datetime:
    """Return when those told at `rung` must have answered; past the last rung its time repeats."""
    times = ANSWER_WITHIN[tier]
    return told_at + times[min(rung, len(times) - 1)]


def rung_after(*, rung: int, team_rungs: Sequence[int]) -> int:
    """Return the next rung on which somebody stands, or one past the last: then all are told."""
    higher = [other for other in team_rungs if other > rung]
    return min(higher) if higher else max(rung, max(team_rungs, default=0)) + 1
