"""What a client puts on a family page and takes away again, and that its rules were read."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from care.models import Goal, GoalEnd
from core import audit
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from family.models import LONGEST_SUPPORT_WORDS, Consent, RulesRead, SharedGoal, SupportWords
from family.texts.page import RULES_VERSION
from progress import services as progress_services

MOST_SHARED = 40


class TooManyOnPage(Refused):
    """There is a limit to what one page holds."""

    code = "too_many"
    sentence = say(
        "You can share {most_shared} goals and milestones. Take one back first.",
        most_shared=MOST_SHARED,
    )


class WordsTooLong(Refused):
    """The words do not fit."""

    status = 400
    code = "invalid"
    sentence = say(
        "Use at most {longest_support_words} characters.",
        longest_support_words=LONGEST_SUPPORT_WORDS,
    )


class NotAccepted(Refused):
    """The invitation was not accepted yet."""

    code = "not_accepted"
    sentence = say("You can write this once they have accepted your invitation.")


def show_goal(*, client: User, goal: Goal, actor: Actor, at: datetime) -> SharedGoal:
    """Share a goal in the words that it has now; sharing it again shares the newer words.

    Raises TooManyOnPage.
    """
    lock(f"shared:{client.pk}")
    _withdraw_open(SharedGoal.objects.filter(goal=goal), at=at)
    reached = goal.end == GoalEnd.REACHED
    row = SharedGoal(client=client, goal=goal, title=goal.title, reached=reached, shared_at=at)
    return _shared(row, actor=actor, at=at)


def show_milestone(*, client: User, slug: str, actor: Actor, at: datetime) -> SharedGoal:
    """Share a milestone of the client's own, by its title.

    Raises NotVisible when there is none of that name, TooManyOnPage.
    """
    found = progress_services.list_milestones(client=client, reader=client, at=at)
    mine = next((one for one in found["results"] if one["slug"] == slug), None)
    if mine is None:
        raise NotVisible
    lock(f"shared:{client.pk}")
    _withdraw_open(SharedGoal.objects.filter(client=client, milestone=slug), at=at)
    row = SharedGoal(
        client=client,
        milestone=slug,
        title=mine["title"],
        reached=mine["reached"],
        shared_at=at,
    )
    return _shared(row, actor=actor, at=at)


def stop_showing(*, shared: SharedGoal, actor: Actor, at: datetime) -> None:
    """Take a shared goal or milestone from the page; raises NotVisible when it is gone."""
    if not _withdraw_open(SharedGoal.objects.filter(pk=shared.pk), at=at):
        raise NotVisible
    _record(actor, "withdraw", "family_sharedgoal", shared.pk, shared.client_id, at=at)


def write_support_words(*, consent: Consent, words: str, actor: Actor, at: datetime) -> str:
    """Say how the person in a consent may help, in place of earlier words; "" takes them back.

    At most 300 characters; raises WordsTooLong, and NotAccepted while nobody is there to read it.
    """
    words = words.strip()
    if consent.recipient_id is None:
        raise NotAccepted
    if len(words) > LONGEST_SUPPORT_WORDS:
        raise WordsTooLong(fields={"words": [WordsTooLong.sentence]})
    lock(f"shared:{consent.client_id}")
    pair = {"client_id": consent.client_id, "recipient_id": consent.recipient_id}
    SupportWords.objects.filter(**pair, withdrawn_at=None).update(withdrawn_at=at)
    if words:
        SupportWords(**pair, words=words, written_at=at).save(force_insert=True)
    _record(actor, "write", "family_supportwords", consent.pk, consent.client_id, at=at)
    return words


def read_rules(*, reader: User, at: datetime) -> None:
    """Keep that this person read the rules of the family page as they stand. Safe to repeat."""
    lock(f"rules:{reader.pk}")
    rows = RulesRead.objects.filter(reader=reader, version=RULES_VERSION)
    if not rows.exists():
        RulesRead(reader=reader, version=RULES_VERSION, read_at=at).save(force_insert=True)


def _withdraw_open(rows: QuerySet[SharedGoal], *, at: datetime) -> int:
    return rows.filter(withdrawn_at=None).update(withdrawn_at=at)


def _shared(row: SharedGoal, *, actor: Actor, at: datetime) -> SharedGoal:
    open_ones = SharedGoal.objects.filter(client_id=row.client_id, withdrawn_at=None)
    if open_ones.count() >= MOST_SHARED:
        raise TooManyOnPage
    row.save(force_insert=True)
    _record(actor, "share", "family_sharedgoal", row.pk, row.client_id, at=at)
    return row


def _record(
    actor: Actor, action: str, subject: str, subject_id: UUID, client_id: UUID, *, at: datetime
) -> None:
    audit.record(
        actor=actor, action=action, subject=subject, subject_id=subject_id,
        clients=[client_id], at=at,
    )  # fmt: skip
