"""What a client shares, with whom, until when. Signed rows are never changed, only ended."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from family.models.categories import Category

# How long a client's own words in a consent may be.
LONGEST = {"name": 120, "email": 254, "relationship": 60, "purpose": 200}


class SignatureMethod(models.TextChoices):
    PASSWORD = "password"  # noqa: S105  (a way of signing)
    TOTP = "totp"
    PASSKEY = "passkey"
    PAPER = "paper"


class EndReason(models.TextChoices):
    """Why a consent ended. They are kept apart: only the first is the client's revocation."""

    REVOKED = "revoked"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"  # a newer version was signed
    DISCHARGED = "discharged"
    FLAGGED_FALSE = "flagged_false"


class Received(models.TextChoices):
    """How a revocation reached the program, when it was not made in the app."""

    LETTER = "letter"
    IN_PERSON = "in_person"
    TELEPHONE = "telephone"
    OTHER = "other"


BY_SOMEBODY = (EndReason.REVOKED, EndReason.SUPERSEDED, EndReason.FLAGGED_FALSE)
BY_ITSELF = (EndReason.EXPIRED, EndReason.DISCHARGED)


def _starts_with(category: str) -> Q:
    field = f"{category}_from"
    inside = Q(categories__contains=[category])
    return Q(inside, **{f"{field}__isnull": False}) | Q(~inside, **{field: None})


class Consent(Base):
    """One version of a client's signed consent that one named person sees some categories.

    Carries every element of 42 CFR 2.31(a); an unsigned or incomplete one cannot be stored.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents_given"
    )
    # Empty until the person who is named has accepted the invitation.
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.PROTECT,
        related_name="consents_received",
    )
    bound_at = models.DateTimeField(null=True)
    # All versions of one sharing bear the same series.
    series = models.UUIDField(default=uuid.uuid4)
    version = models.PositiveSmallIntegerField(default=1)
    # The elements in words, as they stood when it was signed.
    client_name = models.CharField(max_length=120)
    discloser = models.CharField(max_length=200)
    recipient_name = models.CharField(max_length=LONGEST["name"])
    recipient_email = EncryptedTextField(default="")
    # Keyed digest of the address, so that one person is not named twice at once.
    contact_digest = models.CharField(max_length=64, default="")
    relationship = models.CharField(max_length=LONGEST["relationship"])
    categories = ArrayField(models.CharField(max_length=30, choices=Category))
    craving_band_from = models.DateTimeField(null=True)
    appointment_times_from = models.DateTimeField(null=True)
    purpose = models.CharField(max_length=LONGEST["purpose"])
    expires_on = models.DateField()
    # The clock by which the last day ends.
    timezone = models.CharField(max_length=64)
    # What was shown when it was signed: the text, word for word, in this language.
    language = models.CharField(max_length=8, default="en")
    text_version = models.CharField(max_length=20)
    text_digest = models.CharField(max_length=64)
    text = EncryptedTextField()
    signed_at = models.DateTimeField()
    signed_on = models.DateField()
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    signature_method = models.CharField(max_length=12, choices=SignatureMethod)
    authenticated_at = models.DateTimeField()
    # A version with fewer categories stands under the signature of the one before it.
    narrowed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(max_length=16, choices=EndReason, default="")
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Of a revocation that staff recorded.
    received_how = models.CharField(max_length=10, choices=Received, default="")
    received_on = models.DateField(null=True)
    flagged_false_at = models.DateTimeField(null=True)

    class Privacy:
        identity = (
            "client", "recipient", "client_name", "recipient_name", "recipient_email",
            "contact_digest", "relationship", "text",
        )  # fmt: skip
        operational = (
            "id", "created_at", "bound_at", "series", "version", "discloser", "categories",
            "craving_band_from", "appointment_times_from", "purpose", "expires_on", "timezone",
            "language", "text_version", "text_digest", "signed_at", "signed_on", "signed_by",
            "signature_method", "authenticated_at", "narrowed_at", "ended_at",
            "ended_reason", "ended_by", "received_how", "received_on", "flagged_false_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(client_name="")
                & ~Q(discloser="")
                & ~Q(recipient_name="")
                & ~Q(relationship="")
                & ~Q(purpose="")
                & ~Q(text="")
                & ~Q(text_version="")
                & ~Q(text_digest=""),
                name="family_consent_has_every_element",
            ),
            models.CheckConstraint(
                condition=Q(
                    categories__contained_by=Category.values,
                    categories__contains=[Category.PROGRAM_LINK],
                ),
                name="family_consent_shares_known_categories",
            ),
            models.CheckConstraint(
                condition=_starts_with(Category.CRAVING_BAND)
                & _starts_with(Category.APPOINTMENT_TIMES),
                name="family_consent_sensitive_have_a_start",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=F("client")), name="family_consent_signed_by_the_client"
            ),
            models.CheckConstraint(
                condition=Q(recipient=None) | ~Q(recipient=F("client")),
                name="family_consent_names_someone_else",
            ),
            models.CheckConstraint(
                condition=Q(recipient=None, bound_at=None)
                | Q(recipient__isnull=False, bound_at__isnull=False),
                name="family_consent_bound_at_a_moment",
            ),
            # 42 CFR 2.31(a)(7), and our own limit of twelve months.
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("signed_on"))
                & Q(expires_on__lte=F("signed_on") + 366),
                name="family_consent_ends_within_a_year",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_reason="", ended_by=None)
                | Q(ended_at__isnull=False, ended_reason__in=BY_SOMEBODY, ended_by__isnull=False)
                | Q(ended_at__isnull=False, ended_reason__in=BY_ITSELF, ended_by=None),
                name="family_consent_ended_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(received_how="", received_on=None)
                | Q(received_on__isnull=False, ended_reason="revoked")
                & Q(received_how__in=Received.values),
                name="family_consent_received_when_revoked",
            ),
            models.CheckConstraint(
                condition=Q(flagged_false_at=None) | Q(ended_reason="flagged_false"),
                name="family_consent_false_ones_have_ended",
            ),
            # A new sharing after an end is a new row; only one may be open.
            models.UniqueConstraint(
                fields=["client", "recipient"],
                condition=Q(ended_at=None),
                name="family_consent_one_open_per_pair",
            ),
            models.UniqueConstraint(
                fields=["client", "contact_digest"],
                condition=Q(ended_at=None) & ~Q(contact_digest=""),
                name="family_consent_one_open_per_address",
            ),
            models.UniqueConstraint(
                fields=["series"],
                condition=Q(ended_at=None),
                name="family_consent_one_open_per_series",
            ),
            models.UniqueConstraint(
                fields=["series", "version"], name="family_consent_versions_are_counted"
            ),
        ]


class ConsentPause(Base):
    """A time in which a sharing rests, whichever of its versions is the newest."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    series = models.UUIDField()
    began_at = models.DateTimeField()
    # Ends by itself at this moment; empty: when the client ends it.
    until_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "series", "began_at", "until_at", "ended_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series"],
                condition=Q(ended_at=None),
                name="family_consentpause_one_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(until_at=None) | Q(until_at__gt=F("began_at")),
                name="family_consentpause_ends_after_it_begins",
            ),
        ]
