"""A clinic's own exercises: checked like a file, published by version, taken out, never deleted."""

from datetime import datetime
from typing import Any

from core import audit
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from skills.models import Origin, Skill
from skills.rules import exercise as rules
from skills.services.library import PUBLISHING

MOST_FIELDS = 50  # that one refusal names
SUBJECT = "skills_skill"


class ExerciseInvalid(Refused):
    """The exercise is not one yet; says what is missing and where."""

    status = 400
    code = "invalid"


class AlreadyRetired(Refused):
    """The exercise is out of the library."""

    code = "already_retired"
    sentence = say("This exercise is not in the library any more.")


def read_exercise(exercise: Any) -> Skill:
    """Return an exercise as it would be published, stored nowhere; raise ExerciseInvalid."""
    problems = rules.problems(exercise)
    if problems:
        fields: dict[str, list[str]] = {}
        for problem in problems[:MOST_FIELDS]:
            name = _printable(".".join(str(part) for part in problem.path))
            fields.setdefault(name, []).append(_printable(problem.sentence))
        raise ExerciseInvalid(next(iter(fields.values()))[0], fields=fields)
    whole = rules.complete(exercise)
    return Skill(
        slug=whole["slug"],
        language=whole["language"],
        version=rules.version_of(whole),
        content=whole,
        origin=Origin.CLINIC,
    )


def publish_exercise(
    *, exercise: Any, replacing: str | None, actor: Actor, at: datetime
) -> tuple[Skill, bool]:
    """Publish a new exercise, or a new version of the one named `replacing`; say whether it is new.

    Raises ExerciseInvalid, NotVisible. The same content again changes nothing.
    """
    skill = read_exercise(exercise)
    skill.published_at = at
    lock(PUBLISHING)
    rows = Skill.objects.filter(slug=skill.slug)
    if replacing is None:
        _refuse_known(rows, skill)
    else:
        _refuse_other(rows, skill, replacing)
    same = rows.filter(version=skill.version).first()
    if same is not None and same.current:
        return same, False
    # Out before in: an exercise has one current version at any moment.
    rows.filter(language=skill.language, current=True).update(current=False)
    if same is not None:
        rows.filter(pk=same.pk).update(current=True)
        same.current = True
    else:
        skill.save(force_insert=True)
    found = same or skill
    audit.record(actor=actor, action="publish", subject=SUBJECT, subject_id=found.pk, at=at)
    return found, same is None


def retire_exercise(*, slug: str, actor: Actor, at: datetime) -> None:
    """Take an exercise out of the library in every language; raise NotVisible, AlreadyRetired.

    Its practices keep the version that they were done with.
    """
    lock(PUBLISHING)
    rows = Skill.objects.filter(slug=slug, origin=Origin.CLINIC)
    if not rows.exists():
        raise NotVisible
    current = list(rows.filter(current=True).values_list("pk", flat=True))
    if not current:
        raise AlreadyRetired
    rows.filter(pk__in=current).update(current=False)
    for key in current:
        audit.record(actor=actor, action="retire", subject=SUBJECT, subject_id=key, at=at)


def _refuse_known(rows: Any, skill: Skill) -> None:
    if rows.filter(origin=Origin.FILE).exists():
        _refuse("slug", say("An exercise of this name comes with Foothold. Choose another name."))
    if rows.filter(language=skill.language).exists():
        _refuse("slug", say("There is such an exercise already. Publish a new version of it."))


def _refuse_other(rows: Any, skill: Skill, slug: str) -> None:
    if not Skill.objects.filter(slug=slug, origin=Origin.CLINIC).exists():
        raise NotVisible
    if skill.slug != slug:
        _refuse("slug", say("A new version keeps the name of the exercise."))


def _refuse(name: str, sentence: str) -> None:
    raise ExerciseInvalid(sentence, fields={name: [sentence]})


def _printable(text: str) -> str:
    # What was sent may hold half a character, which no answer of ours could be written with.
    return text[:300].encode(errors="replace").decode()
