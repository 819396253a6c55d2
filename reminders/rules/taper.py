"""What is reminded of after discharge: less and less, and nothing after four weeks.

Sessions, check-ins and questionnaires end with the enrolment. Exercises and the evening's goal
come daily in the first week, every second day in the second, once a week in the third and fourth.
Medication and refills keep their own times for four weeks: every second reminder would be worse
than none.
"""

from datetime import date

LASTS_DAYS = 28
WHOLE = {"medication", "refill"}
TAPERED = {"exercise", "evening_goal"}


def still_reminded(*, kind: str, on: date, left_on: date) -> bool:
    """Say whether a kind is reminded of on a day, at or after the day from which somebody left."""
    day = (on - left_on).days
    if day >= LASTS_DAYS:
        return False
    if kind in WHOLE:
        return True
    if kind not in TAPERED:
        return False
    if day < 7:
        return True
    return day % 2 == 1 if day < 14 else day % 7 == 0
