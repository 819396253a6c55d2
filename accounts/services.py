"""Invite people, open their accounts, and record how they come in."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from urllib.parse import urlsplit
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts.models import Invitation, Role, User
from core import audit, crypto
from core.audit import Actor
from core.errors import Refused
from delivery import services as delivery_services
from delivery.models import Channel, ContactPoint
from delivery.services import Cause
from delivery.wording import Kind

INVITATION_LASTS = timedelta(hours=72)
TOKEN_BYTES = 32
# What secrets of second factors are sealed for: allauth keeps them in this column.
SECOND_FACTOR = "mfa_authenticator.data"


class InvitationUnusable(Refused):
    """Unknown, used, expired, or for someone who has an account: all look the same."""

    status = 400
    code = "invitation_unusable"
    sentence = "This invitation cannot be used. Please ask the program for a new one."


class PasswordTooWeak(Refused):
    """The password does not meet the rules."""

    status = 400
    code = "invalid"


def invite(
    *, actor: Actor, email: str, name: str, roles: Sequence[Role], at: datetime
) -> Invitation:
    """Invite a person by one neutral message with a single-use link that lasts 72 hours."""
    if actor.id is None:
        raise InvitationUnusable
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invitation = Invitation.objects.create(
        email=email,
        name=name,
        roles=list(roles),
        invited_by_id=actor.id,
        invited_at=at,
        expires_at=at + INVITATION_LASTS,
        token_digest=_digest(token),
    )
    delivery_services.queue_to_address(
        address=email,
        cause=Cause(Kind.INVITATION, f"invitation:{invitation.pk}", f"/invitation#{token}"),
        due_at=at,
    )
    audit.record(
        actor=actor, action="invite", subject="accounts_invitation", subject_id=invitation.pk, at=at
    )
    return invitation


def accept_invitation(*, token: str, password: str, at: datetime) -> User:
    """Open the account that was offered.

    Raises InvitationUnusable, and PasswordTooWeak (the invitation then stays usable).
    """
    invitation = (
        Invitation.objects.select_for_update()
        .filter(token_digest=_digest(token), accepted_at=None, expires_at__gt=at)
        .first()
    )
    if invitation is None or User.objects.filter(email__iexact=invitation.email).exists():
        raise InvitationUnusable
    person = open_account(
        email=invitation.email, name=invitation.name, roles=invitation.roles, password=password
    )
    Invitation.objects.filter(pk=invitation.pk, accepted_at=None).update(
        accepted_at=at, accepted_by=person
    )
    audit.record(
        actor=Actor(role="accounts"),
        action="accept_invitation",
        subject="accounts_user",
        subject_id=person.pk,
        at=at,
    )
    return person


def open_account(
    *, email: str, name: str, roles: Sequence[str], password: str, id: UUID | None = None
) -> User:
    """Create a person who can sign in and be reached by e-mail; raise PasswordTooWeak."""
    person = User(id=id or uuid4(), email=email, name=name, roles=list(roles))
    try:
        validate_password(password, person)
    except ValidationError as error:
        sentence = str(error.messages[0])
        raise PasswordTooWeak(sentence, fields={"password": error.messages}) from None
    person.set_password(password)
    person.save(force_insert=True)
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    ContactPoint.objects.create(person=person, channel=Channel.EMAIL, address=email)
    return person


def record_sign_in(*, person: User, address: str | None, at: datetime) -> None:
    """Leave an audit entry for a person who came in."""
    actor = Actor(role="accounts", address=address)
    audit.record(
        actor=actor, action="sign_in", subject="accounts_user", subject_id=person.pk, at=at
    )


def record_refused_sign_in(*, address: str | None, at: datetime) -> None:
    """Leave an audit entry for someone who did not come in; the address typed is not kept."""
    audit.record(
        actor=Actor(role="accounts", address=address),
        action="sign_in_refused",
        subject="accounts_user",
        at=at,
    )


def send_new_password_link(*, email: str, link: str, at: datetime) -> None:
    """Queue the link to choose a new password."""
    parts = urlsplit(link)
    path = parts.path + (f"#{parts.fragment}" if parts.fragment else "")
    delivery_services.queue_to_address(
        address=email, cause=Cause(Kind.NEW_PASSWORD, f"password:{uuid4()}", path), due_at=at
    )


@transaction.atomic
def reseal_second_factors() -> int:
    """Encrypt the secrets of second factors again with the first key; return how many rows changed.

    Raises crypto.Unreadable. Needs the owner's connection.
    """
    changed = 0
    for factor in Authenticator.objects.select_for_update().order_by("pk"):
        fresh = {name: _resealed(value) for name, value in factor.data.items()}
        if fresh != factor.data:
            changed += Authenticator.objects.filter(pk=factor.pk).update(data=fresh)
    return changed


def _resealed(value: object) -> object:
    if isinstance(value, list):
        return [_resealed(item) for item in value]
    sealed = isinstance(value, str) and value.startswith(f"{crypto.FORMAT}.")
    if not sealed or crypto.sealed_with_current_key(str(value)):
        return value
    return crypto.seal(crypto.unseal(str(value), context=SECOND_FACTOR), context=SECOND_FACTOR)


def _digest(token: str) -> str:
    # Keyed, so that a copy of the database does not let anyone test guesses.
    return hmac.new(settings.SECRET_KEY.encode(), token.encode(), hashlib.sha256).hexdigest()
