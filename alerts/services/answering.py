"""Let clinicians answer alerts: take one on, take that back, close it. One wins, on record."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from alerts import telling
from alerts.models import WITHOUT_CONTACT, Alert, Step
from alerts.services.refusals import (
    AlreadyAcknowledged,
    AlreadyResolved,
    ChangedMeanwhile,
    Invalid,
    NotAcknowledged,
    NotLicensed,
    NotYours,
    TooLateToUndo,
)
from core import audit
from core.audit import Actor
from core.said import say
from program import selectors as program_selectors

UNDO_WITHIN = timedelta(minutes=1)


@dataclass(frozen=True)
class Closing:
    """What was done, what came of it, a note, and when the client was spoken to.

    `contacted_at` is required unless nobody was reached or there was nothing to speak of. `useful`
    may be left unsaid; a no has its reason.
    """

    action: str
    outcome: str
    note: str
    contacted_at: datetime | None = None
    useful: bool | None = None
    useless_because: str = ""


def acknowledge(*, alert: Alert, actor: Actor, at: datetime, seen_tier: str = "") -> Alert:
    """Take an alert on, as grave as it was when it was read (`seen_tier`, when that is known).

    One clinician wins; raises AlreadyAcknowledged for the others, and ChangedMeanwhile.
    """
    waiting = Alert.objects.filter(pk=alert.pk, acknowledged_at=None)
    as_seen = waiting.filter(tier=seen_tier) if seen_tier else waiting
    won = as_seen.update(acknowledged_at=at, acknowledged_by=actor.id, owner=actor.id)
    alert.refresh_from_db()
    if not won and alert.acknowledged_at is None:
        raise ChangedMeanwhile
    if not won:
        raise AlreadyAcknowledged(**taken_by(alert))
    telling.note(alert, Step.Kind.ACKNOWLEDGED, at=at, person_id=actor.id)
    record(actor, "acknowledge", alert, at=at)
    return alert


def undo(*, alert: Alert, actor: Actor, at: datetime) -> Alert:
    """Take one's own acknowledgement back within a minute: the alert waits as if nothing was.

    The time in which it must be answered runs on. Raises NotYours, TooLateToUndo, NotAcknowledged,
    AlreadyResolved.
    """
    mine = Alert.objects.filter(pk=alert.pk, acknowledged_by=actor.id, resolved_at=None)
    won = mine.filter(acknowledged_at__gt=at - UNDO_WITHIN).update(
        acknowledged_at=None, acknowledged_by=None, owner=None
    )
    alert.refresh_from_db()
    if not won:
        _refuse_undo(alert, actor)
    telling.note(alert, Step.Kind.UNDONE, at=at, person_id=actor.id)
    record(actor, "undo", alert, at=at)
    return alert


def _refuse_undo(alert: Alert, actor: Actor) -> None:
    if alert.resolved_at:
        raise AlreadyResolved(**closed_by(alert))
    if alert.acknowledged_at is None:
        raise NotAcknowledged(say("Nobody has acknowledged this."))
    if alert.acknowledged_by_id != actor.id:
        raise NotYours(**taken_by(alert))
    raise TooLateToUndo


def resolve(*, alert: Alert, closing: Closing, actor: Actor, at: datetime) -> Alert:
    """Close an alert with action, outcome, note and time of contact.

    Raises Invalid, NotLicensed, NotAcknowledged, AlreadyResolved.
    """
    _refuse_contact(alert, closing, at=at)
    refuse_unlicensed(alert, actor)
    won = Alert.objects.filter(pk=alert.pk, acknowledged_at__isnull=False, resolved_at=None).update(
        resolved_at=at, resolved_by=actor.id, **asdict(closing)
    )
    alert.refresh_from_db()
    if not won:
        raise AlreadyResolved(**closed_by(alert)) if alert.resolved_at else NotAcknowledged
    telling.note(alert, Step.Kind.RESOLVED, at=at, person_id=actor.id, said=_kept(closing))
    record(actor, "resolve", alert, at=at)
    return alert


def _refuse_contact(alert: Alert, closing: Closing, *, at: datetime) -> None:
    when = closing.contacted_at
    if when is None and closing.outcome not in WITHOUT_CONTACT:
        raise Invalid("contacted_at", say("Say when the client was spoken to."))
    if when is not None and not alert.raised_at - timedelta(days=1) <= when <= at:
        raise Invalid("contacted_at", say("Choose a time up to now, near this alert."))
    if (closing.useful is False) != bool(closing.useless_because):
        raise Invalid("useless_because", say("Say why it was of no use, only when it was not."))


def _kept(closing: Closing) -> telling.Said:
    """Return what stays of a closing when the alert is opened again."""
    when = closing.contacted_at
    codes = {
        "action": closing.action,
        "outcome": closing.outcome,
        "contacted_at": when.isoformat() if when else None,
        "useful": closing.useful,
        "useless_because": closing.useless_because,
    }
    return telling.Said(words=closing.note, details=codes)


def refuse_unlicensed(alert: Alert, actor: Actor) -> None:
    """Raise NotLicensed where a critical alert is in the hands of who may not close it."""
    if alert.tier != "critical":
        return
    if actor.id is None or not program_selectors.is_licensed(actor.id):
        raise NotLicensed


def taken_by(alert: Alert) -> dict[str, Any]:
    """Return who took an alert on, and when, for whoever comes second."""
    by = alert.acknowledged_by
    return {"by": {"name": by.name if by else ""}, "at": _iso(alert.acknowledged_at)}


def closed_by(alert: Alert) -> dict[str, Any]:
    """Return who closed an alert, and when."""
    by = alert.resolved_by
    return {"by": {"name": by.name if by else ""}, "at": _iso(alert.resolved_at)}


def record(actor: Actor, action: str, alert: Alert, *, at: datetime) -> None:
    """Write an answer to the audit trail."""
    audit.record(
        actor=actor, action=action, subject="alerts_alert", subject_id=alert.pk,
        clients=[alert.client_id], at=at,
    )  # fmt: skip


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""
