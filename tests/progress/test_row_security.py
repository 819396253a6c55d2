"""The second wall: with the app's own filters left out, each reads and writes what is theirs."""

import pytest
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from core.identity import System, acting_as, as_relative, be_nobody, be_person
from program.models import Enrolment
from progress.models import MilestoneEvent, OutcomeCell, StepProposal
from tests.conftest import as_owner
from tests.progress.rows import cell, event, proposal
from tests.story import STORY_TIME

pytestmark = pytest.mark.django_db
MODELS = (MilestoneEvent, StepProposal, OutcomeCell)
BY_THE_WALL = "row-level security|permission denied"
NOTHING = {"MilestoneEvent": 0, "StepProposal": 0, "OutcomeCell": 0}


@pytest.fixture
def rows(maya):
    """One of each: two of Maya's, and a sum that is nobody's."""
    with as_owner():
        made = (event(maya), proposal(maya), cell())
        for row in made:
            row.save(force_insert=True)
    return made


def _seen():
    return {model.__name__: model.objects.count() for model in MODELS}


def _refused(work):
    with pytest.raises(DatabaseError, match=BY_THE_WALL), transaction.atomic():
        work()


def _changed(row, **fields):
    return type(row).objects.filter(pk=row.pk).update(**fields)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("maya", {"MilestoneEvent": 1}),
        ("okafor", {"MilestoneEvent": 1, "StepProposal": 1}),
        ("nadia", {"MilestoneEvent": 1, "StepProposal": 1}),
        ("ada", {"OutcomeCell": 1}),
        *((name, {}) for name in ("stranger", "ben", "lee", "grace", "rosa", "tom")),
    ],
)
def test_each_of_the_cast_sees_what_is_theirs(rows, request, name, seen):
    be_person(request.getfixturevalue(name).pk)

    assert _seen() == NOTHING | seen


def test_nobody_sees_nothing(rows):
    be_nobody()

    assert _seen() == NOTHING


def test_relatives_have_no_path_to_any_of_it(rows, rosa):
    be_person(rosa.pk)
    for model in MODELS:
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            as_relative(),
        ):
            model.objects.count()


@pytest.mark.parametrize(
    ("system", "seen"),
    [
        (System.ADVISER, {"MilestoneEvent": 1, "StepProposal": 1}),
        (System.ANALYST, {"OutcomeCell": 1}),
        *((one, {}) for one in System if one not in (System.ADVISER, System.ANALYST)),
    ],
)
def test_each_part_of_the_program_sees_what_it_works_with(rows, system, seen):
    with acting_as(system):
        assert _seen() == NOTHING | seen


def test_maya_writes_her_own_milestones_in_her_own_name_alone(maya, ben, okafor):
    be_person(maya.pk)

    event(maya, kind="marked", noted_by=maya, rule_version="").save(force_insert=True)

    _refused(
        lambda: _as(maya, event(maya, kind="marked", noted_by=okafor, rule_version="", place=2))
    )
    _refused(lambda: _as(maya, event(ben, kind="marked", noted_by=maya, rule_version="")))


def _as(person, row):
    be_person(person.pk)
    row.save(force_insert=True)


def test_a_clinician_writes_for_her_client_in_her_own_name_alone(maya, ben, okafor, nadia):
    _as(okafor, event(maya, kind="marked", noted_by=okafor, rule_version=""))

    _refused(
        lambda: _as(okafor, event(maya, kind="marked", noted_by=nadia, rule_version="", place=2))
    )
    _refused(lambda: _as(okafor, event(ben, kind="marked", noted_by=okafor, rule_version="")))


def test_no_row_points_at_the_enrolment_of_another(maya, ben, okafor):
    with as_owner():
        bens = Enrolment.objects.get(client=ben)

    _refused(lambda: _as(maya, event(maya, enrolment_id=bens.pk)))
    _refused(lambda: _as(okafor, proposal(maya, enrolment_id=bens.pk)))


