"""The work of lessons: publish them, and keep what a person did with them."""

from lessons.services.publishing import CONTENT, NothingToPublish, publish_lessons, shipped_lessons
from lessons.services.reading import (
    ReadingInvalid,
    Sending,
    answer_check,
    choose_relationships,
    note_progress,
    write_reflections,
)

__all__ = [
    "CONTENT", "NothingToPublish", "ReadingInvalid", "Sending", "answer_check",
    "choose_relationships", "note_progress", "publish_lessons", "shipped_lessons",
    "write_reflections",
]  # fmt: skip
