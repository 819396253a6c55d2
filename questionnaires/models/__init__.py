"""Questionnaires as they were imported, when they are asked, and what was answered."""

from questionnaires.models.answers import (
    CriticalAnswer,
    FollowUp,
    Origin,
    Response,
    Score,
    YesNoUnsure,
)
from questionnaires.models.asking import Cadence, Occasion, Schedule
from questionnaires.models.library import ALLOWED_LICENCES, Licence, Questionnaire

__all__ = [
    "ALLOWED_LICENCES", "Cadence", "CriticalAnswer", "FollowUp", "Licence", "Occasion", "Origin",
    "Questionnaire", "Response", "Schedule", "Score", "YesNoUnsure",
]  # fmt: skip
