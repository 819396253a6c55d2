"""Somebody asked to be called. No account, no health details: who, how, and when it suits them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class BestTime(models.TextChoices):
    ANY = "any"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


class Language(models.TextChoices):
    ENGLISH = "en"
    SPANISH = "es"


class Outcome(models.TextChoices):
    """What came of it: where they went from there is not kept here."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    NOT_A_REQUEST = "not_a_request"


class CallRequest(Base):
    """One person's wish to be called, and what admissions did about it."""

    name = EncryptedTextField()
    phone = EncryptedTextField(default="")  # E.164: +16175550142
    email = EncryptedTextField(default="")
    # Keyed, so that the same person's second wish is found while the first still waits.
    contact_digest = models.CharField(max_length=64)
    best_time = models.CharField(max_length=10, choices=BestTime)
    language = models.CharField(max_length=8, choices=Language)
    asked_at = models.DateTimeField()
    times_asked = models.PositiveSmallIntegerField(default=1)
    suspected = models.BooleanField(default=False)
    called_at = models.DateTimeField(null=True)  # the latest try
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    times_called = models.PositiveSmallIntegerField(default=0)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=16, choices=Outcome, default="", blank=True)

    class Privacy:
        identity = ("name", "phone", "email", "contact_digest")
        operational = (
            "id", "created_at", "best_time", "language", "asked_at", "times_asked", "suspected",
            "called_at", "called_by", "times_called", "closed_at", "closed_by", "outcome",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(phone="") | ~Q(email=""),
                name="admissions_callrequest_can_be_reached",
            ),
            models.UniqueConstraint(
                fields=["contact_digest"],
                condition=Q(closed_at=None, suspected=False),
                name="admissions_callrequest_one_open_per_contact",
            ),
            models.CheckConstraint(
                condition=Q(called_at=None, called_by=None, times_called=0)
                | Q(called_at__isnull=False, called_by__isnull=False, times_called__gte=1),
                name="admissions_callrequest_called_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(closed_at=None, closed_by=None, outcome="")
                | Q(
                    closed_at__isnull=False,
                    closed_by__isnull=False,
                    outcome__in=Outcome.values,
                ),
                name="admissions_callrequest_closed_by_someone_with_an_outcome",
            ),
            models.CheckConstraint(
                condition=(Q(called_at=None) | Q(called_at__gte=F("asked_at")))
                & (Q(closed_at=None) | Q(closed_at__gte=F("asked_at"))),
                name="admissions_callrequest_answered_after_it_was_asked",
            ),
            models.CheckConstraint(
                condition=Q(best_time__in=BestTime.values) & Q(language__in=Language.values),
                name="admissions_callrequest_known_words",
            ),
        ]
        indexes = [
            # The inbox: what waits, longest first.
            models.Index(
                fields=["asked_at"], condition=Q(closed_at=None), name="callrequest_waiting"
            ),
            # The pruner's own query.
            models.Index(fields=["closed_at"], name="callrequest_closed"),
        ]
