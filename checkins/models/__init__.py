"""What a client reports: days, moments, and what their clinicians asked them to watch."""

from checkins.models.check_in import FIRST_FORM, SCALES, CheckIn, Safety
from checkins.models.days import DayOfAnswers, Medication, Moment, Toward
from checkins.models.diary import (
    EMOTIONS,
    MISERY,
    URGES,
    DiaryCard,
    DiaryTarget,
    TargetKind,
    TargetScale,
)
from checkins.models.goals import GoalOutcome, Outcome
from checkins.models.history import MOST_EPISODES, UseGoal, UseHistory, UsePattern
from checkins.models.items import PLACES, ItemKind, ItemScale, PersonalItem
from checkins.models.moments import Lapse, Need, PartOfDay, Place, Response, Trigger, UrgeLog

__all__ = [
    "EMOTIONS", "FIRST_FORM", "MISERY", "MOST_EPISODES", "PLACES", "SCALES", "URGES", "CheckIn",
    "DayOfAnswers",
    "DiaryCard", "DiaryTarget", "GoalOutcome", "ItemKind", "ItemScale", "Lapse", "Medication",
    "Moment", "Need", "Outcome", "PartOfDay", "PersonalItem", "Place", "Response", "Safety",
    "TargetKind", "TargetScale", "Toward", "Trigger", "UrgeLog", "UseGoal", "UseHistory",
    "UsePattern",
]  # fmt: skip
