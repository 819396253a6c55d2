"""The database's own wall around items, urges, lapses and goals, with every filter removed."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
import time_machine
from django.db import ProgrammingError, transaction
from psycopg.errors import InsufficientPrivilege

from checkins.models import GoalOutcome, Lapse, PersonalItem, UrgeLog
from core.identity import System, acting_as, as_relative, be_nobody, be_person
from tests.checkins.moments import WALK, item_for, lapse, outcome, urge
from tests.conftest import as_owner
from tests.factories import checked_in
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
MODELS = (PersonalItem, UrgeLog, Lapse, GoalOutcome)
WRITTEN_BY_CLIENTS = (UrgeLog, Lapse, GoalOutcome)
OUTSIDERS = ["ben", "lee", "grace", "rosa", "tom", "ada", "stranger"]


@pytest.fixture
def hers(browser, maya, okafor) -> Iterator[None]:
    """One of everything of Maya's."""
    with time_machine.travel(STORY_TIME, tick=False):
        item_for(maya, okafor)
        phone = browser(maya)
        answers = [
            phone.post("/check-ins/", check_in(goal="Call Sam")),
            phone.send("PUT", f"/urges/{uuid4()}/", urge()),
            phone.send("PUT", f"/lapses/{uuid4()}/", lapse()),
            phone.send("PUT", f"/daily-goals/{STORY_DAY.isoformat()}/", outcome()),
        ]
        assert [answer.status for answer in answers] == [201] * 4
        yield


def refused(write) -> bool:
    """Say whether the database refuses for want of a right, and not for another reason."""
    try:
        with transaction.atomic():
            write()
    except ProgrammingError as error:
        return isinstance(error.__cause__, InsufficientPrivilege)
    return False


def a_row(model, client, person=None, **other):
    """Return a row of that client's that nobody has stored."""
    if model is PersonalItem:
        return PersonalItem(
            client=client, item=uuid4(), place=2, label="x", kind="habit", scale="yes_no",
            set_at=STORY_TIME, set_by=person or client, **other,
        )  # fmt: skip
    own = {
        UrgeLog: {"entry": uuid4(), "intensity": 1},
        Lapse: {"entry": uuid4()},
        GoalOutcome: {"check_in_id": uuid4(), "outcome": "done", "version": 9},
    }[model]
    return model(
        client=client, submission_id=uuid4(), on=STORY_DAY, timezone="UTC",
        recorded_at=STORY_TIME, received_at=STORY_TIME, **own,
    )  # fmt: skip


def _counts() -> list[int]:
    return [model.objects.count() for model in MODELS]


@pytest.mark.parametrize("reader", ["maya", "okafor", "nadia"])
def test_maya_and_her_clinicians_read_it(hers, request, reader):
    be_person(request.getfixturevalue(reader).pk)

    assert _counts() == [1, 1, 1, 1]


@pytest.mark.parametrize("outsider", OUTSIDERS)
def test_nobody_else_reads_or_writes_anything_of_mayas(hers, maya, request, outsider):
    person = request.getfixturevalue(outsider)
    be_person(person.pk)

    assert _counts() == [0, 0, 0, 0]
    assert all(refused(a_row(model, maya, person).save) for model in MODELS)
    assert PersonalItem.objects.update(ended_at=STORY_TIME, ended_by=person) == 0


def test_without_a_person_there_is_nothing(hers, maya):
    be_nobody()

    assert _counts() == [0, 0, 0, 0]
    assert all(refused(a_row(model, maya).save) for model in MODELS)


@pytest.mark.parametrize("model", MODELS)
def test_rosa_in_the_role_of_relatives_may_not_even_ask(hers, rosa, model):
    be_person(rosa.pk)

    def ask() -> None:
        with as_relative():
            model.objects.exists()

    assert refused(ask)


def test_the_assessor_reads_what_the_rules_look_at(hers):
    with acting_as(System.ASSESSOR):
        assert _counts() == [1, 1, 1, 0]


@pytest.mark.parametrize("system", [System.ACCOUNTS, System.OUTBOX, System.CARRIER, System.KEEPER])
def test_other_parts_of_the_program_read_nothing(hers, system):
    with acting_as(system):
        assert _counts() == [0, 0, 0, 0]


@pytest.mark.parametrize("model", WRITTEN_BY_CLIENTS)
def test_a_clinician_writes_nothing_for_a_client(hers, maya, okafor, model):
    be_person(okafor.pk)

    assert refused(a_row(model, maya).save)


def test_a_client_sets_and_ends_no_item(hers, maya):
    be_person(maya.pk)

    assert refused(a_row(PersonalItem, maya, maya).save)
    assert PersonalItem.objects.update(ended_at=STORY_TIME, ended_by=maya) == 0


def test_a_clinician_sets_and_ends_items_in_their_own_name_only(hers, maya, okafor, nadia):
    be_person(okafor.pk)
    ours = PersonalItem.objects.all()

    assert refused(a_row(PersonalItem, maya, nadia).save)
    assert refused(a_row(PersonalItem, maya, okafor, ended_at=STORY_TIME, ended_by=okafor).save)
    assert refused(lambda: ours.update(ended_at=STORY_TIME, ended_by=nadia))
    assert ours.update(ended_at=STORY_TIME, ended_by=okafor) == 1
    assert ours.update(ended_at=None, ended_by=None) == 0


@pytest.mark.parametrize("writer", ["maya", "okafor"])
def test_what_was_sent_is_never_changed_or_deleted(hers, request, writer):
    be_person(request.getfixturevalue(writer).pk)

    assert refused(lambda: UrgeLog.objects.update(intensity=0))
    assert refused(lambda: Lapse.objects.update(mistaken=True))
    assert refused(lambda: GoalOutcome.objects.update(outcome="done"))
    assert refused(lambda: PersonalItem.objects.update(label="reworded"))
    for model in MODELS:
        assert refused(lambda model=model: model.objects.all()._raw_delete("default"))


def test_the_words_are_sealed_on_the_disk(hers, maya, okafor):
    item_for(maya, okafor, **{**WALK, "toward": ""}, why="canary")
    with as_owner():
        checked_in(maya, version=7, goal="canary")
        tables = ("checkins_personalitem", "checkins_checkin")
        for table in tables:
            with transaction.get_connection().cursor() as cursor:
                cursor.execute(f"SELECT count(*) FROM {table} t WHERE t::text LIKE '%canary%'")
                assert cursor.fetchone() == (0,)
