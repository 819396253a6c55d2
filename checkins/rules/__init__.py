"""The arithmetic of check-ins: days and clocks, forms and their items, days well."""

from checkins.rules.days import (
    CLOCK_TOLERANCE,
    DAYS_BACK,
    LAPSE_DAYS_BACK,
    LATE_AFTER,
    LONGEST_OFFLINE,
    Window,
    is_clock_suspect,
    is_late,
    judged_day,
    open_days,
)
from checkins.rules.forms import (
    FORM,
    SHORT,
    Asked,
    form_version,
    items_of_form,
    same_words,
    wrong_answers,
)
from checkins.rules.well import DaysWell, days_well

__all__ = [
    "CLOCK_TOLERANCE", "DAYS_BACK", "FORM", "LAPSE_DAYS_BACK", "LATE_AFTER", "LONGEST_OFFLINE",
    "SHORT", "Asked", "DaysWell", "Window", "days_well", "form_version", "is_clock_suspect",
    "is_late", "items_of_form", "judged_day", "open_days", "same_words", "wrong_answers",
]  # fmt: skip
