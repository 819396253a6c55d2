"""Alerts of which nobody could be reached, the rota, and what waits for digests."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from alerts.models import Agreement, Alarm, Alert, DigestWish, Pager, RotaShift
from delivery.models import WEBHOOK, Delivery
from program.models import Program


def unreachable() -> QuerySet[Alert]:
    """Return open alerts of which nobody who should be told could be reached."""
    rows = Alert.objects.filter(unreachable_at__isnull=False, acknowledged_at=None)
    return (
        rows.filter(resolved_at=None).select_related("client", "owner").order_by("unreachable_at")
    )


def rota(program: Program, *, start: datetime, end: datetime) -> QuerySet[RotaShift]:
    """Return who is on call in a period, in time."""
    rows = RotaShift.objects.filter(program=program, starts_at__lt=end, ends_at__gt=start)
    return rows.select_related("person").order_by("starts_at", "place")


def pagers(program: Program) -> QuerySet[Pager]:
    """Return a program's pagers that are in use; without opening their secrets."""
    rows = Pager.objects.filter(program=program, ended_at=None)
    return rows.defer("secret", "former_secret").order_by("label")


def last_calls(pagers: Iterable[UUID]) -> dict[UUID, Delivery]:
    """Return the newest call to each of these pagers."""
    names = {f"pager:{key}": key for key in pagers}
    rows = Delivery.objects.filter(channel=WEBHOOK, address__in=list(names)).defer("path")
    newest = rows.order_by("address", "-created_at").distinct("address")
    return {names[row.address]: row for row in newest}


def digest_wish(person_id: UUID) -> DigestWish:
    """Return when a person wants their digest; the usual time where they did not say."""
    found = DigestWish.objects.filter(person_id=person_id).first()
    return found or DigestWish(person_id=person_id)


def accepted(person_id: UUID, *, text: str, version: str) -> Agreement | None:
    """Return when a person accepted this version of a text, or None."""
    rows = Agreement.objects.filter(person_id=person_id, text=text, version=version)
    return rows.first()


def alarms() -> QuerySet[Alarm]:
    """Return parts that stand still or did, and whether it is `over`."""
    return Alarm.objects.annotate(over=Q(ended_at__isnull=False))
