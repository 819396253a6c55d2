"""News between apps: written in the transaction of its cause, handled exactly once.

`publish` writes one row for each subscriber; the drain runs a handler in the very transaction
that marks its row done. Handlers write rows; only delivery touches the network.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from core.identity import System, acting_as, lent_to
from core.models import OutboxEntry, insert
from core.nudge import Nudge

LAST_ATTEMPT = 10  # about 17 minutes of doubling pauses; then staff must look
LONGEST_PAUSE_SECONDS = 300
LONGEST_RUN = timedelta(seconds=40)  # the task is stopped after 50

Handler = Callable[..., None]
nudge = Nudge("core.drain_outbox")


@dataclass(frozen=True)
class Subscription:
    """One handler of one event, and the part of the program that it acts as."""

    event: str
    name: str
    handler: Handler
    acts_as: System


_subscriptions: dict[str, Subscription] = {}


def subscribe(event: str, *, acts_as: System) -> Callable[[Handler], Handler]:
    """Register a handler of `event`; it is called with `at` and the payload as keywords."""

    def register(handler: Handler) -> Handler:
        name = f"{handler.__module__}.{handler.__name__}"
        if name in _subscriptions:
            # Entries name their handler: a second registration would silence the first.
            raise ValueError(f"{name} listens already")
        _subscriptions[name] = Subscription(event, name, handler, acts_as)
        return handler

    return register


def publish(event: str, *, at: datetime, **ids: UUID) -> None:
    """Write one entry for each subscriber of `event` within the caller's transaction.

    The payload holds ids only. Must be called inside a transaction; the drain is nudged on commit.
    """
    entries = [
        OutboxEntry(
            event=event,
            subscriber=subscription.name,
            payload={name: str(value) for name, value in ids.items()},
            due_at=at,
        )
        for subscription in _subscriptions.values()
        if subscription.event == event
    ]
    if not entries:
        return
    insert(*entries)
    transaction.on_commit(nudge.send)


def drain(*, clock: Callable[[], datetime], most: int = 500) -> int:
    """Handle due entries until none is left, `most` were, or the time is over; return how many."""
    done, until = 0, clock() + LONGEST_RUN
    while done < most and (at := clock()) < until:
        if not _handle_one(at=at):
            return done
        done += 1
    nudge.send()
    return done


def _handle_one(*, at: datetime) -> bool:
    with acting_as(System.OUTBOX):
        entry = (
            OutboxEntry.objects.select_for_update(skip_locked=True)
            .filter(state=OutboxEntry.State.PENDING, due_at__lte=at)
            .order_by("due_at")
            .first()
        )
        if entry is None:
            return False
        failure = _run(entry, at=at)
        _settle(entry, failure=failure, at=at)
    return True


def _run(entry: OutboxEntry, *, at: datetime) -> str:
    subscription = _subscriptions.get(entry.subscriber)
    if subscription is None:
        return "no such subscriber"
    try:
        payload: dict[str, Any] = {name: UUID(value) for name, value in entry.payload.items()}
        with transaction.atomic(), lent_to(subscription.acts_as, back_to=System.OUTBOX):
            subscription.handler(at=at, **payload)
    except Exception as error:  # noqa: BLE001  (counted, and parked where staff see it)
        return _failure_name(error)
    return ""


def _failure_name(error: Exception) -> str:
    # The text of an exception may quote a row; its class and place never do.
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_code.co_name}:{frame.tb_lineno}" if frame else "?"
    return f"{type(error).__qualname__} in {place}"[:120]


def _settle(entry: OutboxEntry, *, failure: str, at: datetime) -> None:
    changes: dict[str, Any] = {"attempts": entry.attempts + 1, "failure": failure}
    if not failure:
        changes |= {"state": OutboxEntry.State.DONE, "settled_at": at}
    elif entry.attempts + 1 >= LAST_ATTEMPT:
        changes |= {"state": OutboxEntry.State.PARKED, "settled_at": at}
    else:
        pause = min(2**entry.attempts, LONGEST_PAUSE_SECONDS)
        changes |= {"due_at": at + timedelta(seconds=pause)}
    OutboxEntry.objects.filter(pk=entry.pk).update(**changes)


def release_parked(*, at: datetime) -> int:
    """Give parked entries another round of attempts; return how many."""
    with acting_as(System.OUTBOX):
        return OutboxEntry.objects.filter(state=OutboxEntry.State.PARKED).update(
            state=OutboxEntry.State.PENDING, attempts=0, due_at=at, settled_at=None
        )


def backlog(*, at: datetime) -> tuple[int, timedelta]:
    """Return how many entries are parked, and how long the oldest due one has waited."""
    with acting_as(System.OUTBOX):
        parked = OutboxEntry.objects.filter(state=OutboxEntry.State.PARKED).count()
        oldest = (
            OutboxEntry.objects.filter(state=OutboxEntry.State.PENDING, due_at__lte=at)
            .order_by("due_at")
            .values_list("due_at", flat=True)
            .first()
        )
    return parked, (at - oldest if oldest else timedelta(0))
