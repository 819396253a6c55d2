"""Who is watching a client's answers at a moment, and when nobody is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from alerts import ladder
from alerts.models import RotaShift
from program import selectors as program_selectors
from program.models import Program

LOOKS_AHEAD = timedelta(days=14)
MOST_SHIFTS = 2000


@dataclass(frozen=True)
class Watch:
    """Whether somebody is there or on call; until when, or from when on again.

    `seen_by` is the moment by which a person will have seen what is said now; None when nobody is
    to come within two weeks.
    """

    watched: bool
    until: datetime | None
    again_at: datetime | None
    seen_by: datetime | None
    program: Program | None


def hours_of(program: Program | None) -> ladder.Hours:
    """Return a program's opening hours; the usual ones for a client who is in none."""
    if program is None:
        return ladder.Hours("America/New_York", program_selectors.USUAL)
    opening = program_selectors.opening_of(program)
    return ladder.Hours(opening.timezone, opening.by_weekday, opening.closed_on)


def rota_gaps(program: Program, *, start: datetime, end: datetime) -> list[ladder.Shift]:
    """Return the times between two moments when the doors are closed and nobody is on call.

    A shift of somebody whose account was closed counts for nothing.
    """
    rows = RotaShift.objects.filter(
        program=program, starts_at__lt=end, ends_at__gt=start, person__is_active=True
    ).order_by("starts_at")
    shifts = [ladder.Shift(*times) for times in rows.values_list("starts_at", "ends_at")]
    return ladder.unwatched(
        hours=hours_of(program), shifts=shifts[:MOST_SHIFTS], start=start, end=end
    )


def watching(*, client_id: UUID, at: datetime, tier: str = "high") -> Watch:
    """Say who watches a client's answers at `at`, and when something so grave will be seen.

    Critical and high are seen by whoever is on call; medium waits for a working day.
    """
    program = program_selectors.program_of(person_id=client_id)
    if program is None:
        return Watch(False, None, None, None, None)
    end = at + LOOKS_AHEAD
    gaps = rota_gaps(program, start=at, end=end)
    hours = hours_of(program)
    if not gaps or gaps[0].starts_at > at:
        until = gaps[0].starts_at if gaps else None
        return Watch(True, until, None, _seen(tier, at, hours), program)
    again = gaps[0].ends_at if gaps[0].ends_at < end else None
    seen = _seen(tier, again, hours) if again else None
    return Watch(False, None, again, seen, program)


def _seen(tier: str, at: datetime, hours: ladder.Hours) -> datetime | None:
    return ladder.answer_by(tier=tier, rung=0, told_at=at, hours=hours)
