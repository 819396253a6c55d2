"""Bind whoever holds the link and the code to the consent that names them.

Every answer is yes or no. Unknown, used, expired, withdrawn, with a wrong code or with too many
tries: all look the same. Whether an account existed before cannot be told either.
"""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.crypto import constant_time_compare

from accounts import services as account_services
from accounts.models import Role, User
from accounts.services import PasswordTooWeak
from core import audit, clock
from core.audit import Actor
from core.identity import System, briefly, lock
from family.models import Consent, FamilyInvitation
from family.services.inviting import code_digest, token_digest

BINDER = Actor(role="binder")


@dataclass(frozen=True)
class Held:
    """What somebody holds who says that they were invited, and in which language they read it."""

    token: str
    code: str
    language: str = ""


def accept_as(*, held: Held, person: User, at: datetime) -> bool:
    """Bind somebody who is signed in; False for an invitation that cannot be used."""
    with briefly(System.FAMILY):
        invitation = _usable(held, at=at)
        if invitation is None or not _may_be(person, invitation.consent):
            return False
        _bind(invitation, person, at=at)
    return True


def accept_anew(*, held: Held, password: str, at: datetime) -> bool:
    """Bind whoever the address belongs to, with a new account where there is none.

    An account that exists keeps its password. False for an invitation that cannot be used; raises
    PasswordTooWeak to who holds the right code.
    """
    with briefly(System.FAMILY):
        invitation = _usable(held, at=at)
        if invitation is None:
            make_password(password)  # as long as when an account is opened
            return False
        with briefly(System.ACCOUNTS):
            person = _account_for(invitation.consent, password, held.language)
        if not _may_be(person, invitation.consent):
            return False
        _bind(invitation, person, at=at)
    return True


def _usable(held: Held, *, at: datetime) -> FamilyInvitation | None:
    """Return the invitation for which the code is right, and count the try."""
    digest = token_digest(held.token)
    asked = FamilyInvitation.objects.filter(token_digest=digest).values_list("client_id", flat=True)
    for client_id in asked:
        # As every change of the sharing: whichever comes second sees what the first one did.
        lock(f"consent:{client_id}")
    found = (
        FamilyInvitation.objects.select_for_update(of=("self",))
        .select_related("consent")
        .filter(
            token_digest=digest, accepted_at=None, withdrawn_at=None,
            expires_at__gt=at, attempts__lt=FamilyInvitation.MOST_ATTEMPTS, consent__ended_at=None,
        )
        .first()
    )  # fmt: skip
    if found is None:
        return None
    FamilyInvitation.objects.filter(pk=found.pk).update(attempts=found.attempts + 1)
    right = constant_time_compare(found.code_digest, code_digest(held.token, held.code))
    today = clock.local_day(at, found.consent.timezone)
    return found if right and today <= found.consent.expires_on else None


def _account_for(consent: Consent, password: str, language: str) -> User:
    email, name = consent.recipient_email, consent.recipient_name
    known = User.objects.filter(email__iexact=email).first()
    if known is None:
        return account_services.open_account(
            email=email,
            name=name,
            roles=[Role.FAMILY],
            password=password,
            language=language or consent.language,
        )
    try:
        validate_password(password, User(email=email, name=name))
    except ValidationError as error:
        sentence = str(error.messages[0])
        raise PasswordTooWeak(sentence, fields={"password": error.messages}) from None
    make_password(password)  # as long as when an account is opened; this one keeps its own
    return known


def _may_be(person: User, consent: Consent) -> bool:
    """Say whether this person may be the recipient: not the client, and not bound already."""
    beside = Consent.objects.filter(client=consent.client_id, recipient=person, ended_at=None)
    return person.is_active and person.pk != consent.client_id and not beside.exists()


def _add_role(person: User) -> None:
    if not person.has_role(Role.FAMILY):
        person.roles = [*person.roles, Role.FAMILY.value]
        User.objects.filter(pk=person.pk).update(roles=person.roles)


def _bind(invitation: FamilyInvitation, person: User, *, at: datetime) -> None:
    consent = invitation.consent
    with briefly(System.ACCOUNTS):
        _add_role(person)
    Consent.objects.filter(pk=consent.pk, recipient=None, ended_at=None).update(
        recipient=person, bound_at=at
    )
    FamilyInvitation.objects.filter(pk=invitation.pk).update(accepted_at=at, accepted_by=person)
    audit.record(
        actor=BINDER, action="accept_invitation", subject="family_consent", subject_id=consent.pk,
        clients=[consent.client_id], consent_id=consent.pk, at=at,
    )  # fmt: skip
