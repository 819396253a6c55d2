"""Exercises as they were published, version by version, and each practice of one."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base


class Skill(Base):
    """One version of one exercise in one language; its version is the hash of all of that."""

    slug = models.SlugField(max_length=60)
    language = models.CharField(max_length=8)
    version = models.CharField(max_length=16)
    content = models.JSONField()
    current = models.BooleanField(default=True)
    published_at = models.DateTimeField()

    class Privacy:
        operational = (
            "id", "created_at", "slug", "language", "version", "content", "current",
            "published_at",
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
        ]


class Practice(Base):
    """One time that a client did an exercise, with what they wrote and how it felt. Only added."""

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
    answers = EncryptedTextField(default="")

    class Privacy:
        identity = ("client",)
        clinical = ("skill", "before", "after", "helpful", "answers")
        operational = (
            "id", "created_at", "submission_id", "started_at", "finished_at", "received_at",
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
        ]
        indexes = [
            models.Index(fields=["client", "-started_at"], name="practice_client"),
        ]
