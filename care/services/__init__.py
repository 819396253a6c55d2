"""What client and care team do with medication, goals, tasks and referrals."""

from care.services.casework import (
    CannotMove,
    OwnerUnknown,
    ReferralWords,
    TaskWords,
    add_referral,
    add_task,
    change_referral,
    change_task,
    move_own_task,
)
from care.services.goals import (
    AlreadyEnded,
    GoalWords,
    NotEnded,
    StepChange,
    add_goal,
    add_step,
    change_goal,
    change_step,
    end_goal,
    remove_step,
    reopen_goal,
    set_daily_goal,
)
from care.services.marks import MarkWish, mark_medication
from care.services.medication import (
    AlreadyStopped,
    Prescription,
    add_medication,
    change_medication,
    stop_medication,
)
from care.services.notes import NoteReceipt, see_note, write_note
from care.services.refusals import DayNotOpen, TooMany

__all__ = [
    "AlreadyEnded",
    "AlreadyStopped",
    "CannotMove",
    "DayNotOpen",
    "GoalWords",
    "MarkWish",
    "NotEnded",
    "NoteReceipt",
    "OwnerUnknown",
    "Prescription",
    "ReferralWords",
    "StepChange",
    "TaskWords",
    "TooMany",
    "add_goal",
    "add_medication",
    "add_referral",
    "add_step",
    "add_task",
    "change_goal",
    "change_medication",
    "change_referral",
    "change_step",
    "change_task",
    "end_goal",
    "mark_medication",
    "move_own_task",
    "remove_step",
    "reopen_goal",
    "see_note",
    "set_daily_goal",
    "stop_medication",
    "write_note",
]
