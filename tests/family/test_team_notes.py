"""One-way notes to the care team: the same for everybody who writes, and nothing is confirmed."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.db.models.functions import Now

from alerts.models import RotaShift
from core.identity import as_relative, be_person
from core.models import AuditEntry
from family.models import TeamNote, TeamNoteReceipt
from program.models import Program
from tests.conftest import as_owner
from tests.factories import someone
from tests.family.between import HOUR, drained, sent
from tests.family.sharing import bare
from tests.http import Browser
from tests.story import STORY_TIME

CANARY = "She did not come home"


def write(person, **more):
    body = sent(**{"about": "my daughter Maya", "text": CANARY, **more})
    return Browser(person).post("/family/team-notes/", body)


def on_duty(place):
    """Put a clinician from elsewhere on the rota of Maya's program, around now."""
    with as_owner():
        person = someone(place, "clinician")
        RotaShift.objects.create(
            program=Program.objects.get(name="Riverside IOP"), person=person, place=place,
            starts_at=STORY_TIME - HOUR, ends_at=STORY_TIME + HOUR,
        )  # fmt: skip
    return person


def own(person):
    return Browser(person).get("/family/team-notes/").body["notes"]


def inbox(person, **query):
    return Browser(person).get("/team-notes/", **query).body["results"]


def test_the_answer_is_the_same_whatever_is_shared(rosa, tom, sister):
    """Rosa shares in a sense; Tom did once; Ines never knew anybody here."""
    answers = [write(person) for person in (rosa, tom, sister)]

    assert {answer.status for answer in answers} == {202}
    assert len({bare(answer)[1] for answer in answers}) == 1
    assert "may not be able to answer" in answers[0].body["words"]


def test_the_form_says_who_reads_and_what_is_faster(sister):
    form = Browser(sister).get("/family/team-notes/").body

    assert "not at once" in form["words"]
    assert [line["call"] for line in form["help"]] == ["911", "988", "833-773-2445"]
    assert form["worried_words"].startswith("Call first")


def test_a_note_about_the_one_client_there_can_be_reaches_her_team(okafor, nadia, lee, ada, rosa):
    write(rosa)
    drained()

    for person in (okafor, nadia, ada):
        (note,) = inbox(person)
        assert (note["text"], note["writer_name"]) == (CANARY, "Rosa Torres")
        assert note["client"]["name"] == "Maya Torres"
    assert inbox(lee) == []


def test_a_past_consent_is_enough_for_the_team_to_listen(okafor, tom):
    write(tom)
    drained()

    assert [note["writer_name"] for note in inbox(okafor)] == ["Tom Torres"]


def test_a_note_of_somebody_unknown_reaches_administrators_alone(okafor, ada, sister):
    write(sister)
    drained()

    assert inbox(okafor) == []
    (note,) = inbox(ada)
    assert note["client"] is None


def test_an_administrator_says_whom_it_is_about(okafor, ada, maya, sister):
    write(sister)
    drained()
    (note,) = inbox(ada)
    path = f"/team-notes/{note['id']}/link/"

    linked = Browser(ada).post(path, {"client": str(maya.pk)})
    again = Browser(ada).post(path, {"client": str(maya.pk)})

    assert (linked.status, linked.body["linked_by_staff"]) == (200, True)
    assert (again.status, again.body["code"]) == (409, "linked_already")
    assert len(inbox(okafor)) == 1


def test_only_clients_can_be_named(ada, okafor, sister):
    write(sister)
    (note,) = inbox(ada)
    path = f"/team-notes/{note['id']}/link/"

    assert Browser(ada).post(path, {"client": str(okafor.pk)}).status == 404
    assert Browser(okafor).post(path, {"client": str(okafor.pk)}).status == 404


def test_rosa_sees_that_a_therapist_read_it(okafor, rosa):
    write(rosa)
    drained()
    (note,) = inbox(okafor)
    before = own(rosa)[0]["acknowledged"]
    read = Browser(okafor).post(f"/team-notes/{note['id']}/acknowledge/")

    assert read.status == 200
    assert before is None
    assert own(rosa)[0]["acknowledged"]["role"] == "therapist"
    assert "Okafor" not in str(own(rosa))


@pytest.mark.parametrize("name", ["tom", "sister"])
def test_without_a_consent_in_force_there_is_no_sign_of_it(request, ada, maya, name):
    person = request.getfixturevalue(name)
    write(person)
    drained()
    before = bare(Browser(person).get("/family/team-notes/"))[1]
    (note,) = inbox(ada)
    Browser(ada).post(f"/team-notes/{note['id']}/link/", {"client": str(maya.pk)})
    assert Browser(ada).post(f"/team-notes/{note['id']}/acknowledge/").status == 200

    assert bare(Browser(person).get("/family/team-notes/"))[1] == before


def test_it_is_acknowledged_once(okafor, nadia, rosa):
    write(rosa)
    drained()
    (note,) = inbox(okafor)
    answers = [
        Browser(person).post(f"/team-notes/{note['id']}/acknowledge/") for person in (okafor, nadia)
    ]

    assert [answer.status for answer in answers] == [200, 409]
    assert inbox(okafor) == []
    assert len(inbox(okafor, state="read")) == 1


def test_a_worry_about_safety_tells_the_first_rung_and_administrators(okafor, ada, rosa, nadia):
    write(rosa, worried_now=True)

    messages = drained()

    assert {person for person, _ in messages} == {okafor.pk, ada.pk}
    assert {row.kind for row in messages.values()} == {"alert"}
    assert {row.due_at for row in messages.values()} == {STORY_TIME}
    assert inbox(ada)[0]["urgent"] is True


