"""The only place where something leaves the building: claim, send outside a transaction, settle."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings

from core.crypto import Unreadable
from core.identity import System, acting_as
from delivery import services
from delivery.channels.base import Channel, ChannelError, Message
from delivery.channels.email import Email
from delivery.models import Channel as ChannelName
from delivery.models import ContactPoint, Delivery
from delivery.wording import words

CHANNELS: dict[str, Channel] = {ChannelName.EMAIL: Email()}
LONGEST_RUN = timedelta(seconds=40)  # the task is stopped after 50
# A key that is missing may come back; staff hear of it when it does not.
UNREADABLE = ChannelError("unreadable", permanent=False)


@dataclass(frozen=True)
class Letter:
    """Where a delivery goes, in which language, and where its link leads."""

    addresses: list[str]
    language: str
    link: str


def carry_due(*, clock: Callable[[], datetime], most: int = 200) -> int:
    """Send what is due until nothing is, `most` were, or the time is over; return how many."""
    tried, until = 0, clock() + LONGEST_RUN
    while tried < most and clock() < until:
        if not carry_one(clock=clock):
            return tried
        tried += 1
    services.nudge.send()
    return tried


def carry_one(*, clock: Callable[[], datetime]) -> bool:
    """Send one due delivery; False when none is due.

    A process that dies between sending and settling leaves a lease that runs out: the message is
    then sent again under the same key. At least once, never lost.
    """
    with acting_as(System.CARRIER):
        delivery = services.claim(at=clock())
        letter = _letter(delivery) if delivery else None
    if delivery is None:
        return False
    try:
        failure = _send(delivery, letter) if letter else UNREADABLE
    except Exception as error:  # noqa: BLE001  (counted like any failure: never leased for ever)
        failure = ChannelError(type(error).__name__, permanent=False)
    with acting_as(System.CARRIER):
        _settle(delivery, failure, at=clock())
    return True


def _letter(delivery: Delivery) -> Letter | None:
    language = delivery.person.language if delivery.person else ""
    try:
        return Letter(_addresses(delivery), language, link=f"{settings.SITE_URL}{delivery.path}")
    except Unreadable:
        return None


def _addresses(delivery: Delivery) -> list[str]:
    if delivery.address:
        return [delivery.address]
    return list(
        ContactPoint.objects.filter(
            person_id=delivery.person_id, channel=delivery.channel, active=True
        )
        .order_by("created_at")
        .values_list("address", flat=True)
    )


def _send(delivery: Delivery, letter: Letter) -> ChannelError | None:
    subject, text = words(delivery.kind, letter.language, link=letter.link)
    failures = []
    for address in letter.addresses:
        try:
            CHANNELS[delivery.channel].send(Message(str(delivery.pk), address, subject, text))
        except ChannelError as error:
            failures.append(error)
    if not letter.addresses:
        return ChannelError("no address", permanent=True)
    if len(failures) < len(letter.addresses):
        return None  # an old address beside one that works does not stop the message
    return next((failure for failure in failures if not failure.permanent), failures[0])


def _settle(delivery: Delivery, failure: ChannelError | None, *, at: datetime) -> None:
    if failure is None:
        services.record_sent(delivery=delivery, at=at)
    else:
        services.record_failure(
            delivery=delivery, reason=failure.reason, permanent=failure.permanent, at=at
        )
