"""What time alone brings about: unanswered alerts climb, silence is noticed, failures climb."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from alerts import services, telling
from alerts.models import Alert, Step
from core.identity import System, acting_as
from delivery.models import Delivery
from program import selectors as program_selectors

PREFIX = "alert:"
ONE_TICK = timedelta(minutes=1)
Item = TypeVar("Item")


def escalate_unanswered(*, at: datetime) -> int:
    """Tell the next rung of every alert that nobody acknowledged in time; return how many."""
    unanswered = Alert.objects.filter(acknowledged_at=None, resolved_at=None, due_at__lte=at)
    with acting_as(System.ASSESSOR):
        due = list(unanswered.order_by("due_at").values_list("pk", flat=True))
    return _each(due, lambda alert_id: _escalate(alert_id, at=at))


def _each(items: Iterable[Item], work: Callable[[Item], bool]) -> int:
    """Do the work in a transaction for each item; return for how many it did something.

    A failure over one leaves the others done, and is raised after the last of them.
    """
    done, failures = 0, []
    for item in items:
        try:
            with acting_as(System.ASSESSOR):
                done += work(item)
        except Exception as error:  # noqa: BLE001  (raised below: nobody's alert waits for another's)
            failures.append(error)
    if failures:
        raise ExceptionGroup(f"{len(failures)} failed, {done} were done", failures)
    return done


def _escalate(alert_id: UUID, *, at: datetime) -> bool:
    # Asked again under the lock: another worker may have told, or somebody answered, meanwhile.
    alert = (
        Alert.objects.select_for_update(skip_locked=True)
        .filter(pk=alert_id, acknowledged_at=None, resolved_at=None, due_at__lte=at)
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
    # Its path is none of our business, and may be the very thing that could not be read.
    told = Delivery.objects.filter(pk=delivery_id, cause__startswith=PREFIX)
    delivery = told.defer("path").first()
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
    return _each(findings, lambda finding: _keep(finding, at=at))


def _keep(finding: services.Finding, *, at: datetime) -> bool:
    services.keep_finding(finding=finding, at=at)
    return True
