"""With the app's own filters left out, each reads and writes what is theirs."""

import pytest
from django.db import DatabaseError, transaction

from care.models import Change, MedicationMark, MedicationNote, Referral, Task
from core.identity import System, acting_as, as_relative, be_nobody, be_person
from tests.care import rows
from tests.conftest import as_owner
from tests.story import STORY_TIME

BY_THE_WALL = "row-level security|permission denied"
NOTHING = {model.__name__: 0 for model in rows.MODELS}


@pytest.fixture
def mayas(maya, okafor):
    """One of everything about Maya."""
    with as_owner():
        return rows.one_of_each(maya, okafor)


def _seen():
    return {model.__name__: model.objects.count() for model in rows.MODELS}


def _refused(work):
    with pytest.raises(DatabaseError, match=BY_THE_WALL), transaction.atomic():
        work()


def _stored(row):
    row.save(force_insert=True)


def test_maya_sees_hers_but_not_what_the_team_keeps_to_itself(mayas, maya):
    be_person(maya.pk)

    assert _seen() == {**dict.fromkeys(NOTHING, 1), "Task": 0, "Referral": 0}


def test_maya_sees_a_task_or_referral_that_is_marked_and_not_what_it_said(mayas, maya, okafor):
    with as_owner():
        for model, subject in ((Task, "task"), (Referral, "referral")):
            shown = mayas[model.__name__]
            rows.change(maya, okafor, subject=subject, subject_id=shown.pk).save()
    be_person(maya.pk)
    hidden = Change.objects.count()
    with as_owner():
        Task.objects.update(for_client=True)
        Referral.objects.update(for_client=True)
    be_person(maya.pk)

    assert (hidden, Change.objects.count()) == (1, 1)
    assert (Task.objects.count(), Referral.objects.count()) == (1, 1)


@pytest.mark.parametrize("name", ["okafor", "nadia"])
def test_her_clinicians_see_everything(mayas, name, request):
    be_person(request.getfixturevalue(name).pk)

    assert _seen() == dict.fromkeys(NOTHING, 1)


@pytest.mark.parametrize("name", ["ben", "lee", "grace", "rosa", "tom", "ada", "stranger"])
def test_nobody_else_sees_anything(mayas, name, request):
    be_person(request.getfixturevalue(name).pk)

    assert _seen() == NOTHING


def test_nobody_sees_anything_when_nobody_asks(mayas):
    be_nobody()

    assert _seen() == NOTHING


@pytest.mark.parametrize("model", rows.MODELS, ids=lambda model: model.__name__)
def test_relatives_have_no_way_to_any_table(mayas, rosa, model):
    be_person(rosa.pk)

    def look():
        with as_relative():
            model.objects.count()

    _refused(look)


@pytest.mark.parametrize("system", list(System))
def test_parts_of_the_program_see_what_they_work_on(mayas, system):
    reminded = {"Medication": 1, "MedicationMark": 1} if system is System.REMINDER else {}

    with acting_as(system):
        assert _seen() == {**NOTHING, **reminded}


def test_a_client_writes_neither_medication_nor_tasks_nor_referrals(mayas, maya):
    be_person(maya.pk)

    for make in (rows.medication, rows.task, rows.referral):
        _refused(lambda make=make: _stored(make(maya, maya)))
    assert type(mayas["Medication"]).objects.update(dose_text="100 mg") == 0


@pytest.mark.parametrize("name", ["ben", "lee", "grace", "rosa", "ada"])
def test_nobody_else_writes_anything_about_maya(mayas, maya, name, request):
    person = request.getfixturevalue(name)
    be_person(person.pk)

    for row in (
        rows.medication(maya, person), rows.task(maya, person), rows.referral(maya, person),
        rows.goal(maya, person), rows.step(mayas["Goal"], person), rows.day(maya),
        rows.note(mayas["Medication"]), rows.mark(mayas["Medication"], version=2),
        rows.change(maya, person),
    ):  # fmt: skip
        _refused(lambda row=row: _stored(row))


def test_nobody_writes_in_somebody_elses_name(mayas, maya, okafor, nadia):
    be_person(okafor.pk)

    for row in (
        rows.medication(maya, nadia), rows.task(maya, nadia), rows.goal(maya, maya),
        rows.step(mayas["Goal"], maya), rows.change(maya, nadia),
    ):  # fmt: skip
        _refused(lambda row=row: _stored(row))


def test_who_read_a_note_first_stays(mayas, okafor, nadia):
    def says(person):
        be_person(person.pk)
        return MedicationNote.objects.update(seen_at=STORY_TIME, seen_by=person)

    assert (says(okafor), says(nadia)) == (1, 0)


def test_a_clinician_writes_no_note_no_mark_and_no_goal_of_a_day(mayas, maya, okafor):
    be_person(okafor.pk)

    for row in (
        rows.note(mayas["Medication"]), rows.mark(mayas["Medication"], version=2), rows.day(maya),
    ):  # fmt: skip
        _refused(lambda row=row: _stored(row))


def test_a_note_is_marked_as_read_in_ones_own_name_and_never_rewritten(mayas, okafor, nadia, maya):
    notes = type(mayas["MedicationNote"]).objects
    be_person(okafor.pk)
    _refused(lambda: notes.update(seen_at=STORY_TIME, seen_by=nadia))
    _refused(lambda: notes.update(text="other"))

    assert notes.update(seen_at=STORY_TIME, seen_by=okafor) == 1
    be_person(maya.pk)
    assert notes.update(seen_at=None, seen_by=None) == 0


@pytest.mark.parametrize("model", [Change, MedicationMark], ids=["Change", "MedicationMark"])
def test_what_is_only_added_is_never_changed(mayas, maya, okafor, model):
    for person in (maya, okafor):
        be_person(person.pk)
        _refused(lambda: model.objects.update(created_at=STORY_TIME))
        _refused(lambda: model.objects.all().delete())


@pytest.mark.parametrize("model", rows.MODELS, ids=lambda model: model.__name__)
def test_nobody_deletes(mayas, maya, okafor, model):
    for person in (maya, okafor):
        be_person(person.pk)
        _refused(lambda: model.objects.filter(pk=mayas[model.__name__].pk)._raw_delete("default"))


def test_what_belongs_together_is_of_one_client(mayas, maya, ben, lee):
    with as_owner():
        bens = rows.goal(ben, ben)
        _stored(bens)
        pill = rows.medication(ben, lee)
        _stored(pill)
    be_person(maya.pk)

    for row in (
        rows.step(bens, maya, client_id=maya.pk),
        rows.day(maya, on=STORY_TIME.date().replace(day=1), goal=bens),
        rows.note(pill, client_id=maya.pk),
        rows.mark(pill, client_id=maya.pk),
    ):
        _refused(lambda row=row: _stored(row))


def test_a_task_of_ones_own_is_moved_and_no_other(mayas, maya):
    be_person(maya.pk)
    untouched = Task.objects.update(state="done")
    with as_owner():
        Task.objects.update(for_client=True, owner=maya)
    be_person(maya.pk)

    assert (untouched, Task.objects.update(state="done")) == (0, 1)
