"""On which days a questionnaire falls due, and whether it was answered for. Pure."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

EVERY_DAYS = {"every_week": 7, "every_2_weeks": 14, "every_4_weeks": 28}
# How long an answer is asked for, unless a clinician says otherwise. Chosen: a measure that is
# given a week late no longer speaks of the week that was meant.
WINDOW_DAYS = {
    "once": 14, "every_week": 7, "every_2_weeks": 7, "every_4_weeks": 7, "at_intake": 14,
    "on_level_change": 14,
}  # fmt: skip


@dataclass(frozen=True)
class Asking:
    """One schedule as far as the calendar goes."""

    cadence: str
    starts_on: date
    window_days: int
    occasions: Collection[date] = ()  # of what the calendar does not tell
    enrolled_on: date | None = None  # for what is asked at intake


@dataclass(frozen=True)
class Window:
    """The days on which one asking can be answered: the first, and the last, both included."""

    due_on: date
    until: date


def window_on(asking: Asking, on: date) -> Window | None:
    """Return the window that `on` falls into, the newest one where several do."""
    if on < asking.starts_on and asking.cadence != "at_intake":
        return None
    length = timedelta(days=asking.window_days - 1)
    for due_on in sorted(_due_days(asking, on), reverse=True):
        if due_on <= on <= due_on + length:
            return Window(due_on, due_on + length)
    return None


def is_answered(window: Window, answered_on: Iterable[date]) -> bool:
    """Say whether any of these days of answers falls into the window."""
    return any(window.due_on <= day <= window.until for day in answered_on)


def _due_days(asking: Asking, on: date) -> list[date]:
    if asking.cadence == "once":
        return [asking.starts_on]
    if asking.cadence == "at_intake":
        # For somebody who came before it was assigned, intake is the day of assigning.
        came = asking.enrolled_on
        return [max(came, asking.starts_on)] if came else []
    if asking.cadence == "on_level_change":
        return [day for day in asking.occasions if day >= asking.starts_on]
    days = EVERY_DAYS[asking.cadence]
    return [asking.starts_on + timedelta(days=(on - asking.starts_on).days // days * days)]
