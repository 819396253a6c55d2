"""The second wall: with the app's own filters left out, each reads and writes what is theirs."""

import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from core.audit import Actor
from core.identity import System, acting_as, as_relative, be_nobody, be_person
from plans import services
from plans.models import Kind, Plan, SaferStep, Signature, SupportPerson
from plans.services import Contact, Draft
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

MODELS = (SupportPerson, Plan, SaferStep, Signature)
BY_THE_WALL = "row-level security|permission denied"
NOBODYS = {model.__name__: 0 for model in MODELS}
SAFER = [{"action": "lock the pills away", "who": "Jo", "by_when": ""}]


@pytest.fixture
def plan(maya):
    """Maya's safety plan, signed by her, with a private step, and one support person."""
    return _write(maya)


def _write(maya, *, share_safer=False):
    be_person(maya.pk)
    mayas = Actor(role="client", id=maya.pk)
    jo = Contact(name="Jo", relationship="friend", phone="911")
    services.add_support_person(client=maya, contact=jo, actor=mayas, at=STORY_TIME)
    draft = Draft(0, {"alone": ["walk"]}, safer=SAFER, share_safer=share_safer)
    plan = services.write_plan(
        client=maya, kind=Kind.SAFETY, draft=draft, actor=mayas, at=STORY_TIME
    ).plan
    services.sign_plan(client=maya, kind=Kind.SAFETY, version=1, actor=mayas, at=STORY_TIME)
    be_nobody()
    return plan


def _seen():
    return {model.__name__: model.objects.count() for model in MODELS}


def _refused(work):
    with pytest.raises(DatabaseError, match=BY_THE_WALL), transaction.atomic():
        work()


def _version(maya, author, number=2):
    return Plan(
        client=maya,
        kind=Kind.SAFETY,
        version=number,
        steps=json.dumps({"alone": ["draw"]}),
        review_on=STORY_DAY + timedelta(days=90),
        written_at=STORY_TIME,
        written_by=author,
    )


def _signature(plan, maya, party, signer):
    return Signature(plan=plan, client=maya, party=party, signed_at=STORY_TIME, signed_by=signer)


def test_maya_sees_all_that_is_hers(plan, maya):
    be_person(maya.pk)

    assert _seen() == dict.fromkeys(NOBODYS, 1)


def test_her_clinicians_see_the_plan_but_neither_the_private_step_nor_her_people(
    plan, okafor, nadia
):
    for clinician in (okafor, nadia):
        be_person(clinician.pk)

        assert _seen() == {"SupportPerson": 0, "Plan": 1, "SaferStep": 0, "Signature": 1}


def test_her_clinicians_see_the_step_that_she_shares(maya, okafor):
    _write(maya, share_safer=True)

    be_person(okafor.pk)

    assert SaferStep.objects.count() == 1


def test_others_see_nothing(plan, maya, stranger, ben, lee, grace, rosa, tom, ada):
    with as_owner():
        SaferStep.objects.update(shared=True)

    for other in (stranger, ben, lee, grace, rosa, tom, ada):
        be_person(other.pk)

        assert _seen() == NOBODYS, other.name


def test_nobody_and_no_part_of_the_program_sees_anything(plan):
    be_nobody()
    assert _seen() == NOBODYS
    for system in System:
        with acting_as(system):
            assert _seen() == NOBODYS, system


def test_the_role_of_relatives_may_not_even_ask(plan, rosa):
    be_person(rosa.pk)

    for model in MODELS:

        def ask(model=model):
            with as_relative():
                model.objects.count()

        _refused(ask)


@pytest.mark.parametrize("name", ["stranger", "lee", "grace", "rosa", "tom", "ada"])
def test_others_write_nothing_into_mayas_plans(plan, maya, name, request):
    other = request.getfixturevalue(name)
    be_person(other.pk)

    _refused(lambda: _version(maya, other).save(force_insert=True))
    _refused(lambda: _version(maya, maya).save(force_insert=True))
    _refused(lambda: _signature(plan, maya, "clinician", other).save(force_insert=True))
    _refused(lambda: SaferStep(plan=plan, client=maya, actions="[]", shared=True).save())
    _refused(
        lambda: SupportPerson(
            client=maya, name="X", relationship="x", phone="1", added_at=STORY_TIME
        ).save(force_insert=True)
    )
    assert SaferStep.objects.update(shared=True) == 0
    assert SupportPerson.objects.update(name="X") == 0


def test_nobody_writes_nothing(plan, maya):
    be_nobody()

    _refused(lambda: _version(maya, maya).save(force_insert=True))
    _refused(lambda: _signature(plan, maya, "clinician", maya).save(force_insert=True))


def test_the_two_write_only_in_their_own_name(plan, maya, okafor):
    for writer, other in ((maya, okafor), (okafor, maya)):
        be_person(writer.pk)
        _refused(lambda other=other: _version(maya, other).save(force_insert=True))
        _version(maya, writer, 2 if writer == maya else 3).save(force_insert=True)

    be_person(maya.pk)
    assert Plan.objects.count() == 3


def test_maya_cannot_sign_for_dr_okafor_nor_dr_okafor_for_maya(maya, okafor):
    be_person(maya.pk)
    plan = _version(maya, maya, 1)
    plan.save(force_insert=True)

    _refused(lambda: _signature(plan, maya, "clinician", okafor).save(force_insert=True))
    be_person(okafor.pk)
    _refused(lambda: _signature(plan, maya, "client", maya).save(force_insert=True))
    _signature(plan, maya, "clinician", okafor).save(force_insert=True)
    be_person(maya.pk)
    _signature(plan, maya, "client", maya).save(force_insert=True)


def test_a_signature_and_a_safer_step_belong_to_the_client_of_their_plan(plan, maya, ben):
    be_person(ben.pk)

    _refused(lambda: _signature(plan, ben, "client", ben).save(force_insert=True))
    _refused(lambda: SaferStep(plan=plan, client=ben, actions="[]").save(force_insert=True))


def test_dr_okafor_can_neither_read_nor_open_nor_replace_a_private_step(plan, maya, okafor):
    be_person(okafor.pk)
    newer = _version(maya, okafor)
    newer.save(force_insert=True)

    private = SaferStep(plan=newer, client=maya, actions="[]", shared=False)

    _refused(lambda: private.save(force_insert=True))
    assert SaferStep.objects.update(shared=True) == 0
    be_person(maya.pk)
    assert list(SaferStep.objects.values_list("shared", flat=True)) == [False]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE plans_plan SET steps = ''",
        "UPDATE plans_plan SET version = 7",
        "UPDATE plans_saferstep SET actions = ''",
        "UPDATE plans_signature SET signed_at = now()",
        "UPDATE plans_supportperson SET client_id = client_id",
        "DELETE FROM plans_plan",
        "DELETE FROM plans_saferstep",
        "DELETE FROM plans_signature",
        "DELETE FROM plans_supportperson",
    ],
)
def test_nothing_is_rewritten_or_deleted_even_by_maya(plan, maya, statement):
    be_person(maya.pk)

    def run():
        with connection.cursor() as cursor:
            cursor.execute(statement)

    _refused(run)
