"""Times at which nobody would be watching: administrators are told of each, once."""

from datetime import datetime, timedelta

from alerts import ladder, selectors, telling
from alerts.escalation.each import each
from alerts.models import RotaGap
from core.identity import System, acting_as
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind
from program.models import Program

AHEAD = timedelta(days=14)


def warn_of_gaps(*, at: datetime) -> int:
    """Look two weeks ahead and tell of gaps that nobody was told of; return for how many programs.

    However many there are, a program's new gaps are one message.
    """
    with acting_as(System.ASSESSOR):
        programs = list(Program.objects.filter(enrolments__active_until=None).distinct())
    return each(programs, lambda program: _warn(program, at=at))


def _warn(program: Program, *, at: datetime) -> bool:
    gaps = selectors.rota_gaps(program, start=at, end=at + AHEAD)
    known = RotaGap.objects.filter(program=program, ends_at__gt=at)
    told = [ladder.Shift(row.starts_at, row.ends_at) for row in known]
    fresh = [gap for gap in gaps if not any(_is_within(gap, other) for other in told)]
    # The end of what we look at is no gap's own: it is told of when it is whole.
    fresh = [gap for gap in fresh if gap.ends_at < at + AHEAD]
    rows = [
        RotaGap(program=program, starts_at=gap.starts_at, ends_at=gap.ends_at, told_at=at)
        for gap in fresh
    ]
    if not rows:
        return False
    RotaGap.objects.bulk_create(rows)
    cause = Cause(Kind.ALERT, f"rota:{rows[0].pk}", "/rota")
    delivery_services.queue(people=telling.administrators(), cause=cause, due_at=at)
    return True


def _is_within(gap: ladder.Shift, other: ladder.Shift) -> bool:
    return other.starts_at <= gap.starts_at and gap.ends_at <= other.ends_at
