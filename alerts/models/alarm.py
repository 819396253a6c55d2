"""That the machinery itself stands still, for administrators."""

from django.db import models
from django.db.models import Q

from core.models import Base


class Alarm(Base):
    """One part that did not do its work for five minutes, from when until when."""

    class Part(models.TextChoices):
        OUTBOX = "outbox"
        DELIVERIES = "deliveries"
        DEAD_LETTERS = "dead_letters"

    part = models.CharField(max_length=16, choices=Part)
    raised_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        operational = ("id", "created_at", "part", "raised_at", "ended_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["part"], condition=Q(ended_at=None), name="alerts_alarm_one_of_a_part"
            ),
        ]
