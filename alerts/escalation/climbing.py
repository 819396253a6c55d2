"""Unanswered alerts climb, messages that failed climb, what was given to somebody is told."""

from datetime import datetime, timedelta
from uuid import UUID

from alerts import ladder, telling
from alerts.escalation.each import each
from alerts.models import Alert, Bundled, Step
from core.identity import System, acting_as
from delivery.models import Delivery

PREFIX, DIGEST = "alert:", "digest:"
ONE_TICK = timedelta(minutes=1)


def escalate_unanswered(*, at: datetime) -> int:
    """Tell the next people of every alert that nobody acknowledged in time; return how many."""
    unanswered = Alert.objects.filter(acknowledged_at=None, resolved_at=None, due_at__lte=at)
    with acting_as(System.ASSESSOR):
        due = list(unanswered.order_by("due_at").values_list("pk", flat=True))
    return each(due, lambda alert_id: _escalate(alert_id, at=at))


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
    # Somebody who cannot be reached is due at once; the next tick takes it from there.
    Alert.objects.filter(pk=alert.pk, due_at__lte=at).update(due_at=at + ONE_TICK)
    return True


def on_undelivered(*, delivery_id: UUID, at: datetime) -> None:
    """Climb at once when a message of an alert could not be delivered."""
    # Its path is none of our business, and may be the very thing that could not be read.
    delivery = Delivery.objects.filter(pk=delivery_id).defer("path").first()
    if delivery is None:
        return
    word, _, rest = delivery.cause.partition(":")
    if f"{word}:" in {PREFIX, telling.PAGED}:
        alert_id, rung, *_ = rest.split(":")
        _not_delivered(UUID(alert_id), int(rung), delivery.person_id, at=at)
    elif f"{word}:" == DIGEST:
        for item in Bundled.objects.filter(digest_id=UUID(rest)):
            _not_delivered(item.alert_id, item.rung, delivery.person_id, at=at)


def _not_delivered(alert_id: UUID, rung: int, person_id: UUID | None, *, at: datetime) -> None:
    alert = Alert.objects.select_for_update().get(pk=alert_id)
    telling.note(alert, Step.Kind.NOT_DELIVERED, at=at, rung=rung, person_id=person_id)
    waiting = alert.acknowledged_at is None and alert.resolved_at is None
    if waiting and alert.due_at is not None and alert.rung == rung:
        telling.climb(alert, at=at)


def tell_again(*, alert_id: UUID, at: datetime) -> None:
    """Begin a round about an alert that somebody opened again."""
    alert = _open(alert_id)
    if alert is not None:
        hours = telling.hours_for(alert.client_id)
        by = ladder.due_by(tier=alert.tier, raised_at=at, hours=hours)
        Alert.objects.filter(pk=alert.pk).update(due_by=by)
        telling.begin(alert, at=at)


def tell_owner(*, alert_id: UUID, person_id: UUID, at: datetime) -> None:
    """Tell the person to whom an alert was given; if they do not answer, it climbs from there."""
    alert = _open(alert_id)
    if alert is None:
        return
    if alert.owner_id != person_id:
        # An administrator named them, who may not write into a client's record.
        given = telling.Said(details={"to": str(person_id)})
        telling.note(alert, Step.Kind.ASSIGNED, at=at, said=given)
        Alert.objects.filter(pk=alert.pk).update(owner=person_id)
    telling.tell_only(alert, person_id, at=at)


def _open(alert_id: UUID) -> Alert | None:
    """Return the alert unless somebody answered meanwhile."""
    open_ones = Alert.objects.filter(acknowledged_at=None, resolved_at=None)
    return open_ones.select_for_update().filter(pk=alert_id).first()
