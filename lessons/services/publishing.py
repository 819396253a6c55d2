"""Publish the lessons that come as files, version by version."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from core.errors import Refused
from core.identity import lock
from core.said import say
from lessons.models import Lesson
from lessons.rules import lesson as rules
from lessons.rules import source
from skills import services as skill_services
from skills.rules.files import BadContent, Fault
from skills.rules.parts import version_of
from skills.services import Published

CONTENT = Path(__file__).parent.parent / "content"
PUBLISHING = "lessons.publish"  # the lock of whoever changes what is current


class NothingToPublish(Refused):
    """An empty path would take every lesson away from families."""

    code = "nothing_to_publish"
    sentence = say("There are no lessons to publish.")


def shipped_lessons(folder: Path = CONTENT) -> list[dict[str, Any]]:
    """Read every <language>/NN-<slug>.md of a folder; raise BadContent with all that is wrong.

    A lesson without its like in every language is wrong, too, and so is a gap in the positions.
    """
    names: dict[tuple[str, str], str] = {}

    def read(text: str, path: Path, name: str) -> dict[str, Any]:
        found = source.read(text, file=name, name=path.stem, language=path.parent.name)
        key = found["language"], found["slug"]
        if key in names:
            raise BadContent([Fault(name, 2, f"This lesson is in {names[key]}, too.")])
        names[key] = name
        return found

    found = skill_services.read_folder(folder, read)
    faults = [
        Fault(names[language, slug], 1, sentence)
        for language, slug, sentence in rules.unpaired(found) + rules.out_of_order(found)
    ]
    if faults:
        raise BadContent(faults)
    return found


@transaction.atomic
def publish_lessons(*, lessons: Iterable[Mapping[str, Any]], at: datetime) -> Published:
    """Make the path exactly these lessons; versions that somebody read stay readable.

    Publishing the same lessons again changes nothing. Raises NothingToPublish. Needs the owner's
    connection.
    """
    lock(PUBLISHING)
    wanted = {(one["slug"], version_of(one)): _row(one, at=at) for one in lessons}
    if not wanted:
        raise NothingToPublish
    known = {(row.slug, row.version): row for row in Lesson.objects.defer("content")}
    stale = [row.pk for key, row in known.items() if row.current and key not in wanted]
    back = [known[key].pk for key in wanted if key in known and not known[key].current]
    fresh = [row for key, row in wanted.items() if key not in known]
    # Out before in: a lesson has one current version, and a position one lesson, at any moment.
    Lesson.objects.filter(pk__in=stale).update(current=False)
    Lesson.objects.filter(pk__in=back).update(current=True)
    Lesson.objects.bulk_create(fresh)
    return Published(
        new=len(fresh),
        returned=len(back),
        unchanged=len(wanted) - len(fresh) - len(back),
        withdrawn=len(stale),
    )


def _row(lesson: Mapping[str, Any], *, at: datetime) -> Lesson:
    return Lesson(
        slug=lesson["slug"],
        language=lesson["language"],
        version=version_of(lesson),
        position=lesson["position"],
        content=dict(lesson),
        published_at=at,
    )
