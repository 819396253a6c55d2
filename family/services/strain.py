"""A family member's own look at how they are: kept for them, and gone when they say so."""

import json
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from accounts.models import User
from core.errors import Refused
from core.identity import lock
from core.said import say
from family.access import strain as strain_access
from family.models import StrainCheckIn
from family.rules.limits import DAY, MOST_STRAIN_A_DAY
from family.services.between import TooOften
from family.texts.own import STRAIN_VERSION, strain_items


class NoSuchItem(Refused):
    """An answer to something that was not asked, or none at all."""

    status = 400
    code = "invalid"


def take_strain(
    *, writer: User, answers: Mapping[str, int], submission_id: UUID, at: datetime
) -> StrainCheckIn:
    """Keep one look, once for each submission. No audit entry: nobody else ever reads it.

    Raises NoSuchItem, TooOften (5 a day).
    """
    unknown = set(answers) - strain_items()
    if unknown or not answers:
        sentence = (
            say("There is no such question.") if unknown else say("Answer at least one question.")
        )
        raise NoSuchItem(sentence, fields={"answers": [sentence]})
    lock(f"strain:{writer.pk}")
    mine = strain_access.own(writer)
    known = mine.filter(submission_id=submission_id).first()
    if known:
        return known
    if mine.filter(answered_at__gt=at - DAY).count() >= MOST_STRAIN_A_DAY:
        raise TooOften
    row = StrainCheckIn(
        writer=writer, submission_id=submission_id, form_version=STRAIN_VERSION,
        answers=json.dumps(dict(sorted(answers.items()))), answered_at=at,
    )  # fmt: skip
    row.save(force_insert=True)
    return row


def forget_strain(*, row: StrainCheckIn) -> None:
    """Delete one look for good."""
    row.delete()
