"""What a client puts on the page of somebody close, item by item, and who has read its rules."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base

LONGEST_SUPPORT_WORDS = 300


class SharedGoal(Base):
    """A goal or a milestone that a client pressed share on, in the words of that moment.

    A copy: what is written to the goal later is not shared by it. Families see it only under a
    consent that covers goals.
    """

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="shared_goals"
    )
    goal = models.ForeignKey("care.Goal", null=True, on_delete=models.PROTECT, related_name="+")
    milestone = models.SlugField(max_length=40, default="", blank=True)
    title = EncryptedTextField()
    reached = models.BooleanField(default=False)
    shared_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client",)
        clinical = ("goal", "milestone", "title", "reached")
        operational = ("id", "created_at", "shared_at", "withdrawn_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=(Q(goal=None) & ~Q(milestone="")) | Q(goal__isnull=False, milestone=""),
                name="family_sharedgoal_is_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("shared_at")),
                name="family_sharedgoal_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["goal"],
                condition=Q(withdrawn_at=None),
                name="family_sharedgoal_a_goal_once",
            ),
            models.UniqueConstraint(
                fields=["client", "milestone"],
                condition=Q(withdrawn_at=None, goal=None),
                name="family_sharedgoal_a_milestone_once",
            ),
        ]


class SupportWords(Base):
    """How a client wants one person to help, in the client's own words. Nothing of any plan."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="support_words"
    )
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    words = EncryptedTextField()
    written_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "recipient")
        clinical = ("words",)
        operational = ("id", "created_at", "written_at", "withdrawn_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "recipient"],
                condition=Q(withdrawn_at=None),
                name="family_supportwords_one_for_a_person",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("written_at")),
                name="family_supportwords_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=~Q(recipient=F("client")), name="family_supportwords_for_someone_else"
            ),
        ]


class RulesRead(Base):
    """A family member said that they read what the page is for, and what not."""

    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    version = models.CharField(max_length=20)
    read_at = models.DateTimeField()

    class Privacy:
        identity = ("reader",)
        operational = ("id", "created_at", "version", "read_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["reader", "version"], name="family_rulesread_once_a_version"
            ),
        ]
