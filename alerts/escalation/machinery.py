"""What carries alerts is watched itself: a part that stands still for five minutes is an alarm."""

from datetime import datetime, timedelta
from uuid import UUID

from alerts import telling
from alerts.models import Alarm
from core import outbox
from core.identity import System, acting_as
from delivery import selectors as delivery_selectors
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind

LONGEST_WAIT = timedelta(minutes=5)  # well within the shortest time to answer an alert


def watch_machinery(*, at: datetime) -> int:
    """Raise an alarm for each part that stands still, end those that are over; return how many
    were raised. Administrators are told of each once, while it lasts.
    """
    still = _standing_still(at=at)
    with acting_as(System.ASSESSOR):
        known = dict(Alarm.objects.filter(ended_at=None).values_list("part", "pk"))
        over = [pk for part, pk in known.items() if part not in still]
        Alarm.objects.filter(pk__in=over).update(ended_at=at)
        fresh = [Alarm(part=part, raised_at=at) for part in sorted(still - set(known))]
        Alarm.objects.bulk_create(fresh, ignore_conflicts=True)
        for alarm in fresh:
            _tell(alarm.pk, at=at)
    return len(fresh)


def _standing_still(*, at: datetime) -> set[str]:
    parked, waited = outbox.backlog(at=at)
    with acting_as(System.CARRIER):
        delivery_waited = delivery_selectors.longest_wait(at=at)
        dead = delivery_selectors.dead_alerts(since=at - timedelta(days=1))
    parts = {
        Alarm.Part.OUTBOX: bool(parked) or waited > LONGEST_WAIT,
        Alarm.Part.DELIVERIES: delivery_waited > LONGEST_WAIT,
        Alarm.Part.DEAD_LETTERS: dead > 0,
    }
    return {part.value for part, stands in parts.items() if stands}


def _tell(alarm_id: UUID, *, at: datetime) -> None:
    cause = Cause(Kind.ALERT, f"alarm:{alarm_id}", "/alarms")
    delivery_services.queue(people=telling.administrators(), cause=cause, due_at=at)
