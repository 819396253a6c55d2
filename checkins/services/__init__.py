"""The work of check-ins: days, items, urges, lapses, and how a day's goal went."""

from checkins.services.check_ins import (
    AlreadyCheckedIn,
    Answers,
    CheckInInvalid,
    Receipt,
    Submission,
    answers_of,
    correct_checkin,
    submit_checkin,
)
from checkins.services.forms import BASES, LANGUAGES, PRESENT, Form, present_form, words_of
from checkins.services.goals import NoGoal, OutcomeReceipt, OutcomeSubmission, keep_outcome
from checkins.services.history import NotYet, Told, tell_history
from checkins.services.items import (
    AlreadyAsked,
    AlreadyEnded,
    TooManyItems,
    Wanted,
    change_item,
    end_item,
    set_item,
)
from checkins.services.moments import (
    LapseReport,
    MomentReceipt,
    MomentSubmission,
    NothingToTakeBack,
    TooManyToday,
    Urge,
    log_urge,
    report_lapse,
)
from checkins.services.telling import WhoSees, who_sees

__all__ = [
    "BASES",
    "LANGUAGES",
    "PRESENT",
    "AlreadyAsked",
    "AlreadyCheckedIn",
    "AlreadyEnded",
    "Answers",
    "CheckInInvalid",
    "Form",
    "LapseReport",
    "MomentReceipt",
    "MomentSubmission",
    "NoGoal",
    "NotYet",
    "NothingToTakeBack",
    "OutcomeReceipt",
    "OutcomeSubmission",
    "Receipt",
    "Submission",
    "Told",
    "TooManyItems",
    "TooManyToday",
    "Urge",
    "Wanted",
    "WhoSees",
    "answers_of",
    "change_item",
    "correct_checkin",
    "end_item",
    "keep_outcome",
    "log_urge",
    "present_form",
    "report_lapse",
    "set_item",
    "submit_checkin",
    "tell_history",
    "who_sees",
    "words_of",
]  # fmt: skip
