"""Who sees a shared milestone: the client, and each person they shared it with while it holds."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.errors import NotVisible
from family.access.people import with_name
from family.access.thanks import reading
from family.models import SharedMilestone
from family.rules.limits import MOST_SHOWN

SHOWN = ("id", "phrase", "days", "text", "shared_at")


def shown_to(
    person_id: UUID, client_id: UUID, *, as_previewed: bool = False
) -> list[dict[str, Any]]:
    """Return the milestones that a client told this person, newest first, at most twenty."""
    rows = SharedMilestone.objects.filter(
        client_id=client_id, recipient_id=person_id, withdrawn_at=None
    ).order_by("-shared_at", "id")
    with reading(as_previewed=as_previewed):
        return [dict(row) for row in rows.values(*SHOWN)[:MOST_SHOWN]]


def shared_by(client: User) -> QuerySet[Any]:
    """Return what a client shared and did not take back, with whom."""
    rows = SharedMilestone.objects.filter(client=client, withdrawn_at=None)
    return with_name(rows, of="recipient")


def get_shared(client: User, milestone_id: UUID) -> SharedMilestone:
    """Return one of them; raise NotVisible."""
    found: SharedMilestone | None = shared_by(client).filter(pk=milestone_id).first()
    if found is None:
        raise NotVisible
    return found
