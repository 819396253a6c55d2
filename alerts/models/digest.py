"""What is not urgent, told together at a time of the reader's choosing."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alerts.models.alert import Alert
from core.models import Base

WORKING_DAYS = (0, 1, 2, 3, 4)
HALF_PAST_EIGHT = 8 * 60 + 30


def working_days() -> list[int]:
    """Return Monday to Friday."""
    return list(WORKING_DAYS)


class DigestWish(Base):
    """When a person wants their digest: a minute of their own day, and on which weekdays."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    minute = models.PositiveSmallIntegerField(default=HALF_PAST_EIGHT)
    weekdays = ArrayField(models.PositiveSmallIntegerField(), default=working_days)

    class Privacy:
        identity = ("person",)
        operational = ("id", "created_at", "minute", "weekdays")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(minute__lte=1439, weekdays__len__gte=1)
                & Q(weekdays__contained_by=[0, 1, 2, 3, 4, 5, 6]),
                name="alerts_digestwish_some_minute_of_some_day",
            ),
        ]


class Digest(Base):
    """One message about several alerts to one person."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Privacy:
        identity = ("person",)
        operational = ("id", "created_at", "at")


class Bundled(Base):
    """One alert that waits for one person's digest, is in it, or was answered before."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="bundled")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # Each raising of the tier and each reopening begins another round of telling.
    round = models.CharField(max_length=40)
    rung = models.PositiveSmallIntegerField(default=0)
    kept_at = models.DateTimeField()
    digest = models.ForeignKey(Digest, null=True, on_delete=models.PROTECT, related_name="items")
    answered_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client",)
        operational = (
            "id", "created_at", "alert", "person", "round", "rung", "kept_at", "digest",
            "answered_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["alert", "person", "round"], name="alerts_bundled_once_a_round"
            ),
            models.CheckConstraint(
                condition=Q(digest=None) | Q(answered_at=None),
                name="alerts_bundled_told_or_answered",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "kept_at"],
                condition=Q(digest=None, answered_at=None),
                name="bundled_waiting",
            ),
        ]
