"""The only place where something leaves the building: claim, send outside a transaction, settle.

A batch is leased in one statement, sent one by one over lines that stay open, and settled together
once a second. A process that dies in between leaves leases that run out: what it had sent and not
settled is then sent again under the same key. At least once, never lost.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from core.identity import System, acting_as
from delivery import services
from delivery.carry.letters import letters
from delivery.carry.sending import CHANNELS, send_all

__all__ = ["CHANNELS", "carry_batch", "carry_due"]

LONGEST_RUN = timedelta(seconds=40)  # the task is stopped after 50
BATCH = 200
# A batch begins no message later than this, so that a slow one still ends within the lease.
LAST_START = timedelta(seconds=30)


def carry_due(*, clock: Callable[[], datetime], most: int = 100_000) -> int:
    """Send what is due until nothing is, `most` were, or the time is over; return how many."""
    tried, until = 0, clock() + LONGEST_RUN
    while tried < most and clock() < until:
        leased = carry_batch(clock=clock, most=min(BATCH, most - tried))
        if not leased:
            return tried
        tried += leased
    services.nudge.send()
    return tried


def carry_batch(*, clock: Callable[[], datetime], most: int = BATCH) -> int:
    """Lease up to `most` due deliveries and see each through; return how many were leased."""
    at = clock()
    with acting_as(System.CARRIER):
        leased = services.claim(at=at, most=most)
        useless = services.useless_now(leased, at=at)
        for row in leased:
            if row.pk in useless:
                services.record_cancelled(delivery=row, reason=useless[row.pk], at=at)
        ready = letters([row for row in leased if row.pk not in useless])
    send_all(ready, clock=clock, until=at + LAST_START)
    return len(leased)
