"""Sign and revoke consents. Invitations to relatives come after a signed consent, never before."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from family import texts
from family.models import LONGEST, Category, Consent, SignatureMethod
from program.models import Enrolment

DEFAULT_DAYS = 90
MOST_DAYS = 365
# 42 CFR 2.31(a)(5)(i): enough when the client starts the share and gives no other purpose.
OWN_REQUEST = "at the request of the patient"


class ConsentIncomplete(Refused):
    """An element is missing or out of its limits; names the field."""

    status = 400
    code = "invalid"


class AlreadyShared(Refused):
    """There is a consent for this person that was not revoked."""

    code = "already_shared"
    sentence = "You already share with this person. End that first, or change it."


class AlreadyRevoked(Refused):
    """It ended before."""

    code = "already_revoked"
    sentence = "This sharing has already ended."


@dataclass(frozen=True)
class Terms:
    """What a client agrees to: with whom, what, why, until when (defaults: 90 days)."""

    recipient: User
    relationship: str
    categories: list[str]
    purpose: str = ""
    expires_on: date | None = None


def grant(
    *, enrolment: Enrolment, terms: Terms, authenticated_at: datetime, actor: Actor, at: datetime
) -> Consent:
    """Sign a consent by re-authentication at `authenticated_at`.

    Raises ConsentIncomplete and AlreadyShared. The text signed is stored with its version and hash.
    """
    client, program = enrolment.client, enrolment.program
    today = clock.local_day(at, program.timezone)
    expires_on = _checked_end(terms, today=today)
    _refuse_gaps(terms, enrolment)
    lock(f"consent:{client.pk}")
    _end_expired(client_id=client.pk, recipient_id=terms.recipient.pk, today=today, at=at)
    purpose, relationship = terms.purpose.strip() or OWN_REQUEST, terms.relationship.strip()
    version, text, digest = texts.consent_text(
        parties=texts.Parties(client.name, program.name, terms.recipient.name, relationship),
        categories=terms.categories,
        purpose=purpose,
        expires_on=expires_on,
    )
    consent = Consent(
        client=client, recipient=terms.recipient, client_name=client.name,
        discloser=program.name, recipient_name=terms.recipient.name,
        relationship=relationship, categories=terms.categories, purpose=purpose,
        expires_on=expires_on, timezone=program.timezone, text_version=version,
        text_digest=digest, text=text, signed_at=at, signed_on=today, signed_by=client,
        signature_method=SignatureMethod.PASSWORD, authenticated_at=authenticated_at,
    )  # fmt: skip
    consent.save(force_insert=True)
    _record(actor, "sign", consent, at=at)
    return consent


def revoke(*, consent: Consent, actor: Actor, at: datetime) -> Consent:
    """End a consent. The very next reading is refused; raises AlreadyRevoked."""
    won = Consent.objects.filter(pk=consent.pk, revoked_at=None).update(
        revoked_at=at, revoked_by=actor.id
    )
    if not won:
        raise AlreadyRevoked
    consent.refresh_from_db()
    _record(actor, "revoke", consent, at=at)
    return consent


def _checked_end(terms: Terms, *, today: date) -> date:
    expires_on = terms.expires_on or today + timedelta(days=DEFAULT_DAYS)
    if not today <= expires_on <= today + timedelta(days=MOST_DAYS):
        sentence = "Choose a day within the next twelve months."
        raise ConsentIncomplete(sentence, fields={"expires_on": [sentence]})
    return expires_on


def _refuse_gaps(terms: Terms, enrolment: Enrolment) -> None:
    """Raise ConsentIncomplete for the first element that is missing, too long or not known."""
    client, recipient = enrolment.client, terms.recipient
    known = bool(terms.categories) and set(terms.categories) <= set(Category.values)
    relationship, purpose = terms.relationship.strip(), terms.purpose.strip()
    gaps = {
        "categories": "" if known else "Choose what to share.",
        "relationship": "" if relationship else "Say who this person is to you.",
        "recipient": "" if recipient.name.strip() else "Name one person.",
        "client": "" if client.name.strip() else "Your own name is missing.",
        "discloser": "" if enrolment.program.name.strip() else "The program has no name.",
    }
    if recipient.pk == client.pk:
        gaps["recipient"] = "Name somebody other than yourself."
    for field, words in (("relationship", relationship), ("purpose", purpose)):
        if len(words) > LONGEST[field]:
            gaps[field] = f"Use at most {LONGEST[field]} characters."
    for field, sentence in gaps.items():
        if sentence:
            raise ConsentIncomplete(sentence, fields={field: [sentence]})


def _end_expired(*, client_id: UUID, recipient_id: UUID, today: date, at: datetime) -> None:
    pair = Consent.objects.filter(client_id=client_id, recipient_id=recipient_id, revoked_at=None)
    # An expired one is closed when its successor is signed, so that one pair has one open row.
    pair.filter(expires_on__lt=today).update(revoked_at=at, revoked_by_id=client_id)
    if pair.exists():
        raise AlreadyShared


def _record(actor: Actor, action: str, consent: Consent, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="family_consent", subject_id=consent.pk,
        clients=[consent.client_id], consent_id=consent.pk, at=at,
    )  # fmt: skip
