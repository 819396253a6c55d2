"""Each time that a recipient was shown something. Only ever added."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from core.models import Base
from family.models.consents import Consent


class Disclosure(Base):
    """One time that a recipient was shown something under a consent. Only ever added."""

    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, related_name="disclosures")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    categories = ArrayField(models.CharField(max_length=30))
    purpose = models.CharField(max_length=200)
    consent_version = models.PositiveSmallIntegerField(default=1)
    notice_version = models.CharField(max_length=20)
    disclosed_at = models.DateTimeField()

    class Privacy:
        identity = ("client", "recipient")
        operational = (
            "id", "created_at", "consent", "consent_version", "categories", "purpose",
            "notice_version", "disclosed_at",
        )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["client", "disclosed_at"], name="disclosure_client"),
        ]
