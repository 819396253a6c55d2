"""One version of one lesson."""

from django.db import models
from django.db.models import Q

from core.models import Base


class Lesson(Base):
    """One version of one lesson in one language; its version is the hash of all of that."""

    slug = models.SlugField(max_length=60)
    language = models.CharField(max_length=8)
    version = models.CharField(max_length=16)
    position = models.PositiveSmallIntegerField()
    content = models.JSONField()
    current = models.BooleanField(default=True)
    published_at = models.DateTimeField()

    class Privacy:
        operational = (
            "id", "created_at", "slug", "language", "version", "position", "content", "current",
            "published_at",
        )  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["slug", "version"], name="lessons_lesson_one_row_per_version"
            ),
            models.UniqueConstraint(
                fields=["slug", "language"],
                condition=Q(current=True),
                name="lessons_lesson_one_current_version",
            ),
            models.UniqueConstraint(
                fields=["language", "position"],
                condition=Q(current=True),
                name="lessons_lesson_one_per_position",
            ),
        ]
