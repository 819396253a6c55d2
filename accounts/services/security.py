"""What changes about how a person signs in: each change is noted, and told to them neutrally."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from allauth.mfa.models import Authenticator

from accounts.models import User
from accounts.services.sign_ins import end_all_sign_ins
from core import audit, identity
from core.audit import Actor
from core.errors import Refused
from core.identity import System
from core.said import say
from delivery import services as delivery_services
from delivery.models import Channel, ContactPoint
from delivery.services import Cause
from delivery.wording import Kind

ACCOUNT_PATH = "/me/account"
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


class ResetReason(StrEnum):
    """Why somebody cannot show their second factor."""

    LOST = "lost"
    STOLEN = "stolen"
    NEW_DEVICE = "new_device"
    LOCKED_OUT = "locked_out"


class OwnFactors(Refused):
    """An administrator's own second factors are somebody else's to reset."""

    status = 409
    code = "own_second_factor"
    sentence = say("Another administrator has to do this for you.")


@dataclass(frozen=True)
class _Told:
    address: str
    language: str


def record_step(*, person_id: UUID | None, action: str, address: str | None, at: datetime) -> None:
    """Leave an audit entry for a step that a person took at the door. `address` is a network's."""
    audit.record(
        actor=Actor(role="accounts", address=address),
        action=action,
        subject="accounts_user",
        subject_id=person_id,
        at=at,
    )


def note_change(
    *, person: User, action: str, address: str | None, at: datetime, to: str = ""
) -> None:
    """Leave an audit entry for a change and tell the person, or the e-mail address `to`, of it.

    The message does not say what was changed. Runs in a transaction of sign-in.
    """
    record_step(person_id=person.pk, action=action, address=address, at=at)
    _tell(_Told(to or person.email, person.language), at=at)


def _tell(told: _Told, *, at: datetime) -> None:
    delivery_services.queue_to_address(
        address=told.address,
        language=told.language,
        cause=Cause(Kind.ACCOUNT, f"account:{uuid4()}", ACCOUNT_PATH),
        due_at=at,
    )


def send_address_code(*, email: str, language: str, code: str, at: datetime) -> None:
    """Queue the code that shows that a new e-mail address is the person's own."""
    delivery_services.queue_to_address(
        address=email,
        language=language,
        cause=Cause(Kind.ADDRESS_CODE, f"address:{uuid4()}", code),
        due_at=at,
    )


def change_address(
    *, person: User, before: str, after: str, address: str | None, at: datetime
) -> None:
    """Write to a person's new e-mail address from now on, and tell the old one, neutrally.

    Runs in the transaction of sign-in in which allauth has changed the account's own address.
    """
    points = ContactPoint.objects.filter(person_id=person.pk, channel=Channel.EMAIL)
    points.exclude(address=after).update(active=False, retired_at=at, failure="changed")
    if not points.filter(address=after).update(active=True, retired_at=None, failure=""):
        ContactPoint.objects.create(person=person, channel=Channel.EMAIL, address=after)
    note_change(person=person, action="email_changed", address=address, at=at, to=before)


def reset_second_factor(*, person: User, reason: ResetReason, actor: Actor, at: datetime) -> int:
    """Take a person's lost second factors away, end their sessions, and tell them neutrally.

    Return how many factors there were. Raises OwnFactors. Whoever asks was shown to be there; the
    reason stays in the audit trail.
    """
    if actor.id == person.pk:
        raise OwnFactors
    count = _take_factors(person, at=at)
    _record_reset(actor, person.pk, f"{ResetReason(reason)}: {count} taken away", at=at)
    return count


def reset_relatives_factor(
    *, person: User | None, reason: ResetReason, actor: Actor, at: datetime
) -> None:
    """Do the same for a relative who was named by an address; the trail also keeps a wrong one.

    Relatives belong to no program, and no consent is looked at: an account is helped, and nobody
    learns from it with whom something is shared. Raises OwnFactors.
    """
    if person is None:
        _record_reset(actor, None, f"{ResetReason(reason)}: no such relative", at=at)
        return
    reset_second_factor(person=person, reason=reason, actor=actor, at=at)


def _take_factors(person: User, *, at: datetime) -> int:
    with identity.briefly(System.ACCOUNTS):
        count, _ = Authenticator.objects.filter(user_id=person.pk).delete()
        end_all_sign_ins(person=person)
        _tell(_Told(person.email, person.language), at=at)
    return int(count)


def _record_reset(actor: Actor, person_id: UUID | None, detail: str, *, at: datetime) -> None:
    audit.record(
        actor=actor, action="reset_second_factor", subject="accounts_user", subject_id=person_id,
        detail=detail, at=at,
    )  # fmt: skip
