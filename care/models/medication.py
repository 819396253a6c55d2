"""Medication as the care team wrote it down. Nothing here works out, checks or advises a dose."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Func, Q

from core.crypto import EncryptedTextField
from core.models import Base

MINUTES_IN_A_DAY = 1440


def _each_of(field: str, low: int, high: int) -> Func:
    """Return the condition that every number of an array is between two others."""
    return Func(
        F(field),
        template=f"({low} <= ALL (%(expressions)s) AND {high} >= ALL (%(expressions)s))",
        output_field=models.BooleanField(),
    )


class Medication(Base):
    """One medication from a day until (not including) a day. Its earlier words are in Change."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="medications"
    )
    name = EncryptedTextField()
    dose_text = EncryptedTextField()
    prescriber = EncryptedTextField(default="")
    is_mat = models.BooleanField(default=False)  # medication for alcohol or opioid use disorder
    as_needed = models.BooleanField(default=False)
    # Minutes of the client's own day, and days of the week (1 Monday to 7 Sunday).
    times = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    refill_on = models.DateField(null=True)
    active_from = models.DateField()
    active_until = models.DateField(null=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = (
            "name", "dose_text", "prescriber", "is_mat", "as_needed", "times", "weekdays",
            "refill_on", "active_from", "active_until",
        )  # fmt: skip
        operational = ("id", "created_at", "added_at", "added_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(active_until=None) | Q(active_until__gte=F("active_from")),
                name="care_medication_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(as_needed=True, times__len=0, weekdays__len=0)
                | Q(as_needed=False, times__len__gt=0, weekdays__len__gt=0),
                name="care_medication_as_needed_or_at_times",
            ),
            models.CheckConstraint(
                condition=_each_of("times", 0, MINUTES_IN_A_DAY - 1),
                name="care_medication_times_are_minutes_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(weekdays__contained_by=[1, 2, 3, 4, 5, 6, 7]),
                name="care_medication_weekdays_are_days_of_a_week",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "active_from"], name="medication_client"),
            # Who is to be reminded of a refill.
            models.Index(
                fields=["refill_on"],
                condition=Q(active_until=None, refill_on__isnull=False),
                name="medication_refill",
            ),
        ]


class MedicationNote(Base):
    """What a client noticed with a medication. Only ever added; a clinician says they read it."""

    medication = models.ForeignKey(Medication, on_delete=models.PROTECT, related_name="notes")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submission_id = models.UUIDField()
    text = EncryptedTextField()
    written_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("medication", "text")
        operational = ("id", "created_at", "submission_id", "written_at", "seen_at", "seen_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"], name="care_medicationnote_once_per_submission"
            ),
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="care_medicationnote_seen_by_someone",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "written_at"], name="mednote_client"),
        ]


class Mark(models.TextChoices):
    TAKEN = "taken"
    MISSED = "missed"
    CLEARED = "cleared"


class MedicationMark(Base):
    """A client's mark beside one medication at one time of one day; the newest version counts."""

    medication = models.ForeignKey(Medication, on_delete=models.PROTECT, related_name="marks")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(db_column="on_day")
    minute = models.PositiveSmallIntegerField(null=True)  # of the day; none for the day as a whole
    version = models.PositiveSmallIntegerField()
    mark = models.CharField(max_length=8, choices=Mark)
    marked_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("medication", "on", "minute", "mark")
        operational = ("id", "created_at", "version", "marked_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["medication", "on", "minute", "version"],
                nulls_distinct=False,
                name="care_medicationmark_one_per_version",
            ),
            models.CheckConstraint(
                condition=Q(mark__in=Mark.values), name="care_medicationmark_known_mark"
            ),
            models.CheckConstraint(
                condition=Q(minute=None) | Q(minute__lt=MINUTES_IN_A_DAY),
                name="care_medicationmark_minute_of_a_day",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="care_medicationmark_versions_count_from_one"
            ),
        ]
        indexes = [models.Index(fields=["client", "on"], name="medmark_client")]
