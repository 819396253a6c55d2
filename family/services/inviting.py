"""Ask the person whom a signed consent names: one neutral message, and a code told by the client.

Order matters: the consent is signed before anything leaves, because the message itself already
says that somebody is a client of the program (42 CFR 2.12).
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.crypto import salted_hmac

from core.audit import Actor
from core.identity import lock
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind
from family import texts
from family.access import newest_of
from family.models import Consent, FamilyInvitation
from family.services.ending import call_back, ended_by_itself, living_of, record
from family.services.refusals import (
    AlreadyAccepted,
    AlreadyRevoked,
    NothingToWithdraw,
    TooManyInvitations,
)

LASTS = timedelta(hours=72)
A_DAY = 10
TOKEN_BYTES = 32
# No letter or digit that could be taken for another; 31 ** 6 codes and five tries.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 6


@dataclass(frozen=True)
class Sent:
    """An invitation on its way, and the code that is shown once to the client."""

    invitation: FamilyInvitation
    code: str


def invite(*, consent: Consent, actor: Actor, at: datetime, language: str = "") -> Sent:
    """Send one neutral message with a single-use link that lasts 72 hours.

    It is in the language that is named, as the page behind it, else in that of the signed text.

    An invitation that still waited for the same consent works no more. Raises AlreadyRevoked for a
    consent that is over, AlreadyAccepted and TooManyInvitations (ten a day for each client).
    """
    consent = living_of(consent)
    if ended_by_itself(consent, at=at):
        raise AlreadyRevoked
    if consent.recipient_id is not None:
        raise AlreadyAccepted
    mine = FamilyInvitation.objects.filter(client_id=consent.client_id)
    if mine.filter(invited_at__gt=at - timedelta(days=1)).count() >= A_DAY:
        raise TooManyInvitations
    _withdraw_waiting(consent, at=at)
    token, code = secrets.token_urlsafe(TOKEN_BYTES), _new_code()
    invitation = FamilyInvitation(
        client_id=consent.client_id, consent=consent, invited_at=at, expires_at=at + LASTS
    )
    invitation.token_digest, invitation.code_digest = token_digest(token), code_digest(token, code)
    invitation.save(force_insert=True)
    language = language or texts.language_of(consent.language)
    # What follows the point tells the page its language; no secret has a point in it.
    path = f"/join#{token}.{language}"
    delivery_services.queue_to_address(
        address=consent.recipient_email,
        cause=Cause(Kind.INVITATION, f"family:{consent.series}:invitation:{invitation.pk}", path),
        due_at=at,
        language=language,
    )
    record(actor, "invite_family", consent, at=at)
    return Sent(invitation, code)


def withdraw(*, consent: Consent, actor: Actor, at: datetime) -> None:
    """Take back an invitation that nobody has accepted; raise NothingToWithdraw."""
    lock(f"consent:{consent.client_id}")
    consent = newest_of(consent)
    if not _withdraw_waiting(consent, at=at):
        raise NothingToWithdraw
    record(actor, "withdraw_invitation", consent, at=at)


def token_digest(token: str) -> str:
    """Return what is stored of a link's secret: keyed, so that a copy allows no guessing."""
    return salted_hmac("family.invitation", token, algorithm="sha256").hexdigest()


def code_digest(token: str, code: str) -> str:
    """Return what is stored of a code. Dashes, spaces and small letters do not matter."""
    plain = "".join(letter for letter in code.upper() if letter.isalnum())
    return salted_hmac(f"family.code.{token}", plain, algorithm="sha256").hexdigest()


def _withdraw_waiting(consent: Consent, *, at: datetime) -> int:
    waiting = FamilyInvitation.objects.filter(consent=consent, accepted_at=None, withdrawn_at=None)
    stopped = waiting.update(withdrawn_at=at)
    if stopped:
        call_back(consent.series, at=at)
    return stopped


def _new_code() -> str:
    letters = "".join(secrets.choice(LETTERS) for _ in range(CODE_LENGTH))
    return f"{letters[:3]}-{letters[3:]}"
