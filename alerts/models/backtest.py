"""A rule version tried on past days, before anybody is told anything by it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alerts.models.rule_version import RuleVersion
from core.models import Base


class Progress(models.TextChoices):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class Change(models.TextChoices):
    """What a version would have done otherwise than the one in force."""

    ADDED = "added"
    REMOVED = "removed"


class Backtest(Base):
    """One trial over past days. `tally` is what was counted so far; `result` what came of it.

    Both hold sums over people, and no name.
    """

    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="+")
    against = models.ForeignKey(RuleVersion, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    state = models.CharField(max_length=8, choices=Progress, default=Progress.WAITING)
    clients_done = models.PositiveIntegerField(default=0)
    clients_in_all = models.PositiveIntegerField(default=0)
    tally = models.JSONField(default=dict)
    result = models.JSONField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    finished_at = models.DateTimeField(null=True)

    class Privacy:
        operational = (
            "id", "created_at", "version", "against", "since", "until", "state", "clients_done",
            "clients_in_all", "tally", "result", "asked_at", "asked_by", "finished_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="alerts_backtest_ends_after_it_begins"
            ),
            # No other state is known.
            models.CheckConstraint(
                condition=Q(state__in=["done", "failed"], finished_at__isnull=False)
                | Q(state__in=["waiting", "running"], finished_at=None),
                name="alerts_backtest_finished_when_over",
            ),
        ]
        indexes = [
            models.Index(
                fields=["asked_at"],
                condition=Q(state__in=["waiting", "running"]),
                name="backtest_waiting",
            ),
        ]


class BacktestChange(Base):
    """A warning that one client would have had, or not have had."""

    backtest = models.ForeignKey(Backtest, on_delete=models.CASCADE, related_name="changes")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(db_column="on_day")
    kind = models.CharField(max_length=8, choices=Change)

    class Privacy:
        identity = ("client",)
        clinical = ("on", "kind")
        operational = ("id", "created_at", "backtest")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=Change.values), name="alerts_backtestchange_known_kind"
            ),
        ]
        indexes = [models.Index(fields=["backtest", "client", "on"], name="backtestchange_order")]
