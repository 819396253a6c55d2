"""What time alone brings about: unanswered alerts climb, silence is noticed, failures climb."""

from datetime import datetime, timedelta
from uuid import UUID

from alerts import services, telling
from alerts.models import Alert, Step
from core.identity import System, acting_as
from delivery.models import Delivery
from program import selectors as program_selectors

PREFIX = "alert:"
ONE_TICK = timedelta(minutes=1)


def escalate_unanswered(*, at: datetime) -> int:
    """Tell the next rung of every alert that nobody acknowledged in time; return how many.

    One transaction for each alert: a failure over one leaves the others told.
    """
    escalated = 0
    while _escalate_one(at=at):
        escalated += 1
    return escalated


def _escalate_one(*, at: datetime) -> bool:
    with acting_as(System.ASSESSOR):
        alert = (
            Alert.objects.select_for_update(skip_locked=True)
            .filter(acknowledged_at=None, resolved_at=None, due_at__lte=at)
            .order_by("due_at")
            .first()
        )
        if alert is None:
            return False
        telling.climb(alert, at=at)
        # A rung that cannot be reached is due at once; the next tick takes it from there.
        Alert.objects.filter(pk=alert.pk, due_at__lte=at).update(due_at=at + ONE_TICK)
    return True


def on_undelivered(*, delivery_id: UUID, at: datetime) -> None:
    """Climb at once when a message of an alert could not be delivered."""
    delivery = Delivery.objects.filter(pk=delivery_id, cause__startswith=PREFIX).first()
    if delivery is None:
        return
    _, alert_id, rung, _ = delivery.cause.split(":")
    alert = Alert.objects.select_for_update().get(pk=alert_id)
    telling.note(
        alert, Step.Kind.NOT_DELIVERED, at=at, rung=int(rung), person_id=delivery.person_id
    )
    if alert.acknowledged_at is None and alert.rung == int(rung):
        telling.climb(alert, at=at)


def sweep_missed_checkins(*, at: datetime) -> int:
    """Assess the silence of every enrolled client; return how many findings were kept."""
    with acting_as(System.ASSESSOR):
        enrolments = program_selectors.enrolments_in_force(at=at)
        whereabouts = [
            services.Whereabouts(row.client_id, today=today, since=row.active_from)
            for row, today in enrolments
        ]
        findings = list(services.silent_clients(whereabouts))
        for finding in sorted(findings, key=lambda found: str(found.client_id)):
            services.keep_finding(finding=finding, at=at)
    return len(findings)
