"""Requests that something is never shown, and their answers (42 CFR 2.26)."""

from dataclasses import dataclass
from datetime import datetime

from accounts.models import User
from core import audit
from core.audit import Actor
from core.said import say
from family.models import Category, Consent, Restriction, RestrictionState
from family.services.ending import call_back
from family.services.refusals import AlreadyAnswered, ConsentIncomplete, ReasonMissing

MOST_OPEN = 50


@dataclass(frozen=True)
class Wish:
    """Toward whom (the person of a consent, or everybody), what (none: everything), and why."""

    consent: Consent | None
    categories: list[str]
    words: str = ""


def ask_to_restrict(*, client: User, wish: Wish, actor: Actor, at: datetime) -> Restriction:
    """Record a client's request; raise ConsentIncomplete for somebody who has not accepted."""
    if wish.consent is not None and wish.consent.recipient_id is None:
        sentence = say("Nobody sees anything under this one yet.")
        raise ConsentIncomplete(sentence, fields={"consent": [sentence]})
    asked = Restriction.objects.filter(client=client, state=RestrictionState.ASKED)
    if asked.count() >= MOST_OPEN:
        sentence = say("Many requests wait for an answer. Please talk to your care team.")
        raise ConsentIncomplete(sentence, fields={"consent": [sentence]})
    row = Restriction(
        client=client,
        recipient_id=wish.consent.recipient_id if wish.consent else None,
        recipient_name=wish.consent.recipient_name if wish.consent else "",
        categories=[key for key in Category.values if key in wish.categories],
        words=wish.words,
        asked_at=at,
    )
    row.save(force_insert=True)
    _record(actor, "ask_to_restrict", row, at=at)
    return row


def answer_restriction(
    *, restriction: Restriction, agreed: bool, answer: str, actor: Actor, at: datetime
) -> Restriction:
    """Agree or deny. What is agreed stands above every consent from the very next reading.

    Raises AlreadyAnswered, and ReasonMissing for a denial without a reason.
    """
    if not agreed and not answer.strip():
        sentence = say("Say why, so that the client can understand it.")
        raise ReasonMissing(sentence, fields={"answer": [sentence]})
    state = RestrictionState.AGREED if agreed else RestrictionState.DENIED
    won = Restriction.objects.filter(pk=restriction.pk, state=RestrictionState.ASKED).update(
        state=state, answer=answer.strip(), answered_at=at, answered_by_id=actor.id
    )
    if not won:
        raise AlreadyAnswered
    restriction.refresh_from_db()
    if agreed:
        _call_back_all(restriction, at=at)
    _record(actor, "agree_restriction" if agreed else "deny_restriction", restriction, at=at)
    return restriction


def lift_restriction(*, restriction: Restriction, actor: Actor, at: datetime) -> Restriction:
    """Take a request or an agreed restriction back; the client's alone. Raises AlreadyAnswered."""
    lasting = (RestrictionState.ASKED, RestrictionState.AGREED)
    won = Restriction.objects.filter(pk=restriction.pk, state__in=lasting).update(
        state=RestrictionState.LIFTED, lifted_at=at
    )
    if not won:
        raise AlreadyAnswered
    restriction.refresh_from_db()
    _record(actor, "lift_restriction", restriction, at=at)
    return restriction


def _call_back_all(restriction: Restriction, *, at: datetime) -> None:
    open_ones = Consent.objects.filter(client_id=restriction.client_id, ended_at=None)
    if restriction.recipient_id is not None:
        open_ones = open_ones.filter(recipient_id=restriction.recipient_id)
    for series in open_ones.values_list("series", flat=True):
        call_back(series, at=at)


def _record(actor: Actor, action: str, restriction: Restriction, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="family_restriction", subject_id=restriction.pk,
        clients=[restriction.client_id], at=at,
    )  # fmt: skip
