"""What every answer about a day carries: which sending it was, when, where, and which version."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from core.models import Base

UP_TO_TEN = (MinValueValidator(0), MaxValueValidator(10))
ENVELOPE = (
    "id", "created_at", "submission_id", "on", "version", "timezone", "recorded_at", "received_at",
)  # fmt: skip


class Toward(models.TextChoices):
    """What an urge is toward; the rules tell these apart."""

    USE = "use"
    SELF_HARM = "self_harm"
    SUICIDE = "suicide"
    OTHER = "other"


class Medication(models.TextChoices):
    TAKEN = "taken"
    MISSED = "missed"
    NONE = "none"


class DayOfAnswers(Base):
    """One version of what a client sent about one day."""

    submission_id = models.UUIDField()
    on = models.DateField(db_column="on_day")
    version = models.PositiveSmallIntegerField(default=1)
    timezone = models.CharField(max_length=64)
    recorded_at = models.DateTimeField()
    received_at = models.DateTimeField()

    class Meta:
        abstract = True


class Moment(DayOfAnswers):
    """One version of something of which there may be several a day; the device names each."""

    entry = models.UUIDField()

    class Meta:
        abstract = True


def moment_constraints(table: str) -> list[models.BaseConstraint]:
    """Return what holds for the versions of every kind of moment."""
    return [
        models.UniqueConstraint(
            fields=["client", "submission_id"], name=f"{table}_one_per_submission"
        ),
        models.UniqueConstraint(
            fields=["client", "entry", "version"], name=f"{table}_one_per_entry_and_version"
        ),
        models.CheckConstraint(
            condition=Q(version__gte=1), name=f"{table}_versions_count_from_one"
        ),
    ]
