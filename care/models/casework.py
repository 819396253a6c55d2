"""What the care team has to do for a client outside of sessions: tasks, and referrals to others.

Seen by the care team. The client sees a row when it is marked `for_client`.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.crypto import EncryptedTextField
from core.models import Base


class TaskState(models.TextChoices):
    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    DROPPED = "dropped"


class Task(Base):
    """One thing to do, by one person, until a day."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="tasks"
    )
    title = EncryptedTextField()
    note = EncryptedTextField(default="")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    state = models.CharField(max_length=8, choices=TaskState, default=TaskState.OPEN)
    for_client = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("title", "note", "state")
        operational = (
            "id", "created_at", "owner", "due_on", "for_client", "added_at", "added_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=TaskState.values), name="care_task_known_state"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "due_on"], name="task_client"),
            # "What do I have to do?"
            models.Index(
                fields=["owner", "due_on"],
                condition=Q(state__in=["open", "doing"]),
                name="task_owner",
            ),
        ]


class ReferralState(models.TextChoices):
    PLANNED = "planned"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    STARTED = "started"
    CLOSED = "closed"


class Referral(Base):
    """One way to somebody outside the program, and how far it got."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="referrals"
    )
    to = EncryptedTextField()
    purpose = EncryptedTextField(default="")
    phone = EncryptedTextField(default="")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    appointment_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10, choices=ReferralState, default=ReferralState.PLANNED)
    for_client = models.BooleanField(default=False)
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("to", "purpose", "phone", "appointment_at", "state")
        operational = (
            "id", "created_at", "owner", "due_on", "for_client", "added_at", "added_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=ReferralState.values), name="care_referral_known_state"
            ),
        ]
        indexes = [models.Index(fields=["client", "due_on"], name="referral_client")]
