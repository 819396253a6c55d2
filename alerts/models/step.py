"""What happened to a notice, one row after the other."""

from django.conf import settings
from django.db import models

from alerts.models.alert import Alert
from alerts.models.assessment import Assessment
from core.crypto import EncryptedTextField
from core.models import Base


class Step(Base):
    """One thing that happened to an alert. Only ever added."""

    class Kind(models.TextChoices):
        RAISED = "raised"
        JOINED = "joined"
        TIER_RAISED = "tier_raised"
        REOPENED = "reopened"
        TOLD = "told"
        NOBODY_TO_TELL = "nobody_to_tell"
        NOT_DELIVERED = "not_delivered"
        ACKNOWLEDGED = "acknowledged"
        RESOLVED = "resolved"
        BUNDLED = "bundled"  # waits for a person's digest
        ASSIGNED = "assigned"
        UNDONE = "undone"
        LOWERED = "lowered"

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="steps")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind)
    at = models.DateTimeField()
    rung = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    assessment = models.ForeignKey(
        Assessment, null=True, on_delete=models.PROTECT, related_name="+"
    )

    words = EncryptedTextField(default="")  # a person's reason or note
    details = models.JSONField(default=dict)  # codes of a closing, a tier before

    class Privacy:
        identity = ("client",)
        clinical = ("words", "details")
        operational = (
            "id", "created_at", "alert", "kind", "at", "rung", "person", "assessment",
        )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["alert", "at"], name="step_alert"),
        ]
