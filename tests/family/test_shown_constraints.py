"""What can never be true of what a client puts on a family page, and who may write it there."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from core.identity import be_person
from family.models import RulesRead, SharedGoal, SupportWords
from tests.conftest import as_owner
from tests.family import life
from tests.story import STORY_TIME

EARLIER = STORY_TIME - timedelta(days=1)


@pytest.fixture
def walk(maya):
    with as_owner():
        return life.goal(maya.pk, "Walk the dog")


def shared(maya, **values):
    return SharedGoal(client=maya, title="x", shared_at=STORY_TIME, **values)


def words(maya, rosa, **values):
    given = {"client": maya, "recipient": rosa, "words": "x", "written_at": STORY_TIME, **values}
    return SupportWords(**given)


def read(rosa):
    return RulesRead(reader=rosa, version="v", read_at=STORY_TIME)


BROKEN = [
    ("family_sharedgoal_is_one_thing", lambda maya, rosa, walk: [shared(maya)]),
    (
        "family_sharedgoal_is_one_thing",
        lambda maya, rosa, walk: [shared(maya, goal=walk, milestone="coping")],
    ),
    (
        "family_sharedgoal_ends_after_it_begins",
        lambda maya, rosa, walk: [shared(maya, goal=walk, withdrawn_at=EARLIER)],
    ),
    (
        "family_sharedgoal_a_goal_once",
        lambda maya, rosa, walk: [shared(maya, goal=walk), shared(maya, goal=walk)],
    ),
    (
        "family_sharedgoal_a_milestone_once",
        lambda maya, rosa, walk: [shared(maya, milestone="coping") for _ in range(2)],
    ),
    (
        "family_supportwords_one_for_a_person",
        lambda maya, rosa, walk: [words(maya, rosa), words(maya, rosa)],
    ),
    (
        "family_supportwords_ends_after_it_begins",
        lambda maya, rosa, walk: [words(maya, rosa, withdrawn_at=EARLIER)],
    ),
    (
        "family_supportwords_for_someone_else",
        lambda maya, rosa, walk: [words(maya, rosa, recipient=maya)],
    ),
    ("family_rulesread_once_a_version", lambda maya, rosa, walk: [read(rosa), read(rosa)]),
]


@pytest.mark.parametrize(("name", "rows"), BROKEN)
def test_the_database_refuses_what_can_never_be_true(maya, rosa, walk, name, rows):
    *fine, broken = rows(maya, rosa, walk)
    with as_owner():
        for row in fine:
            row.save(force_insert=True)
        with pytest.raises(IntegrityError, match=name), transaction.atomic():
            broken.save(force_insert=True)


@pytest.mark.parametrize("name", ["rosa", "ben", "okafor", "ada"])
def test_nobody_else_puts_anything_on_the_page_of_mayas_relatives(request, maya, rosa, walk, name):
    be_person(request.getfixturevalue(name).pk)

    for row in (shared(maya, goal=walk), words(maya, rosa)):
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            row.save(force_insert=True)


def test_what_maya_took_away_stays_away_and_is_never_reworded(maya, walk):
    with as_owner():
        shared(maya, goal=walk, withdrawn_at=STORY_TIME).save(force_insert=True)
    be_person(maya.pk)

    assert SharedGoal.objects.filter(goal=walk).update(withdrawn_at=None) == 0
    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        SharedGoal.objects.filter(goal=walk).update(title="other words")
