"""What a client asks of the program about their record, and what they add to it."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import DateField, ExpressionWrapper, F, Q
from django.db.models.expressions import Combinable

from core.crypto import EncryptedTextField
from core.models import Base
from records.rules.deadlines import DAYS_TO_ANSWER, MOST_DAYS_TO_ANSWER


class ReachedUs(models.TextChoices):
    """How something reached the program."""

    APP = "app"
    PAPER = "paper"
    IN_PERSON = "in_person"
    PHONE = "phone"
    EMAIL = "email"


class PaperOrNot(models.TextChoices):
    ELECTRONIC = "electronic"
    PAPER = "paper"


class AccessOutcome(models.TextChoices):
    GIVEN = "given"
    PART = "part"
    DENIED = "denied"


def _days_after_receipt(days: int) -> Combinable:
    return ExpressionWrapper(F("received_on") + timedelta(days=days), output_field=DateField())


class AccessRequest(Base):
    """A request to see or have the record (45 CFR 164.524): thirty days, and thirty more once."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    received_how = models.CharField(max_length=9, choices=ReachedUs)
    wants = EncryptedTextField()
    form = models.CharField(max_length=10, choices=PaperOrNot)
    asked_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField()
    extended_at = models.DateTimeField(null=True)
    extended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    extension_reason = EncryptedTextField(default="")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    outcome = models.CharField(max_length=6, choices=AccessOutcome, default="")
    answer = EncryptedTextField(default="")
    warned_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "wants", "answer", "extension_reason")
        operational = (
            "id", "created_at", "received_on", "received_how", "form", "asked_at", "recorded_by",
            "due_on", "extended_at", "extended_by", "answered_at", "answered_by", "outcome",
            "warned_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(received_how="app", recorded_by=None)
                | (~Q(received_how="app") & Q(recorded_by__isnull=False)),
                name="records_accessrequest_asked_in_app_or_recorded",
            ),
            models.CheckConstraint(
                condition=Q(
                    extended_at=None,
                    extended_by=None,
                    extension_reason="",
                    due_on=_days_after_receipt(DAYS_TO_ANSWER),
                )
                | (
                    Q(
                        extended_at__isnull=False,
                        extended_by__isnull=False,
                        due_on=_days_after_receipt(MOST_DAYS_TO_ANSWER),
                    )
                    & ~Q(extension_reason="")
                ),
                name="records_accessrequest_due_in_thirty_days_or_sixty",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, outcome="")
                | Q(
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                    outcome__in=AccessOutcome.values,
                ),
                name="records_accessrequest_answered_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(outcome__in=["", "given"]) | ~Q(answer=""),
                name="records_accessrequest_denied_for_a_reason",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-asked_at"], name="records_requests"),
            models.Index(
                fields=["due_on"], condition=Q(answered_at=None), name="records_requests_open"
            ),
        ]


class RecordPart(models.TextChoices):
    """The part of the record that a statement is about."""

    CHECK_INS = "check_ins"
    PLANS = "plans"
    QUESTIONNAIRES = "questionnaires"
    SESSIONS = "sessions"
    MEDICATIONS = "medications"
    GOALS = "goals"
    TREATMENT = "treatment"
    DETAILS = "details"
    OTHER = "other"


class CorrectionKind(models.TextChoices):
    CORRECTION = "correction"
    CLARIFICATION = "clarification"


class CorrectionState(models.TextChoices):
    WAITING = "waiting"
    ACCEPTED = "accepted"
    DECLINED = "declined"


class Correction(Base):
    """A client's own statement beside the record (105 CMR 164.079), kept whatever the answer."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=13, choices=CorrectionKind)
    part = models.CharField(max_length=14, choices=RecordPart)
    about_on = models.DateField(null=True)
    words = EncryptedTextField()
    written_at = models.DateTimeField()
    state = models.CharField(max_length=8, choices=CorrectionState, default=CorrectionState.WAITING)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    answer = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = ("kind", "part", "about_on", "words", "answer")
        operational = ("id", "created_at", "written_at", "state", "answered_at", "answered_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", answered_at=None, answered_by=None)
                | Q(
                    state__in=["accepted", "declined"],
                    answered_at__isnull=False,
                    answered_by__isnull=False,
                ),
                name="records_correction_answered_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(state="declined") | ~Q(answer=""),
                name="records_correction_declined_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["client", "-written_at"], name="records_corrections")]
