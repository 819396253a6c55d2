"""At a change of shift, critical alerts that somebody took on and did not close open again."""

from datetime import datetime
from uuid import UUID

from alerts import ladder, selectors, telling
from alerts.escalation.each import each
from alerts.models import Alert, RotaShift, Step
from core.identity import System, acting_as
from program import selectors as program_selectors


def reopen_at_shift_change(*, at: datetime) -> int:
    """Open again what was taken on before the people in charge changed; return how many."""
    held = Alert.objects.filter(tier="critical", acknowledged_at__isnull=False, resolved_at=None)
    with acting_as(System.ASSESSOR):
        before = [row.pk for row in held.defer("note") if _is_of_an_earlier_shift(row, at=at)]
    return each(before, lambda alert_id: _reopen(alert_id, at=at))


def _is_of_an_earlier_shift(alert: Alert, *, at: datetime) -> bool:
    taken_at = alert.acknowledged_at
    return taken_at is not None and taken_at < _last_change(alert.client_id, at=at)


def _last_change(client_id: UUID, *, at: datetime) -> datetime:
    program = program_selectors.program_of(person_id=client_id)
    begun = RotaShift.objects.filter(program=program, starts_at__lte=at).order_by("-starts_at")
    shifts = frozenset(begun.values_list("starts_at", flat=True)[:1])
    return ladder.last_shift_change(selectors.hours_of(program), at=at, shifts=shifts)


def _reopen(alert_id: UUID, *, at: datetime) -> bool:
    alert = (
        Alert.objects.select_for_update(skip_locked=True)
        .filter(pk=alert_id, acknowledged_at__lt=at, resolved_at=None)
        .first()
    )
    if alert is None or not _is_of_an_earlier_shift(alert, at=at):
        return False
    Alert.objects.filter(pk=alert.pk).update(
        acknowledged_at=None, acknowledged_by=None, owner=None, rung=0
    )
    alert.refresh_from_db()
    why = telling.Said(details={"because": "shift_change"})
    telling.note(alert, Step.Kind.REOPENED, at=at, said=why)
    telling.begin(alert, at=at)
    return True