def test_the_adviser_sees_clients_and_nobody_else(maya, okafor, rosa, ada):
    with acting_as(System.ADVISER):
        seen = list(User.objects.all())

    assert maya in seen
    assert all("client" in person.roles for person in seen)


def test_the_adviser_writes_what_rules_found_and_marks_nothing(maya, okafor):
    with acting_as(System.ADVISER):
        event(maya).save(force_insert=True)

    with pytest.raises(DatabaseError, match=BY_THE_WALL), acting_as(System.ADVISER):
        event(maya, kind="marked", noted_by=okafor, rule_version="", place=2).save(
            force_insert=True
        )


@pytest.mark.parametrize("name", ["maya", "okafor", "ada"])
def test_nobody_rewrites_a_milestones_history_or_a_sum(rows, request, name):
    milestone, _, summed = rows
    for work in (
        lambda: _changed(milestone, note="x"),
        lambda: milestone.delete(),
        lambda: _changed(summed, n=99),
        lambda: summed.delete(),
    ):
        be_person(request.getfixturevalue(name).pk)
        _refused(work)


def test_maya_cannot_see_or_decide_a_proposal_about_herself(rows, maya):
    _, step, _ = rows
    be_person(maya.pk)

    assert _changed(step, **_decided(maya)) == 0


def _decided(by, decision="accepted"):
    return {"decided_at": STORY_TIME, "decided_by": by, "decision": decision, "note": "x"}


def test_a_clinician_decides_in_her_own_name_alone(rows, okafor, nadia):
    _, step, _ = rows
    be_person(okafor.pk)
    _refused(lambda: _changed(step, **_decided(nadia)))

    be_person(okafor.pk)
    assert _changed(step, **_decided(okafor)) == 1

    assert _changed(step, **_decided(okafor, "declined")) == 0


def test_what_a_proposal_says_is_not_a_clinicians_to_write(rows, okafor):
    _, step, _ = rows
    be_person(okafor.pk)

    _refused(lambda: _changed(step, to_level="residential"))


def test_the_adviser_supersedes_and_never_decides(rows, okafor):
    _, step, _ = rows

    with pytest.raises(DatabaseError, match=BY_THE_WALL), acting_as(System.ADVISER):
        _changed(step, **_decided(okafor))

    with acting_as(System.ADVISER):
        assert _changed(step, superseded_at=STORY_TIME) == 1


def test_a_proposal_is_not_born_decided(maya, okafor):
    _refused(lambda: _as(okafor, proposal(maya, **_decided(okafor))))


@pytest.mark.parametrize("name", ["maya", "okafor", "ada"])
def test_no_person_writes_a_sum(request, name):
    _refused(lambda: _as(request.getfixturevalue(name), cell()))


@pytest.mark.parametrize(
    ("system", "tables"),
    [
        (
            System.ANALYST,
            {
                "alerts_alert", "alerts_assessment", "alerts_step", "checkins_checkin",
                "program_enrolment", "program_program", "progress_outcomecell",
                "questionnaires_score",
            },
        ),
        (
            System.ADVISER,
            {
                "accounts_user", "alerts_alert", "alerts_step", "checkins_checkin",
                "checkins_lapse",
                "program_enrolment", "program_participant", "program_session",
                "progress_milestoneevent", "progress_stepproposal", "questionnaires_score",
                "skills_practice",
            },
        ),
    ],
)  # fmt: skip
def test_a_part_of_the_program_has_the_policies_that_are_written_here(system, tables):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT tablename FROM pg_policies WHERE coalesce(qual, '') LIKE %s"
            " OR coalesce(with_check, '') LIKE %s",
            [f"%'{system}'%"] * 2,
        )
        found = {name for (name,) in cursor.fetchall()}

    # Programs have no row security: everybody may know their names.
    assert found == tables - {"program_program"}
