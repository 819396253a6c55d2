"""Refusals that several services share."""

from datetime import date

from care.rules.days import Span
from core.errors import Refused
from core.said import say


class DayNotOpen(Refused):
    """A day that cannot be meant there."""

    status = 400
    code = "invalid"


class TooMany(Refused):
    """A list that nobody could look after any more."""

    code = "too_many"


def refuse_day(field: str, day: date | None, span: Span) -> None:
    """Raise DayNotOpen when a day that was named lies outside."""
    if day is not None and day not in span:
        sentence = say(
            "Choose a day between {first} and {last}.",
            first=span.first.isoformat(),
            last=span.last.isoformat(),
        )
        raise DayNotOpen(sentence, fields={field: [sentence]})
