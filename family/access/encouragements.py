"""Who sees a family member's note: the client alone, and only if they read that person's notes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from accounts.models import User
from core.identity import as_relative
from family.access.people import known_to, with_name
from family.models import Encouragement, NoteChoice


def received_by(client: User) -> QuerySet[Any]:
    """Return the notes of those whose notes this client reads, with who wrote them."""
    chosen = NoteChoice.objects.filter(client=client, writer=OuterRef("writer_id"), receives=True)
    rows = Encouragement.objects.filter(Exists(chosen), client=client)
    return with_name(rows, of="writer")


def choices_of(client: User) -> list[dict[str, Any]]:
    """Return everybody with whom a client shares or shared, and whether they read their notes."""
    rows = NoteChoice.objects.filter(client=client).values_list("writer_id", "receives")
    chosen = dict(rows)
    return [
        {"person": person_id, "name": name, "receives": chosen.get(person_id, False)}
        for person_id, name in sorted(known_to(client.pk).items(), key=lambda one: one[1])
    ]


def sent_before(person_id: UUID, submission_id: UUID) -> bool:
    """Say whether a family member sent this very note already."""
    with as_relative():
        rows = Encouragement.objects.filter(writer_id=person_id, submission_id=submission_id)
        return rows.values("id").exists()


def sent_since(person_id: UUID, client_id: UUID, *, since: datetime) -> int:
    """Count the notes that a family member sent to one client since a moment."""
    with as_relative():
        rows = Encouragement.objects.filter(writer_id=person_id, client_id=client_id)
        return rows.filter(written_at__gt=since).values("id").count()
