"""Let clinicians answer alerts: take one on, then close it. One of them wins, on record."""

from dataclasses import asdict, dataclass
from datetime import datetime

from alerts import telling
from alerts.models import Alert, Step
from core import audit
from core.audit import Actor
from core.errors import Refused


class AlreadyAcknowledged(Refused):
    """Somebody answered before."""

    code = "already_acknowledged"
    sentence = "Someone already acknowledged this."


class ChangedMeanwhile(Refused):
    """It became graver between being read and being taken on."""

    code = "changed_meanwhile"
    sentence = "This became more urgent since you read it. Please look again, then acknowledge."


class NotAcknowledged(Refused):
    """An alert is resolved by somebody who first took it on."""

    code = "not_acknowledged"
    sentence = "Acknowledge this first, then resolve it."


class AlreadyResolved(Refused):
    """It is over; what was written then stays."""

    code = "already_resolved"
    sentence = "Someone already resolved this."


@dataclass(frozen=True)
class Closing:
    """What was done, what came of it, and a note. All three are required."""

    action: str
    outcome: str
    note: str


def acknowledge(*, alert: Alert, actor: Actor, at: datetime, seen_tier: str = "") -> Alert:
    """Take an alert on, as grave as it was when it was read (`seen_tier`, when that is known).

    One clinician wins; raises AlreadyAcknowledged for the others, and ChangedMeanwhile.
    """
    waiting = Alert.objects.filter(pk=alert.pk, acknowledged_at=None)
    as_seen = waiting.filter(tier=seen_tier) if seen_tier else waiting
    won = as_seen.update(acknowledged_at=at, acknowledged_by=actor.id)
    alert.refresh_from_db()
    if not won and alert.acknowledged_at is None:
        raise ChangedMeanwhile
    if not won:
        by = alert.acknowledged_by
        raise AlreadyAcknowledged(
            by={"name": by.name if by else ""}, at=_iso(alert.acknowledged_at)
        )
    telling.note(alert, Step.Kind.ACKNOWLEDGED, at=at, person_id=actor.id)
    _record(actor, "acknowledge", alert, at=at)
    return alert


def resolve(*, alert: Alert, closing: Closing, actor: Actor, at: datetime) -> Alert:
    """Close an alert with action, outcome and note; raises NotAcknowledged, AlreadyResolved."""
    won = Alert.objects.filter(pk=alert.pk, acknowledged_at__isnull=False, resolved_at=None).update(
        resolved_at=at, resolved_by=actor.id, **asdict(closing)
    )
    alert.refresh_from_db()
    if not won:
        raise AlreadyResolved if alert.resolved_at else NotAcknowledged
    telling.note(alert, Step.Kind.RESOLVED, at=at, person_id=actor.id)
    _record(actor, "resolve", alert, at=at)
    return alert


def _record(actor: Actor, action: str, alert: Alert, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="alerts_alert", subject_id=alert.pk,
        clients=[alert.client_id], at=at,
    )  # fmt: skip


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
