"""Invite people and open their accounts."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import Invitation, Role, User
from core import audit, identity
from core.audit import Actor
from core.errors import Refused
from core.said import say
from delivery import services as delivery_services
from delivery.models import Channel, ContactPoint
from delivery.services import Cause
from delivery.wording import Kind

ENGLISH = "en"
INVITATION_LASTS = timedelta(hours=72)
TOKEN_BYTES = 32


class InvitationUnusable(Refused):
    """Unknown, used, expired, or for someone who has an account: all look the same."""

    status = 400
    code = "invitation_unusable"
    sentence = say("This invitation cannot be used. Please ask the program for a new one.")


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


def accept_invitation(*, token: str, password: str, at: datetime, language: str = ENGLISH) -> User:
    """Open the account that was offered, in the language in which it was accepted.

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
        email=invitation.email,
        name=invitation.name,
        roles=invitation.roles,
        password=password,
        language=language,
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
    *,
    email: str,
    name: str,
    roles: Sequence[str],
    password: str,
    language: str = ENGLISH,
    id: UUID | None = None,
) -> User:
    """Create a person who can sign in and be reached by e-mail; raise PasswordTooWeak."""
    person = User(id=id or uuid4(), email=email, name=name, roles=list(roles), language=language)
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


def choose_language(*, person: User, language: str, actor: Actor, at: datetime) -> None:
    """Set in which language a person is spoken to: in the app, in answers and in messages."""
    with identity.briefly(identity.System.ACCOUNTS):
        User.objects.filter(pk=person.pk).update(language=language)
    audit.record(
        actor=actor, action="choose_language", subject="accounts_user", subject_id=person.pk, at=at
    )


def _digest(token: str) -> str:
    # Keyed, so that a copy of the database does not let anyone test guesses.
    return hmac.new(settings.SECRET_KEY.encode(), token.encode(), hashlib.sha256).hexdigest()
