"""Record how people come in, and seal what they come in with."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import uuid4

from allauth.mfa.models import Authenticator
from django.db import transaction

from accounts.models import User
from core import audit, crypto
from core.audit import Actor
from delivery import services as delivery_services
from delivery.models import Channel, Delivery
from delivery.services import Cause
from delivery.wording import Kind

NOBODY = "nobody@example.invalid"  # no such address can be
# What secrets of second factors are sealed for: allauth keeps them in this column.
SECOND_FACTOR = "mfa_authenticator.data"


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


def record_day(*, person: User, address: str | None, at: datetime) -> None:
    """Leave one entry for a day on which a person opens their record on a phone of their own."""
    audit.record(
        actor=Actor(role="person", id=person.pk, address=address),
        action="open_record",
        subject="accounts_user",
        subject_id=person.pk,
        clients=[person.pk],
        at=at,
    )


def send_new_password_link(*, email: str, link: str, at: datetime) -> None:
    """Queue the link to choose a new password."""
    parts = urlsplit(link)
    path = parts.path + (f"#{parts.fragment}" if parts.fragment else "")
    delivery_services.queue_to_address(
        address=email, cause=Cause(Kind.NEW_PASSWORD, f"password:{uuid4()}", path), due_at=at
    )


def send_nothing(*, at: datetime) -> None:
    """Write what `send_new_password_link` writes, for nobody: an unknown address costs as much."""
    Delivery.objects.create(
        address=NOBODY,
        channel=Channel.EMAIL,
        kind=Kind.NEW_PASSWORD,
        cause=f"password:{uuid4()}",
        path=f"/new-password#{uuid4()}",
        state=Delivery.State.CANCELLED,
        due_at=at,
        settled_at=at,
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
