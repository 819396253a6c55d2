"""Publish the exercises that come as files, version by version. The clinic's own are elsewhere."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from core.errors import Refused
from core.identity import lock
from core.said import say
from skills.models import Origin, Skill
from skills.rules import exercise as exercise_rules
from skills.rules import source
from skills.rules.files import BadContent, Fault

CONTENT = Path(__file__).parent.parent / "content"
ReadFile = Callable[[str, Path, str], dict[str, Any]]
PUBLISHING = "skills.publish"  # the lock of whoever changes what is current


class NothingToPublish(Refused):
    """An empty library would take every exercise away from clients."""

    code = "nothing_to_publish"
    sentence = say("There are no exercises to publish.")


class NameTaken(Refused):
    """A file and an exercise of the clinic's own have one name."""

    code = "name_taken"


@dataclass(frozen=True)
class Published:
    """How many versions are new, returned to use, unchanged, and taken out of the library."""

    new: int = 0
    returned: int = 0
    unchanged: int = 0
    withdrawn: int = 0


def shipped_exercises(folder: Path = CONTENT) -> list[dict[str, Any]]:
    """Read every <language>/<slug>.md of a folder; raise BadContent with all that is wrong."""

    def read(text: str, path: Path, name: str) -> dict[str, Any]:
        return source.read(text, file=name, slug=path.stem, language=path.parent.name)

    return read_folder(folder, read)


def read_folder(folder: Path, read: ReadFile) -> list[dict[str, Any]]:
    """Read every <language>/<name>.md of a folder; raise BadContent with all that is wrong.

    `read` is given a file's text, its place, and how it is called before whoever wrote it.
    """
    found: list[dict[str, Any]] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*/*.md")):
        name = str(path.relative_to(folder.parent.parent))
        try:
            found.append(read(path.read_text(encoding="utf-8"), path, name))
        except UnicodeDecodeError:
            faults.append(Fault(name, 1, "The file is not UTF-8 text."))
        except BadContent as error:
            faults.extend(error.faults)
    if faults:
        raise BadContent(faults)
    return found


@transaction.atomic
def publish_content(*, exercises: Iterable[Mapping[str, Any]], at: datetime) -> Published:
    """Make the library exactly these exercises; versions that were practised before stay readable.

    Publishing the same exercises again changes nothing. The clinic's own stay as they are.
    Raises NothingToPublish, NameTaken. Needs the owner's connection.
    """
    lock(PUBLISHING)
    wanted = {
        (str(one["slug"]), exercise_rules.version_of(one)): Skill(
            slug=one["slug"],
            language=one["language"],
            version=exercise_rules.version_of(one),
            content=dict(one),
            published_at=at,
        )
        for one in exercises
    }
    if not wanted:
        raise NothingToPublish
    _refuse_taken({slug for slug, _ in wanted})
    known = {
        (row.slug, row.version): row
        for row in Skill.objects.filter(origin=Origin.FILE).defer("content")
    }
    stale = [row.pk for key, row in known.items() if row.current and key not in wanted]
    back = [known[key].pk for key in wanted if key in known and not known[key].current]
    fresh = [row for key, row in wanted.items() if key not in known]
    # Out before in: an exercise has one current version at any moment.
    Skill.objects.filter(pk__in=stale).update(current=False)
    Skill.objects.filter(pk__in=back).update(current=True)
    Skill.objects.bulk_create(fresh)
    return Published(
        new=len(fresh),
        returned=len(back),
        unchanged=len(wanted) - len(fresh) - len(back),
        withdrawn=len(stale),
    )


def _refuse_taken(slugs: set[str]) -> None:
    clinics = Skill.objects.filter(origin=Origin.CLINIC, slug__in=slugs).values_list("slug")
    if taken := sorted({slug for (slug,) in clinics}):
        raise NameTaken(f"The clinic has exercises of its own by these names: {', '.join(taken)}.")
