"""Set, change and end what a client is asked about in their own check-in."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from accounts.models import User
from checkins import rules, selectors
from checkins.models import PLACES, ItemKind, PersonalItem, Toward
from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say

LOCK = "watched:{}"  # of everything that a client is asked to watch, here and on the diary card


class TooManyItems(Refused):
    """The client is asked about as many things as a check-in has room for."""

    code = "too_many_items"
    sentence = say(
        "A check-in has room for {places} personal items. End one before you add another.",
        places=PLACES,
    )


class AlreadyAsked(Refused):
    """The client is asked about this somewhere already."""

    code = "already_asked"
    sentence = say(
        "This client is asked about this already. Choose other words, or end the other one."
    )


class AlreadyEnded(Refused):
    """The item is no longer asked about."""

    code = "already_ended"
    sentence = say("Someone already ended this item.")


@dataclass(frozen=True)
class Wanted:
    """What a client is to be asked: words, kind, scale; of an urge also what it is toward."""

    label: str
    kind: str
    scale: str
    toward: str = ""
    why: str = ""


def set_item(
    *, client_id: UUID, wanted: Wanted, clinician: User, actor: Actor, at: datetime
) -> PersonalItem:
    """Ask a client about one thing more; raises TooManyItems, AlreadyAsked."""
    lock(LOCK.format(client_id))
    taken = {row.place for row in selectors.items_in_force(client_id)}
    free = [place for place in range(1, PLACES + 1) if place not in taken]
    if not free:
        raise TooManyItems
    _refuse_twice(client_id, wanted.label)
    item = PersonalItem(
        client_id=client_id, item=uuid4(), place=free[0], set_at=at, set_by=clinician,
        **asdict(_complete(wanted)),
    )  # fmt: skip
    item.save(force_insert=True)
    _record(actor, "create", item, at=at)
    return item


def change_item(
    *, item: PersonalItem, wanted: Wanted, clinician: User, actor: Actor, at: datetime
) -> PersonalItem:
    """Ask in other words or on another scale from now on, as a new version in the same place.

    Nothing changed: the same version is returned. Raises AlreadyEnded, AlreadyAsked.
    """
    lock(LOCK.format(item.client_id))
    present = selectors.items_in_force(item.client_id).filter(item=item.item).first()
    if present is None:
        raise AlreadyEnded
    wanted = _complete(replace(wanted, kind=present.kind))
    if all(getattr(present, name) == value for name, value in asdict(wanted).items()):
        return present
    _refuse_twice(item.client_id, wanted.label, but=present)
    _end(present, actor=actor, at=at)
    changed = PersonalItem(
        client_id=present.client_id, item=present.item, version=present.version + 1,
        place=present.place, set_at=at, set_by=clinician, **asdict(wanted),
    )  # fmt: skip
    changed.save(force_insert=True)
    _record(actor, "change", changed, at=at)
    return changed


def end_item(*, item: PersonalItem, actor: Actor, at: datetime) -> PersonalItem:
    """Ask about an item no more; its answers stay. Raises AlreadyEnded."""
    lock(LOCK.format(item.client_id))
    present = selectors.items_in_force(item.client_id).filter(item=item.item).first()
    if present is None:
        raise AlreadyEnded
    _end(present, actor=actor, at=at)
    _record(actor, "end", present, at=at)
    return present


def _end(row: PersonalItem, *, actor: Actor, at: datetime) -> None:
    PersonalItem.objects.filter(pk=row.pk, ended_at=None).update(ended_at=at, ended_by=actor.id)
    row.refresh_from_db()


def _complete(wanted: Wanted) -> Wanted:
    """An urge is toward something; nothing else is."""
    if wanted.kind != ItemKind.URGE:
        return replace(wanted, toward="")
    return replace(wanted, toward=wanted.toward or Toward.OTHER)


def _refuse_twice(client_id: UUID, label: str, *, but: PersonalItem | None = None) -> None:
    others = selectors.watched(client_id, but=but)
    if any(rules.same_words(label, other) for other in others):
        raise AlreadyAsked


def _record(actor: Actor, action: str, item: PersonalItem, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="checkins_personalitem", subject_id=item.pk,
        clients=[item.client_id], at=at,
    )  # fmt: skip
