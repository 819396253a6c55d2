"""“Please call me”: pressed by a client, for one family member. Never by a rule."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.models import Base


class CallMe(Base):
    """One press, whether it was seen, and whether they said that they call."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    series = models.UUIDField()  # the sharing under which it was done; it ends with it
    submission_id = models.UUIDField()
    pressed_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "recipient")
        clinical = ("pressed_at",)
        operational = (
            "id", "created_at", "series", "submission_id", "seen_at", "answered_at", "withdrawn_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"], name="family_callme_once_a_submission"
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None)
                | Q(seen_at__isnull=False, seen_at__lte=F("answered_at")),
                name="family_callme_seen_before_answered",
            ),
            models.CheckConstraint(
                condition=~Q(recipient=F("client")), name="family_callme_asks_somebody_else"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "recipient", "-pressed_at"], name="callme_pair"),
        ]
