"""Keep what a person did with a lesson. Nothing of it is told to anybody, nor to the audit trail.

Devices may send anything twice, late, or in another order: the newest moment counts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, NoReturn
from uuid import UUID

from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from lessons.models import CheckAnswer, Lesson, Progress, Reflection, Relationships
from lessons.rules import reading as rules
from lessons.rules.lesson import RELATIONSHIPS
from lessons.rules.reading import Place


class ReadingInvalid(Refused):
    """What was sent does not fit the lesson, or its moment cannot be right."""

    status = 400
    code = "invalid"


@dataclass(frozen=True)
class Sending:
    """What every sending says: which version of which lesson, and when on the device's clock."""

    slug: str
    version: str
    recorded_at: datetime


def note_progress(
    *, person_id: UUID, sending: Sending, section: int, finished: bool, at: datetime
) -> Progress:
    """Keep the section (from 1) that a person is in, and whether they finished the lesson.

    Raises NotVisible, ReadingInvalid.
    """
    lesson, moment = _checked(sending, at=at)
    if section > len(lesson.content["sections"]):
        _refuse("section", say("This lesson has no such section."))
    lock(_lock(person_id))
    told = rules.told(section, moment, finished=finished)
    row = Progress.objects.filter(person_id=person_id, slug=lesson.slug).first()
    if row is None:
        row = Progress(person_id=person_id, slug=lesson.slug, lesson=lesson, **asdict(told))
        row.save(force_insert=True)
        return row
    kept = Place(row.section, row.started_at, row.read_at, row.finished_at)
    added = rules.joined(kept, told)
    # The version is that of the newest sending, and of the last to come when two are of one moment.
    version = {"lesson": lesson} if moment >= kept.read_at else {}
    _change(row, **asdict(added), **version)
    return row


def answer_check(
    *, person_id: UUID, sending: Sending, answers: Mapping[str, int], at: datetime
) -> None:
    """Keep the choices (from 1) that a person made in a check; an older one changes nothing.

    Raises NotVisible, ReadingInvalid.
    """
    lesson, moment = _checked(sending, at=at)
    questions = {one["key"]: one for one in lesson.content["check"]}
    _refuse_unknown(answers, questions)
    for key, choice in answers.items():
        if choice > len(questions[key]["choices"]):
            _refuse(f"answers.{key}", say("This question has no such choice."))
    lock(_lock(person_id))
    for key, choice in answers.items():
        told = {"lesson": lesson, "choice": choice, "answered_at": moment}
        _keep(CheckAnswer, person_id, key, told, newest_by="answered_at")


def write_reflections(
    *, person_id: UUID, sending: Sending, answers: Mapping[str, str], at: datetime
) -> None:
    """Keep what a person wrote for themselves; empty takes it back, an older one changes nothing.

    Raises NotVisible, ReadingInvalid.
    """
    lesson, moment = _checked(sending, at=at)
    _refuse_unknown(answers, {one["key"] for one in lesson.content["reflection"]})
    lock(_lock(person_id))
    for key, text in answers.items():
        told = {"lesson": lesson, "text": text, "written_at": moment}
        _keep(Reflection, person_id, key, told, newest_by="written_at")


def choose_relationships(*, person_id: UUID, chosen: Iterable[str]) -> None:
    """Keep whose relative a person says they are, in the order that the program knows."""
    wanted = set(chosen)
    ordered = [one for one in RELATIONSHIPS if one in wanted]
    lock(_lock(person_id))
    if not Relationships.objects.filter(person_id=person_id).update(chosen=ordered):
        Relationships(person_id=person_id, chosen=ordered).save(force_insert=True)


def _lock(person_id: UUID) -> str:
    return f"lessons:{person_id}"


def _checked(sending: Sending, *, at: datetime) -> tuple[Lesson, datetime]:
    rows = {row.version: row for row in Lesson.objects.filter(slug=sending.slug)}
    if not rows:
        raise NotVisible
    if sending.version not in rows:
        _refuse("version", say("There is no such version of this lesson."))
    moment = rules.moment(sending.recorded_at, at=at)
    if moment is None:
        _refuse("recorded_at", say("This time has not come yet. Please check your phone's clock."))
    return rows[sending.version], moment


def _refuse_unknown(answers: Iterable[str], known: Iterable[str]) -> None:
    if unknown := sorted(set(answers) - set(known)):
        _refuse(f"answers.{unknown[0]}", say("This lesson has no such question."))


def _refuse(field: str, sentence: str) -> NoReturn:
    raise ReadingInvalid(sentence, fields={field: [sentence]})


def _keep(
    model: type[Any], person_id: UUID, question: str, told: Mapping[str, Any], *, newest_by: str
) -> None:
    slug = told["lesson"].slug
    row = model.objects.filter(person_id=person_id, slug=slug, question=question).first()
    if row is None:
        model(person_id=person_id, slug=slug, question=question, **told).save(force_insert=True)
    elif told[newest_by] >= getattr(row, newest_by):
        _change(row, **told)


def _change(row: Any, **values: Any) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
