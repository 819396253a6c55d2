"""When an alert must be answered, who is told next, and which news is one alert. Pure."""

from alerts.ladder.digests import next_digest
from alerts.ladder.families import family_of
from alerts.ladder.hours import (
    Hours,
    closing,
    end_of_working_day,
    is_open,
    last_shift_change,
    next_opening,
)
from alerts.ladder.rota import PLACES, Shift, next_group, order, unwatched
from alerts.ladder.times import ANSWER_WITHIN, answer_by, due_by, is_bundled

__all__ = [
    "ANSWER_WITHIN",
    "PLACES",
    "Hours",
    "Shift",
    "answer_by",
    "closing",
    "due_by",
    "end_of_working_day",
    "family_of",
    "is_bundled",
    "is_open",
    "last_shift_change",
    "next_digest",
    "next_group",
    "next_opening",
    "order",
    "unwatched",
]
