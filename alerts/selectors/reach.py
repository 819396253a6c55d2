"""How a client is reached, and when that must be checked again."""

from datetime import datetime, timedelta
from uuid import UUID

from alerts.models import ContactRequest, Reach
from program.models import CareTeamMember

CHECKED_EVERY = timedelta(days=30)
MOST_SHOWN = 20


def newest_reach(client_id: UUID) -> Reach | None:
    """Return what a client said last about how they are reached."""
    return Reach.objects.filter(client_id=client_id).order_by("-confirmed_at", "pk").first()


def is_due(row: Reach | None, *, at: datetime) -> bool:
    """Say whether it must be asked again: never said, or thirty days ago or more."""
    return row is None or row.confirmed_at + CHECKED_EVERY <= at


def contact_requests(client_id: UUID) -> list[ContactRequest]:
    """Return a client's last twenty wishes to be contacted, the newest first."""
    rows = ContactRequest.objects.filter(client_id=client_id)
    return list(rows.order_by("-received_at", "pk")[:MOST_SHOWN])


def roles_on_team(client_id: UUID) -> dict[UUID, str]:
    """Return in which role each clinician looks after a client; one query."""
    rows = CareTeamMember.objects.filter(client_id=client_id, active_until=None)
    return dict(rows.values_list("clinician_id", "role"))
