"""The daily check-in. Rows are only ever added: an amendment is a new version."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from checkins.models.days import ENVELOPE, UP_TO_TEN, DayOfAnswers, Medication
from core.crypto import EncryptedTextField

SCALES = ("mood", "craving", "stress", "connection", "confidence", "sleep_quality")
FIRST_FORM = "daily-1"  # what was asked before forms had versions


class Safety(models.TextChoices):
    SAFE = "safe"
    UNSURE = "unsure"
    UNSAFE = "unsafe"


class CheckIn(DayOfAnswers):
    """One version of one day's answers. Scales run from 0 to 10; sleep is in hours.

    Only a part that was sent ahead of the rest, with an answer about safety, has no mood.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="check_ins"
    )
    # Which questions were asked: the base form, and the versions of the client's own items.
    form_version = models.CharField(max_length=64, default=FIRST_FORM)
    mood = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    craving = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    stress = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    connection = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    confidence = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    sleep_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    sleep_quality = models.PositiveSmallIntegerField(null=True, validators=UP_TO_TEN)
    used = models.BooleanField(null=True)
    medication = models.CharField(max_length=8, choices=Medication, null=True)  # noqa: DJ001  (null: not asked)
    safety = models.CharField(max_length=8, choices=Safety, null=True)  # noqa: DJ001  (null: not asked)
    # {id of an item's version: {"level", "value", "acted"}}; its words stand, sealed, in the item.
    items = models.JSONField(default=dict)
    goal = EncryptedTextField(default="")
    note = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = (
            "mood", "craving", "stress", "connection", "confidence", "sleep_hours",
            "sleep_quality", "used", "medication", "safety", "items", "goal", "note",
        )  # fmt: skip
        operational = (*ENVELOPE, "form_version")

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
                condition=Q(mood__isnull=False) | Q(safety__isnull=False),
                name="checkins_checkin_mood_unless_only_safety",
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
            # Episodes of use before the days that the warning score looks at.
            models.Index(fields=["client", "on"], condition=Q(used=True), name="checkin_used"),
        ]
