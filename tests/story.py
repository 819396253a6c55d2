"""The moment at which the stories are told: today at 16:00 UTC, late morning in New York.

It follows the calendar because row security reads the database's own clock, which no test can set.
Today is New York's: there the cast live, and a check-in of yesterday evening must not be today's.
"""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from core import clock

TODAY = clock.now().astimezone(ZoneInfo("America/New_York")).date()
STORY_TIME = datetime.combine(TODAY, time(16, 0), tzinfo=UTC)
STORY_DAY = STORY_TIME.date()


def days_ago(days: int) -> str:
    """Return the day so many days before the story, as the API writes days."""
    return (STORY_DAY - timedelta(days=days)).isoformat()
