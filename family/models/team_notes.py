"""One-way notes of family members to the care team, and that somebody read them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base

LONGEST_ABOUT, LONGEST_TEAM_NOTE = 120, 2000


class TeamWish(models.TextChoices):
    NOTE = "note"
    FAMILY_SESSION = "family_session"
    CALL = "call"


class TeamNote(Base):
    """What somebody with a family account wrote to the program, about whom in their own words.

    `client` is found afterwards: from consents, or by staff. The writer is never told whether
    there is one.
    """

    writer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    # As the account had it then: who reads a note need not see the account.
    writer_name = models.CharField(max_length=120)
    submission_id = models.UUIDField()
    wish = models.CharField(max_length=14, choices=TeamWish)
    about = EncryptedTextField()
    text = EncryptedTextField()
    phone = EncryptedTextField(default="")
    urgent = models.BooleanField(default=False)
    written_at = models.DateTimeField()
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    linked_at = models.DateTimeField(null=True)
    # Nobody: the one consent that there is or was said whom it is about.
    linked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("writer", "writer_name", "client", "about", "phone")
        clinical = ("text", "urgent")
        operational = (
            "id", "created_at", "submission_id", "wish", "written_at", "linked_at", "linked_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["writer", "submission_id"], name="family_teamnote_once_a_submission"
            ),
            models.CheckConstraint(
                condition=~Q(about="") & ~Q(text=""), name="family_teamnote_says_something"
            ),
            models.CheckConstraint(
                condition=Q(client=None, linked_at=None, linked_by=None)
                | Q(client__isnull=False, linked_at__isnull=False),
                name="family_teamnote_linked_at_some_time",
            ),
            models.CheckConstraint(
                condition=Q(client=None) | ~Q(client=F("writer")),
                name="family_teamnote_about_somebody_else",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-written_at"], name="teamnote_client"),
            models.Index(fields=["writer", "-written_at"], name="teamnote_writer"),
        ]


class TeamNoteReceipt(Base):
    """That somebody of the program read a note: when, and as what. Only ever added, once a note.

    A row of its own, so that a writer can be shown it under a consent and nothing else of theirs.
    """

    note = models.OneToOneField(TeamNote, on_delete=models.PROTECT, related_name="receipt")
    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.CharField(max_length=24)
    acknowledged_at = models.DateTimeField()
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "note", "role", "acknowledged_at", "acknowledged_by")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(role=""), name="family_teamnotereceipt_by_some_role"
            ),
        ]
