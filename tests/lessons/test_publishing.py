"""Publishing lessons: versions by content, one current each, nothing lost."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, transaction

from lessons import selectors, services
from lessons.models import Lesson
from tests.conftest import as_owner
from tests.lessons.lessons import FILE, lesson

pytestmark = pytest.mark.django_db


def _publish(at, *lessons):
    with as_owner():
        return services.publish_lessons(lessons=lessons, at=at)


def _titles(language):
    return [row.content["title"] for row in selectors.library(language=language)]


def test_publishing_again_changes_nothing_and_a_new_version_takes_the_place_of_the_old(at):
    _publish(at, lesson())

    again, changed, back = (
        _publish(at, lesson()), _publish(at, lesson(title="Green tea")), _publish(at, lesson())
    )  # fmt: skip

    assert (again.new, again.unchanged, again.withdrawn) == (0, 1, 0)
    assert (changed.new, changed.withdrawn) == (1, 1)
    assert (back.new, back.returned, back.withdrawn) == (0, 1, 1)
    assert _titles("en") == ["Tea"]


def test_lessons_may_change_places(at):
    _publish(at, lesson(), lesson(slug="milk", position=2, title="Milk"))

    _publish(at, lesson(position=2), lesson(slug="milk", position=1, title="Milk"))

    assert _titles("en") == ["Milk", "Tea"]


def test_a_lesson_without_a_file_leaves_the_path_but_not_the_database(at):
    _publish(at, lesson(), lesson(slug="milk", position=2, title="Milk"))

    _publish(at, lesson())

    assert _titles("en") == ["Tea"]
    assert Lesson.objects.filter(slug="milk", current=False).exists()


def test_an_empty_path_is_not_published(at):
    with pytest.raises(services.NothingToPublish):
        _publish(at)


def test_a_lesson_that_is_not_in_a_language_comes_in_english(at):
    second = lesson(slug="milk", position=2, title="Milk")
    _publish(at, lesson(), lesson(language="es", title="Té"), second)

    assert _titles("es") == ["Té", "Milk"]
    assert selectors.current("milk", language="es").language == "en"


def test_the_app_itself_cannot_publish(at):
    with pytest.raises(ProgrammingError), transaction.atomic():
        services.publish_lessons(lessons=[lesson()], at=at)


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("lessons_lesson_one_row_per_version", {"current": False}),
        ("lessons_lesson_one_current_version", {"version": "other", "position": 9}),
        ("lessons_lesson_one_per_position", {"version": "other", "slug": "other"}),
    ],
)
def test_what_can_never_be_true_of_lessons(at, name, changes):
    _publish(at, lesson())
    row = selectors.current("tea", language="en")
    values = {
        "slug": "tea", "language": "en", "version": row.version, "position": 1, "content": {},
        "published_at": at, **changes,
    }  # fmt: skip

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        Lesson.objects.create(**values)


def _write(folder, language, name, text):
    path = folder / language / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_the_command_publishes_what_is_shipped_and_is_safe_to_repeat():
    said = StringIO()

    with as_owner():
        call_command("load_lessons", stdout=said)
        call_command("load_lessons", stdout=said)

    assert "0 new" in said.getvalue().splitlines()[-1]
    assert "depression" in {row.slug for row in selectors.library(language="es")}


def test_the_command_tells_every_fault_of_every_file_and_writes_nothing(tmp_path):
    _write(tmp_path, "en", "01-tea", FILE.replace("minutes: 3", "minutes: 99"))
    _write(tmp_path, "en", "02-milk", FILE)
    (tmp_path / "en" / "bytes.md").write_bytes(b"\xff\xfe")

    with as_owner(), pytest.raises(CommandError) as told:
        call_command("load_lessons", folder=tmp_path)

    name = f"{tmp_path.name}/en"
    lines = str(told.value).splitlines()
    assert [line.partition(": ")[0].partition(name)[2] for line in lines] == [
        "/01-tea.md, line 8", "/02-milk.md, line 2", "/02-milk.md, line 5", "/bytes.md, line 1",
    ]  # fmt: skip
    assert not Lesson.objects.filter(slug="tea").exists()


def test_the_command_tells_of_a_missing_language_and_of_a_lesson_that_is_there_twice(tmp_path):
    _write(tmp_path, "en", "01-tea", FILE)
    with pytest.raises(CommandError, match=r"en/01-tea.md, line 1: There is no such lesson in: es"):
        call_command("load_lessons", "--check", folder=tmp_path)

    _write(tmp_path, "en", "02-tea", FILE.replace("position: 1", "position: 2"))
    with pytest.raises(CommandError, match=r"en/02-tea.md, line 2: This lesson is in .*01-tea.md"):
        call_command("load_lessons", "--check", folder=tmp_path)


def test_the_command_says_when_there_is_nothing_or_no_right_to_write(tmp_path):
    with as_owner(), pytest.raises(CommandError, match="no lessons to publish"):
        call_command("load_lessons", folder=tmp_path)
    for language in ("en", "es"):
        _write(tmp_path, language, "01-tea", FILE.replace(": en", f": {language}"))
    with pytest.raises(CommandError, match="as the owner"), transaction.atomic():
        call_command("load_lessons", folder=tmp_path)
