"""Who is on call at a moment, for whoever has something to tell them."""

from datetime import datetime
from uuid import UUID

from alerts import ladder
from alerts.models import RotaShift


def first_on_call(*, program_id: UUID | None, at: datetime) -> set[UUID]:
    """Return who is first on call at a program, or at each of them when none is named.

    The first place of the rota that somebody holds; nobody whose account was closed.
    """
    rows = RotaShift.objects.filter(starts_at__lte=at, ends_at__gt=at, person__is_active=True)
    if program_id:
        rows = rows.filter(program_id=program_id)
    first: dict[UUID, RotaShift] = {}
    for row in sorted(rows, key=lambda shift: ladder.PLACES.index(shift.place)):
        first.setdefault(row.program_id, row)
    return {row.person_id for row in first.values()}
