"""Reads of contact points and deliveries. Visibility is access's business."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery

from delivery.channels import web_push
from delivery.models import Channel, ContactPoint, Delivery, TextConsent
from delivery.wording import Kind


def switched_on() -> list[str]:
    """Return the channels that this installation may use: those whose vendor has agreed."""
    return [channel for channel in Channel.values if channel in settings.CHANNELS_ON]


def usable(points: QuerySet[ContactPoint]) -> QuerySet[ContactPoint]:
    """Return contact points that may be written to now: active, switched on, texts consented to."""
    newest = TextConsent.objects.filter(point=OuterRef("pk")).order_by("-at", "-created_at")
    consented = Subquery(newest.values("given")[:1])
    return points.annotate(text_consent=consented).filter(
        ~Q(channel=Channel.SMS) | Q(text_consent=True), active=True, channel__in=switched_on()
    )


def reachable(people: Iterable[UUID]) -> set[tuple[UUID, str]]:
    """Return person and channel for every channel over which each of these people is reached."""
    points = usable(ContactPoint.objects.filter(person_id__in=set(people)))
    return set(points.values_list("person_id", "channel"))


def points_of(person_id: UUID) -> QuerySet[ContactPoint]:
    """Return a person's own contact points with whether they may be written to, oldest first."""
    mine = ContactPoint.objects.filter(person_id=person_id)
    return mine.annotate(
        usable=Exists(usable(ContactPoint.objects.filter(pk=OuterRef("pk"))))
    ).order_by("created_at")


def dead_letters() -> QuerySet[Delivery]:
    """Return what was given up on, and is not replayed; the newest first."""
    return Delivery.objects.filter(state=Delivery.State.FAILED)


def push_key() -> str:
    """Return the public key that a browser subscribes with; empty when pushes are off."""
    return web_push.public_key() if Channel.PUSH in switched_on() else ""


def longest_wait(*, at: datetime) -> timedelta:
    """Return how long the oldest message that should have been tried has waited; as the carrier.

    One that is tried again and again does not count: its next attempt is what it waits for.
    """
    due = Delivery.objects.filter(state__in=Delivery.WAITING, due_at__lte=at)
    oldest = due.aggregate(oldest=Min("due_at"))["oldest"]
    return at - oldest if oldest else timedelta()


def dead_alerts(*, since: datetime) -> int:
    """Return how many alerts' messages were given up on since then; as the carrier."""
    kinds = [Kind.ALERT, Kind.DIGEST]
    return dead_letters().filter(kind__in=kinds, settled_at__gte=since).count()
