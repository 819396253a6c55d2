"""Where a person can be reached, and each message on its way. Not why it is sent."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from delivery.wording import Kind


class Channel(models.TextChoices):
    EMAIL = "email"


class ContactPoint(Base):
    """One verified address of one person on one channel."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contact_points"
    )
    channel = models.CharField(max_length=10, choices=Channel)
    address = models.CharField(max_length=254)
    active = models.BooleanField(default=True)

    class Privacy:
        identity = ("person", "address")
        operational = ("id", "created_at", "channel", "active")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel", "address"],
                name="delivery_contactpoint_once_per_person",
            ),
        ]


class Delivery(Base):
    """One message to one person over one channel, and how far it got."""

    class State(models.TextChoices):
        QUEUED = "queued"
        SENDING = "sending"
        SENT = "sent"
        RETRYING = "retrying"
        FAILED = "failed"
        CANCELLED = "cancelled"

    WAITING = (State.QUEUED, State.RETRYING)
    OVER = (State.SENT, State.FAILED, State.CANCELLED)

    # Empty for someone who has no account yet; then `address` says where it goes.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="deliveries"
    )
    address = models.CharField(max_length=254, default="")
    channel = models.CharField(max_length=10, choices=Channel)
    kind = models.CharField(max_length=20, choices=Kind)
    # Names the cause, for example "alert:<id>:1": the same cause never queues twice.
    cause = models.CharField(max_length=120)
    # Where the link in the message leads, below the site's address; may hold a one-time secret.
    path = EncryptedTextField(default="/")
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=80, default="")

    class Privacy:
        identity = ("person", "address", "path")
        operational = (
            "id", "created_at", "channel", "kind", "cause", "state", "attempts", "due_at",
            "leased_until", "settled_at", "failure",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["cause", "person", "channel"],
                nulls_distinct=False,
                name="delivery_delivery_once_per_cause",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=False, address="") | (Q(person=None) & ~Q(address="")),
                name="delivery_delivery_to_a_person_or_an_address",
            ),
            models.CheckConstraint(
                condition=Q(state="sending", leased_until__isnull=False)
                | (~Q(state="sending") & Q(leased_until=None)),
                name="delivery_delivery_leased_while_sending",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["sent", "failed", "cancelled"], settled_at__isnull=False)
                | Q(state__in=["queued", "sending", "retrying"], settled_at=None),
                name="delivery_delivery_settled_when_over",
            ),
        ]
        indexes = [
            # The carrier's own query: what waits, oldest due first.
            models.Index(
                F("due_at"), condition=Q(state__in=["queued", "retrying"]), name="delivery_due"
            ),
            # Leases that ran out.
            models.Index(F("leased_until"), condition=Q(state="sending"), name="delivery_leased"),
        ]
