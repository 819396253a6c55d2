"""What the rules made of a client's answers, and the notices that someone must answer."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class Tier(models.TextChoices):
    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"


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
    tier = models.CharField(max_length=10, choices=Tier, default="")
    reasons = models.JSONField(default=list)
    assessed_at = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        clinical = ("tier", "reasons")
        operational = ("id", "created_at", "cause", "on", "rule_version", "assessed_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "cause"], name="alerts_assessment_once_per_cause"
            ),
            models.CheckConstraint(
                condition=Q(tier__in=["", *Tier.values]), name="alerts_assessment_known_tier"
            ),
        ]


class Action(models.TextChoices):
    CALLED = "called"
    MET = "met"
    MESSAGED = "messaged"
    SAFETY_PLAN = "safety_plan"
    EMERGENCY_SERVICES = "emergency_services"
    OTHER = "other"


class Outcome(models.TextChoices):
    SAFE = "safe"
    FOLLOW_UP = "follow_up"
    HIGHER_CARE = "higher_care"
    NOT_REACHED = "not_reached"
    NO_CONCERN = "no_concern"


class Alert(Base):
    """A notice about one client that a clinician must acknowledge, then resolve."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="alerts"
    )
    # The newest assessment that speaks for it; earlier ones are in its steps.
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    tier = models.CharField(max_length=10, choices=Tier)
    late = models.BooleanField(default=False)
    raised_at = models.DateTimeField()
    rung = models.PositiveSmallIntegerField(default=0)
    # When the next person is told, unless somebody acknowledges before.
    due_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.CharField(max_length=20, choices=Action, default="")
    outcome = models.CharField(max_length=20, choices=Outcome, default="")
    note = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = ("tier", "action", "outcome", "note")
        operational = (
            "id", "created_at", "assessment", "late", "raised_at", "rung", "due_at",
            "acknowledged_at", "acknowledged_by", "resolved_at", "resolved_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            # New evidence joins the open alert; a critical one is never bundled.
            models.UniqueConstraint(
                fields=["client"],
                condition=Q(resolved_at=None) & ~Q(tier="critical"),
                name="alerts_alert_one_open_routine_per_client",
            ),
            models.UniqueConstraint(fields=["assessment"], name="alerts_alert_one_per_assessment"),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None, acknowledged_by=None)
                | Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False),
                name="alerts_alert_acknowledged_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at=None, resolved_by=None, action="", outcome="", note="")
                | (
                    Q(resolved_at__isnull=False, resolved_by__isnull=False)
                    & Q(acknowledged_at__isnull=False)
                    & Q(action__in=Action.values, outcome__in=Outcome.values)
                    & ~Q(note="")
                ),
                name="alerts_alert_resolved_with_action_outcome_and_note",
            ),
            models.CheckConstraint(
                condition=Q(tier__in=Tier.values), name="alerts_alert_known_tier"
            ),
        ]
        indexes = [
            # The escalation's own query.
            models.Index(F("due_at"), condition=Q(acknowledged_at=None), name="alert_unanswered"),
            # The inbox, one client after the other through row security.
            models.Index(fields=["client", "-raised_at"], name="alert_client"),
        ]


class Step(Base):
    """One thing that happened to an alert. Only ever added."""

    class Kind(models.TextChoices):
        RAISED = "raised"
        JOINED = "joined"
        TIER_RAISED = "tier_raised"
        REOPENED = "reopened"
        TOLD = "told"
        NOBODY_TO_TELL = "nobody_to_tell"
        NOT_DELIVERED = "not_delivered"
        ACKNOWLEDGED = "acknowledged"
        RESOLVED = "resolved"

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="steps")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=Kind)
    at = models.DateTimeField()
    rung = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    assessment = models.ForeignKey(
        Assessment, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        operational = (
            "id", "created_at", "alert", "kind", "at", "rung", "person", "assessment",
        )  # fmt: skip

    class Meta:
        indexes = [
            models.Index(fields=["alert", "at"], name="step_alert"),
        ]
