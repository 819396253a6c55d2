"""Who sees “please call me”: the client, and the one person asked while it is shared and open."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.errors import NotVisible
from core.identity import as_relative
from family.access.force import InForce
from family.access.people import with_name
from family.access.thanks import reading
from family.models import CallMe, Category
from family.rules.limits import CALL_IS_OPEN

SHOWN = ("id", "client_id", "pressed_at", "seen_at")


def open_calls(*, at: datetime) -> QuerySet[CallMe]:
    """Return the presses that still wait for somebody to say that they call."""
    return CallMe.objects.filter(
        answered_at=None, withdrawn_at=None, pressed_at__gt=at - CALL_IS_OPEN, pressed_at__lte=at
    )


def open_for(
    person_id: UUID, client_id: UUID, *, at: datetime, as_previewed: bool = False
) -> list[dict[str, Any]]:
    """Return the newest open press of one client for this person: none or one."""
    rows = open_calls(at=at).filter(client_id=client_id, recipient_id=person_id)
    with reading(as_previewed=as_previewed):
        return list(rows.order_by("-pressed_at").values(*SHOWN)[:1])


def open_under(sharings: list[InForce], *, at: datetime) -> list[dict[str, Any]]:
    """Return the newest open press under each of these sharings, as their recipient reads."""
    allowed = {one.series: one for one in sharings if Category.CRISIS_CONTACT in one.categories}
    rows = open_calls(at=at).filter(series__in=allowed).order_by("client_id", "-pressed_at")
    with as_relative():
        found = list(rows.distinct("client_id").values(*SHOWN, "series"))
    return [{**row, "client_name": allowed[row["series"]].client_name} for row in found]


def get_open(person_id: UUID, call_id: UUID, *, at: datetime) -> dict[str, Any]:
    """Return one open press for this person, read as a relative; raise NotVisible."""
    rows = open_calls(at=at).filter(pk=call_id, recipient_id=person_id)
    with as_relative():
        found = rows.values(*SHOWN).first()
    if found is None:
        raise NotVisible
    return dict(found)


def pressed_by(client: User) -> QuerySet[Any]:
    """Return a client's presses, with whom they asked."""
    return with_name(CallMe.objects.filter(client=client), of="recipient")


def get_pressed(client: User, call_id: UUID) -> CallMe:
    """Return one of them; raise NotVisible."""
    found: CallMe | None = pressed_by(client).filter(pk=call_id).first()
    if found is None:
        raise NotVisible
    return found
