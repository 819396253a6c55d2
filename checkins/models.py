"""What a client reported for a day. Rows are only ever added: an amendment is a new version."""

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base

SCALES = ("mood", "craving", "stress", "connection", "confidence", "sleep_quality")


class Medication(models.TextChoices):
    TAKEN = "taken"
    MISSED = "missed"
    NONE = "none"


class Safety(models.TextChoices):
    SAFE = "safe"
    UNSURE = "unsure"
    UNSAFE = "unsafe"


UP_TO_TEN = (MinValueValidator(0), MaxValueValidator(10))


class CheckIn(Base):
    """One version of one day's answers. Scales run from 0 to 10; sleep is in hours."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="check_ins"
    )
    submission_id = models.UUIDField()
    on = models.DateField(db_column="on_day")
    version = models.PositiveSmallIntegerField(default=1)
    timezone = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField()
    mood = models.PositiveSmallIntegerField(validators=UP_TO_TEN)
    craving = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    stress = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    connection = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    confidence = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    sleep_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    sleep_quality = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    used = models.BooleanField(null=True)
    medication = models.CharField(max_length=8, choices=Medication, null=True)  # noqa: DJ001  (null: not asked)
    safety = models.CharField(max_length=8, choices=Safety, null=True)  # noqa: DJ001  (null: not asked)
    goal = EncryptedTextField(default="")
    note = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = (
            "mood", "craving", "stress", "connection", "confidence", "sleep_hours",
            "sleep_quality", "used", "medication", "safety", "goal", "note",
        )  # fmt: skip
        operational = (
            "id", "created_at", "submission_id", "on", "version", "timezone", "recorded_at",
            "received_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"], name="checkins_checkin_one_per_submission"
            ),
            models.UniqueConstraint(
                fields=["client", "on", "version"], name="checkins_checkin_one_per_day_and_version"
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="checkins_checkin_versions_count_from_one"
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{scale: None}) | Q(**{f"{scale}__lte": 10}),
                    name=f"checkins_checkin_{scale}_up_to_ten",
                )
                for scale in SCALES
            ),
            models.CheckConstraint(
                condition=Q(sleep_hours=None) | Q(sleep_hours__gte=0, sleep_hours__lte=24),
                name="checkins_checkin_sleep_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(medication=None) | Q(medication__in=Medication.values),
                name="checkins_checkin_known_medication",
            ),
            models.CheckConstraint(
                condition=Q(safety=None) | Q(safety__in=Safety.values),
                name="checkins_checkin_known_safety",
            ),
        ]
        indexes = [
            # The sweep looks for the last day of every client.
            models.Index(fields=["client", "-on", "-version"], name="checkin_client_day"),
        ]
