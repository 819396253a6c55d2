"""What is done for and about people who ask to be called."""

from admissions.services.asking import (
    Ask,
    FormExpired,
    TooManyRequests,
    ask_for_call,
    new_form,
)
from admissions.services.inbox import (
    AlreadyClosed,
    NotClosed,
    close,
    prune,
    record_call,
    reopen,
)

__all__ = [
    "AlreadyClosed",
    "Ask",
    "FormExpired",
    "NotClosed",
    "TooManyRequests",
    "ask_for_call",
    "close",
    "new_form",
    "prune",
    "record_call",
    "reopen",
]
