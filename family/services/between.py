"""What passes between a client and a family member has in common: words, bounds, traces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from core import audit
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.said import say
from family import access
from family.access.force import InForce
from family.access.people import known_to
from family.models import Category
from family.texts.phrases import MILESTONES, phrase, wants_days


class NotShared(Refused):
    """The client has not signed for this kind of thing with this person, or it rests."""

    code = "not_shared"
    sentence = say("You have not turned this on for this person. You can do so under sharing.")


class TooOften(Refused):
    """More in a day than anybody means."""

    status = 429
    code = "too_often"
    sentence = say("That is enough for today. You can go on tomorrow.")


class WordsMissing(Refused):
    """Neither a phrase that there is, nor words of one's own; names the field."""

    status = 400
    code = "invalid"


@dataclass(frozen=True)
class Said:
    """A fixed phrase, words of one's own, or both; `days` where the phrase counts days."""

    phrase: str = ""
    text: str = ""
    days: int | None = None


def checked(said: Said, *, kind: str) -> Said:
    """Return what was said, trimmed; raise WordsMissing."""
    words = Said(said.phrase, said.text.strip(), said.days)
    if words.phrase and phrase(kind, words.phrase) is None:
        _missing("phrase", say("There is no such phrase."))
    if not words.phrase and not words.text:
        _missing("text", say("Choose a phrase or write a few words."))
    counts = kind == MILESTONES and wants_days(words.phrase)
    if counts and words.days is None:
        _missing("days", say("Say how many days."))
    if not counts and words.days is not None:
        _missing("days", say("This phrase has no number of days."))
    return words


def _missing(field: str, sentence: str) -> None:
    raise WordsMissing(sentence, fields={field: [sentence]})


def sharing_with(client_id: UUID, person_id: UUID, category: Category, *, at: datetime) -> None:
    """Raise NotShared unless this client shares this with that person right now; NotVisible when
    they never shared anything with them."""
    if person_id not in known_to(client_id):
        raise NotVisible
    if not access.gives(client_id=client_id, recipient_id=person_id, category=category, at=at):
        raise NotShared


def sharing_of(sharings: list[InForce], client_id: UUID) -> InForce:
    """Return the sharing of one client among those in force; raise NotVisible."""
    for one in sharings:
        if one.client_id == client_id:
            return one
    raise NotVisible


def leave(  # noqa: PLR0913  (each names one column of the trail)
    actor: Actor,
    action: str,
    subject: str,
    subject_id: UUID,
    *,
    client_id: UUID,
    at: datetime,
    consent_id: UUID | None = None,
) -> None:
    """Add the entry in the audit trail."""
    audit.record(
        actor=actor, action=action, subject=subject, subject_id=subject_id, clients=[client_id],
        consent_id=consent_id, at=at,
    )  # fmt: skip
