"""What the warning score was for a client on a day, and which nights are done."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from alerts.models.rule_version import RuleVersion
from core.models import Base
from program.models import Program

TIERS = ("high", "medium", "watch")


class WarningScore(Base):
    """One run of one rule version over one client's days. Never changed.

    `points` are whole thousandths, and those of `parts` add up to them. A silent version's rows are
    all that it does. `told` says whether it was handed on to be raised; one that was not came in
    the quiet time after another.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="warning_scores"
    )
    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="+")
    # "checkin:<id>", "use:<id>" or "night:<day>"; scored once.
    cause = models.CharField(max_length=60)
    on = models.DateField(db_column="on_day")
    points = models.IntegerField()
    tier = models.CharField(max_length=10, choices=[(tier, tier) for tier in TIERS], blank=True)
    silent = models.BooleanField()
    told = models.BooleanField(default=False)
    # A rise of what was told within the quiet time; it does not count against the cap.
    rise = models.BooleanField(default=False)
    explanation = models.JSONField()
    scored_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("points", "tier", "explanation")
        operational = (
            "id", "created_at", "version", "cause", "on", "silent", "told", "rise", "scored_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "version", "cause"], name="alerts_warningscore_once_per_cause"
            ),
            models.CheckConstraint(
                condition=Q(tier__in=["", *TIERS]), name="alerts_warningscore_known_tier"
            ),
            models.CheckConstraint(
                condition=Q(told=False) | (Q(silent=False) & ~Q(tier="")),
                name="alerts_warningscore_only_a_live_tier_is_told",
            ),
        ]
        indexes = [
            # What was told lately, one client after the other.
            models.Index(fields=["client", "-on"], name="warningscore_client"),
        ]


class SweptDay(Base):
    """A day of a program whose nightly scores are all kept."""

    program = models.ForeignKey(Program, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(db_column="on_day")
    clients = models.PositiveIntegerField()
    findings = models.PositiveIntegerField()
    swept_at = models.DateTimeField()

    class Privacy:
        operational = (
            "id", "created_at", "program", "on", "clients", "findings", "swept_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["program", "on"], name="alerts_sweptday_once_a_day"),
        ]
