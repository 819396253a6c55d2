"""What a client works toward, in steps small enough to tick off."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class GoalEnd(models.TextChoices):
    """How work on a goal ended. Neither is a failure."""

    REACHED = "reached"
    SET_ASIDE = "set_aside"


class Goal(Base):
    """One goal. Client and clinician both write; earlier words are in Change."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="goals"
    )
    title = EncryptedTextField()
    why = EncryptedTextField(default="")
    target_on = models.DateField(null=True)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    end = models.CharField(max_length=10, choices=GoalEnd, default="", blank=True)

    class Privacy:
        identity = ("client",)
        clinical = ("title", "why", "target_on", "end")
        operational = ("id", "created_at", "added_at", "added_by", "ended_at", "ended_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, end="")
                | Q(ended_at__isnull=False, ended_by__isnull=False, end__in=GoalEnd.values),
                name="care_goal_ended_by_someone_in_a_known_way",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("added_at")),
                name="care_goal_ends_after_it_begins",
            ),
        ]
        indexes = [models.Index(fields=["client", "added_at"], name="goal_client")]


class GoalStep(Base):
    """One small step of a goal, ticked or not; each tick leaves a Change."""

    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="steps")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = EncryptedTextField()
    place = models.PositiveSmallIntegerField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    removed_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client",)
        clinical = ("goal", "text")
        operational = (
            "id", "created_at", "place", "added_at", "added_by", "done_at", "done_by", "removed_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None, done_by=None)
                | Q(done_at__isnull=False, done_by__isnull=False),
                name="care_goalstep_done_by_someone",
            ),
            models.UniqueConstraint(
                fields=["goal", "place"],
                condition=Q(removed_at=None),
                name="care_goalstep_one_in_each_place",
            ),
        ]


class DailyGoal(Base):
    """Which goal, or which step of it, a client means with the goal of one day's check-in."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(db_column="on_day")
    goal = models.ForeignKey(Goal, null=True, on_delete=models.PROTECT, related_name="days")
    step = models.ForeignKey(GoalStep, null=True, on_delete=models.PROTECT, related_name="days")
    set_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("goal", "step")
        operational = ("id", "created_at", "on", "set_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "on"], name="care_dailygoal_one_per_day"),
            models.CheckConstraint(
                condition=Q(step=None) | Q(goal__isnull=False),
                name="care_dailygoal_a_step_has_its_goal",
            ),
        ]
