"""The work of alerts: assess what came in, raise and join alerts, and let clinicians answer."""

from alerts.services.answering import (
    AlreadyAcknowledged,
    AlreadyResolved,
    ChangedMeanwhile,
    Closing,
    NotAcknowledged,
    acknowledge,
    resolve,
)
from alerts.services.assessing import (
    assess_check_in,
    assess_diary_card,
    assess_lapse,
    assess_urge,
)
from alerts.services.questionnaires import assess_critical_answer, assess_follow_up
from alerts.services.raising import ASSESSOR, Finding, keep_finding
from alerts.services.silence import Whereabouts, silent_clients

__all__ = [
    "ASSESSOR", "AlreadyAcknowledged", "AlreadyResolved", "ChangedMeanwhile", "Closing", "Finding",
    "NotAcknowledged", "Whereabouts", "acknowledge", "assess_check_in",
    "assess_critical_answer", "assess_diary_card", "assess_follow_up",
    "assess_lapse", "assess_urge", "keep_finding", "resolve", "silent_clients",
]  # fmt: skip
