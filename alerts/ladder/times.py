"""When an alert must be answered, and when its client should have been looked after. Pure.

Times: docs/clinical-numbers.md. The program's medical director signs them.
"""

from datetime import datetime, timedelta

from alerts.ladder.hours import Hours, closing, end_of_working_day

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
# How long each rung has before the next one is told. Critical and high run day and night.
ANSWER_WITHIN: dict[str, tuple[timedelta, ...]] = {
    "critical": (15 * MINUTE, 15 * MINUTE, 30 * MINUTE),
    "high": (HOUR, 3 * HOUR, 4 * HOUR),
}
# Of a medium one, in working days of the program: the end of the day so many days ahead.
WORKING_DAYS = (1, 2, 1)
# High: the same day, while the doors are open; never less than the first of these times, and
# when the doors are closed for the day, within the second.
LEAST, CLOSED = HOUR, 4 * HOUR
NEVER_DUE = "watch"


def answer_by(*, tier: str, rung: int, told_at: datetime, hours: Hours) -> datetime | None:
    """Return when those told at `rung` must have answered; past the last rung its time repeats.

    None for what is only watched.
    """
    if tier == NEVER_DUE:
        return None
    if tier in ANSWER_WITHIN:
        times = ANSWER_WITHIN[tier]
        return told_at + times[min(rung, len(times) - 1)]
    days = WORKING_DAYS[min(rung, len(WORKING_DAYS) - 1)]
    return end_of_working_day(hours, at=told_at, days=days)


def due_by(*, tier: str, raised_at: datetime, hours: Hours) -> datetime | None:
    """Return when the client should have been looked after; None for what is only watched.

    Critical: at the first answer. High: the same day. Medium: the next working day.
    """
    if tier == NEVER_DUE:
        return None
    if tier == "critical":
        return raised_at + ANSWER_WITHIN["critical"][0]
    if tier == "high":
        ends = closing(hours, at=raised_at)
        if ends is not None and ends - raised_at >= LEAST:
            return ends
        return raised_at + CLOSED
    return end_of_working_day(hours, at=raised_at, days=1)


def is_bundled(tier: str) -> bool:
    """Say whether it waits for a digest; the others are told at once."""
    return tier not in ANSWER_WITHIN
