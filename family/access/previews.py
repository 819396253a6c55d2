"""What a client would let somebody see, looked at beforehand with the client's own rights.

It is composed by the functions that compose the family member's own page, so that nothing can
differ; and because the client reads their own rows as themselves, no right is lent to anybody.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from accounts.models import User
from core import clock
from core.errors import NotVisible, Refused
from core.identity import System, briefly
from core.said import say
from family.access.force import relatives_of
from family.access.shared import scope_of
from family.access.shown import Card, Scope, compose
from family.models import Category
from program import selectors as program_selectors


class NothingShown(Refused):
    """This sharing shows nothing now: it ended, is paused, or waits to be accepted."""

    code = "nothing_shown"
    sentence = say(
        "Right now they see nothing of yours. Their page says: Sharing is off right now."
    )


def preview(client: User, consent_id: UUID, *, at: datetime) -> Card:
    """Return the card that the person named in this consent gets now; raise NothingShown."""
    found = [one for one in relatives_of(client, at=at) if one.consent_id == consent_id]
    if not found:
        raise NothingShown
    # Of their account the client may see nothing; this one word decides how the card reads.
    with briefly(System.ACCOUNTS):
        language = User.objects.values_list("language", flat=True).get(pk=found[0].recipient_id)
    return compose(scope_of(found[0], language=language, at=at, as_previewed=True))


def preview_of(
    client: User, categories: Iterable[str], *, purpose: str, days: int, at: datetime
) -> Card:
    """Return the card that these categories would make today, for nobody in particular.

    `days`: how long the sharing would last. Raises NotVisible when the client is in no program.
    """
    wanted = {Category.PROGRAM_LINK.value, *categories}
    enrolment = program_selectors.enrolment_at(client.pk, at)
    if enrolment is None:
        raise NotVisible
    zone = enrolment.program.timezone
    scope = Scope(
        client_id=client.pk,
        client_name=client.name,
        recipient_id=None,
        purpose=purpose,
        until=clock.local_day(at, zone) + timedelta(days=days),
        timezone=zone,
        categories=tuple(key for key in Category.values if key in wanted),
        language=client.language,
        at=at,
        as_previewed=True,
    )
    return compose(scope)
