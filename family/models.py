"""What a client shares, with whom, until when. Signed rows are never changed, only ended."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class Category(models.TextChoices):
    """What may be shared. What has no key here has no switch anywhere."""

    MOOD_TREND = "mood_trend"


# How long a client's own words in a consent may be.
LONGEST = {"relationship": 60, "purpose": 200}


class SignatureMethod(models.TextChoices):
    PASSWORD = "password"  # noqa: S105  (a way of signing)
    PAPER = "paper"


class Consent(Base):
    """One client's signed consent that one named person sees some categories.

    Carries every element of 42 CFR 2.31(a); an unsigned or incomplete one cannot be stored.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents_given"
    )
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="consents_received"
    )
    # The elements in words, as they stood when it was signed.
    client_name = models.CharField(max_length=120)
    discloser = models.CharField(max_length=200)
    recipient_name = models.CharField(max_length=120)
    relationship = models.CharField(max_length=LONGEST["relationship"])
    categories = ArrayField(models.CharField(max_length=30, choices=Category))
    purpose = models.CharField(max_length=LONGEST["purpose"])
    expires_on = models.DateField()
    # The clock by which the last day ends.
    timezone = models.CharField(max_length=64)
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
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = (
            "client", "recipient", "client_name", "recipient_name", "relationship", "text",
        )  # fmt: skip
        operational = (
            "id", "created_at", "discloser", "categories", "purpose", "expires_on", "timezone",
            "text_version", "text_digest", "signed_at", "signed_on", "signed_by",
            "signature_method", "authenticated_at", "revoked_at", "revoked_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(client_name="")
                & ~Q(discloser="")
                & ~Q(recipient_name="")
                & ~Q(purpose="")
                & ~Q(text="")
                & ~Q(text_version="")
                & ~Q(text_digest=""),
                name="family_consent_has_every_element",
            ),
            models.CheckConstraint(
                condition=Q(categories__contained_by=Category.values, categories__len__gt=0),
                name="family_consent_shares_known_categories",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=F("client")), name="family_consent_signed_by_the_client"
            ),
            models.CheckConstraint(
                condition=~Q(recipient=F("client")), name="family_consent_names_someone_else"
            ),
            # 42 CFR 2.31(a)(7), and our own limit of twelve months.
            models.CheckConstraint(
                condition=Q(expires_on__gte=F("signed_on"))
                & Q(expires_on__lte=F("signed_on") + 366),
                name="family_consent_ends_within_a_year",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at=None, revoked_by=None)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="family_consent_revoked_by_someone",
            ),
            # A re-invitation after a revocation is a new row; only one may be in force.
            models.UniqueConstraint(
                fields=["client", "recipient"],
                condition=Q(revoked_at=None),
                name="family_consent_one_unrevoked_per_pair",
            ),
        ]


class Disclosure(Base):
    """One time that a recipient was shown something under a consent. Only ever added."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="disclosures")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    categories = ArrayField(models.CharField(max_length=30))
    purpose = models.CharField(max_length=200)
    notice_version = models.CharField(max_length=20)
    disclosed_at = models.DateTimeField()

    class Privacy:
        identity = ("client", "recipient")
        operational = (
            "id", "created_at", "consent", "categories", "purpose", "notice_version",
            "disclosed_at",
        )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["client", "disclosed_at"], name="disclosure_client"),
        ]
