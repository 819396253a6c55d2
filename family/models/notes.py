"""Short notes between a client and a family member, and whose notes a client wants to read."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base

LONGEST_NOTE = 500
PHRASE_LENGTH = 40


class ThankYou(Base):
    """A client's thanks to one family member. Shown while that category is shared."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    submission_id = models.UUIDField()
    phrase = models.SlugField(max_length=PHRASE_LENGTH, default="")
    text = EncryptedTextField(default="")
    written_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client", "recipient")
        clinical = ("phrase", "text")
        operational = ("id", "created_at", "submission_id", "written_at", "withdrawn_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"], name="family_thankyou_once_a_submission"
            ),
            models.CheckConstraint(
                condition=~Q(phrase="", text=""), name="family_thankyou_says_something"
            ),
            models.CheckConstraint(
                condition=~Q(recipient=F("client")), name="family_thankyou_to_somebody_else"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "recipient", "-written_at"], name="thankyou_pair"),
        ]


class Encouragement(Base):
    """A family member's note to a client who shares with them. Never changed.

    The writer is never told whether it was read, or whether the client reads notes at all.
    """

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    submission_id = models.UUIDField()
    phrase = models.SlugField(max_length=PHRASE_LENGTH, default="")
    text = EncryptedTextField(default="")
    written_at = models.DateTimeField()

    class Privacy:
        identity = ("client", "writer")
        clinical = ("phrase", "text")
        operational = ("id", "created_at", "submission_id", "written_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["writer", "submission_id"], name="family_encouragement_once_a_submission"
            ),
            models.CheckConstraint(
                condition=~Q(phrase="", text=""), name="family_encouragement_says_something"
            ),
            models.CheckConstraint(
                condition=~Q(writer=F("client")), name="family_encouragement_from_somebody_else"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-written_at"], name="encouragement_client"),
        ]


class NoteChoice(Base):
    """Whether a client reads notes of one family member. Without a row: no."""

    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    receives = models.BooleanField()
    decided_at = models.DateTimeField()

    class Privacy:
        identity = ("client", "writer")
        operational = ("id", "created_at", "receives", "decided_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "writer"], name="family_notechoice_one_per_person"
            ),
        ]
