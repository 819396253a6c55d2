"""What a client is told about each of their consents: its state, its pause, its invitation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from family.access.force import facts_of
from family.models import Consent, ConsentPause, FamilyInvitation
from family.rules import force


@dataclass(frozen=True)
class Described:
    """A consent with what holds of it at one moment."""

    consent: Consent
    state: str
    gives_now: list[str]
    paused_until: datetime | None
    invitation: FamilyInvitation | None
    invitation_state: str


def described(consents: Sequence[Consent], *, at: datetime) -> list[Described]:
    """Return the states of some consents of one's own, in their order, in five queries."""
    facts = facts_of(consents)
    invitations = _newest_invitations(consents)
    pauses = _pauses(consents, at=at)
    return [
        Described(
            consent=row,
            state=force.standing(facts[row.pk], at),
            gives_now=list(force.effective(facts[row.pk], at)),
            paused_until=pauses.get(row.series),
            invitation=invitations.get(row.pk),
            invitation_state=_invitation_state(invitations.get(row.pk), at=at),
        )
        for row in consents
    ]


def newest_of(consent: Consent) -> Consent:
    """Return the version that has not ended, or the consent itself when none is left.

    A screen that was opened before the last change must still be able to end the sharing.
    """
    living = Consent.objects.filter(
        client=consent.client_id, series=consent.series, ended_at=None
    ).first()
    return living or consent


def _newest_invitations(consents: Sequence[Consent]) -> dict[UUID, FamilyInvitation]:
    rows = FamilyInvitation.objects.filter(consent__in=consents).order_by("invited_at")
    return {row.consent_id: row for row in rows}


def _pauses(consents: Sequence[Consent], *, at: datetime) -> dict[UUID, datetime | None]:
    rows = ConsentPause.objects.filter(series__in={row.series for row in consents}, ended_at=None)
    return dict(rows.exclude(until_at__lte=at).values_list("series", "until_at"))


def _invitation_state(invitation: FamilyInvitation | None, *, at: datetime) -> str:
    if invitation is None:
        return "none"
    if invitation.accepted_at is not None:
        return "accepted"
    if invitation.withdrawn_at is not None:
        return "withdrawn"
    if invitation.expires_at <= at:
        return "expired"
    locked = invitation.attempts >= FamilyInvitation.MOST_ATTEMPTS
    return "locked" if locked else "waiting"
