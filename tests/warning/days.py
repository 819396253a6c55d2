"""One client's days, made plainly, for tests of the warning score."""

from datetime import date, timedelta

from alerts.warning.parameters import DEFAULT
from alerts.warning.window import Answers, Past, Window, window_of

TODAY = date(2026, 3, 2)
CALM = {
    "craving": 2, "mood": 6, "stress": 4, "confidence": 7, "sleep_quality": 6,
    "sleep_hours": 7.0, "connection": 6,
}  # fmt: skip
HARD = {
    "craving": 8, "mood": 2, "stress": 9, "confidence": 2, "sleep_quality": 2,
    "sleep_hours": 4.0, "connection": 2,
}  # fmt: skip


def day(days_ago: int, items: dict[str, float], **more: bool) -> Answers:
    """One day's answers."""
    return Answers(TODAY - timedelta(days=days_ago), {**items}, **more)


def calm_days(count: int = 60, *, but: dict[int, dict[str, float]] | None = None) -> list[Answers]:
    """A row of calm days up to today, some with other answers: {days ago: answers}."""
    return [day(ago, {**CALM, **(but or {}).get(ago, {})}) for ago in range(count)]


def here(days: list[Answers], *, since: int = 90, **past: float) -> Window:
    """The window of a client who began so many days ago."""
    began = Past(first_day=TODAY - timedelta(days=since), **past)
    return window_of(days, on=TODAY, past=began, parameters=DEFAULT)
