"""The database's own wall around questionnaires, with every filter of ours removed."""

from uuid import uuid4

import pytest
from django.db import ProgrammingError, transaction
from psycopg.errors import InsufficientPrivilege

from core.identity import System, acting_as, as_relative, be_nobody, be_person
from questionnaires.models import (
    CriticalAnswer,
    FollowUp,
    Occasion,
    Questionnaire,
    Response,
    Schedule,
    Score,
)
from tests.conftest import as_owner
from tests.questionnaires.conftest import draft, filled
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
OUTSIDERS = ["ben", "lee", "grace", "rosa", "tom", "ada", "stranger"]
TABLES = (Schedule, Occasion, Response, Score, CriticalAnswer, FollowUp)
MOMENT = {"on": STORY_DAY, "recorded_at": STORY_TIME, "received_at": STORY_TIME}


@pytest.fixture
def hers(browser, maya, asked):
    """One of everything about Maya."""
    body = filled(asked, *[1] * 9)
    browser(maya).post("/questionnaire-responses/", body)
    browser(maya).post(
        f"/questionnaire-drafts/{body['submission_id']}/follow-up/",
        {"submission_id": str(uuid4()), "recorded_at": STORY_TIME.isoformat(), "intent": "no"},
    )
    with as_owner():
        schedule = Schedule.objects.get()
        Occasion.objects.create(
            schedule=schedule, client=maya, due_on=STORY_DAY, noted_at=STORY_TIME
        )
        return Response.objects.get()


def seen() -> list[str]:
    return [model.__name__ for model in TABLES if model.objects.exists()]


def refused(write) -> bool:
    """Say whether the database refuses for want of a right, and not for another reason."""
    try:
        with transaction.atomic():
            write()
    except ProgrammingError as error:
        return isinstance(error.__cause__, InsufficientPrivilege)
    return False


def a_response(client, row, **other):
    return Response(
        client=client, questionnaire=row, submission_id=uuid4(), answered_on=STORY_DAY,
        timezone="UTC", recorded_at=STORY_TIME, received_at=STORY_TIME, **other,
    )  # fmt: skip


@pytest.mark.parametrize("reader", ["maya", "okafor", "nadia"])
def test_maya_and_her_clinicians_read_everything(hers, request, reader):
    be_person(request.getfixturevalue(reader).pk)

    assert seen() == [model.__name__ for model in TABLES]


@pytest.mark.parametrize("reader", OUTSIDERS)
def test_nobody_else_reads_anything(hers, request, reader):
    be_person(request.getfixturevalue(reader).pk)

    assert seen() == []


def test_without_a_name_there_is_nothing(hers):
    be_nobody()

    assert seen() == []


@pytest.mark.parametrize("model", TABLES)
def test_the_role_of_relatives_has_no_way_in(hers, rosa, model):
    be_person(rosa.pk)

    with as_relative():
        assert refused(lambda: list(model.objects.values_list("pk")))


@pytest.mark.parametrize(
    ("system", "tables"),
    [
        (System.ASSESSOR, {"Response", "CriticalAnswer", "FollowUp"}),
        (System.REMINDER, {"Schedule", "Occasion", "Response"}),
        (System.ASKER, {"Schedule", "Occasion"}),
        (System.ADVISER, {"Score"}),
        (System.ANALYST, {"Score"}),
        (System.CARRIER, set()),
        (System.OUTBOX, set()),
        (System.ACCOUNTS, set()),
    ],
)
def test_a_part_of_the_program_reads_what_it_works_with(hers, system, tables):
    with acting_as(system):
        assert set(seen()) == tables


def test_the_assessor_reads_no_response_without_something_to_look_at(browser, maya, asked):
    browser(maya).post("/questionnaire-responses/", filled(asked, *[0] * 9))

    with acting_as(System.ASSESSOR):
        assert not Response.objects.exists()


def test_the_reminder_reads_no_draft(browser, maya, asked):
    path, body = draft(asked, 1)
    browser(maya).send("PUT", path, body)

    with acting_as(System.REMINDER):
        assert not Response.objects.exists()


