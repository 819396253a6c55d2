"""Who on a caseload needs somebody first. Pure; the database sorts by the very same order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

Code = Literal["critical", "high", "overdue", "silent", "medium", "watch", "none"]
ORDER: tuple[Code, ...] = ("critical", "high", "overdue", "silent", "medium", "watch", "none")
GRAVITY: Mapping[str, int] = {"": 0, "watch": 1, "medium": 2, "high": 3, "critical": 4}
SILENT_DAYS = 3  # chosen: three whole days without a check-in, as for somebody who is regular


@dataclass(frozen=True)
class Standing:
    """What the order looks at.

    `gravest` is the gravest tier of the alerts that nobody resolved ("" when there is none);
    `overdue_from` when the first of them is late; `last_on` the newest day with a check-in, or
    the day before the first day of the enrolment when there is none.
    """

    gravest: str
    overdue_from: datetime | None
    last_on: date


def need(standing: Standing, *, today: date, now: datetime) -> Code:
    """Return the first of ORDER that fits: an open critical alert, an open high one, one of any
    tier that is late, three days of silence or more, a medium one, one to watch, or none.
    """
    if standing.gravest in ("critical", "high"):
        return "critical" if standing.gravest == "critical" else "high"
    if standing.overdue_from is not None and standing.overdue_from <= now:
        return "overdue"
    if silent_days(standing.last_on, today=today) >= SILENT_DAYS:
        return "silent"
    rest: dict[str, Code] = {"medium": "medium", "watch": "watch"}
    return rest.get(standing.gravest, "none")


def silent_days(last_on: date, *, today: date) -> int:
    """Return how many whole days lie between the last check-in and today; 0 for both of them."""
    return max(0, (today - last_on).days - 1)
