"""Doors of alerts."""

from alerts.views.answers import (
    Acknowledge,
    Assign,
    Hands,
    Lower,
    NameSomebody,
    Reopen,
    Resolve,
    Undo,
    Unreachable,
)
from alerts.views.inbox import Inbox, InboxPage, OneAlert
from alerts.views.rota import (
    OnePager,
    OneShift,
    Pagers,
    Rota,
    RotatePager,
    SwapShift,
    TryPager,
    WeeklyRota,
)
from alerts.views.watch import Alarms, OwnAgreements, OwnDigest, OwnWatch

__all__ = [
    "Acknowledge",
    "Alarms",
    "Assign",
    "Hands",
    "Inbox",
    "InboxPage",
    "Lower",
    "NameSomebody",
    "OneAlert",
    "OnePager",
    "OneShift",
    "OwnAgreements",
    "OwnDigest",
    "OwnWatch",
    "Pagers",
    "Reopen",
    "Resolve",
    "Rota",
    "RotatePager",
    "SwapShift",
    "TryPager",
    "Undo",
    "Unreachable",
    "WeeklyRota",
]
