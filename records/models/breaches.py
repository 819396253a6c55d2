"""The register of breaches. A change is a new version; no version is ever changed or deleted."""

import uuid

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base

FACTORS = ("nature", "recipient", "acquired", "mitigated")


class BreachDecision(models.TextChoices):
    OPEN = "open"
    BREACH = "breach"
    NOT_BREACH = "not_breach"


class Breach(Base):
    """What is known of one incident, as one administrator wrote it down at one moment.

    The four factors are those of 45 CFR 164.402(2). No names of people belong here.
    """

    series = models.UUIDField(default=uuid.uuid4)
    version = models.PositiveSmallIntegerField()
    discovered_on = models.DateField()
    what = EncryptedTextField()
    nature = EncryptedTextField(default="")
    recipient = EncryptedTextField(default="")
    acquired = EncryptedTextField(default="")
    mitigated = EncryptedTextField(default="")
    # What was taken was encrypted, and its key was not taken with it.
    encrypted = models.BooleanField(default=False)
    decision = models.CharField(max_length=10, choices=BreachDecision, default=BreachDecision.OPEN)
    reason = EncryptedTextField(default="")
    people_affected = models.PositiveIntegerField(null=True)
    most_in_one_state = models.PositiveIntegerField(null=True)
    in_massachusetts = models.PositiveIntegerField(null=True)
    told_people_on = models.DateField(null=True)
    told_hhs_on = models.DateField(null=True)
    told_media_on = models.DateField(null=True)
    told_massachusetts_on = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("what", "nature", "recipient", "acquired", "mitigated", "reason")
        operational = (
            "id", "created_at", "series", "version", "discovered_on", "encrypted", "decision",
            "people_affected", "most_in_one_state", "in_massachusetts", "told_people_on",
            "told_hhs_on", "told_media_on", "told_massachusetts_on", "recorded_at", "recorded_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["series", "version"], name="records_breach_one_of_a_version"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="records_breach_versions_count_from_one"
            ),
            models.CheckConstraint(
                condition=Q(decision="open")
                | ~Q(reason="")
                & ~Q(nature="")
                & ~Q(recipient="")
                & ~Q(acquired="")
                & ~Q(mitigated=""),
                name="records_breach_decided_on_four_factors",
            ),
            models.CheckConstraint(
                condition=~Q(decision="breach") | Q(people_affected__isnull=False),
                name="records_breach_counts_people",
            ),
            models.CheckConstraint(
                condition=(
                    Q(most_in_one_state=None) | Q(most_in_one_state__lte=F("people_affected"))
                )
                & (Q(in_massachusetts=None) | Q(in_massachusetts__lte=F("people_affected"))),
                name="records_breach_no_more_in_a_state_than_in_all",
            ),
        ]
