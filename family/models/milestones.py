"""Milestones that a client chose to tell one family member. Nothing here is ever computed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from family.models.notes import PHRASE_LENGTH

LONGEST_MILESTONE = 200
MOST_DAYS_WELL = 9999


class SharedMilestone(Base):
    """One press of “share” for one family member, in fixed or in the client's own words."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    submission_id = models.UUIDField()
    phrase = models.SlugField(max_length=PHRASE_LENGTH, default="")
    # The client's own number: written down as they say it, and not looked up anywhere.
    days = models.PositiveSmallIntegerField(null=True)
    text = EncryptedTextField(default="")
    shared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "recipient")
        clinical = ("phrase", "days", "text")
        operational = ("id", "created_at", "submission_id", "shared_at", "withdrawn_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id", "recipient"],
                name="family_sharedmilestone_once_a_person",
            ),
            models.CheckConstraint(
                condition=~Q(phrase="", text=""), name="family_sharedmilestone_says_something"
            ),
            models.CheckConstraint(
                condition=Q(days=None) | Q(days__gte=1, days__lte=MOST_DAYS_WELL),
                name="family_sharedmilestone_days_that_can_be",
            ),
            models.CheckConstraint(
                condition=~Q(recipient=F("client")), name="family_sharedmilestone_to_somebody_else"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "recipient", "-shared_at"], name="milestone_pair"),
        ]
