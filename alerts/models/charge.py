"""Who beyond a client's team was told of an alert, and may answer it for a while."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alerts.models.alert import Alert
from core.models import Base


class Charge(Base):
    """One person who was told of one alert because of the rota, or whom an administrator named."""

    alert = models.ForeignKey(Alert, on_delete=models.PROTECT, related_name="charges")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField()

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "alert", "person", "since", "until")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["alert", "person"], name="alerts_charge_once"),
            models.CheckConstraint(
                condition=Q(until__gt=F("since")), name="alerts_charge_ends_after_it_begins"
            ),
        ]
        # Row security asks for each person's own clients at every read.
        indexes = [models.Index(fields=["person", "until"], name="charge_person")]
