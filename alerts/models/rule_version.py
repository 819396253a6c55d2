"""Versions of the warning rules, who moved each from a draft to use, and the limits in force."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class RuleFamily(models.TextChoices):
    """What a version scores: recent days against the moving usual, or against a good period."""

    SCORE = "score"
    SLIDE = "slide"


class RuleState(models.TextChoices):
    """A draft does nothing; a silent version scores and tells nobody; a live one tells."""

    DRAFT = "draft"
    SILENT = "silent"
    LIVE = "live"
    RETIRED = "retired"


SHIPPED_NAMES = r"^(baseline|anchored)-\d+$"


class RuleVersion(Base):
    """Numbers of one family of rules, under a name. They never change; other numbers are new."""

    family = models.CharField(max_length=8, choices=RuleFamily)
    name = models.CharField(max_length=40)
    # Of the code that the numbers are for: the same version gives the same bytes.
    code_version = models.CharField(max_length=40)
    parameters = models.JSONField()
    state = models.CharField(max_length=8, choices=RuleState, default=RuleState.DRAFT)
    note = EncryptedTextField(default="")
    drafted_at = models.DateTimeField()
    drafted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        operational = (
            "id", "created_at", "family", "name", "code_version", "parameters", "state", "note",
            "drafted_at", "drafted_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["family", "name"], name="alerts_ruleversion_one_of_a_name"
            ),
            models.UniqueConstraint(
                fields=["family"],
                condition=Q(state="live"),
                name="alerts_ruleversion_one_live_per_family",
            ),
            models.UniqueConstraint(
                fields=["family"],
                condition=Q(state="silent"),
                name="alerts_ruleversion_one_silent_per_family",
            ),
            models.CheckConstraint(
                condition=Q(family__in=RuleFamily.values), name="alerts_ruleversion_known_family"
            ),
            models.CheckConstraint(
                condition=Q(state__in=RuleState.values), name="alerts_ruleversion_known_state"
            ),
            # Nobody drafted what the program comes with.
            models.CheckConstraint(
                condition=Q(drafted_by__isnull=False, drafted_at__isnull=False)
                | Q(drafted_by=None, name__regex=SHIPPED_NAMES),
                name="alerts_ruleversion_drafted_by_somebody_or_shipped",
            ),
        ]


class RuleVersionStep(Base):
    """One move of a version from state to state: by whom, when, and why. Only ever added."""

    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="steps")
    from_state = models.CharField(max_length=8, choices=RuleState)
    to_state = models.CharField(max_length=8, choices=RuleState)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    note = EncryptedTextField()

    class Privacy:
        operational = (
            "id", "created_at", "version", "from_state", "to_state", "by", "at", "note",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_state=F("to_state")), name="alerts_ruleversionstep_goes_somewhere"
            ),
        ]
        indexes = [models.Index(fields=["version", "at"], name="ruleversionstep_version")]


class AlertBudget(Base):
    """How many medium and high warnings of a family a site wants, per client and month."""

    family = models.CharField(max_length=8, choices=RuleFamily)
    per_month = models.DecimalField(max_digits=3, decimal_places=2)
    chosen_at = models.DateTimeField()
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    note = EncryptedTextField()

    class Privacy:
        operational = (
            "id", "created_at", "family", "per_month", "chosen_at", "chosen_by", "note",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(family__in=RuleFamily.values), name="alerts_alertbudget_known_family"
            ),
            models.CheckConstraint(
                condition=Q(per_month__in=["0.25", "0.5", "1"]),
                name="alerts_alertbudget_one_of_three",
            ),
        ]
        indexes = [models.Index(fields=["family", "-chosen_at"], name="alertbudget_family")]


class SiteLimit(Base):
    """The points from which a version warns here, as found from the site's own quiet days.

    `rates` are warnings per client-month on those days, each with a 95% interval; `groups` the same
    for groups that the site records. Fewer days than needed: the limits are those shipped.
    """

    version = models.ForeignKey(RuleVersion, on_delete=models.PROTECT, related_name="limits")
    per_month = models.DecimalField(max_digits=3, decimal_places=2)
    # {"high", "medium", "watch"}: whole thousandths of a point.
    limits = models.JSONField()
    is_own = models.BooleanField()
    client_days = models.PositiveIntegerField()
    rates = models.JSONField(default=dict)
    groups = models.JSONField(default=list)
    since = models.DateField()
    until = models.DateField()
    computed_at = models.DateTimeField()

    class Privacy:
        operational = (
            "id", "created_at", "version", "per_month", "limits", "is_own", "client_days",
            "rates", "groups", "since", "until", "computed_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")), name="alerts_sitelimit_ends_after_it_begins"
            ),
        ]
        indexes = [models.Index(fields=["version", "-computed_at"], name="sitelimit_version")]
