"""The work of skills: publish exercises, assign them, take in practices and share them."""

from skills.services.assignments import (
    AlreadyAssigned,
    AlreadyDone,
    Wish,
    assign,
    skip,
    withdraw,
)
from skills.services.clinic import (
    AlreadyRetired,
    ExerciseInvalid,
    publish_exercise,
    read_exercise,
    retire_exercise,
)
from skills.services.helping import Suggestion, effects_of, rank_for, suggest_for_today
from skills.services.library import (
    CONTENT,
    NameTaken,
    NothingToPublish,
    Published,
    publish_content,
    read_folder,
    shipped_exercises,
)
from skills.services.practices import (
    AnswersInvalid,
    Receipt,
    Submission,
    SubmissionConflict,
    UnknownExercise,
    log_practice,
    share_practice,
    unshare_practice,
)

__all__ = [
    "CONTENT", "AlreadyAssigned", "AlreadyDone", "AlreadyRetired", "AnswersInvalid",
    "ExerciseInvalid", "NameTaken", "NothingToPublish", "Published", "Receipt", "Submission",
    "SubmissionConflict", "Suggestion", "UnknownExercise", "Wish", "assign", "effects_of",
    "log_practice", "publish_content", "publish_exercise", "rank_for", "read_exercise",
    "read_folder", "retire_exercise", "share_practice", "shipped_exercises", "skip",
    "suggest_for_today", "unshare_practice", "withdraw",
]  # fmt: skip
