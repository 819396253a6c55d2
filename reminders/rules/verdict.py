"""What becomes of a reminder whose moment has come. Asked when due, and again on leaving."""

from dataclasses import dataclass
from datetime import datetime

from reminders.rules.defaults import Manner
from reminders.rules.quiet import place

# Why something is of no use, and what that makes of its reminder.
ENDS_AS = {
    "done": "skipped",
    "cancelled": "withdrawn",
    "moved": "withdrawn",
    "not_expected": "withdrawn",
    "left": "withdrawn",
}


@dataclass(frozen=True)
class Standing:
    """How a person stands at this moment."""

    manner: Manner
    is_active: bool = True
    paused_until: datetime | None = None
    kinds_off: frozenset[str] = frozenset()
    channel: str = "app"  # the first of theirs that can reach them


@dataclass(frozen=True)
class Verdict:
    """`queue` over a channel, `move` to a moment, or an end with its reason."""

    what: str
    reason: str = ""
    channel: str = ""
    due_at: datetime | None = None


def judge(
    *, kind: str, until_at: datetime, useless: str, standing: Standing, now: datetime
) -> Verdict:
    """Decide on one reminder. `useless` is why it has lost its point, or empty.

    A reminder is never sent once what it is about has begun, is over, or was done; after an outage
    that leaves only what is still of use. One that has come into quiet hours follows their rule.
    """
    if not standing.is_active:
        return Verdict("withdrawn", "left")
    if useless:
        return Verdict(ENDS_AS[useless], useless)
    if kind in standing.kinds_off:
        return Verdict("skipped", "switched_off")
    if until_at <= now:
        return Verdict("skipped", "too_late")
    if standing.paused_until is not None and standing.paused_until > now:
        return Verdict("skipped", "paused")
    placed = place(kind=kind, wished_at=now, until_at=until_at, now=now, manner=standing.manner)
    if not placed.sent:
        return Verdict("skipped", "quiet_hours")
    if placed.due_at > now:
        return Verdict("move", due_at=placed.due_at)
    return Verdict("queue", channel="app" if placed.silent else standing.channel)
