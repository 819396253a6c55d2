"""Who sees a client's thanks: the client, and the one person they are for while it is shared."""

from contextlib import AbstractContextManager, nullcontext
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.errors import NotVisible
from core.identity import as_relative
from family.access.people import with_name
from family.models import ThankYou
from family.rules.limits import MOST_SHOWN

SHOWN = ("id", "phrase", "text", "written_at")


def reading(*, as_previewed: bool) -> AbstractContextManager[None]:
    """Read as a relative does, or, for a preview, with the client's own rights."""
    return nullcontext() if as_previewed else as_relative()


def shown_to(
    person_id: UUID, client_id: UUID, *, as_previewed: bool = False
) -> list[dict[str, Any]]:
    """Return what a client's thanks show this person, newest first, at most twenty."""
    rows = ThankYou.objects.filter(
        client_id=client_id, recipient_id=person_id, withdrawn_at=None
    ).order_by("-written_at", "id")
    with reading(as_previewed=as_previewed):
        return [dict(row) for row in rows.values(*SHOWN)[:MOST_SHOWN]]


def written_by(client: User) -> QuerySet[Any]:
    """Return the thanks that a client wrote and did not take back, with whom they are for."""
    return with_name(ThankYou.objects.filter(client=client, withdrawn_at=None), of="recipient")


def get_written(client: User, note_id: UUID) -> ThankYou:
    """Return one of them; raise NotVisible."""
    found: ThankYou | None = written_by(client).filter(pk=note_id).first()
    if found is None:
        raise NotVisible
    return found
