"""What a family member may see right now: the only door for families.

Everything is read with the database roles of relatives, which are granted a few columns; row
security looks at the consent again for every reading. A person with nothing in force, whether
revoked, paused, expired, discharged, not yet accepted or never granted, gets the same empty
answer by the same statements.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accounts.models import User
from core.errors import NotVisible
from family.access.force import InForce, in_force
from family.access.shown import Card, Scope, compose


@dataclass(frozen=True)
class Shown:
    """A sharing in force, and the card that it shows."""

    sharing: InForce
    card: Card


def shared_with(person: User, *, at: datetime) -> list[Shown]:
    """Return a card for every client who shares with this person now, the oldest sharing first."""
    return _still([_shown(one, person, at=at) for one in in_force(person, at=at)], person, at=at)


def card_of(person: User, client_id: UUID, *, at: datetime) -> Shown:
    """Return the card of one client who shares with this person now; raise NotVisible."""
    theirs = [one for one in in_force(person, at=at) if one.client_id == client_id]
    found = _still([_shown(one, person, at=at) for one in theirs], person, at=at)
    if not found:
        raise NotVisible
    return found[0]


def mark_of(person: User, *, at: datetime) -> str:
    """Return a mark that changes when what is shared with this person does. It tells nothing."""
    parts = [f"{one.consent_id}:{','.join(one.categories)}" for one in in_force(person, at=at)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def _shown(sharing: InForce, person: User, *, at: datetime) -> Shown:
    return Shown(sharing, compose(scope_of(sharing, language=person.language, at=at)))


def _still(found: list[Shown], person: User, *, at: datetime) -> list[Shown]:
    """Leave out what was ended or narrowed while it was being read."""
    now = {(one.consent_id, tuple(one.categories)) for one in in_force(person, at=at)}
    return [one for one in found if (one.sharing.consent_id, tuple(one.sharing.categories)) in now]


def scope_of(sharing: InForce, *, language: str, at: datetime, as_previewed: bool = False) -> Scope:
    """Return as what this sharing is looked at, by its recipient or in its client's preview."""
    return Scope(
        client_id=sharing.client_id,
        client_name=sharing.client_name,
        recipient_id=sharing.recipient_id,
        purpose=sharing.purpose,
        until=sharing.until,
        timezone=sharing.timezone,
        categories=tuple(sharing.categories),
        language=language,
        at=at,
        as_previewed=as_previewed,
    )
