"""Put messages on their way, once for each cause, and call back what has not left yet."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from core.crypto import seal
from core.nudge import Nudge
from delivery import selectors
from delivery.models import WEBHOOK, Channel, ContactPoint, Delivery
from delivery.wording import Kind

nudge = Nudge("delivery.carry_due")


@dataclass(frozen=True)
class Cause:
    """Why something is sent: its kind, its name (queued once for each), and the link's path.

    `{id}` in the path becomes the delivery's own opaque id.
    """

    kind: str
    name: str
    path: str = "/"


def queue(*, people: Iterable[UUID], cause: Cause, due_at: datetime) -> int:
    """Queue one delivery for each person and channel that reaches them; return how many are new.

    Runs in the caller's transaction: a message exists if and only if its cause does. Asking again
    for the same cause, person and channel adds nothing. Channels that are not switched on, and
    telephones without consent, do not count.
    """
    reached = selectors.reachable(people)
    queued = Delivery.objects.filter(cause=cause.name).values_list("person_id", "channel")
    known = set(queued)
    fresh = [
        Delivery(
            person_id=person_id,
            channel=channel,
            kind=cause.kind,
            cause=cause.name,
            path=cause.path,
            due_at=due_at,
        )
        for person_id, channel in sorted(reached)
        if (person_id, channel) not in known
    ]
    Delivery.objects.bulk_create(fresh, ignore_conflicts=True)
    transaction.on_commit(nudge.send)
    return len(fresh)


@dataclass(frozen=True)
class Batch:
    """One message for each of many people: columns of the same length, and what all share."""

    kind: str
    path: str
    due_at: datetime
    people: list[UUID]
    channels: list[str]
    tones: list[str]
    languages: list[str]
    causes: list[str]


INTO = """
INSERT INTO delivery_delivery (
    id, created_at, person_id, address, channel, kind, tone, language, cause, path, state,
    attempts, due_at, failure)
SELECT gen_random_uuid(), %(due_at)s, given.person, '', given.channel, %(kind)s, given.tone,
       given.language, given.cause, %(path)s, 'queued', 0, %(due_at)s, ''
"""
EACH = """
  FROM unnest(%(people)s::uuid[], %(channels)s::varchar[], %(tones)s::varchar[],
              %(languages)s::varchar[], %(causes)s::varchar[])
       AS given (person, channel, tone, language, cause)
"""
ONCE = " ON CONFLICT (cause, person_id, channel) DO NOTHING"


def queue_each(batch: Batch) -> int:
    """Queue many messages in one statement; return how many are new. As `queue`, but to the
    channel that is named, which the caller has chosen."""
    if not batch.people:
        return 0
    given = {
        "people": batch.people,
        "channels": batch.channels,
        "tones": batch.tones,
        "languages": batch.languages,
        "causes": batch.causes,
    }
    return _insert(INTO + EACH + ONCE, given, batch.kind, batch.path, batch.due_at)


def queue_selected(steps: str, given: dict[str, Any], *, cause: Cause, due_at: datetime) -> int:
    """Queue what a chain of WITH clauses selects, without a row leaving the database.

    `steps` ends with one named `given`: person, channel, tone, language, cause. All of it is the
    calling app's own words, and `given` its values; return how many messages are new.
    """
    statement = f"WITH {steps} {INTO} FROM given {ONCE}"
    return _insert(statement, given, cause.kind, cause.path, due_at)


def _insert(statement: str, given: dict[str, Any], kind: str, path: str, due_at: datetime) -> int:
    # One sealed path serves them all: it holds no secret, and sealing costs more than the insert.
    sealed = seal(path, context="delivery_delivery.path")
    values = {**given, "kind": kind, "path": sealed, "due_at": due_at}
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        made: int = cursor.rowcount
    transaction.on_commit(nudge.send)
    return made


def queue_to_address(*, address: str, cause: Cause, due_at: datetime, language: str = "") -> None:
    """Queue one e-mail to someone who has no account yet, or has lost the way into it."""
    Delivery.objects.create(
        address=address,
        channel=Channel.EMAIL,
        language=language,
        kind=cause.kind,
        cause=cause.name,
        path=cause.path,
        due_at=due_at,
    )
    transaction.on_commit(nudge.send)


def queue_to_point(*, point: ContactPoint, cause: Cause, language: str, due_at: datetime) -> None:
    """Queue one message to one contact point alone, verified or not."""
    Delivery.objects.create(
        person_id=point.person_id,
        point=point,
        channel=point.channel,
        kind=cause.kind,
        language=language,
        cause=cause.name,
        path=cause.path,
        due_at=due_at,
    )
    transaction.on_commit(nudge.send)


@dataclass(frozen=True)
class Call:
    """One call to a clinic's own machine: its address, the secrets that sign it, and the body."""

    address: str
    secrets: tuple[str, ...]
    body: str


def queue_call(*, call: Call, to: str, name: str, due_at: datetime) -> None:
    """Queue a signed call, once for each name. `to` names the machine; it is no address.

    Where it goes and what signs it is sealed with it: no one reads that but who sends.
    """
    if Delivery.objects.filter(cause=name, address=to).exists():
        return
    sealed = {"address": call.address, "secrets": call.secrets, "body": call.body}
    Delivery.objects.create(
        address=to,
        channel=WEBHOOK,
        kind=Kind.ALERT,
        cause=name,
        path=json.dumps(sealed),
        due_at=due_at,
    )
    transaction.on_commit(nudge.send)


def cancel(*, cause_prefix: str, at: datetime) -> int:
    """Cancel what still waits for causes that begin so; return how many were stopped."""
    return Delivery.objects.filter(
        cause__startswith=cause_prefix, state__in=Delivery.WAITING
    ).update(state=Delivery.State.CANCELLED, settled_at=at)
