"""One-way notes to the care team: written, linked to a client by staff, read.

Writing is the same for everybody with a family account: nothing in it looks whether they know a
client of the program. What follows happens afterwards, elsewhere (telling.take_in_note).
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from accounts.models import Role, User
from core import audit, outbox
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from family import events
from family.access import team_notes as note_access
from family.models import TeamNote, TeamNoteReceipt
from family.rules.limits import DAY, MOST_TEAM_NOTES_A_DAY, MOST_URGENT_NOTES_A_DAY
from program.models import CareTeamMember

TABLE = "family_teamnote"


class TooManyNotes(Refused):
    """More in a day than can be read."""

    status = 429
    code = "too_often"
    sentence = say(
        "That is enough notes for today. If somebody is in danger, call 911. For a crisis, call or"
        " text 988."
    )


class ReadAlready(Refused):
    """Somebody said before that they read it."""

    code = "read_already"
    sentence = say("A colleague has read this note already.")


class LinkedAlready(Refused):
    """It is linked to a client."""

    code = "linked_already"
    sentence = say("This note is linked to a client already.")


@dataclass(frozen=True)
class Draft:
    """What somebody wrote: about whom in their own words, what they wish, where to call back."""

    wish: str
    about: str
    text: str
    phone: str = ""
    urgent: bool = False


def write_to_team(
    *, writer: User, draft: Draft, submission_id: UUID, actor: Actor, at: datetime
) -> None:
    """Keep a note, once for each submission. Raises TooManyNotes (5 a day; 20 urgent ones)."""
    lock(f"team-notes:{writer.pk}")
    if note_access.written_before(writer.pk, submission_id):
        return
    written, urgent = note_access.written_since(writer.pk, since=at - DAY)
    if urgent >= MOST_URGENT_NOTES_A_DAY if draft.urgent else written >= MOST_TEAM_NOTES_A_DAY:
        raise TooManyNotes
    note = TeamNote(
        writer=writer, writer_name=writer.name, submission_id=submission_id, wish=draft.wish,
        about=draft.about.strip(), text=draft.text.strip(), phone=draft.phone, urgent=draft.urgent,
        written_at=at,
    )  # fmt: skip
    note.save(force_insert=True)
    audit.record(actor=actor, action="create", subject=TABLE, subject_id=note.pk, at=at)
    outbox.publish(events.TEAM_NOTE_WRITTEN, at=at, note_id=note.pk)


def acknowledge_note(*, note: TeamNote, reader: User, at: datetime) -> TeamNoteReceipt:
    """Say that one read a note: when, and as what. Raises ReadAlready."""
    lock(f"team-note:{note.pk}")
    if TeamNoteReceipt.objects.filter(note=note).exists():
        raise ReadAlready
    role = _role_of(reader, note.client_id)
    receipt = TeamNoteReceipt(
        note=note, client_id=note.client_id, role=role, acknowledged_at=at, acknowledged_by=reader
    )
    receipt.save(force_insert=True)
    _record(_actor(reader), "acknowledge", note, at=at)
    return receipt


def link_note(*, note: TeamNote, client: User, actor: Actor, at: datetime) -> TeamNote:
    """Say whom a note is about, so that this client's team reads it. Raises LinkedAlready."""
    rows = TeamNote.objects.filter(pk=note.pk, client=None)
    if not rows.update(client=client, linked_at=at, linked_by_id=actor.id):
        raise LinkedAlready
    note.refresh_from_db()
    _record(actor, "link", note, at=at)
    return note


def _role_of(reader: User, client_id: UUID | None) -> str:
    place = CareTeamMember.objects.filter(clinician=reader, client_id=client_id).order_by(
        "-active_from"
    )
    found = place.values_list("role", flat=True).first()
    return found or Role.ADMINISTRATOR.value


def _actor(reader: User) -> Actor:
    role = Role.ADMINISTRATOR if reader.has_role(Role.ADMINISTRATOR) else Role.CLINICIAN
    return Actor(role=role, id=reader.pk)


def _record(actor: Actor, action: str, note: TeamNote, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject=TABLE, subject_id=note.pk,
        clients=[note.client_id] if note.client_id else [], at=at,
    )  # fmt: skip
