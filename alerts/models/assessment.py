"""What the rules made of a client's answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import Base


class Tier(models.TextChoices):
    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    WATCH = "watch"  # told in a digest only; nobody need answer


class Family(models.TextChoices):
    """What kind of news it is. Open news of one kind about one client is one alert."""

    SAFETY = "safety"  # not safe, suicide, self-harm
    USE = "use"  # a return to use, and what is asked for with it
    CONTACT = "contact"  # asked to be called
    ANSWERS = "answers"  # other answers that somebody must look at
    SIGNS = "signs"  # craving, sleep, medication over a few days
    SCORE = "score"  # out of a person's own usual range
    SLIDE = "slide"  # slowly away from a good time
    SILENCE = "silence"  # no check-ins, out of habit


class Assessment(Base):
    """One run of one version of the rules over one client's history. Never changed."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assessments"
    )
    # What it was run for: "checkin:<id>", "diary:<id>", "urge:<entry>:<version>",
    # "lapse:<entry>:<version>", "silence:<last day>" and the like; assessed once.
    cause = models.CharField(max_length=80)
    on = models.DateField(db_column="on_day")
    rule_version = models.CharField(max_length=20)
    family = models.CharField(max_length=10, choices=Family, default=Family.SIGNS)
    # Kept for comparison only: a version of the rules that is tried out tells nobody.
    silent = models.BooleanField(default=False)
    tier = models.CharField(max_length=10, choices=Tier, default="")
    reasons = models.JSONField(default=list)
    assessed_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("tier", "reasons")
        operational = (
            "id", "created_at", "cause", "on", "rule_version", "family", "silent", "assessed_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "cause"], name="alerts_assessment_once_per_cause"
            ),
            models.CheckConstraint(
                condition=Q(tier__in=["", *Tier.values]), name="alerts_assessment_known_tier"
            ),
            models.CheckConstraint(
                condition=Q(family__in=Family.values), name="alerts_assessment_known_family"
            ),
        ]
