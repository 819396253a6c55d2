"""Where a person can be reached: browsers they added, and addresses that no longer work."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db.models import F, Q
from django.utils.crypto import salted_hmac

from core import identity
from core.errors import Refused
from core.identity import System
from core.said import say
from delivery import selectors
from delivery.channels import outside
from delivery.models import Channel, ContactPoint, Delivery
from delivery.services.queueing import Cause, queue_to_point
from delivery.wording import Kind

MOST_DEVICES = 10
TRIALS_AN_HOUR = 6
TRIAL_COUNTS = timedelta(hours=1)
# Where a trial leads. The browser's service worker finds the message's id in it.
TRIAL_PATH = "/me/reminders?trial={id}"


class EndpointRefused(Refused):
    """Not the address of a push service."""

    status = 400
    code = "endpoint_refused"
    sentence = say("This browser's push address cannot be used.")


class ChannelOff(Refused):
    """This installation does not use that channel."""

    code = "channel_off"
    sentence = say("This way of reaching you is not switched on here.")


class TooManyDevices(Refused):
    """A person has as many devices as there may be."""

    code = "too_many_devices"
    sentence = say("You have ten devices already. Please remove one first.")


class TriedTooOften(Refused):
    """Somebody tries a device again and again."""

    status = 429
    code = "tried_too_often"
    sentence = say("You have tried this often. Please wait an hour.")


class NotReachable(Refused):
    """A contact point that may not be written to now."""

    code = "not_reachable"
    sentence = say("This one is not active. Please add it again.")


@dataclass(frozen=True)
class Subscription:
    """What a browser's push manager gave: an address, and two keys to encrypt for it."""

    endpoint: str
    p256dh: str
    auth: str

    @property
    def sealed(self) -> str:
        """The subscription as it is stored, before encryption."""
        keys = {"p256dh": self.p256dh, "auth": self.auth}
        return json.dumps({"endpoint": self.endpoint, "keys": keys})


def address_digest(value: str) -> str:
    """Return what stands in `address` for a number or an endpoint: a keyed digest, 64 digits."""
    return salted_hmac("delivery.contactpoint", value, algorithm="sha256").hexdigest()


def require_channel(channel: str) -> None:
    """Raise ChannelOff when this installation does not use the channel."""
    if channel not in selectors.switched_on():
        raise ChannelOff


def add_push(
    *, person_id: UUID, subscription: Subscription, label: str, replaces: str, at: datetime
) -> ContactPoint:
    """Keep a browser that wants pushes; raise EndpointRefused, TooManyDevices or ChannelOff.

    The same endpoint again renews its keys. `replaces` is the endpoint that this browser had
    before, if any: it is retired, and its name goes over to the new one. An endpoint belongs to
    one browser, so whoever used that browser before loses it: their reminders must not reach who
    holds it now.
    """
    require_channel(Channel.PUSH)
    if not outside.is_allowed(subscription.endpoint):
        raise EndpointRefused(fields={"endpoint": [EndpointRefused.sentence]})
    digest = address_digest(subscription.endpoint)
    if replaces:
        label = label or _label_of(person_id, address_digest(replaces))
        _retire_own(person_id, address_digest(replaces), at=at)
    _take_from_others(person_id, digest, at=at)
    return _store(person_id, digest, subscription, label, at=at)


def _store(
    person_id: UUID, digest: str, subscription: Subscription, label: str, *, at: datetime
) -> ContactPoint:
    mine = ContactPoint.objects.filter(person_id=person_id, channel=Channel.PUSH)
    known = mine.filter(address=digest).first()
    if (known is None or not known.active) and mine.filter(active=True).count() >= MOST_DEVICES:
        raise TooManyDevices
    point = known or ContactPoint(person_id=person_id, channel=Channel.PUSH, address=digest)
    point.sealed, point.label, point.active = subscription.sealed, label, True
    point.verified_at, point.retired_at, point.failure = at, None, ""
    if known:
        point.save(update_fields=list(CHANGEABLE))
    else:
        point.save(force_insert=True)
    return point


CHANGEABLE = ("sealed", "label", "active", "verified_at", "retired_at", "failure")


def _label_of(person_id: UUID, digest: str) -> str:
    before = ContactPoint.objects.filter(
        person_id=person_id, channel=Channel.PUSH, address=digest
    ).first()
    return before.label if before else ""


def _retire_own(person_id: UUID, digest: str, *, at: datetime) -> None:
    ContactPoint.objects.filter(
        person_id=person_id, channel=Channel.PUSH, address=digest, active=True
    ).update(active=False, retired_at=at, failure="replaced")


def _take_from_others(person_id: UUID, digest: str, *, at: datetime) -> None:
    with identity.acting_as(System.CARRIER):
        ContactPoint.objects.filter(channel=Channel.PUSH, address=digest, active=True).exclude(
            person_id=person_id
        ).update(active=False, retired_at=at, failure="another person's browser now")
    identity.be_person(person_id)


def retire_point(*, point_id: UUID, reason: str, at: datetime) -> bool:
    """Write to this address no more; False when nobody did."""
    active = ContactPoint.objects.filter(pk=point_id, active=True)
    return active.update(active=False, retired_at=at, failure=reason[:80]) == 1


def note_delivered(*, points: Iterable[UUID], at: datetime) -> int:
    """Note of browsers that a push service took a message for them just now; as the carrier."""
    return ContactPoint.objects.filter(pk__in=set(points)).update(delivered_at=at)


def try_out(*, point: ContactPoint, at: datetime) -> None:
    """Send a trial to one browser, address or telephone; raise NotReachable or TriedTooOften."""
    usable = selectors.usable(ContactPoint.objects.filter(pk=point.pk))
    if not usable.exists():
        raise NotReachable
    recent = Delivery.objects.filter(
        point=point, kind=Kind.TEST, created_at__gt=at - timedelta(hours=1)
    )
    if recent.count() >= TRIALS_AN_HOUR:
        raise TriedTooOften
    ContactPoint.objects.filter(pk=point.pk).update(tested_at=at)
    cause = Cause(Kind.TEST, f"test:{uuid4()}", TRIAL_PATH)
    queue_to_point(point=point, cause=cause, language="", due_at=at)


def note_trial_came(*, message: UUID, at: datetime) -> bool:
    """Note that a browser showed the trial it was sent; False for any other message.

    Who says so is the browser's service worker, which may have no session: the message's own id,
    which only that browser could read, is the permission. Again, or after an hour, changes nothing.
    """
    with identity.briefly(System.CARRIER):
        trial = Delivery.objects.filter(
            pk=message, kind=Kind.TEST, channel=Channel.PUSH, due_at__gt=at - TRIAL_COUNTS
        ).first()
        if trial is None or trial.point_id is None:
            return False
        waiting = Q(arrived_at=None) | Q(arrived_at__lt=F("tested_at"))
        point = ContactPoint.objects.filter(waiting, pk=trial.point_id)
        return point.update(arrived_at=at) == 1