def test_what_was_handed_in_cannot_be_changed_even_by_maya(hers, maya):
    be_person(maya.pk)

    assert Response.objects.filter(pk=hers.pk).update(answers="{}") == 0
    assert refused(lambda: Response.objects.filter(pk=hers.pk).update(questionnaire=None))
    assert refused(lambda: Score.objects.update(total=0))
    assert refused(lambda: CriticalAnswer.objects.update(weight=0))
    for model in TABLES:
        assert refused(lambda model=model: model.objects.all()._raw_delete("default"))


def test_nobody_answers_for_maya(hers, asked, maya, okafor, lee, ben):
    for person in (okafor, lee, ben):
        be_person(person.pk)
        assert refused(a_response(maya, asked).save)


def test_maya_imports_nothing_herself_and_her_clinicians_only_what_is_imported(
    hers, asked, maya, okafor
):
    imported = {"origin": "imported", "completed_at": STORY_TIME}
    be_person(maya.pk)
    assert refused(a_response(maya, asked, **imported).save)
    be_person(okafor.pk)
    assert not refused(a_response(maya, asked, **imported).save)


def test_a_score_belongs_to_the_client_of_its_response(hers, ben, lee):
    fields = {
        "response": hers, "key": "x", "instrument_version": "1", "scoring_version": "other",
        "answered_on": STORY_DAY, "total": 1, "computed_at": STORY_TIME,
    }  # fmt: skip

    for person in (ben, lee):
        be_person(person.pk)
        assert refused(Score(client=ben, **fields).save)


def test_a_critical_answer_and_what_followed_belong_to_the_response(hers, ben):
    be_person(ben.pk)

    critical = CriticalAnswer(client=ben, response=hers, link_id="x", weight=1, most=1, **MOMENT)
    more = FollowUp(client=ben, response=hers, submission_id=uuid4(), **MOMENT)
    assert refused(critical.save)
    assert refused(more.save)


def an_asking(client, by, **other):
    return Schedule(
        client=client, key="x", cadence="once", starts_on=STORY_DAY, window_days=7,
        assigned_at=STORY_TIME, assigned_by=by, **other,
    )  # fmt: skip


@pytest.mark.parametrize("person", ["maya", *OUTSIDERS])
def test_only_her_clinicians_ask_maya(maya, okafor, request, person):
    someone = request.getfixturevalue(person)
    be_person(someone.pk)

    # In anybody's name: their own, and Dr. Okafor's.
    assert refused(an_asking(maya, someone).save)
    assert refused(an_asking(maya, okafor).save)


def test_a_clinician_asks_and_ends_in_their_own_name(maya, okafor, nadia):
    be_person(nadia.pk)
    assert refused(an_asking(maya, okafor).save)
    row = an_asking(maya, nadia)
    row.save()

    ended = Schedule.objects.filter(pk=row.pk)
    assert refused(lambda: ended.update(ended_at=STORY_TIME, ended_by=okafor))
    assert ended.update(ended_at=STORY_TIME, ended_by=nadia) == 1
    assert ended.update(ended_at=None, ended_by=None) == 0


@pytest.mark.parametrize("person", ["maya", "okafor", "rosa", "stranger"])
def test_only_administrators_keep_the_library(asked, request, person):
    someone = request.getfixturevalue(person)
    be_person(someone.pk)
    with as_owner():
        row = Questionnaire.objects.get()
    be_person(someone.pk)
    row.pk, row.version, row.importer_id = uuid4(), "9", someone.pk

    assert refused(lambda: row.save(force_insert=True))
    assert Questionnaire.objects.update(licence="public_domain") == 0


def test_not_even_an_administrator_changes_what_is_asked_or_how_it_is_scored(asked, ada):
    be_person(ada.pk)

    for changes in ({"form": {}}, {"scoring": None}, {"source": {}}, {"scoring_version": ""}):
        assert refused(lambda changes=changes: Questionnaire.objects.update(**changes))
