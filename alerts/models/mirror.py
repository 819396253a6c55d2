"""What a client may know of an alert about them, and which alerts changed lately."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from alerts.models.alert import Action, Alert
from alerts.models.assessment import Family
from core.models import Base


class Mirror(Base):
    """One alert as its client may read it: never its tier, a score, a reason or a note.

    PostgreSQL keeps it, in the transaction that changes the alert.
    """

    alert = models.OneToOneField(Alert, on_delete=models.PROTECT, related_name="mirror")
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mirrors"
    )
    family = models.CharField(max_length=10, choices=Family)
    # Names of what was noticed, from which the sentences are made in any language.
    noticed = ArrayField(models.CharField(max_length=40), default=list)
    on = models.DateField(db_column="on_day")
    flagged_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    seen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    done_at = models.DateTimeField(null=True)
    action = models.CharField(max_length=20, choices=Action, default="")
    # Number of the transaction that changed it last: later ones may become visible earlier.
    changed_in = models.BigIntegerField()

    class Privacy:
        identity = ("client",)
        clinical = ("family", "noticed", "action")
        operational = (
            "id", "created_at", "alert", "on", "flagged_at", "seen_at", "seen_by", "done_at",
            "changed_in",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(seen_at=None, seen_by=None)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
                name="alerts_mirror_seen_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(done_at=None, action="")
                | (Q(done_at__isnull=False) & Q(action__in=Action.values)),
                name="alerts_mirror_done_by_an_action",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-flagged_at"], name="mirror_client"),
            models.Index(fields=["changed_in"], name="mirror_changed"),
        ]
