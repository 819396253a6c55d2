"""What time alone brings about: alerts climb, digests leave, shifts change, silence is noticed."""

from alerts.escalation.climbing import (
    escalate_unanswered,
    on_undelivered,
    tell_again,
    tell_owner,
)
from alerts.escalation.digests import send_digests
from alerts.escalation.machinery import watch_machinery
from alerts.escalation.rota_gaps import warn_of_gaps
from alerts.escalation.shifts import reopen_at_shift_change
from alerts.escalation.sweeping import sweep_missed_checkins

__all__ = [
    "escalate_unanswered",
    "on_undelivered",
    "reopen_at_shift_change",
    "send_digests",
    "sweep_missed_checkins",
    "tell_again",
    "tell_owner",
    "warn_of_gaps",
    "watch_machinery",
]
