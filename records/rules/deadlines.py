"""By when the program must answer or tell: plain days, counted from the day of receipt."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

# 45 CFR 164.524(b)(2): thirty days, and once thirty more for a reason in writing.
DAYS_TO_ANSWER = 30
MOST_DAYS_TO_ANSWER = 60
# 45 CFR 164.404, 164.406 and 164.408.
DAYS_TO_TELL = 60
MANY = 500

Whom = Literal["people", "hhs", "media", "massachusetts"]


@dataclass(frozen=True)
class Deadline:
    """Whom to tell, by when (None: as soon as practicable), and whether that was done."""

    whom: Whom
    by: date | None
    told_on: date | None

    def is_late(self, today: date) -> bool:
        """Say whether the day has passed and nobody was told."""
        return self.told_on is None and self.by is not None and self.by < today


@dataclass(frozen=True)
class Extent:
    """How many people an incident touched: in all, most in one state, in Massachusetts."""

    people: int
    most_in_one_state: int
    in_massachusetts: int


def due_on(received_on: date, *, extended: bool = False) -> date:
    """Return the last day for an answer to a request for access."""
    return received_on + timedelta(days=MOST_DAYS_TO_ANSWER if extended else DAYS_TO_ANSWER)


def after_a_breach(
    discovered_on: date, extent: Extent, told: dict[Whom, date | None]
) -> list[Deadline]:
    """Return whom the law wants told of a breach, and by when.

    People within 60 days of discovery. HHS by the same day for 500 people or more, else within 60
    days of the year's end. The media by the same day for more than 500 in one state. Massachusetts
    (its residents, the Attorney General and the consumer office) as soon as practicable.
    """
    soon = discovered_on + timedelta(days=DAYS_TO_TELL)
    year_end = date(discovered_on.year, 12, 31) + timedelta(days=DAYS_TO_TELL)
    wanted: list[tuple[Whom, date | None]] = [
        ("people", soon),
        ("hhs", soon if extent.people >= MANY else year_end),
    ]
    if extent.most_in_one_state > MANY:
        wanted.append(("media", soon))
    if extent.in_massachusetts:
        wanted.append(("massachusetts", None))
    return [Deadline(whom, by, told.get(whom)) for whom, by in wanted]
