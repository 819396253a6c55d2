"""Invite people, send it again, or take it back before it is accepted."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings

from accounts.models import Invitation, Role
from core import audit, identity
from core.audit import Actor
from core.errors import Refused
from core.identity import System
from core.said import say
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind

INVITATION_LASTS = timedelta(hours=72)
TOKEN_BYTES = 32
ENGLISH = "en"
# Relatives come by a client's consent, and by nothing else.
INVITED = (Role.CLIENT, Role.CLINICIAN, Role.ADMINISTRATOR)


class InvitationUnusable(Refused):
    """Unknown, used, expired, or for someone who has an account: all look the same."""

    status = 400
    code = "invitation_unusable"
    sentence = say("This invitation cannot be used. Please ask the program for a new one.")


class InvitationSettled(Refused):
    """It was accepted or taken back in the meantime."""

    status = 409
    code = "invitation_settled"
    sentence = say("This invitation is no longer waiting. Please look at the list again.")


def invite(
    *,
    actor: Actor,
    email: str,
    name: str,
    roles: Sequence[Role],
    at: datetime,
    language: str = ENGLISH,
) -> Invitation:
    """Invite a person by one neutral message with a single-use link that lasts 72 hours.

    The message, the page that the link opens and the account are in the language that is named.
    """
    if actor.id is None:
        raise InvitationUnusable
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation.objects.create(
        email=email,
        name=name,
        roles=list(roles),
        language=language,
        invited_by_id=actor.id,
        invited_at=at,
        expires_at=at + INVITATION_LASTS,
        token_digest=token_digest(token),
    )
    _send(invitation, token, at=at)
    _record(actor, "invite", invitation, at=at)
    return invitation


def invite_again(*, invitation: Invitation, actor: Actor, at: datetime) -> Invitation:
    """Send another link that lasts 72 hours; every link before it stops working.

    Raises InvitationSettled.
    """
    token = secrets.token_urlsafe(TOKEN_BYTES)
    until = at + INVITATION_LASTS
    _settle(invitation, token_digest=token_digest(token), expires_at=until)
    invitation.expires_at = until
    _call_back(invitation, at=at)
    _send(invitation, token, at=at)
    _record(actor, "invite_again", invitation, at=at)
    return invitation


def withdraw_invitation(*, invitation: Invitation, actor: Actor, at: datetime) -> None:
    """Take back an invitation that waits: its link stops, and a message that waits is not sent.

    Raises InvitationSettled.
    """
    _settle(invitation, withdrawn_at=at, withdrawn_by_id=actor.id)
    _call_back(invitation, at=at)
    _record(actor, "withdraw_invitation", invitation, at=at)


def token_digest(token: str) -> str:
    """Return what is stored of a link's secret: keyed, so that a copy allows no guessing."""
    return hmac.new(settings.SECRET_KEY.encode(), token.encode(), hashlib.sha256).hexdigest()


def _settle(invitation: Invitation, **changes: object) -> None:
    waiting = Invitation.objects.filter(pk=invitation.pk, accepted_at=None, withdrawn_at=None)
    if not waiting.update(**changes):
        raise InvitationSettled


def _send(invitation: Invitation, token: str, *, at: datetime) -> None:
    name, language = f"{_causes(invitation)}{uuid4()}", invitation.language
    delivery_services.queue_to_address(
        address=invitation.email,
        language=language,
        # What follows the point tells the page its language; no secret has a point in it.
        cause=Cause(Kind.INVITATION, name, f"/invitation#{token}.{language}"),
        due_at=at,
    )


def _call_back(invitation: Invitation, *, at: datetime) -> None:
    with identity.briefly(System.ACCOUNTS):
        delivery_services.cancel(cause_prefix=_causes(invitation), at=at)


def _causes(invitation: Invitation) -> str:
    return f"invitation:{invitation.pk}:"


def _record(actor: Actor, action: str, invitation: Invitation, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="accounts_invitation", subject_id=invitation.pk, at=at
    )
