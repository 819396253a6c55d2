"""How long requests are kept, and how many may come. Chosen figures; docs/clinical-numbers.md."""

from dataclasses import dataclass
from datetime import timedelta

CLOSED_KEPT = timedelta(days=90)  # long enough to answer "did anybody call me?"
SUSPECTED_KEPT = timedelta(days=30)
LEAST_TIME_TO_FILL = timedelta(seconds=3)
FORM_LASTS = timedelta(hours=2)
MOST_ASKED_PER_DAY = 500  # beyond it somebody floods the inbox, from however many addresses


@dataclass(frozen=True)
class Limit:
    """So many of something within a time; the name tells limits apart."""

    name: str
    most: int
    within: timedelta


# A library or a shelter shares one address, so the hour is generous and the day not ten times it.
PER_ADDRESS = (
    Limit("hour", 10, timedelta(hours=1)),
    Limit("day", 30, timedelta(days=1)),
)
