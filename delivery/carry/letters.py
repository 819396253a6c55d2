"""What a batch of deliveries needs to be sent: words, links, addresses. Five reads for all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from uuid import UUID

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from core.crypto import Unreadable, unseal
from delivery import selectors
from delivery.channels.base import Message
from delivery.models import WEBHOOK, Channel, ContactPoint, Delivery
from delivery.wording import CODES, wording, words

Key = tuple[UUID | None, str]


@dataclass(frozen=True)
class Address:
    """One place where a message goes; no point for somebody without an account."""

    value: str
    point_id: UUID | None = None


@dataclass
class Letter:
    """A delivery with all that sending it needs. Without words, no key opened its path."""

    delivery: Delivery
    addresses: list[Address] = field(default_factory=list)
    words: Message | None = None


def letters(rows: Sequence[Delivery]) -> list[Letter]:
    """Prepare a batch. One that cannot be read does not hold up the others."""
    if not rows:
        return []
    paths, languages, addresses = _paths(rows), _languages(rows), _addresses(rows)
    return [
        Letter(
            delivery=row,
            addresses=addresses(row),
            words=_words(row, paths.get(row.pk), languages.get(row.person_id, "")),
        )
        for row in rows
    ]


def _words(row: Delivery, path: str | None, language: str) -> Message | None:
    if path is None:
        return None
    if row.channel == WEBHOOK:
        # No words for people: the body that was sealed, for the address that was sealed with it.
        return Message(str(row.pk), path, "", "")
    language = row.language or language
    if row.kind in CODES:
        link, gap = "", path
    else:
        link = gap = settings.SITE_URL + path.replace("{id}", str(row.pk))
    subject, text = words(row.kind, language, link=gap, tone=row.tone)
    line = text.strip() if row.kind in CODES else wording(row.kind, language, tone=row.tone).line
    return Message(str(row.pk), "", subject, text, line=line, link=link)


def _paths(rows: Sequence[Delivery]) -> dict[UUID, str]:
    stored = (
        Delivery.objects.filter(pk__in=[row.pk for row in rows])
        .annotate(stored=Cast("path", TextField()))
        .values_list("pk", "stored")
    )
    opened: dict[str, str | None] = {}  # reminders of one tick share one sealed path
    found = {}
    for key, value in stored:
        if value not in opened:
            opened[value] = _open(value, "delivery_delivery.path")
        path = opened[value]
        if path is not None:
            found[key] = path
    return found


def _open(value: str, context: str) -> str | None:
    try:
        return unseal(value, context=context) if value else value
    except Unreadable:
        return None


def _languages(rows: Sequence[Delivery]) -> dict[UUID | None, str]:
    people = {row.person_id for row in rows if row.person_id and not row.language}
    if not people:
        return {}
    return dict(get_user_model().objects.filter(pk__in=people).values_list("pk", "language"))


def _addresses(rows: Sequence[Delivery]) -> "partial[list[Address]]":
    general = {row.person_id for row in rows if row.person_id and not row.point_id}
    channels = {row.channel for row in rows}
    points = ContactPoint.objects.filter(person_id__in=general, channel__in=channels)
    by_key: dict[Key, list[Address]] = defaultdict(list)
    for person_id, channel, address in _opened(selectors.usable(points)) if general else []:
        by_key[person_id, channel].append(address)
    single = {row.point_id for row in rows if row.point_id}
    by_point: dict[UUID | None, list[Address]] = defaultdict(list)
    for _, _, address in _opened(ContactPoint.objects.filter(pk__in=single)) if single else []:
        by_point[address.point_id].append(address)
    return partial(_of, by_key=by_key, by_point=by_point)


def _of(
    row: Delivery,
    *,
    by_key: dict[Key, list[Address]],
    by_point: dict[UUID | None, list[Address]],
) -> list[Address]:
    if row.address:
        return [Address(row.address)]
    return by_point[row.point_id] if row.point_id else by_key[row.person_id, row.channel]


def _opened(points: QuerySet[ContactPoint]) -> list[tuple[UUID, str, Address]]:
    found = []
    stored = points.annotate(stored=Cast("sealed", TextField())).order_by("created_at")
    for key, person_id, channel, address, sealed in stored.values_list(
        "pk", "person_id", "channel", "address", "stored"
    ):
        value = address if channel == Channel.EMAIL else _open(sealed, SEALED)
        # A number that no key opens counts as none; the others of this person still serve.
        if value:
            found.append((person_id, channel, Address(value, key)))
    return found


SEALED = "delivery_contactpoint.sealed"
