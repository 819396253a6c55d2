"""Lessons in the demo: Rosa has read two and is in a third; Tom, with whom nothing is shared, one.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
"""

from datetime import datetime, timedelta

from backend.demo import key
from lessons import selectors, services
from lessons.models import Lesson
from lessons.rules.lesson import right_choice
from lessons.services import Sending

REFLECTION = "On Sunday we cooked and did not talk about it. That was a good day."


def seed(*, at: datetime) -> None:
    """Put it all in place; the cast and the lessons must be there."""
    services.choose_relationships(person_id=key("rosa"), chosen=["parent"])
    services.choose_relationships(person_id=key("tom"), chosen=["sibling"])
    for days_ago, slug in ((9, "substance-use-disorder"), (6, "how-an-iop-works")):
        _finish("rosa", slug, at=at - timedelta(days=days_ago))
    _begin("rosa", "talking-so-it-lands", section=2, at=at - timedelta(days=1))
    _finish("tom", "for-siblings", at=at - timedelta(days=3))
    _reflect("rosa", "talking-so-it-lands", at=at - timedelta(days=1))


def _sent(slug: str, at: datetime) -> tuple[Lesson, Sending]:
    lesson = selectors.current(slug, language="en")
    return lesson, Sending(slug, lesson.version, at)


def _begin(name: str, slug: str, *, section: int, at: datetime) -> None:
    _, sending = _sent(slug, at)
    services.note_progress(
        person_id=key(name), sending=sending, section=section, finished=False, at=at
    )


def _finish(name: str, slug: str, *, at: datetime) -> None:
    lesson, sending = _sent(slug, at)
    services.answer_check(
        person_id=key(name),
        sending=sending,
        answers={one["key"]: right_choice(one) for one in lesson.content["check"]},
        at=at,
    )
    last = len(lesson.content["sections"])
    services.note_progress(person_id=key(name), sending=sending, section=last, finished=True, at=at)


def _reflect(name: str, slug: str, *, at: datetime) -> None:
    lesson, sending = _sent(slug, at)
    question = lesson.content["reflection"][0]["key"]
    services.write_reflections(
        person_id=key(name), sending=sending, answers={question: REFLECTION}, at=at
    )
