"""Who sees a note to the team: administrators; the team of the client it is about; its writer;
of an urgent one also whoever was told of it because they are on call, for three days.

The writer sees their own words and, under a consent in force, that somebody read them. Whether a
note was linked to anybody is not theirs to learn.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from accounts.models import Role, User
from core.errors import NotVisible
from core.identity import as_relative
from delivery.models import Delivery
from delivery.wording import Kind
from family.models import Consent, TeamNote, TeamNoteReceipt
from family.rules.limits import MOST_SHOWN
from program import access as program_access

# Under which name an urgent note is told, and how long whoever was on call answers for it.
TOLD = "family:note"
ANSWERED_FOR = timedelta(hours=72)
OWN = ("id", "wish", "about", "text", "urgent", "written_at")


def written_by(person: User) -> list[dict[str, Any]]:
    """Return a person's own newest notes, at most twenty, with the receipts they may see."""
    rows = TeamNote.objects.filter(writer_id=person.pk).order_by("-written_at", "id")
    with as_relative():
        notes = list(rows.values(*OWN)[:MOST_SHOWN])
        receipts = TeamNoteReceipt.objects.filter(note__in=[note["id"] for note in notes])
        read = {
            row["note_id"]: {"at": row["acknowledged_at"], "role": row["role"]}
            for row in receipts.values("note_id", "role", "acknowledged_at")
        }
    return [{**note, "acknowledged": read.get(note["id"])} for note in notes]


def written_before(person_id: UUID, submission_id: UUID) -> bool:
    """Say whether a person wrote this very note already."""
    rows = TeamNote.objects.filter(writer_id=person_id, submission_id=submission_id)
    with as_relative():
        return rows.values("id").exists()


def written_since(person_id: UUID, *, since: datetime) -> tuple[int, int]:
    """Count the notes of a person since a moment: all of them, and the urgent ones."""
    rows = TeamNote.objects.filter(writer_id=person_id, written_at__gt=since)
    with as_relative():
        urgent = list(rows.values_list("urgent", flat=True))
    return len(urgent), sum(urgent)


def visible_to(person: User) -> QuerySet[TeamNote]:
    """Return the notes for staff: all for administrators, else those about their clients.

    And the urgent ones that they were told of as they were on call.
    """
    rows = TeamNote.objects.all()
    if person.has_role(Role.ADMINISTRATOR):
        return rows
    # The moment is the database's, so that this filter and row security never disagree.
    told = Q(urgent=True, written_at__gt=Now() - ANSWERED_FOR, pk__in=_told_of(person))
    return rows.filter(told | Q(client__in=program_access.clients_visible_to(person)))


def _told_of(person: User) -> list[UUID]:
    begins = f"{TOLD}:"
    rows = Delivery.objects.filter(
        person=person, kind=Kind.ALERT, cause__startswith=begins,
        due_at__gt=Now() - ANSWERED_FOR,
    )  # fmt: skip
    return [UUID(cause.removeprefix(begins)) for cause in rows.values_list("cause", flat=True)]


def get(person: User, note_id: UUID) -> TeamNote:
    """Return one note that staff may see; raise NotVisible."""
    found = visible_to(person).filter(pk=note_id).first()
    if found is None:
        raise NotVisible
    return found


def shares_or_shared_with(person_id: UUID) -> set[UUID]:
    """Return every client who ever shared with this person. Must act as the family part."""
    rows = Consent.objects.filter(recipient_id=person_id, flagged_false_at=None)
    return set(rows.values_list("client_id", flat=True))


def in_state(rows: QuerySet[TeamNote], *, state: str) -> QuerySet[TeamNote]:
    """Return those that nobody has read yet (open), those that were read, or all, with people."""
    found = rows.select_related("client", "receipt")
    return found if state == "all" else found.filter(receipt__isnull=state == "open")


def get_client(client_id: UUID) -> User:
    """Return a client for an administrator to name; raise NotVisible."""
    found = User.objects.filter(pk=client_id, roles__contains=[Role.CLIENT]).first()
    if found is None:
        raise NotVisible
    return found
