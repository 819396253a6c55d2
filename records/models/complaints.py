"""The log of complaints. Nothing is ever taken out of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base
from records.models.requests import ReachedUs


class Complaint(Base):
    """One complaint about how privacy was kept, and what the program answered.

    Without a person it was made by somebody who gave no name.
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    received_on = models.DateField()
    received_how = models.CharField(max_length=9, choices=ReachedUs)
    words = EncryptedTextField()
    written_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    # That they may complain to the Secretary of Health and Human Services as well.
    told_of_hhs_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = EncryptedTextField(default="")

    class Privacy:
        identity = ("person", "words", "answer", "recorded_by")
        operational = (
            "id", "created_at", "received_on", "received_how", "written_at", "told_of_hhs_at",
            "answered_at", "answered_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="records_complaint_answered_in_words_by_someone",
            ),
        ]
        indexes = [models.Index(fields=["-written_at"], name="records_complaints")]
