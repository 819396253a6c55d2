"""A client tells of a milestone, person by person. Nothing is ever shared by itself."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from core.audit import Actor
from core.identity import lock
from family.models import Category, SharedMilestone
from family.rules.limits import DAY, MOST_MILESTONES_A_DAY
from family.services.between import Said, TooOften, checked, leave, sharing_with
from family.texts.phrases import MILESTONES

TABLE = "family_sharedmilestone"


def share_milestone(
    *,
    client_id: UUID,
    to: Sequence[UUID],
    said: Said,
    submission_id: UUID,
    actor: Actor,
    at: datetime,
) -> list[SharedMilestone]:
    """Tell these people, once for each submission; all of them or none.

    Raises NotVisible, NotShared, WordsMissing, TooOften (20 a day).
    """
    for person_id in to:
        sharing_with(client_id, person_id, Category.SOBRIETY_MILESTONE, at=at)
    words = checked(said, kind=MILESTONES)
    lock(f"milestones:{client_id}")
    mine = SharedMilestone.objects.filter(client_id=client_id)
    known = list(mine.filter(submission_id=submission_id))
    if known:
        return known
    if mine.filter(shared_at__gt=at - DAY).count() + len(to) > MOST_MILESTONES_A_DAY:
        raise TooOften
    rows = [
        SharedMilestone(
            client_id=client_id, recipient_id=person_id, submission_id=submission_id,
            phrase=words.phrase, days=words.days, text=words.text, shared_at=at,
        )
        for person_id in dict.fromkeys(to)
    ]  # fmt: skip
    for row in rows:
        row.save(force_insert=True)
        leave(actor, "share", TABLE, row.pk, client_id=client_id, at=at)
    return rows


def take_back_milestone(*, milestone: SharedMilestone, actor: Actor, at: datetime) -> None:
    """Show it to nobody any more; what was seen stays seen. Again changes nothing."""
    rows = SharedMilestone.objects.filter(pk=milestone.pk, withdrawn_at=None)
    if rows.update(withdrawn_at=at):
        leave(actor, "withdraw", TABLE, milestone.pk, client_id=milestone.client_id, at=at)
