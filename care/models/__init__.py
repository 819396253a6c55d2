"""What is agreed on around treatment: medication, goals, tasks and referrals, and their changes."""

from care.models.casework import Referral, ReferralState, Task, TaskState
from care.models.changes import Change, Subject, What
from care.models.goals import DailyGoal, Goal, GoalEnd, GoalStep
from care.models.medication import Mark, Medication, MedicationMark, MedicationNote

__all__ = [
    "Change",
    "DailyGoal",
    "Goal",
    "GoalEnd",
    "GoalStep",
    "Mark",
    "Medication",
    "MedicationMark",
    "MedicationNote",
    "Referral",
    "ReferralState",
    "Subject",
    "Task",
    "TaskState",
    "What",
]
