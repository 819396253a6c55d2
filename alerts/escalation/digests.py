"""What is not urgent is told together, at the time that each reader chose."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Min

from accounts.models import User
from alerts import ladder, telling
from alerts.escalation.climbing import DIGEST
from alerts.escalation.each import each
from alerts.models import HALF_PAST_EIGHT, WORKING_DAYS, Bundled, Digest, DigestWish, Step
from core.identity import System, acting_as, lock
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind

WAITING = {"digest": None, "answered_at": None}


def send_digests(*, at: datetime) -> int:
    """Send each person whose time has come one message for all that waits; return how many.

    An alert ends in one digest of each person, unless it was answered before.
    """
    with acting_as(System.ASSESSOR):
        first = Bundled.objects.filter(**WAITING).values("person_id")
        since = dict(first.annotate(since=Min("kept_at")).values_list("person_id", "since"))
        due = [one for one in since if _due_at(one, since[one]) <= at]
    return each(due, lambda person_id: _send(person_id, at=at))


def _due_at(person_id: UUID, since: datetime) -> datetime:
    """Return when what waits since then is due, on the person's own clock."""
    wish = DigestWish.objects.filter(person_id=person_id).first()
    zone = User.objects.values_list("timezone", flat=True).get(pk=person_id)
    return ladder.next_digest(
        after=since,
        minute=wish.minute if wish else HALF_PAST_EIGHT,
        weekdays=wish.weekdays if wish else WORKING_DAYS,
        timezone=zone,
    )


def _send(person_id: UUID, *, at: datetime) -> bool:
    lock(f"digest:{person_id}")
    items = list(
        Bundled.objects.select_related("alert")
        .filter(person_id=person_id, kept_at__lt=at, **WAITING)
        .order_by("kept_at")
    )
    answered = [item.pk for item in items if _is_answered(item)]
    Bundled.objects.filter(pk__in=answered).update(answered_at=at)
    left = [item for item in items if item.pk not in answered]
    if not left:
        return False
    digest = Digest(person_id=person_id, at=at)
    digest.save(force_insert=True)
    Bundled.objects.filter(pk__in=[item.pk for item in left]).update(digest=digest)
    cause = Cause(Kind.DIGEST, f"{DIGEST}{digest.pk}", "/inbox")
    reached = delivery_services.queue(people=[person_id], cause=cause, due_at=at)
    _note(left, Step.Kind.TOLD if reached else Step.Kind.NOT_DELIVERED, at=at)
    return True


def _is_answered(item: Bundled) -> bool:
    return bool(item.alert.acknowledged_at or item.alert.resolved_at)


def _note(items: Iterable[Bundled], kind: str, *, at: datetime) -> None:
    for item in items:
        # No word of the round: that they were to be told is there already.
        telling.note(item.alert, kind, at=at, rung=item.rung, person_id=item.person_id)
        waits = item.alert.due_at is not None and item.alert.rung == item.rung
        if kind == Step.Kind.NOT_DELIVERED and waits:
            telling.climb(item.alert, at=at)
