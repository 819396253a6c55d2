"""The diary card, and what a client watches on it. An amendment is a new version."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from checkins.models.days import DayOfAnswers, Medication
from core.crypto import EncryptedTextField
from core.models import Base

URGES = ("use", "self_harm", "suicide")
EMOTIONS = ("sad", "anger", "fear", "shame", "joy")
MISERY = ("emotional", "physical")
UP_TO_FIVE = (
    *(f"{urge}_level" for urge in URGES),
    *EMOTIONS,
    *(f"{kind}_misery" for kind in MISERY),
)


class TargetKind(models.TextChoices):
    URGE = "urge"
    EMOTION = "emotion"
    HABIT = "habit"


class TargetScale(models.TextChoices):
    ZERO_TO_FIVE = "0-5"
    YES_NO = "yes_no"


class DiaryTarget(Base):
    """Something of their own that a client watches on the diary card, set by their clinician."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="diary_targets"
    )
    label = EncryptedTextField()
    kind = models.CharField(max_length=10, choices=TargetKind)
    scale = models.CharField(max_length=10, choices=TargetScale)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("label", "kind", "scale")
        operational = ("id", "created_at", "set_at", "set_by", "ended_at", "ended_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=TargetKind.values),
                name="checkins_diarytarget_known_kind",
            ),
            models.CheckConstraint(
                condition=Q(scale__in=TargetScale.values),
                name="checkins_diarytarget_known_scale",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="checkins_diarytarget_ended_by_someone",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "set_at"], name="diarytarget_client"),
        ]


class DiaryCard(DayOfAnswers):
    """One version of one day's diary card. An urge and acting on it are different answers."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="diary_cards"
    )
    use_level = models.PositiveSmallIntegerField(null=True)
    use_acted = models.BooleanField(null=True)
    self_harm_level = models.PositiveSmallIntegerField(null=True)
    self_harm_acted = models.BooleanField(null=True)
    suicide_level = models.PositiveSmallIntegerField(null=True)
    suicide_acted = models.BooleanField(null=True)
    sad = models.PositiveSmallIntegerField(null=True)
    anger = models.PositiveSmallIntegerField(null=True)
    fear = models.PositiveSmallIntegerField(null=True)
    shame = models.PositiveSmallIntegerField(null=True)
    joy = models.PositiveSmallIntegerField(null=True)
    emotional_misery = models.PositiveSmallIntegerField(null=True)
    physical_misery = models.PositiveSmallIntegerField(null=True)
    # A list of texts as JSON, sealed.
    substances = EncryptedTextField(default="[]")
    medication = models.CharField(max_length=8, choices=Medication, null=True)  # noqa: DJ001  (null: not asked)
    sleep_hours = models.DecimalField(max_digits=3, decimal_places=1, null=True)
    skills = ArrayField(models.CharField(max_length=60), default=list)
    skill_rating = models.PositiveSmallIntegerField(null=True)
    # {target's id: {"level", "value", "acted"}}; what is asked stands, sealed, in the target.
    targets = models.JSONField(default=dict)
    note = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = (
            "use_level", "use_acted", "self_harm_level", "self_harm_acted", "suicide_level",
            "suicide_acted", "sad", "anger", "fear", "shame", "joy", "emotional_misery",
            "physical_misery", "substances", "medication", "sleep_hours", "skills", "skill_rating",
            "targets", "note",
        )  # fmt: skip
        operational = (
            "id", "created_at", "submission_id", "on", "version", "timezone", "recorded_at",
            "received_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"], name="checkins_diarycard_one_per_submission"
            ),
            models.UniqueConstraint(
                fields=["client", "on", "version"],
                name="checkins_diarycard_one_per_day_and_version",
            ),
            models.CheckConstraint(
                condition=Q(version__gte=1), name="checkins_diarycard_versions_count_from_one"
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{scale: None}) | Q(**{f"{scale}__lte": 5}),
                    name=f"checkins_diarycard_{scale}_up_to_five",
                )
                for scale in UP_TO_FIVE
            ),
            models.CheckConstraint(
                condition=Q(skill_rating=None) | Q(skill_rating__lte=7),
                name="checkins_diarycard_skill_rating_up_to_seven",
            ),
            models.CheckConstraint(
                condition=Q(sleep_hours=None) | Q(sleep_hours__gte=0, sleep_hours__lte=24),
                name="checkins_diarycard_sleep_within_a_day",
            ),
            models.CheckConstraint(
                condition=Q(medication=None) | Q(medication__in=Medication.values),
                name="checkins_diarycard_known_medication",
            ),
        ]