def test_a_worry_reaches_whoever_is_on_call_and_they_alone_read_it(okafor, ada, rosa):
    on_call, backup = on_duty("on_call"), on_duty("backup")
    write(rosa, worried_now=True)

    messages = drained()

    assert {person for person, _ in messages} == {okafor.pk, ada.pk, on_call.pk}
    (note,) = inbox(on_call)
    assert (note["text"], note["urgent"]) == (CANARY, True)
    assert inbox(backup) == []
    assert Browser(backup).post(f"/team-notes/{note['id']}/acknowledge/").status == 404
    assert Browser(on_call).post(f"/team-notes/{note['id']}/acknowledge/").status == 200


def test_who_is_on_call_reads_it_for_three_days_and_nothing_else(rosa):
    on_call = on_duty("on_call")
    write(rosa, worried_now=True)
    write(rosa)
    drained()
    assert len(inbox(on_call)) == 1

    with as_owner():
        # By the database's clock, which row security reads.
        TeamNote.objects.update(written_at=Now() - 73 * HOUR)

    assert inbox(on_call) == []
    be_person(on_call.pk)
    assert not TeamNote.objects.exists()


def test_a_worry_about_nobody_known_reaches_who_is_on_call(ada, sister):
    on_call = on_duty("on_call")
    write(sister, worried_now=True)

    assert {person for person, _ in drained()} == {ada.pk, on_call.pk}


def test_a_worry_about_nobody_known_tells_administrators(ada, sister):
    write(sister, worried_now=True)

    assert {person for person, _ in drained()} == {ada.pk}


def test_a_note_without_that_tick_rings_nobody(rosa):
    write(rosa, text="suicide overdose help")

    assert drained() == {}


def test_five_a_day_are_enough_but_a_worry_still_passes(rosa):
    answers = [write(rosa) for _ in range(6)]
    worried = write(rosa, worried_now=True)

    assert [answer.status for answer in answers] == [202] * 5 + [429]
    assert "911" in answers[-1].body["detail"]
    assert worried.status == 202


def test_sent_twice_it_is_one_note(rosa, ada):
    body = sent(about="Maya", text="x")
    for _ in range(2):
        assert Browser(rosa).post("/family/team-notes/", body).status == 202

    assert len(inbox(ada)) == 1


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"about": ""}, "about"), ({"text": " "}, "text"), ({"text": "x" * 2001}, "text"),
        ({"wish": "visit"}, "wish"), ({"phone": "mother"}, "phone"),
        ({"worried_now": "yes"}, "worried_now"), ({"client": "x"}, "client"),
    ],
)  # fmt: skip
def test_a_note_that_cannot_be_meant_is_refused_by_field(rosa, more, field):
    answer = write(rosa, **more)

    assert answer.status == 400
    assert field in answer.body["fields"]


def test_a_wish_for_a_call_keeps_the_number_for_staff(rosa, ada):
    write(rosa, wish="call", phone="617-555-0177")

    (note,) = inbox(ada)
    assert (note["wish"], note["phone"]) == ("call", "617-555-0177")


def test_relatives_do_not_see_each_others_notes(rosa, tom, maya):
    write(rosa)
    drained()

    assert own(tom) == []
    be_person(tom.pk)
    with as_relative():
        assert not TeamNote.objects.values("id").exists()
    be_person(maya.pk)
    assert not TeamNote.objects.exists()


def test_a_writers_role_reads_neither_link_nor_reader(rosa, tom, ada, maya):
    write(tom)
    drained()
    be_person(tom.pk)

    assert not TeamNote.objects.exists()
    for column in ("client_id", "linked_at", "linked_by_id"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            as_relative(),
        ):
            list(TeamNote.objects.values_list(column))


def test_staff_reading_leaves_an_audit_entry(okafor, maya, rosa):
    write(rosa)
    drained()
    inbox(okafor)

    with as_owner():
        read = AuditEntry.objects.filter(actor_id=okafor.pk, subject="family_teamnote")
        assert read.filter(action="read", client_ids=[maya.pk]).exists()


NOTE = {"about": "x", "text": "x", "wish": "note", "writer_name": "R", "written_at": STORY_TIME}
ONE = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"about": ""}, "family_teamnote_says_something"),
        ({"client": "maya"}, "family_teamnote_linked_at_some_time"),
        ({"linked_at": STORY_TIME}, "family_teamnote_linked_at_some_time"),
        ({"client": "rosa", "linked_at": STORY_TIME}, "family_teamnote_about_somebody_else"),
        ({}, "family_teamnote_once_a_submission"),
    ],
)
def test_the_database_refuses(maya, rosa, changes, name):
    people = {"maya": maya, "rosa": rosa}
    changed = {key: people.get(value, value) for key, value in changes.items()}

    row = {**NOTE, "writer": rosa, "submission_id": ONE, **changed}
    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        [TeamNote.objects.create(**row) for _ in range(2)]


def test_a_receipt_says_by_which_role(rosa, ada):
    with as_owner():
        note = TeamNote.objects.create(**NOTE, writer=rosa, submission_id=ONE)
    with (
        as_owner(),
        pytest.raises(IntegrityError, match="family_teamnotereceipt_by_some_role"),
        transaction.atomic(),
    ):
        TeamNoteReceipt.objects.create(
            note=note, role="", acknowledged_at=STORY_TIME, acknowledged_by=ada
        )
