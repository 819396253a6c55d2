"""Lessons as they were published, and what each person did with them, which is theirs alone."""

from lessons.models.lesson import Lesson
from lessons.models.reading import CheckAnswer, Progress, Reflection, Relationships

__all__ = ["CheckAnswer", "Lesson", "Progress", "Reflection", "Relationships"]
