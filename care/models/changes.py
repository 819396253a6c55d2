"""What was changed, by whom, and what it said before. Only ever added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base


class Subject(models.TextChoices):
    MEDICATION = "medication"
    GOAL = "goal"
    STEP = "step"
    TASK = "task"
    REFERRAL = "referral"


class What(models.TextChoices):
    ADDED = "added"
    CHANGED = "changed"
    MOVED = "moved"  # from one state to another
    STOPPED = "stopped"
    TICKED = "ticked"
    UNTICKED = "unticked"
    ENDED = "ended"
    REOPENED = "reopened"
    REMOVED = "removed"


class Change(Base):
    """One change to one thing of one client."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=10, choices=Subject)
    subject_id = models.UUIDField()
    what = models.CharField(max_length=8, choices=What)
    before = EncryptedTextField(default="{}")  # JSON of the fields that changed, as they were
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("subject", "what", "before")
        operational = ("id", "created_at", "subject_id", "made_at", "made_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(subject__in=Subject.values) & Q(what__in=What.values),
                name="care_change_known_words",
            ),
        ]
        indexes = [
            # "What became of this?"
            models.Index(fields=["subject_id", "made_at"], name="change_subject"),
        ]
