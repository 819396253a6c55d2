"""The secret address of a person's calendar."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import Base


class CalendarFeed(Base):
    """An address at which calendars read one person's sessions. The secret is never stored."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    shows_place = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person",)
        operational = ("id", "created_at", "token_digest", "shows_place", "made_at", "revoked_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(revoked_at=None),
                name="program_calendarfeed_one_in_force",
            ),
        ]
