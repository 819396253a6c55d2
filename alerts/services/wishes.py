"""When a person wants their digest, and what words they have accepted."""

from collections.abc import Sequence
from datetime import datetime

from alerts import texts
from alerts.models import Agreement, DigestWish
from alerts.services.refusals import Invalid
from core import audit
from core.audit import Actor
from core.said import say


def wish_digest(*, minute: int, weekdays: Sequence[int], actor: Actor, at: datetime) -> DigestWish:
    """Set when the asking person's digest comes: a minute of their own day, and the weekdays."""
    wished = {"minute": minute, "weekdays": sorted(set(weekdays))}
    row, _ = DigestWish.objects.update_or_create(person_id=actor.id, defaults=wished)
    audit.record(
        actor=actor, action="wish_digest", subject="alerts_digestwish", subject_id=row.pk, at=at
    )
    return row


def accept(*, version: str, accepted: bool, actor: Actor, at: datetime) -> Agreement:
    """Note that the asking person has accepted who watches and when, in the words of today.

    Again is the same acceptance. Raises Invalid for words that have changed, and for a no.
    """
    if version != texts.VERSION:
        raise Invalid("version", say("These words have changed. Please read them again."))
    if not accepted:
        raise Invalid("accepted", say("Please read these words and accept them."))
    row, new = Agreement.objects.get_or_create(
        person_id=actor.id, text=texts.NOT_MONITORED, version=texts.VERSION,
        defaults={"accepted_at": at},
    )  # fmt: skip
    if new:
        audit.record(
            actor=actor, action="accept", subject="alerts_agreement", subject_id=row.pk, at=at
        )
    return row
