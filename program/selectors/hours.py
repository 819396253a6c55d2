"""When a program's doors are open, and who holds a licence."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from program.models import Holiday, Licence, OpeningHours, Program

# Where an administrator has not said otherwise: Monday to Friday, nine to five (chosen).
USUAL: Mapping[int, tuple[int, int]] = dict.fromkeys(range(5), (9 * 60, 17 * 60))


@dataclass(frozen=True)
class Opening:
    """A program's zone, its hours by weekday (minutes of the day), and the days it is closed."""

    timezone: str
    by_weekday: Mapping[int, tuple[int, int]] = field(default_factory=lambda: USUAL)
    closed_on: frozenset[date] = frozenset()


def opening_of(program: Program) -> Opening:
    """Return when a program is open. Two statements."""
    rows = OpeningHours.objects.filter(program=program)
    by_weekday = {row.weekday: (row.opens, row.closes) for row in rows}
    holidays = Holiday.objects.filter(program=program).values_list("on", flat=True)
    return Opening(program.timezone, by_weekday or USUAL, frozenset(holidays))


def is_licensed(person_id: UUID) -> bool:
    """Say whether somebody's licence is on file. Row security shows one's own."""
    return Licence.objects.filter(person_id=person_id, ended_at=None).exists()
