"""Hand an alert to somebody, lower it, open it again, and find hands where nobody was reached."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction

from accounts.models import Role, User
from alerts import events, telling
from alerts.models import Alert, Charge, Step, Tier
from alerts.services.answering import record, refuse_unlicensed, taken_by
from alerts.services.refusals import (
    AlreadyAcknowledged,
    AlreadyResolved,
    Invalid,
    NotAcknowledged,
    NotCritical,
    NotResolved,
    OpenAlready,
)
from core import outbox
from core.audit import Actor
from core.said import say

NAMED_FOR = timedelta(hours=72)
EMPTY = {
    "resolved_at": None, "resolved_by": None, "action": "", "outcome": "", "note": "",
    "contacted_at": None, "useful": None, "useless_because": "",
    "acknowledged_at": None, "acknowledged_by": None, "owner": None,
}  # fmt: skip


def hands_for(alert: Alert, *, at: datetime) -> list[User]:
    """Return to whom an alert can be given: the client's team today, first rung first."""
    keys = [one for group in telling.team_groups(alert.client_id, at=at) for one in group]
    people = User.objects.in_bulk(keys)
    return [people[key] for key in keys if key in people]


def assign(*, alert: Alert, person_id: UUID, actor: Actor, at: datetime) -> Alert:
    """Give an alert to a member of the client's team, who is told and must acknowledge it.

    Until they do, it is open and climbs: it is in nobody's hands. Raises Invalid, AlreadyResolved,
    and AlreadyAcknowledged when that person has it in hand.
    """
    if person_id not in {one.pk for one in hands_for(alert, at=at)}:
        raise Invalid("person", say("Choose somebody of this client's care team."))
    open_ones = Alert.objects.filter(pk=alert.pk, resolved_at=None)
    won = open_ones.exclude(acknowledged_by=person_id).update(
        acknowledged_at=None, acknowledged_by=None, owner=person_id
    )
    alert.refresh_from_db()
    if not won:
        raise AlreadyResolved if alert.resolved_at else AlreadyAcknowledged(**taken_by(alert))
    given = telling.Said(details={"to": str(person_id)})
    telling.note(alert, Step.Kind.ASSIGNED, at=at, person_id=actor.id, said=given)
    outbox.publish(events.ASSIGNED, at=at, alert_id=alert.pk, person_id=person_id)
    record(actor, "assign", alert, at=at)
    return alert


def lower(*, alert: Alert, reason: str, actor: Actor, at: datetime) -> Alert:
    """Make a critical alert a high one, for a reason; by a licensed clinician who has it in hand.

    Raises NotLicensed, NotCritical, NotAcknowledged, AlreadyResolved, OpenAlready.
    """
    refuse_unlicensed(alert, actor)
    mine = Alert.objects.filter(pk=alert.pk, tier=Tier.CRITICAL, resolved_at=None)
    try:
        with transaction.atomic():
            won = mine.filter(acknowledged_by=actor.id).update(tier=Tier.HIGH)
    except IntegrityError:
        raise OpenAlready from None
    alert.refresh_from_db()
    if not won:
        _refuse_lowering(alert)
    why = telling.Said(words=reason, details={"from": Tier.CRITICAL})
    telling.note(alert, Step.Kind.LOWERED, at=at, person_id=actor.id, said=why)
    record(actor, "lower", alert, at=at)
    return alert


def _refuse_lowering(alert: Alert) -> None:
    if alert.resolved_at:
        raise AlreadyResolved
    raise NotCritical if alert.tier != Tier.CRITICAL else NotAcknowledged


def reopen(*, alert: Alert, reason: str, actor: Actor, at: datetime) -> Alert:
    """Open a closed alert again, for a reason: it is told as if it were new.

    What was written when it was closed stays in its story. Raises NotResolved, OpenAlready.
    """
    try:
        with transaction.atomic():
            closed = Alert.objects.filter(pk=alert.pk, resolved_at__isnull=False)
            won = closed.update(**EMPTY)
    except IntegrityError:
        raise OpenAlready from None
    alert.refresh_from_db()
    if not won:
        raise NotResolved
    why = telling.Said(words=reason)
    telling.note(alert, Step.Kind.REOPENED, at=at, person_id=actor.id, said=why)
    outbox.publish(events.REOPENED, at=at, alert_id=alert.pk)
    record(actor, "reopen", alert, at=at)
    return alert


def name_somebody(*, alert: Alert, person: User, actor: Actor, at: datetime) -> None:
    """Let an administrator name a clinician for an alert of which nobody could be reached.

    They may see and answer it for three days, and are told. Raises Invalid.
    """
    if not person.has_role(Role.CLINICIAN) or not person.is_active:
        raise Invalid("person", say("Choose a clinician whose account is open."))
    if person.pk == alert.client_id:
        raise Invalid("person", say("Nobody looks after themselves."))
    Charge.objects.bulk_create(
        [
            Charge(
                alert=alert, client_id=alert.client_id, person=person, since=at,
                until=at + NAMED_FOR,
            )
        ],
        ignore_conflicts=True,
    )  # fmt: skip
    outbox.publish(events.ASSIGNED, at=at, alert_id=alert.pk, person_id=person.pk)
    record(actor, "name_somebody", alert, at=at)
