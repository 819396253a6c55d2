"""Where a person can be reached, and each message on its way. Not why it is sent."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from delivery.wording import Kind


class Channel(models.TextChoices):
    PUSH = "push"
    EMAIL = "email"
    SMS = "sms"


# A clinic's own machine, which answers at an address and is no person.
WEBHOOK = "webhook"
WAYS_OUT = [*Channel.choices, (WEBHOOK, "Webhook")]


class ContactPoint(Base):
    """One address of one person on one channel: an e-mail address, a telephone, a browser.

    `address` is an e-mail address as it stands; of a telephone number or a push endpoint it is a
    keyed digest, and `sealed` holds what it is made from: the number, or the subscription as JSON.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="contact_points"
    )
    channel = models.CharField(max_length=10, choices=Channel)
    address = models.CharField(max_length=254)
    sealed = EncryptedTextField(default="")
    label = EncryptedTextField(default="")  # what the person calls the device
    active = models.BooleanField(default=True)
    verified_at = models.DateTimeField(null=True)
    retired_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=80, default="")  # why it was retired
    # Of a browser: when a trial was last asked for, when a push service last took a message for it,
    # and when it last said itself that a trial had come.
    tested_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)
    arrived_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person", "address", "sealed", "label")
        operational = (
            "id", "created_at", "channel", "active", "verified_at", "retired_at", "failure",
            "tested_at", "delivered_at", "arrived_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "channel", "address"],
                name="delivery_contactpoint_once_per_person",
            ),
            models.CheckConstraint(
                condition=Q(active=False) | Q(retired_at=None),
                name="delivery_contactpoint_retired_is_not_active",
            ),
            models.CheckConstraint(
                condition=~Q(channel="sms", active=True) | Q(verified_at__isnull=False),
                name="delivery_contactpoint_telephone_is_verified",
            ),
            models.CheckConstraint(
                condition=Q(channel="email") | ~Q(sealed=""),
                name="delivery_contactpoint_sealed_unless_mail",
            ),
        ]


class TextConsent(Base):
    """That a person wants text messages at a number, or no longer does. The newest holds."""

    class How(models.TextChoices):
        APP = "app"
        REPLY = "reply"  # they answered STOP or START
        PROVIDER = "provider"  # the provider refused, because they had told it to

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="text_consents"
    )
    point = models.ForeignKey(ContactPoint, on_delete=models.CASCADE, related_name="consents")
    given = models.BooleanField()
    how = models.CharField(max_length=10, choices=How)
    at = models.DateTimeField()

    class Privacy:
        identity = ("person", "point")
        operational = ("id", "created_at", "given", "how", "at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(how__in=["app", "reply", "provider"]),
                name="delivery_textconsent_known_way",
            ),
        ]
        indexes = [models.Index(fields=["point", "-at"], name="text_consent_newest")]


class PhoneCode(Base):
    """One six-digit code on its way to a telephone; the code itself is never stored here."""

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="phone_codes"
    )
    point = models.ForeignKey(ContactPoint, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    used_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person", "point")
        operational = (
            "id", "created_at", "digest", "asked_at", "expires_at", "attempts", "used_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(attempts__lte=5), name="delivery_phonecode_five_attempts"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("asked_at")),
                name="delivery_phonecode_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["person", "-asked_at"], name="phone_code_newest")]


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
    # Set when it is for one address alone, verified or not: a code, or a trial of one device.
    point = models.ForeignKey(
        ContactPoint, null=True, on_delete=models.CASCADE, related_name="deliveries"
    )
    channel = models.CharField(max_length=10, choices=WAYS_OUT)
    kind = models.CharField(max_length=20, choices=Kind)
    # Which plain words it may use; empty: the discreet ones. Which language; empty: the account's.
    tone = models.CharField(max_length=16, default="")
    language = models.CharField(max_length=8, default="")
    # Names the cause, for example "alert:<id>:1": the same cause never queues twice.
    cause = models.CharField(max_length=120)
    # Where the link in the message leads, below the site's address; may hold a one-time secret.
    # Of a call to a clinic's machine: the address, the secrets that sign, and the body.
    path = EncryptedTextField(default="/")
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    attempts = models.PositiveSmallIntegerField(default=0)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=80, default="")

    class Privacy:
        identity = ("person", "address", "point", "path")
        clinical = ("tone",)
        operational = (
            "id", "created_at", "channel", "kind", "language", "cause", "state", "attempts",
            "due_at", "leased_until", "settled_at", "failure",
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
            # The carrier's own queries: what waits, oldest due first; reminders after the rest.
            models.Index(
                F("due_at"), condition=Q(state__in=["queued", "retrying"]), name="delivery_due"
            ),
            models.Index(
                F("due_at"),
                condition=Q(state__in=["queued", "retrying"]) & ~Q(kind="reminder"),
                name="delivery_first_due",
            ),
            # What was given up on, for staff; and what is old enough to go.
            models.Index(F("settled_at"), condition=Q(state="failed"), name="delivery_dead"),
            models.Index(
                F("settled_at"), condition=Q(settled_at__isnull=False), name="delivery_settled"
            ),
            # Leases that ran out.
            models.Index(F("leased_until"), condition=Q(state="sending"), name="delivery_leased"),
        ]
