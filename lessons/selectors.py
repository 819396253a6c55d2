"""Reads of lessons, which belong to nobody, and of what one person did with them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from core.errors import NotVisible
from lessons.models import CheckAnswer, Lesson, Progress, Reflection, Relationships
from lessons.rules.lesson import EVERYONE, right_choice

EVERY_LESSON_HAS = "en"  # the language that a lesson falls back to


@dataclass(frozen=True)
class Step:
    """One lesson of a person's path: how far they came, and whether it is meant for them."""

    lesson: Lesson
    progress: Progress | None
    for_me: bool


@dataclass(frozen=True)
class Path:
    """A person's path: every lesson in order, and which to go on with (empty: none is left)."""

    steps: list[Step]
    go_on_with: str
    finished: int
    relationships: list[str]


@dataclass(frozen=True)
class Answered:
    """What a person last chose in one question of a check, held against the current lesson."""

    question: str
    choice: int
    right_choice: int
    because: str

    @property
    def right(self) -> bool:
        """Whether that is the right choice."""
        return self.choice == self.right_choice


def library(*, language: str) -> list[Lesson]:
    """Return each current lesson once, in that language where it exists, in the order of the path.

    There are at most 99: that many positions a language has.
    """
    rows = Lesson.objects.filter(current=True, language__in={language, EVERY_LESSON_HAS})
    # Later entries win: those in the language that is asked for come last.
    chosen = {row.slug: row for row in sorted(rows, key=lambda row: row.language == language)}
    return sorted(chosen.values(), key=lambda row: (row.position, row.slug))


def current(slug: str, *, language: str) -> Lesson:
    """Return the current version of a lesson, in that language if possible; raise NotVisible."""
    rows = Lesson.objects.filter(slug=slug, current=True, language__in={language, EVERY_LESSON_HAS})
    found = sorted(rows, key=lambda row: row.language != language)
    if not found:
        raise NotVisible
    return found[0]


def relationships_of(person_id: UUID) -> list[str]:
    """Return whose relative a person says they are; empty when they did not say."""
    row = Relationships.objects.filter(person_id=person_id).first()
    return row.chosen if row else []


def path_of(person_id: UUID, *, language: str) -> Path:
    """Return a person's path with their own progress."""
    chosen = relationships_of(person_id)
    rows = {row.slug: row for row in Progress.objects.filter(person_id=person_id)}
    steps = [
        Step(lesson, rows.get(lesson.slug), _is_for(lesson, chosen))
        for lesson in library(language=language)
    ]
    finished = sum(1 for step in steps if step.progress and step.progress.finished_at)
    return Path(steps, _next_of(steps), finished, chosen)


def _is_for(lesson: Lesson, chosen: Collection[str]) -> bool:
    whom = set(lesson.content["for"])
    return not chosen or EVERYONE in whom or bool(whom & set(chosen))


def _next_of(steps: Iterable[Step]) -> str:
    """Return the lesson that was begun and read last, or else the first unread one for the person.

    What is meant for others waits until all the rest is read.
    """
    left = [step for step in steps if not (step.progress and step.progress.finished_at)]
    begun = [step for step in left if step.progress]
    if begun:
        return max(begun, key=lambda step: step.progress.read_at).lesson.slug  # type: ignore[union-attr]  # filtered above
    return next((step.lesson.slug for step in left if step.for_me), "")


def progress_of(person_id: UUID, slug: str) -> Progress | None:
    """Return how far a person came in a lesson, with the version they read; None if nowhere."""
    rows = Progress.objects.select_related("lesson").defer("lesson__content")
    return rows.filter(person_id=person_id, slug=slug).first()


def answers_of(person_id: UUID, lesson: Lesson) -> list[Answered]:
    """Return what a person last chose in the check of a lesson, in the order of its questions."""
    rows = CheckAnswer.objects.filter(person_id=person_id, slug=lesson.slug)
    chosen = dict(rows.values_list("question", "choice"))
    return [
        _answered(one, chosen[one["key"]])
        for one in lesson.content["check"]
        # A later version may ask something else, or offer fewer choices.
        if 1 <= chosen.get(one["key"], 0) <= len(one["choices"])
    ]


def _answered(question: dict[str, Any], choice: int) -> Answered:
    because = question["choices"][choice - 1]["because"]
    return Answered(question["key"], choice, right_choice(question), because)


def reflections_of(person_id: UUID, slug: str) -> list[Reflection]:
    """Return what a person wrote in a lesson and did not take back, in the order of writing."""
    rows = Reflection.objects.filter(person_id=person_id, slug=slug).order_by("created_at")
    return [row for row in rows if row.text]
