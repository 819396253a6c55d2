"""Thanks of a client, notes of a family member, and whose notes a client reads."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core.audit import Actor
from core.errors import NotVisible
from core.identity import as_relative, lock
from family.access import encouragements as encouragement_access
from family.access.force import InForce
from family.access.people import known_to
from family.models import Category, Encouragement, NoteChoice, ThankYou
from family.rules.limits import DAY, MOST_ENCOURAGEMENTS_A_DAY, MOST_THANKS_A_DAY
from family.services.between import Said, TooOften, checked, leave, sharing_with
from family.texts.phrases import ENCOURAGEMENT, THANKS

THANKS_TABLE, NOTES_TABLE = "family_thankyou", "family_encouragement"
CHOICES_TABLE = "family_notechoice"


@dataclass(frozen=True)
class ThanksReceipt:
    """The note, and whether this sending made it."""

    note: ThankYou
    is_new: bool


def say_thanks(
    *, client_id: UUID, to: UUID, said: Said, submission_id: UUID, actor: Actor, at: datetime
) -> ThanksReceipt:
    """Thank one family member, once for each submission.

    Raises NotVisible, NotShared, WordsMissing, TooOften (20 a day).
    """
    sharing_with(client_id, to, Category.MESSAGE_OF_THANKS, at=at)
    words = checked(said, kind=THANKS)
    lock(f"thanks:{client_id}")
    mine = ThankYou.objects.filter(client_id=client_id)
    known = mine.filter(submission_id=submission_id).first()
    if known:
        return ThanksReceipt(known, is_new=False)
    if mine.filter(written_at__gt=at - DAY).count() >= MOST_THANKS_A_DAY:
        raise TooOften
    note = ThankYou(
        client_id=client_id, recipient_id=to, submission_id=submission_id,
        phrase=words.phrase, text=words.text, written_at=at,
    )  # fmt: skip
    note.save(force_insert=True)
    leave(actor, "create", THANKS_TABLE, note.pk, client_id=client_id, at=at)
    return ThanksReceipt(note, is_new=True)


def take_back_thanks(*, note: ThankYou, actor: Actor, at: datetime) -> None:
    """Show a note to nobody any more; what was seen stays seen. Again changes nothing."""
    if ThankYou.objects.filter(pk=note.pk, withdrawn_at=None).update(withdrawn_at=at):
        leave(actor, "withdraw", THANKS_TABLE, note.pk, client_id=note.client_id, at=at)


def encourage(
    *, sharing: InForce, said: Said, submission_id: UUID, actor: Actor, at: datetime
) -> None:
    """Keep a family member's note for a client, whether or not the client reads notes.

    Runs the same for both. Raises WordsMissing, TooOften (10 a day). Written with the role of
    relatives, so that row security looks at the consent once more.
    """
    words = checked(said, kind=ENCOURAGEMENT)
    writer_id = sharing.recipient_id
    lock(f"encouragement:{writer_id}")
    if encouragement_access.sent_before(writer_id, submission_id):
        return
    sent = encouragement_access.sent_since(writer_id, sharing.client_id, since=at - DAY)
    if sent >= MOST_ENCOURAGEMENTS_A_DAY:
        raise TooOften
    note = Encouragement(
        client_id=sharing.client_id, writer_id=writer_id, submission_id=submission_id,
        phrase=words.phrase, text=words.text, written_at=at,
    )  # fmt: skip
    with as_relative():
        note.save(force_insert=True)
    leave(
        actor, "create", NOTES_TABLE, note.pk, client_id=sharing.client_id,
        consent_id=sharing.consent_id, at=at,
    )  # fmt: skip


def choose_notes(
    *, client_id: UUID, writer_id: UUID, receives: bool, actor: Actor, at: datetime
) -> None:
    """Say whether a client reads one person's notes; nobody is told. Raises NotVisible."""
    if writer_id not in known_to(client_id):
        raise NotVisible
    lock(f"note-choices:{client_id}")
    values = {"receives": receives, "decided_at": at}
    changed = NoteChoice.objects.filter(client_id=client_id, writer_id=writer_id)
    if not changed.update(**values):
        NoteChoice(client_id=client_id, writer_id=writer_id, **values).save(force_insert=True)
    row = changed.get()
    leave(actor, "choose", CHOICES_TABLE, row.pk, client_id=client_id, at=at)
