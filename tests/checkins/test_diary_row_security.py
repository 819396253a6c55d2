"""The database's own wall around diary cards and targets, with every filter of ours removed."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import ProgrammingError, transaction
from psycopg.errors import InsufficientPrivilege

from checkins.models import DiaryCard, DiaryTarget
from core.identity import System, acting_as, as_relative, be_nobody, be_person
from tests.checkins.diary import card, stored_card, target_for
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
OUTSIDERS = ["ben", "lee", "grace", "rosa", "tom", "ada", "stranger"]


@pytest.fixture
def hers(browser, maya, okafor) -> Iterator[tuple[DiaryCard, DiaryTarget]]:
    """One card and one target of Maya's."""
    with time_machine.travel(STORY_TIME, tick=False):
        target = target_for(maya, okafor)
        yield stored_card(browser(maya), **card(targets={str(target.pk): {"level": 2}})), target


def refused(write) -> bool:
    """Say whether the database refuses for want of a right, and not for another reason."""
    try:
        with transaction.atomic():
            write()
    except ProgrammingError as error:
        return isinstance(error.__cause__, InsufficientPrivilege)
    return False


def a_card(client) -> DiaryCard:
    return DiaryCard(
        client=client, submission_id=client.pk, on=STORY_DAY, version=9, timezone="UTC",
        recorded_at=STORY_TIME, received_at=STORY_TIME,
    )  # fmt: skip


def a_target(client, set_by, **other) -> DiaryTarget:
    return DiaryTarget(
        client=client,
        set_by=set_by,
        label="x",
        kind="urge",
        scale="0-5",
        set_at=STORY_TIME,
        **other,
    )


@pytest.mark.parametrize("reader", ["maya", "okafor", "nadia"])
def test_maya_and_her_clinicians_read_her_card_and_targets(hers, request, reader):
    be_person(request.getfixturevalue(reader).pk)

    assert (list(DiaryCard.objects.all()), list(DiaryTarget.objects.all())) == (
        [hers[0]],
        [hers[1]],
    )


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_nobody_else_reads_or_writes_anything_of_mayas(hers, maya, request, outsider):
    person = request.getfixturevalue(outsider)
    be_person(person.pk)

    assert not DiaryCard.objects.exists()
    assert not DiaryTarget.objects.exists()
    assert refused(a_card(maya).save)
    assert refused(a_target(maya, person).save)
    assert DiaryTarget.objects.update(ended_at=STORY_TIME, ended_by=person) == 0


def test_without_a_person_there_is_nothing(hers, maya):
    be_nobody()

    assert not DiaryCard.objects.exists()
    assert not DiaryTarget.objects.exists()
    assert refused(a_card(maya).save)
    assert refused(a_target(maya, maya).save)


@pytest.mark.parametrize("model", [DiaryCard, DiaryTarget])
def test_rosa_in_the_role_of_relatives_may_not_even_ask(hers, rosa, model):
    be_person(rosa.pk)

    def ask() -> None:
        with as_relative():
            model.objects.exists()

    assert refused(ask)


def test_of_the_parts_of_the_program_only_the_assessor_reads_cards(hers):
    seen = {}
    for system in System:
        with acting_as(system):
            seen[system] = (DiaryCard.objects.count(), DiaryTarget.objects.count())

    assert {system for system, counts in seen.items() if any(counts)} == {System.ASSESSOR}
    assert seen[System.ASSESSOR] == (1, 0)


def test_a_clinician_writes_no_card_for_a_client(hers, maya, okafor):
    be_person(okafor.pk)

    assert refused(a_card(maya).save)


def test_a_client_sets_and_ends_no_target(hers, maya):
    be_person(maya.pk)

    assert refused(a_target(maya, maya).save)
    assert DiaryTarget.objects.update(ended_at=STORY_TIME, ended_by=maya) == 0


def test_a_clinician_sets_and_ends_targets_in_their_own_name_only(hers, maya, okafor, nadia):
    be_person(okafor.pk)
    ours = DiaryTarget.objects.filter(pk=hers[1].pk)

    assert refused(a_target(maya, nadia).save)
    assert refused(a_target(maya, okafor, ended_at=STORY_TIME, ended_by=okafor).save)
    assert refused(lambda: ours.update(ended_at=STORY_TIME, ended_by=nadia))
    assert ours.update(ended_at=STORY_TIME, ended_by=okafor) == 1


def test_an_ended_target_stays_ended(hers, okafor):
    be_person(okafor.pk)
    ours = DiaryTarget.objects.filter(pk=hers[1].pk)
    ours.update(ended_at=STORY_TIME, ended_by=okafor)

    assert ours.update(ended_at=None, ended_by=None) == 0


@pytest.mark.parametrize("writer", ["maya", "okafor"])
def test_a_card_is_never_changed_or_deleted(hers, request, writer):
    be_person(request.getfixturevalue(writer).pk)

    assert refused(lambda: DiaryCard.objects.update(suicide_acted=False))
    assert refused(lambda: DiaryCard.objects.all()._raw_delete("default"))
    assert refused(lambda: DiaryTarget.objects.update(label="reworded"))
    assert refused(lambda: DiaryTarget.objects.all()._raw_delete("default"))
    with as_owner():
        assert DiaryCard.objects.filter(pk=hers[0].pk).exists()
