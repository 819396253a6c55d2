"""That somebody has read, word for word, who watches and when."""

from django.conf import settings
from django.db import models

from core.models import Base


class Agreement(Base):
    """One person accepted one version of one text."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    accepted_at = models.DateTimeField()

    class Privacy:
        identity = ("person",)
        operational = ("id", "created_at", "text", "version", "accepted_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "text", "version"], name="alerts_agreement_once"
            ),
        ]
