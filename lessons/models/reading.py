"""What one person did with lessons. Nobody but that person has a path to any of it.

Each row is the newest of what their devices told, by the moment it was told for: what is sent
twice, late or in another order adds up to the same row.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from core.crypto import EncryptedTextField
from core.models import Base
from lessons.models.lesson import Lesson
from lessons.rules.lesson import MOST_CHOICES, MOST_SECTIONS, RELATIONSHIPS


class Progress(Base):
    """How far a person came in one lesson. `section` is where they were last, from 1."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60)
    lesson = models.ForeignKey(Lesson, on_delete=models.PROTECT, related_name="+")
    section = models.PositiveSmallIntegerField()
    started_at = models.DateTimeField()
    read_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Privacy:
        identity = ("person",)
        clinical = ("slug", "lesson", "section")
        operational = ("id", "created_at", "started_at", "read_at", "finished_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "slug"], name="lessons_progress_one_per_lesson"
            ),
            models.CheckConstraint(
                condition=Q(section__gte=1, section__lte=MOST_SECTIONS),
                name="lessons_progress_section_of_a_lesson",
            ),
            models.CheckConstraint(
                condition=Q(read_at__gte=F("started_at"))
                & (Q(finished_at=None) | Q(finished_at__gte=F("started_at"))),
                name="lessons_progress_begins_before_it_goes_on",
            ),
        ]


class Reflection(Base):
    """What a person wrote to one question of a lesson, for themselves."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60)
    question = models.CharField(max_length=30)
    lesson = models.ForeignKey(Lesson, on_delete=models.PROTECT, related_name="+")
    # Empty when it was taken back; the moment must stay, or a late sending would bring it back.
    text = EncryptedTextField(default="")
    written_at = models.DateTimeField()

    class Privacy:
        identity = ("person",)
        clinical = ("slug", "question", "lesson", "text")
        operational = ("id", "created_at", "written_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "slug", "question"], name="lessons_reflection_one_per_question"
            ),
        ]


class CheckAnswer(Base):
    """Which choice a person last made in a check of understanding, from 1."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60)
    question = models.CharField(max_length=30)
    lesson = models.ForeignKey(Lesson, on_delete=models.PROTECT, related_name="+")
    choice = models.PositiveSmallIntegerField()
    answered_at = models.DateTimeField()

    class Privacy:
        identity = ("person",)
        clinical = ("slug", "question", "lesson", "choice")
        operational = ("id", "created_at", "answered_at")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "slug", "question"], name="lessons_checkanswer_one_per_question"
            ),
            models.CheckConstraint(
                condition=Q(choice__gte=1, choice__lte=MOST_CHOICES),
                name="lessons_checkanswer_choice_of_a_question",
            ),
        ]


class Relationships(Base):
    """Whose relative a person says they are, so that the path points at what is for them."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    chosen = ArrayField(models.CharField(max_length=12), default=list)

    class Privacy:
        identity = ("person", "chosen")
        operational = ("id", "created_at")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(chosen__contained_by=list(RELATIONSHIPS))
                & Q(chosen__len__lte=len(RELATIONSHIPS)),
                name="lessons_relationships_known",
            ),
        ]
