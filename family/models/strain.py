"""A family member's own look at how they are. Theirs alone: no staff, no client, no relative."""

from django.conf import settings
from django.db import models

from core.crypto import EncryptedTextField
from core.models import Base


class StrainCheckIn(Base):
    """One filled-in form; `answers` is JSON of item to 0–4, without what was skipped."""

    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submission_id = models.UUIDField()
    form_version = models.CharField(max_length=20)
    answers = EncryptedTextField()
    answered_at = models.DateTimeField()

    class Privacy:
        identity = ("writer",)
        clinical = ("answers",)
        operational = ("id", "created_at", "submission_id", "form_version", "answered_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["writer", "submission_id"], name="family_straincheckin_once_a_submission"
            ),
            models.CheckConstraint(
                condition=~models.Q(answers=""), name="family_straincheckin_has_answers"
            ),
        ]
        indexes = [
            models.Index(fields=["writer", "-answered_at"], name="straincheckin_writer"),
        ]
