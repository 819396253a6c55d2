"""How a consent ends, and everything that ends with it, in the same transaction."""

from datetime import date, datetime
from uuid import UUID

from core import audit, clock
from core.audit import Actor
from core.identity import System, briefly, lock
from core.said import say
from delivery import services as delivery_services
from family.access import facts_of
from family.models import Consent, EndReason, FamilyInvitation
from family.rules import force
from family.services.endings import sharing_ended
from family.services.refusals import AlreadyRevoked, ConsentIncomplete


def revoke(*, consent: Consent, actor: Actor, at: datetime) -> Consent:
    """End a consent. The very next reading is refused; raises AlreadyRevoked.

    Whichever version is named, the one that holds now is ended. A waiting invitation works no
    more, and what is queued for the relative is called back.
    """
    ended = _end(consent, actor=actor, at=at)
    record(actor, "revoke", ended, at=at)
    return ended


def revoke_on_paper(
    *, consent: Consent, how: str, received_on: date, actor: Actor, at: datetime
) -> Consent:
    """Record that the client revoked by letter, in person or by telephone; raises AlreadyRevoked.

    `received_on` is the day it reached the program, today or before; the sharing ends now.
    Raises ConsentIncomplete for a day to come.
    """
    if received_on > clock.local_day(at, consent.timezone):
        sentence = say("This day is still to come.")
        raise ConsentIncomplete(sentence, fields={"received_on": [sentence]})
    ended = _end(consent, actor=actor, at=at, received_how=how, received_on=received_on)
    record(actor, "revoke_on_paper", ended, at=at)
    return ended


def flag_false(*, consent: Consent, actor: Actor, at: datetime) -> Consent:
    """End a consent that is known to be false (42 CFR 2.31(c)); raises AlreadyRevoked."""
    false = EndReason.FLAGGED_FALSE
    ended = _end(consent, actor=actor, at=at, reason=false, flagged_false_at=at)
    record(actor, "flag_false", ended, at=at)
    return ended


def living_of(consent: Consent) -> Consent:
    """Return the version of this sharing that has not ended, held until the transaction ends.

    Raises AlreadyRevoked where there is none. Whoever changes a sharing comes through here, so
    that two changes at once, or an acceptance beside them, follow each other.
    """
    lock(f"consent:{consent.client_id}")
    rows = Consent.objects.filter(client=consent.client_id, series=consent.series, ended_at=None)
    found = rows.first()
    if found is None:
        raise AlreadyRevoked
    return found


def ended_by_itself(consent: Consent, *, at: datetime) -> str:
    """Return expired or discharged for a consent whose time is over, otherwise nothing."""
    return force.ended_by_itself(facts_of([consent])[consent.pk], at)


def close(consent: Consent, *, reason: str, by: UUID | None, at: datetime, **more: object) -> None:
    """Write the end of a consent; raise AlreadyRevoked when it had one."""
    won = Consent.objects.filter(pk=consent.pk, ended_at=None).update(
        ended_at=at, ended_reason=reason, ended_by_id=by, **more
    )
    if not won:
        raise AlreadyRevoked
    if reason != EndReason.SUPERSEDED:
        _end_the_rest(consent, at=at)


def call_back(series: UUID, *, at: datetime) -> int:
    """Cancel what is queued for the relative of one sharing; return how many messages."""
    with briefly(System.FAMILY):
        return delivery_services.cancel(cause_prefix=f"family:{series}:", at=at)


def record(actor: Actor, action: str, consent: Consent, *, at: datetime) -> None:
    """Leave an audit entry about a consent."""
    audit.record(
        actor=actor, action=action, subject="family_consent", subject_id=consent.pk,
        clients=[consent.client_id], consent_id=consent.pk, at=at,
    )  # fmt: skip


def _end(
    consent: Consent, *, actor: Actor, at: datetime, reason: str = EndReason.REVOKED, **more: object
) -> Consent:
    living = living_of(consent)
    close(living, reason=reason, by=actor.id, at=at, **more)
    living.refresh_from_db()
    return living


def _end_the_rest(consent: Consent, *, at: datetime) -> None:
    FamilyInvitation.objects.filter(consent=consent, accepted_at=None, withdrawn_at=None).update(
        withdrawn_at=at
    )
    call_back(consent.series, at=at)
    sharing_ended(client_id=consent.client_id, series=consent.series, at=at)
