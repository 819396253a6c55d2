"""What the doors of consents have in common."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from rest_framework.request import Request
from rest_framework.response import Response

from accounts.access import actor_of, person_of
from accounts.models import Role
from core import audit
from core.audit import Actor
from family import access
from family.models import Consent
from family.serializers.consents import ConsentOutput
from family.services import Terms


def spoken(request: Request, values: dict[str, Any]) -> str:
    """Return the language that was asked for, or else the account's."""
    return values.get("language") or person_of(request).language


def terms_of(request: Request, values: dict[str, Any]) -> Terms:
    """Return what the client wishes to share."""
    return Terms(
        relationship=values["relationship"],
        categories=values["categories"],
        name=values.get("name", ""),
        email=values.get("email", ""),
        purpose=values["purpose"],
        expires_on=values["expires_on"],
        language=spoken(request, values),
    )


def mine(request: Request, consent_id: UUID) -> Consent:
    """Return the newest version of one of my sharings; raise NotVisible."""
    return access.newest_of(access.get_given(person_of(request), consent_id))


def shown(request: Request, consent: Consent, *, at: datetime, status: int = 200) -> Response:
    """Answer with a consent as its client reads it."""
    (row,) = access.described([consent], at=at)
    context = {"language": person_of(request).language}
    return Response(ConsentOutput(row, context=context).data, status=status)


def staff_of(request: Request) -> Actor:
    """Return as whom a member of staff acts: clinicians as such, the others as administrators."""
    clinician = person_of(request).has_role(Role.CLINICIAN)
    return actor_of(request, Role.CLINICIAN if clinician else Role.ADMINISTRATOR)


def note_reading(actor: Actor, subject: str, clients: Iterable[UUID], *, at: datetime) -> None:
    """Leave an audit entry for a reading by staff."""
    audit.record(actor=actor, action="read", subject=subject, clients=clients, at=at)
