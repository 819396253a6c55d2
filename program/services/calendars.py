"""The secret address of a person's calendar: made, replaced, revoked, found again, counted."""

import hashlib
import logging
import secrets
from datetime import datetime

from django.core.cache import cache
from redis.exceptions import RedisError

from accounts.models import User
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from program.models import CalendarFeed
from program.services.marks import mark

log = logging.getLogger(__name__)
SECRET_BYTES = 32  # 256 bits; guessing is hopeless at any rate
# Calendars ask every few minutes to hours, and one service asks for many people from one address.
MOST_OF_ONE, MOST_FROM_ONE, A_MINUTE = 30, 600, 60


class TooOften(Refused):
    """This address, or somebody from this place, was read too often within a minute."""

    status = 429
    code = "too_often"
    sentence = say("This was asked for too often. Please wait a minute.")


def make_address(
    *, person: User, shows_place: bool, actor: Actor, at: datetime
) -> tuple[CalendarFeed, str]:
    """Make a new address and revoke the one before; return it with its secret, this once."""
    lock(f"calendar:{person.pk}")
    CalendarFeed.objects.filter(person=person, revoked_at=None).update(revoked_at=at)
    secret = secrets.token_urlsafe(SECRET_BYTES)
    feed = CalendarFeed(
        person=person, token_digest=digest_of(secret), shows_place=shows_place, made_at=at
    )
    feed.save(force_insert=True)
    mark(actor, "create", feed, at=at)
    return feed, secret


def revoke_address(*, person: User, actor: Actor, at: datetime) -> None:
    """Close the person's address, if there is one: it answers like one that never was."""
    feed = CalendarFeed.objects.filter(person=person, revoked_at=None).first()
    if feed is None:
        return
    CalendarFeed.objects.filter(pk=feed.pk).update(revoked_at=at)
    mark(actor, "revoke", feed, at=at)


def owner_of(*, secret: str) -> CalendarFeed:
    """Return the address of that secret with its person; raise NotVisible.

    Needs the identity of the calendar. Unknown, revoked, and of a closed account are one answer.
    """
    feed = (
        CalendarFeed.objects.select_related("person")
        .filter(token_digest=digest_of(secret), revoked_at=None)
        .first()
    )
    if feed is None or not feed.person.is_active:
        raise NotVisible
    return feed


def digest_of(secret: str) -> str:
    """Return what is stored of a secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def count_asking(*, address: str | None) -> None:
    """Count one asking from this place across all processes; raise TooOften beyond 600 a minute."""
    _refuse_beyond(MOST_FROM_ONE, f"calendar:address:{digest_of(address or '')}")


def count_reading(*, feed: CalendarFeed) -> None:
    """Count one reading of this calendar; raise TooOften beyond 30 a minute."""
    _refuse_beyond(MOST_OF_ONE, f"calendar:feed:{feed.pk}")


def _refuse_beyond(most: int, key: str) -> None:
    try:
        count = _count(key)
    except RedisError:
        log.warning("readings of calendars are not counted: the cache does not answer")
        return
    if count > most:
        raise TooOften


def _count(key: str) -> int:
    # The first one starts the minute; the others only count.
    if cache.add(key, 1, A_MINUTE):
        return 1
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two
        return 1
