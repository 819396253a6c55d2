"""Sign consents, change them, and take parts of them back. Each change is a new version."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q

from accounts.access import Proof
from core.audit import Actor
from core.identity import lock
from core.said import say
from family.models import SENSITIVE, Category, Consent, EndReason, FamilyInvitation, SignatureMethod
from family.services.drafting import UNDO, Draft, Terms, contact_digest, draft
from family.services.ending import close, ended_by_itself, living_of, record
from family.services.refusals import (
    AlreadyRevoked,
    AlreadyShared,
    NothingLeft,
    TextChanged,
    TooManyShared,
)
from program.models import Enrolment

MOST_OPEN = 20


@dataclass(frozen=True)
class _Signature:
    """Whose consent a row is, under which series and version, proven when and how."""

    enrolment: Enrolment
    proof: Proof
    at: datetime
    series: UUID
    version: int = 1


def grant(
    *,
    enrolment: Enrolment,
    terms: Terms,
    authenticated_at: datetime,
    actor: Actor,
    at: datetime,
    method: str = SignatureMethod.PASSWORD,
) -> Consent:
    """Sign a consent by re-authentication at `authenticated_at`.

    Raises ConsentIncomplete, AlreadyShared and TooManyShared. The text signed is stored with its
    version and hash. Where the terms name an account, the consent is theirs at once; otherwise
    nobody sees anything until the person who is named has accepted.
    """
    words = draft(enrolment=enrolment, terms=terms, at=at)
    lock(f"consent:{enrolment.client_id}")
    _make_room(enrolment.client_id, terms, words, actor=actor, at=at)
    signature = _Signature(enrolment, Proof(method, authenticated_at), at, series=uuid4())
    consent = _signed(words, signature)
    if terms.recipient is not None:
        consent.recipient, consent.bound_at = terms.recipient, at
    consent.save(force_insert=True)
    record(actor, "sign", consent, at=at)
    return consent


def amend(
    *,
    consent: Consent,
    enrolment: Enrolment,
    terms: Terms,
    proof: Proof,
    actor: Actor,
    at: datetime,
) -> Consent:
    """Sign a new version for the same person; the old one ends as superseded.

    Raises ConsentIncomplete, AlreadyRevoked for one that is over, and TextChanged where another
    version holds by now. A waiting invitation and a
    pause stay as they are. What was shared before does not wait a second day.
    """
    words = draft(enrolment=enrolment, terms=for_the_same(consent, terms), at=at)
    living = _still_going(consent, at=at)
    if living.pk != consent.pk:
        raise TextChanged  # what was read before signing is not what holds now
    signature = _Signature(enrolment, proof, at, living.series, living.version + 1)
    successor = _signed(words, signature)
    _replace(living, successor, actor=actor, at=at)
    record(actor, "amend", successor, at=at)
    return successor


def narrow(
    *, consent: Consent, enrolment: Enrolment, remove: list[str], actor: Actor, at: datetime
) -> Consent:
    """Take back some categories at once, quietly: nobody is told, and nothing is asked again.

    A new version under the same signature, which is as old as it was. Raises NothingLeft when that
    changes nothing or leaves nothing, and AlreadyRevoked for one that is over.
    """
    consent = _still_going(consent, at=at)
    kept = [key for key in consent.categories if key not in remove]
    if kept == consent.categories or Category.PROGRAM_LINK not in kept:
        sentence = say("Choose what to stop sharing. To stop all of it, end the sharing.")
        raise NothingLeft(sentence, fields={"remove": [sentence]})
    terms = Terms(
        relationship=consent.relationship, categories=kept, purpose=consent.purpose,
        expires_on=consent.expires_on, language=consent.language, **_whom(consent),
    )  # fmt: skip
    words = draft(enrolment=enrolment, terms=terms, at=at)
    proof = Proof(consent.signature_method, consent.authenticated_at)
    signature = _Signature(enrolment, proof, at, consent.series, consent.version + 1)
    successor = _signed(words, signature)
    successor.signed_at, successor.signed_on = consent.signed_at, consent.signed_on
    successor.narrowed_at = at
    _replace(consent, successor, actor=actor, at=at)
    record(actor, "narrow", successor, at=at)
    return successor


def for_the_same(consent: Consent, terms: Terms) -> Terms:
    """Return the terms of a new version: what was sent, for the person of the one before."""
    return replace(terms, recipient=None, **_whom(consent))


def _whom(consent: Consent) -> dict[str, Any]:
    return {"name": consent.recipient_name, "email": consent.recipient_email, "known": True}


def _signed(words: Draft, signature: _Signature) -> Consent:
    client, program = signature.enrolment.client, signature.enrolment.program
    starts = {f"{key}_from": signature.at + UNDO for key in words.sensitive}
    return Consent(
        client=client, series=signature.series, version=signature.version,
        client_name=client.name, discloser=program.name, recipient_name=words.name,
        recipient_email=words.email, contact_digest=contact_digest(words.email),
        relationship=words.relationship, categories=words.categories, purpose=words.purpose,
        expires_on=words.expires_on, timezone=program.timezone, language=words.language,
        text_version=words.text_version, text_digest=words.digest, text=words.text,
        signed_at=signature.at, signed_on=words.today, signed_by=client,
        signature_method=signature.proof.method, authenticated_at=signature.proof.at, **starts,
    )  # fmt: skip


def _replace(old: Consent, new: Consent, *, actor: Actor, at: datetime) -> None:
    """End the old version and store the new one, for whoever the old one was for."""
    for key in SENSITIVE:
        if key in old.categories and key in new.categories:
            setattr(new, f"{key}_from", getattr(old, f"{key}_from"))
    new.recipient_id, new.bound_at = old.recipient_id, old.bound_at
    close(old, reason=EndReason.SUPERSEDED, by=actor.id, at=at)
    new.save(force_insert=True)
    FamilyInvitation.objects.filter(consent=old, accepted_at=None, withdrawn_at=None).update(
        consent=new
    )


def _still_going(consent: Consent, *, at: datetime) -> Consent:
    living = living_of(consent)
    if ended_by_itself(living, at=at):
        raise AlreadyRevoked
    return living


def _make_room(client_id: UUID, terms: Terms, words: Draft, *, actor: Actor, at: datetime) -> None:
    """End what is over for the same person, by its own reason; refuse a second one beside it."""
    same = Q(contact_digest=contact_digest(words.email))
    if terms.recipient is not None:
        same |= Q(recipient=terms.recipient)
    mine = Consent.objects.filter(client_id=client_id, ended_at=None)
    for consent in mine.filter(same):
        over = ended_by_itself(consent, at=at)
        if not over:
            raise AlreadyShared
        close(consent, reason=over, by=None, at=at)
        record(actor, over, consent, at=at)
    if mine.count() >= MOST_OPEN:
        raise TooManyShared
