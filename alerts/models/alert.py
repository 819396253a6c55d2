"""The notices that someone must answer."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alerts.models.assessment import Assessment, Family, Tier
from core.crypto import EncryptedTextField
from core.models import Base


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


class Useless(models.TextChoices):
    """Why an alert was of no use."""

    KNOWN = "known"  # the team knew already
    NOT_SO = "not_so"  # it was not as the alert said
    TOO_LATE = "too_late"
    NOTHING_TO_DO = "nothing_to_do"
    OTHER = "other"


# With these, nobody need have been spoken to.
WITHOUT_CONTACT = (Outcome.NOT_REACHED, Outcome.NO_CONCERN)


class Alert(Base):
    """A notice about one client that a clinician must acknowledge, then resolve.

    It is open until somebody acknowledges it, and again when it is reopened.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="alerts"
    )
    # The newest assessment that speaks for it; earlier ones are in its steps.
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    family = models.CharField(max_length=10, choices=Family, default=Family.SIGNS)
    tier = models.CharField(max_length=10, choices=Tier)
    late = models.BooleanField(default=False)
    raised_at = models.DateTimeField()
    rung = models.PositiveSmallIntegerField(default=0)
    # When the next person is told, unless somebody acknowledges before.
    due_at = models.DateTimeField(null=True)
    # When the client should have been looked after: by tier and the program's hours.
    due_by = models.DateTimeField(null=True)
    # Whoever has it in hand: they took it on, or it was given to them and they were told.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    # Since when nobody who should be told could be reached; administrators see it meanwhile.
    unreachable_at = models.DateTimeField(null=True)
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
    contacted_at = models.DateTimeField(null=True)  # when the client was spoken to
    useful = models.BooleanField(null=True)  # None: not said
    useless_because = models.CharField(max_length=16, choices=Useless, default="")

    class Privacy:
        identity = ("client",)
        clinical = ("tier", "action", "outcome", "note", "useful", "useless_because")
        operational = (
            "id", "created_at", "assessment", "family", "late", "raised_at", "rung", "due_at",
            "due_by", "owner", "unreachable_at", "acknowledged_at", "acknowledged_by",
            "resolved_at", "resolved_by", "contacted_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            # New evidence joins the open alert; a critical one is never bundled.
            models.UniqueConstraint(
                fields=["client", "family"],
                condition=Q(resolved_at=None) & ~Q(tier="critical"),
                name="alerts_alert_one_open_routine_per_family",
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
                condition=Q(contacted_at=None, useful=None, useless_because="")
                | Q(resolved_at__isnull=False),
                name="alerts_alert_judged_when_resolved",
            ),
            models.CheckConstraint(
                condition=Q(resolved_at=None)
                | Q(contacted_at__isnull=False)
                | Q(outcome__in=WITHOUT_CONTACT),
                name="alerts_alert_resolved_after_contact",
            ),
            models.CheckConstraint(
                condition=Q(useless_because__in=Useless.values, useful=False, useful__isnull=False)
                | (Q(useless_because="") & (Q(useful=None) | Q(useful=True))),
                name="alerts_alert_useless_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(tier__in=Tier.values) & Q(family__in=Family.values),
                name="alerts_alert_known_tier",
            ),
            models.CheckConstraint(
                condition=Q(tier="watch", due_at=None, due_by=None)
                | (~Q(tier="watch") & Q(due_at__isnull=False, due_by__isnull=False)),
                name="alerts_alert_due_unless_watched",
            ),
            models.CheckConstraint(
                condition=Q(acknowledged_at=None) | Q(owner__isnull=False),
                name="alerts_alert_in_somebodys_hand",
            ),
        ]
        indexes = [
            # The escalation's own query.
            models.Index(F("due_at"), condition=Q(acknowledged_at=None), name="alert_unanswered"),
            # The inbox, one client after the other through row security.
            models.Index(fields=["client", "-raised_at"], name="alert_client"),
        ]
