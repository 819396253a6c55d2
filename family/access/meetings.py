"""Who sees an invitation to a meeting: the person asked while it is shared, the client, the team.

A relative's reading is given when and where, and nothing of the session but its revision.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet

from accounts.models import User
from core.errors import NotVisible
from core.identity import as_relative
from family.access.force import InForce, relatives_of
from family.access.people import with_name
from family.models import Category, Consent, SessionInvitation
from family.rules.limits import MOST_SHOWN
from program import access as program_access
from program.models import Session, SessionKind

OPEN_KINDS = (SessionKind.FAMILY, SessionKind.TREATMENT_PLANNING, SessionKind.DISCHARGE)
SHOWN = (
    "id", "series", "starts_at", "ends_at", "place", "telehealth_url", "answer",
)  # fmt: skip


def standing(*, at: datetime) -> QuerySet[SessionInvitation]:
    """Return invitations to meetings to come that were neither ended, moved nor called off."""
    return SessionInvitation.objects.filter(
        ended_at=None, starts_at__gt=at, session__revision=F("revision")
    )


def invited_under(sharings: list[InForce], *, at: datetime) -> list[dict[str, Any]]:
    """Return the meetings to come under these sharings, as their recipient reads, soonest first."""
    allowed = {
        one.series: one for one in sharings if Category.SESSION_INVITATIONS in one.categories
    }
    rows = standing(at=at).filter(series__in=allowed).order_by("starts_at", "id")
    with as_relative():
        found = list(rows.values(*SHOWN)[:MOST_SHOWN])
    return [{**row, "sharing": allowed[row["series"]]} for row in found]


def get_invited(sharings: list[InForce], invitation_id: UUID, *, at: datetime) -> dict[str, Any]:
    """Return one of them; raise NotVisible."""
    for row in invited_under(sharings, at=at):
        if row["id"] == invitation_id:
            return row
    raise NotVisible


def about_client(person: User, client_id: UUID) -> QuerySet[Any]:
    """Return the invitations about a client whom a clinician looks after; raise NotVisible."""
    client = program_access.get_client(person, client_id)
    return with_name(SessionInvitation.objects.filter(client=client), of="recipient")


def about_me(client: User) -> QuerySet[Any]:
    """Return whom the program asked to a client's own meetings."""
    return with_name(SessionInvitation.objects.filter(client=client), of="recipient")


def get_mine(person: User, invitation_id: UUID) -> SessionInvitation:
    """Return one about oneself, or about a client of one's own today; raise NotVisible."""
    mine = SessionInvitation.objects.filter(client=person)
    theirs = SessionInvitation.objects.filter(client__in=program_access.clients_visible_to(person))
    found = (mine | theirs).filter(pk=invitation_id).first()
    if found is None:
        raise NotVisible
    return found


def open_sharing(client_id: UUID, recipient_id: UUID) -> Consent | None:
    """Return the consent between two people that has not ended, in force or not."""
    return Consent.objects.filter(
        client_id=client_id, recipient_id=recipient_id, ended_at=None
    ).first()


def may_be_asked(client: User, *, at: datetime) -> list[InForce]:
    """Return with whom a client shares invitations right now, for who may read their consents."""
    wanted = Category.SESSION_INVITATIONS
    return [one for one in relatives_of(client, at=at) if wanted in one.categories]


def to_come(person: User, client: User, *, at: datetime) -> list[Session]:
    """Return a client's meetings to which families may be asked, soonest first, twenty at most."""
    rows = program_access.schedule_of(person).filter(
        participants__client=client, kind__in=OPEN_KINDS, cancelled_at=None, starts_at__gt=at
    )
    return list(rows.order_by("starts_at", "pk")[:MOST_SHOWN])
