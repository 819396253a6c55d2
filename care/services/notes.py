"""What a client noticed with a medication, and a clinician's word that they read it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from care import events
from care.models import Medication, MedicationNote
from core import audit, outbox
from core.audit import Actor
from core.identity import lock

SUBJECT = "care_medicationnote"


@dataclass(frozen=True)
class NoteReceipt:
    """The note, and whether this sending made it."""

    note: MedicationNote
    is_new: bool


def write_note(
    *, medication: Medication, submission_id: UUID, text: str, actor: Actor, at: datetime
) -> NoteReceipt:
    """Keep a note once, however often it is sent, and tell whoever listens that there is one."""
    lock(f"medication-notes:{medication.client_id}")
    known = MedicationNote.objects.filter(
        client_id=medication.client_id, submission_id=submission_id
    ).first()
    if known:
        return NoteReceipt(known, is_new=False)
    note = MedicationNote(
        medication=medication, client_id=medication.client_id, submission_id=submission_id,
        text=text, written_at=at,
    )  # fmt: skip
    note.save(force_insert=True)
    _record(actor, "create", note, at=at)
    outbox.publish(events.NOTE_WRITTEN, at=at, note_id=note.pk, client_id=note.client_id)
    return NoteReceipt(note, is_new=True)


def see_note(*, note: MedicationNote, actor: Actor, at: datetime) -> None:
    """Note that a clinician read it; the first one stays. Again changes nothing."""
    unseen = MedicationNote.objects.filter(pk=note.pk, seen_at=None)
    if unseen.update(seen_at=at, seen_by=actor.id):
        _record(actor, "see", note, at=at)


def _record(actor: Actor, action: str, note: MedicationNote, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject=SUBJECT, subject_id=note.pk,
        clients=[note.client_id], at=at,
    )  # fmt: skip
