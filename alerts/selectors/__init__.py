"""Reads of alerts."""

from alerts.selectors.hands import (
    accepted,
    alarms,
    digest_wish,
    last_calls,
    pagers,
    rota,
    unreachable,
)
from alerts.selectors.inbox import STATES, inbox, state_of, story, told, with_details
from alerts.selectors.on_call import first_on_call
from alerts.selectors.watch import Watch, hours_of, rota_gaps, watching

__all__ = [
    "STATES",
    "Watch",
    "accepted",
    "alarms",
    "digest_wish",
    "first_on_call",
    "hours_of",
    "inbox",
    "last_calls",
    "pagers",
    "rota",
    "rota_gaps",
    "state_of",
    "story",
    "told",
    "unreachable",
    "watching",
    "with_details",
]
