"""When a client is asked: schedules, and occasions that something else brought about."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.models import Base

MOST_WINDOW_DAYS = 28


class Cadence(models.TextChoices):
    ONCE = "once"
    EVERY_WEEK = "every_week"
    EVERY_2_WEEKS = "every_2_weeks"
    EVERY_4_WEEKS = "every_4_weeks"
    AT_INTAKE = "at_intake"
    ON_LEVEL_CHANGE = "on_level_change"


class Schedule(Base):
    """A questionnaire that a clinician asks of a client, and how often."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="questionnaire_schedules"
    )
    key = models.SlugField(max_length=60)
    cadence = models.CharField(max_length=16, choices=Cadence)
    starts_on = models.DateField()
    # How many days, the first included, an answer is asked for.
    window_days = models.PositiveSmallIntegerField()
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    paused_at = models.DateTimeField(null=True)
    paused_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("key",)
        operational = (
            "id", "created_at", "cadence", "starts_on", "window_days", "assigned_at",
            "assigned_by", "paused_at", "paused_by", "ended_at", "ended_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "key", "cadence"],
                condition=Q(ended_at=None),
                name="questionnaires_schedule_one_open_per_cadence",
            ),
            models.CheckConstraint(
                condition=Q(cadence__in=Cadence.values),
                name="questionnaires_schedule_known_cadence",
            ),
            models.CheckConstraint(
                condition=Q(window_days__gte=1, window_days__lte=MOST_WINDOW_DAYS),
                name="questionnaires_schedule_window_of_days",
            ),
            # Two occasions of one schedule must not overlap.
            models.CheckConstraint(
                condition=(~Q(cadence="every_week") | Q(window_days__lte=7))
                & (~Q(cadence="every_2_weeks") | Q(window_days__lte=14)),
                name="questionnaires_schedule_window_within_cadence",
            ),
            models.CheckConstraint(
                condition=~Q(client=F("assigned_by")),
                name="questionnaires_schedule_by_someone_else",
            ),
            models.CheckConstraint(
                condition=Q(paused_at=None, paused_by=None)
                | Q(paused_at__isnull=False, paused_by__isnull=False),
                name="questionnaires_schedule_paused_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="questionnaires_schedule_ended_by_someone",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "key"], name="schedule_client"),
        ]


class Occasion(Base):
    """One time that a questionnaire fell due because of something, not of the calendar."""

    schedule = models.ForeignKey(Schedule, on_delete=models.PROTECT, related_name="occasions")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    noted_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "schedule", "due_on", "noted_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["schedule", "due_on"], name="questionnaires_occasion_once_a_day"
            ),
        ]
