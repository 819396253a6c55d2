"""Open people's accounts."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from accounts.models import Invitation, User
from accounts.services.inviting import ENGLISH, InvitationUnusable, token_digest
from core import audit, identity
from core.audit import Actor
from core.errors import Refused
from delivery.models import Channel, ContactPoint


class PasswordTooWeak(Refused):
    """The password does not meet the rules."""

    status = 400
    code = "invalid"


def accept_invitation(*, token: str, password: str, at: datetime, language: str = "") -> User:
    """Open the account that was offered, in the language in which it was accepted.

    Where none is named, in that of the invitation.

    Raises InvitationUnusable, and PasswordTooWeak (the invitation then stays usable).
    """
    invitation = (
        Invitation.objects.select_for_update()
        .filter(
            token_digest=token_digest(token), accepted_at=None, withdrawn_at=None, expires_at__gt=at
        )
        .first()
    )
    if invitation is None or User.objects.filter(email__iexact=invitation.email).exists():
        raise InvitationUnusable
    person = open_account(
        email=invitation.email,
        name=invitation.name,
        roles=invitation.roles,
        password=password,
        language=language or invitation.language,
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
