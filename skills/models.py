"""Exercises as they were published, who was asked to do one, each practice, and what is shared."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from skills.rules.exercise import NEEDS


class Origin(models.TextChoices):
    FILE = "file"
    CLINIC = "clinic"


class Skill(Base):
    """One version of one exercise in one language; its version is the hash of all of that."""

    slug = models.SlugField(max_length=60)
    language = models.CharField(max_length=8)
    version = models.CharField(max_length=16)
    content = models.JSONField()
    current = models.BooleanField(default=True)
    published_at = models.DateTimeField()
    origin = models.CharField(max_length=8, choices=Origin, default=Origin.FILE)

    class Privacy:
        operational = (
            "id", "created_at", "slug", "language", "version", "content", "current",
            "published_at", "origin",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "version"], name="skills_skill_one_row_per_version"
            ),
            models.UniqueConstraint(
                fields=["slug", "language"],
                condition=Q(current=True),
                name="skills_skill_one_current_version",
            ),
            models.CheckConstraint(
                condition=Q(origin__in=["file", "clinic"]), name="skills_skill_known_origin"
            ),
        ]


class Assignment(Base):
    """An exercise that a clinician asked a client to do. It is done when a practice names it."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments"
    )
    slug = models.SlugField(max_length=60)
    due_on = models.DateField(null=True)
    note = EncryptedTextField(default="")
    assigned_at = models.DateTimeField()
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    skipped_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("slug", "note")
        operational = (
            "id", "created_at", "due_on", "assigned_at", "assigned_by", "skipped_at",
            "withdrawn_at", "withdrawn_by",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False),
                name="skills_assignment_withdrawn_by_someone",
            ),
            models.CheckConstraint(
                condition=~Q(client=F("assigned_by")),
                name="skills_assignment_by_someone_else",
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-assigned_at"], name="assignment_client"),
        ]


class Practice(Base):
    """One time that a client did an exercise, and how it felt. Only added, never changed."""

    client = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="practices"
    )
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="practices")
    submission_id = models.UUIDField()
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()
    before = models.PositiveSmallIntegerField(null=True)
    after = models.PositiveSmallIntegerField(null=True)
    helpful = models.BooleanField(null=True)
    need = models.CharField(max_length=20, default="")
    assignment = models.ForeignKey(
        Assignment, null=True, on_delete=models.PROTECT, related_name="practices"
    )

    class Privacy:
        identity = ("client",)
        clinical = ("skill", "before", "after", "helpful", "need")
        operational = (
            "id", "created_at", "submission_id", "started_at", "finished_at", "received_at",
            "assignment",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["client", "submission_id"], name="skills_practice_one_per_submission"
            ),
            models.CheckConstraint(
                condition=(Q(before=None) | Q(before__lte=10)) & (Q(after=None) | Q(after__lte=10)),
                name="skills_practice_ratings_up_to_ten",
            ),
            models.CheckConstraint(
                condition=Q(finished_at=None) | Q(finished_at__gte=F("started_at")),
                name="skills_practice_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(need__in=["", *NEEDS]), name="skills_practice_known_need"
            ),
        ]
        indexes = [
            models.Index(fields=["client", "-started_at"], name="practice_client"),
        ]


class PracticeText(Base):
    """What a client wrote in a practice. A table of its own, since its readers are others."""

    practice = models.OneToOneField(Practice, on_delete=models.PROTECT, related_name="text")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answers = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = ("answers",)
        operational = ("id", "created_at", "practice")


class PracticeShare(Base):
    """A time during which a client's care team may read what the client wrote in a practice."""

    practice = models.ForeignKey(Practice, on_delete=models.PROTECT, related_name="shares")
    client = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("client",)
        operational = ("id", "created_at", "practice", "shared_at", "ended_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice"],
                condition=Q(ended_at=None),
                name="skills_practiceshare_one_open_per_practice",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None) | Q(ended_at__gte=F("shared_at")),
                name="skills_practiceshare_ends_after_it_begins",
            ),
        ]
