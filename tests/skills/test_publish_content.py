"""Publishing exercises: versions by content, one current each, nothing lost."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, transaction

from skills import selectors, services
from skills.models import Skill
from skills.rules import exercise as rules
from skills.rules.source import BadContent
from tests.conftest import as_owner
from tests.skills.exercises import FILE, exercise

pytestmark = pytest.mark.django_db


def _publish(at, *exercises):
    with as_owner():
        return services.publish_content(exercises=exercises, at=at)


def test_publishing_again_changes_nothing(at):
    first, again = _publish(at, exercise()), _publish(at, exercise())

    assert first.new == 1
    assert (again.new, again.returned, again.unchanged, again.withdrawn) == (0, 0, 1, 0)


def test_a_new_version_takes_the_place_of_the_old_one_which_stays(at):
    _publish(at, exercise())

    done = _publish(at, exercise(minutes=9))

    assert (done.new, done.withdrawn) == (1, 1)
    assert Skill.objects.filter(slug="wait-a-bit").count() == 2
    assert selectors.current("wait-a-bit", language="en").content["minutes"] == 9


def test_a_version_that_comes_back_is_current_again(at):
    _publish(at, exercise())
    _publish(at, exercise(minutes=9))

    done = _publish(at, exercise())

    assert (done.new, done.returned, done.withdrawn) == (0, 1, 1)
    assert selectors.current("wait-a-bit", language="en").content["minutes"] == 3


def test_an_exercise_without_a_file_leaves_the_library_but_not_the_database(at):
    _publish(at, exercise())

    _publish(at, exercise(slug="other"))

    assert [row.slug for row in selectors.library(language="en")] == ["other"]
    assert Skill.objects.filter(slug="wait-a-bit", current=False).exists()


def test_an_empty_library_is_not_published(at):
    with pytest.raises(services.NothingToPublish):
        _publish(at)


def test_two_languages_of_one_exercise_are_current_side_by_side(at):
    _publish(at, exercise(), exercise(language="es", title="Espera"), exercise(slug="b", title="B"))

    assert [row.content["title"] for row in selectors.library(language="es")] == ["B", "Espera"]
    assert [row.content["title"] for row in selectors.library(language="en")] == ["B", "Wait a bit"]
    assert selectors.current("wait-a-bit", language="es").content["title"] == "Espera"
    assert selectors.current("b", language="es").content["title"] == "B"


def test_the_app_itself_cannot_publish(at):
    with pytest.raises(ProgrammingError), transaction.atomic():
        services.publish_content(exercises=[exercise()], at=at)


def test_one_row_per_version(at):
    """skills_skill_one_row_per_version"""
    _publish(at, exercise())
    version = rules.version_of(exercise())

    with (
        as_owner(),
        pytest.raises(IntegrityError, match="one_row_per_version"),
        transaction.atomic(),
    ):
        Skill.objects.create(
            slug="wait-a-bit", language="en", version=version, content={}, current=False,
            published_at=at,
        )  # fmt: skip


def test_one_current_version(at):
    """skills_skill_one_current_version"""
    _publish(at, exercise())

    with as_owner(), pytest.raises(IntegrityError, match="one_current"), transaction.atomic():
        Skill.objects.create(
            slug="wait-a-bit", language="en", version="other", content={}, published_at=at
        )


def test_the_command_publishes_what_is_shipped_and_is_safe_to_repeat():
    said = StringIO()

    with as_owner():
        call_command("load_skills", stdout=said)
        call_command("load_skills", stdout=said)

    assert {"stop", "thought-record"} <= {row.slug for row in selectors.library(language="en")}
    assert "0 new" in said.getvalue().splitlines()[-1]


def test_the_command_can_check_without_writing(tmp_path):
    _write(tmp_path, "wait-a-bit", FILE)
    said = StringIO()

    call_command("load_skills", "--check", folder=tmp_path, stdout=said)

    assert said.getvalue() == "1 exercises read well.\n"
    assert not Skill.objects.filter(slug="wait-a-bit").exists()


def test_the_command_tells_every_fault_of_every_file_and_writes_nothing(tmp_path):
    _write(tmp_path, "wait-a-bit", FILE.replace("minutes: 3", "minutes: 0"))
    _write(tmp_path, "other", FILE)
    (tmp_path / "en" / "bytes.md").write_bytes(b"\xff\xfe")

    with as_owner(), pytest.raises(CommandError) as told:
        call_command("load_skills", folder=tmp_path)

    name = f"{tmp_path.name}/en"
    lines = str(told.value).splitlines()
    assert [line.partition(": ")[0].partition(name)[2] for line in lines] == [
        "/bytes.md, line 1",
        "/other.md, line 2",
        "/wait-a-bit.md, line 8",
    ]
    assert not Skill.objects.filter(slug="wait-a-bit").exists()


def test_the_command_says_when_there_is_nothing_or_no_right_to_write(tmp_path):
    with as_owner(), pytest.raises(CommandError, match="no exercises to publish"):
        call_command("load_skills", folder=tmp_path)
    _write(tmp_path, "wait-a-bit", FILE)
    with pytest.raises(CommandError, match="as the owner"), transaction.atomic():
        call_command("load_skills", folder=tmp_path)


def test_shipped_exercises_raise_what_is_wrong(tmp_path):
    _write(tmp_path, "other", FILE)

    with pytest.raises(BadContent, match="slug must be “other”"):
        services.shipped_exercises(tmp_path)


def _write(folder, slug, text):
    (folder / "en").mkdir(exist_ok=True)
    (folder / "en" / f"{slug}.md").write_text(text, encoding="utf-8")
