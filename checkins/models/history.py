"""What a client's use was like before they came: told at intake, and told anew when it changes."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import Base

MOST_EPISODES = 366


class UseGoal(models.TextChoices):
    ABSTINENCE = "abstinence"
    LESS = "less"
    NONE = "none"


class UsePattern(models.TextChoices):
    """How use usually went, when it did."""

    DAILY = "daily"
    MOST_DAYS = "most_days"
    WEEKENDS = "weekends"
    BINGES = "binges"
    NOW_AND_THEN = "now_and_then"


class UseHistory(Base):
    """One telling. Nothing need be known; the newest one holds, and earlier ones stay."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="use_histories"
    )
    last_use_on = models.DateField(null=True)
    # How often use began again, or went on, in the year before: days in a row are one episode.
    episodes_in_year = models.PositiveSmallIntegerField(null=True)
    goal = models.CharField(max_length=12, choices=UseGoal, default="", blank=True)
    pattern = models.CharField(max_length=14, choices=UsePattern, default="", blank=True)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("last_use_on", "episodes_in_year", "goal", "pattern")
        operational = ("id", "created_at", "told_at", "told_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(episodes_in_year=None) | Q(episodes_in_year__lte=MOST_EPISODES),
                name="checkins_usehistory_episodes_fit_a_year",
            ),
            models.CheckConstraint(
                condition=Q(goal__in=["", *UseGoal.values]), name="checkins_usehistory_known_goal"
            ),
            models.CheckConstraint(
                condition=Q(pattern__in=["", *UsePattern.values]),
                name="checkins_usehistory_known_pattern",
            ),
        ]
        indexes = [models.Index(fields=["client", "-told_at"], name="usehistory_client")]
