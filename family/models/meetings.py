"""Invitations of a family member to a client's family session or planning meeting."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.models import Base
from program.models import Session


class Answer(models.TextChoices):
    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


class InvitationEnd(models.TextChoices):
    """Why an invitation holds no more."""

    CHANGED = "changed"  # the meeting was moved or called off
    CLINICIAN = "clinician"
    CLIENT = "client"
    SHARING_ENDED = "sharing_ended"


class SessionInvitation(Base):
    """One family member asked to one meeting, with when and where as it stood at that moment.

    It holds for one revision of the session: a meeting that is moved is asked for anew.
    """

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    series = models.UUIDField()  # the sharing under which it was done; it ends with it
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveSmallIntegerField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=120, default="")
    telehealth_url = models.URLField(default="")
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    answer = models.CharField(max_length=6, choices=Answer, default="")
    answered_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end = models.CharField(max_length=14, choices=InvitationEnd, default="")

    class Privacy:
        identity = ("client", "recipient")
        operational = (
            "id", "created_at", "series", "session", "revision", "starts_at", "ends_at", "place",
            "telehealth_url", "invited_at", "invited_by", "answer", "answered_at", "ended_at",
            "end",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "client", "recipient"],
                condition=Q(ended_at=None),
                name="family_sessioninvitation_one_in_force",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, end="") | (Q(ended_at__isnull=False) & ~Q(end="")),
                name="family_sessioninvitation_ended_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="family_sessioninvitation_answered_once_said",
            ),
            models.CheckConstraint(
                condition=~Q(recipient=F("client")),
                name="family_sessioninvitation_asks_somebody_else",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=F("starts_at")),
                name="family_sessioninvitation_ends_after_it_begins",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-starts_at"], name="sessioninvitation_client"),
            models.Index(fields=["recipient", "starts_at"], name="sessioninvitation_recipient"),
        ]
