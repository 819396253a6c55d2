"""What a clinician asks a client to do, from both sides."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from core import identity
from core.audit import Actor
from core.models import AuditEntry
from skills import services
from skills.models import Assignment, Practice, Skill
from tests.conftest import as_owner
from tests.skills.conftest import LIBRARY
from tests.skills.exercises import exercise
from tests.story import STORY_DAY, STORY_TIME, days_ago

pytestmark = pytest.mark.usefixtures("shelf")
NEXT_WEEK = (STORY_DAY + timedelta(days=7)).isoformat()


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _own(browser, client):
    return browser(client).get("/assignments/").body["results"]


def _of(browser, clinician, client):
    return browser(clinician).get(f"/clients/{client.pk}/assignments/").body["results"]


def _trail(subject="skills_assignment"):
    with as_owner():
        return list(
            AuditEntry.objects.filter(subject=subject)
            .order_by("at", "position")
            .values_list("actor_role", "action")
        )


def test_maya_reads_what_dr_okafor_asked_for(browser, maya, okafor, assign):
    made = assign(okafor, maya, skill="surf", due_on=NEXT_WEEK, note="Try it once at home.")

    assert _own(browser, maya) == [
        {
            "id": made["id"],
            "skill": {"slug": "surf", "title": "Surf it", "minutes": 12},
            "due_on": NEXT_WEEK,
            "note": "Try it once at home.",
            "assigned_by": {"id": str(okafor.pk), "name": "Dr. Ify Okafor"},
            "assigned_at": STORY_TIME.isoformat().replace("+00:00", "Z"),
            "state": "open",
            "done_at": None,
        }
    ]
    assert _own(browser, maya)[0].items() <= made.items()


def test_a_module_asks_for_each_of_its_exercises_that_is_not_open_yet(
    browser, maya, okafor, assign
):
    assign(okafor, maya, skill="surf")

    assign(okafor, maya, module="distress_tolerance")

    slugs = [row["skill"]["slug"] for row in _own(browser, maya)]
    assert sorted(slugs) == ["surf", "wait-a-bit"]


def test_what_is_open_already_is_not_asked_for_again(browser, maya, okafor, nadia, assign):
    assign(okafor, maya, module="distress_tolerance")

    for wish in ({"skill": "surf"}, {"module": "distress_tolerance"}):
        answer = browser(nadia).post(f"/clients/{maya.pk}/assignments/", wish)

        assert (answer.status, answer.body["code"]) == (409, "already_assigned")


def test_a_practice_that_names_it_closes_an_assignment(browser, maya, okafor, assign, practise, at):
    asked = assign(okafor, maya)

    practice = practise(maya, "surf", assignment=asked["id"], before=8, after=3)
    again = at.isoformat()
    practise(maya, "surf", assignment=asked["id"], before=2, after=2, started_at=again)

    (own,) = _own(browser, maya)
    (seen,) = _of(browser, okafor, maya)
    assert practice["assignment"] == asked["id"]
    assert (own["state"], own["done_at"]) == ("done", at.isoformat().replace("+00:00", "Z"))
    assert (seen["state"], seen["change"]) == ("done", 5)
    assert (seen["practice"]["id"], seen["practice"]["answers"]) == (practice["id"], None)


def test_what_was_written_for_it_is_read_only_while_it_is_shared(
    browser, maya, okafor, assign, practise
):
    asked = assign(okafor, maya)
    practice = practise(maya, "surf", assignment=asked["id"])
    path = f"/practices/{practice['id']}/share/"

    browser(maya).post(path)
    shared = _of(browser, okafor, maya)[0]["practice"]
    browser(maya).send("DELETE", path)
    hidden = _of(browser, okafor, maya)[0]["practice"]

    assert shared["answers"] == {"look.words": "my blue mug"}
    assert (hidden["answers"], hidden["shared_with_team"]) == (None, False)


def test_open_ones_come_first_on_every_page(browser, maya, okafor, assign, practise):
    for slug in ("surf", "rest", "wait-a-bit"):
        asked = assign(okafor, maya, skill=slug)
        if slug != "surf":
            practise(maya, slug, assignment=asked["id"])
    phone, seen, link = browser(maya), [], "/assignments/?page_size=1"

    while link:
        answer = phone.get(link)
        seen += [(row["state"], row["skill"]["slug"]) for row in answer.body["results"]]
        link = (answer.body["next"] or "").partition("/api/v1")[2]

    assert seen[0] == ("open", "surf")
    assert sorted(seen[1:]) == [("done", "rest"), ("done", "wait-a-bit")]


def test_maya_may_skip_one_and_do_it_after_all(browser, maya, okafor, assign, practise):
    asked, phone = assign(okafor, maya), browser(maya)
    path = f"/assignments/{asked['id']}/skip/"

    first, again = phone.post(path), phone.post(path)
    practise(maya, "surf", assignment=asked["id"])
    late = phone.post(path)

    assert (first.status, first.body["state"], again.body) == (200, "skipped", first.body)
    assert _own(browser, maya)[0]["state"] == "done"
    assert (late.status, late.body["code"]) == (409, "already_done")
    assert _trail() == [("clinician", "create"), ("client", "skip")]


def test_anyone_on_the_team_may_take_one_back(browser, maya, okafor, nadia, assign, practise):
    asked, path = assign(okafor, maya), "/assignments/%s/"

    gone = browser(nadia).send("DELETE", path % asked["id"])
    again = browser(nadia).send("DELETE", path % asked["id"])
    late = practise(maya, "surf", assignment=asked["id"])

    assert (gone.status, again.status) == (204, 404)
    assert (_own(browser, maya), _of(browser, okafor, maya)) == ([], [])
    assert late["assignment"] == asked["id"]
    assert _trail()[:2] == [("clinician", "create"), ("clinician", "withdraw")]


def test_two_who_take_the_same_one_back_at_once_leave_one_entry(maya, okafor, assign, at):
    asked = assign(okafor, maya)
    actor = Actor(role="clinician", id=okafor.pk)

    with identity.acting_for(okafor.pk):
        row = Assignment.objects.get(pk=asked["id"])
        for _ in range(2):
            services.withdraw(assignment=row, actor=actor, at=at)

    assert _trail() == [("clinician", "create"), ("clinician", "withdraw")]


def test_an_exercise_in_spanish_alone_is_only_for_those_who_read_spanish(
    browser, maya, okafor, assign, practise, at
):
    with as_owner():
        spanish = exercise(slug="te", title="Haz té", language="es")
        services.publish_content(exercises=[*LIBRARY, spanish], at=at)
    path = f"/clients/{maya.pk}/assignments/"
    refused = browser(okafor).post(path, {"skill": "te"})
    with as_owner():
        maya.language = "es"
        maya.save()

    asked = assign(okafor, maya, skill="te")
    version = Skill.objects.get(slug="te").version
    practise(maya, "wait-a-bit", skill="te", skill_version=version, assignment=asked["id"])

    assert refused.status == 400
    assert asked["skill"]["title"] == "Haz té"
    assert browser(okafor).get(f"/clients/{maya.pk}/skills/").body["top"][0]["title"] == "Haz té"


def test_what_was_done_is_not_taken_back(browser, maya, okafor, assign, practise):
    asked = assign(okafor, maya)
    practise(maya, "surf", assignment=asked["id"])

    answer = browser(okafor).send("DELETE", f"/assignments/{asked['id']}/")

    assert (answer.status, answer.body["code"]) == (409, "already_done")


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        ({}, "skill"),
        ({"skill": "surf", "module": "night"}, "skill"),
        ({"skill": "nothing"}, "skill"),
        ({"module": "nothing"}, "module"),
        ({"skill": 7}, "skill"),
        ({"skill": "surf", "due_on": days_ago(1)}, "due_on"),
        ({"skill": "surf", "due_on": "2099-01-01"}, "due_on"),
        ({"skill": "surf", "due_on": "soon"}, "due_on"),
        ({"skill": "surf", "note": "x" * 1001}, "note"),
        ({"skill": "surf", "urgent": True}, "urgent"),
    ],
)
def test_a_wish_that_cannot_be_meant_is_told_with_its_field(browser, maya, okafor, wish, field):
    answer = browser(okafor).post(f"/clients/{maya.pk}/assignments/", wish)

    assert answer.status == 400
    assert field in answer.body["fields"]
    assert _own(browser, maya) == []


@pytest.mark.parametrize("name", ["lee", "grace"])
def test_who_does_not_look_after_maya_asks_and_reads_and_takes_back_nothing(
    browser, request, maya, okafor, assign, name
):
    asked = assign(okafor, maya)
    other = browser(request.getfixturevalue(name))
    path = f"/clients/{maya.pk}/assignments/"

    assert other.get(path).status == 404
    assert other.post(path, {"skill": "rest"}).status == 404
    assert other.send("DELETE", f"/assignments/{asked['id']}/").status == 404
    assert len(_own(browser, maya)) == 1


def test_ben_skips_and_answers_nothing_of_mayas(browser, ben, maya, okafor, assign, practise, at):
    asked = assign(okafor, maya)
    version = practise(ben, "surf")["skill_version"]
    body = {
        "submission_id": str(uuid4()), "skill": "surf", "skill_version": version,
        "started_at": at.isoformat(), "answers": {}, "assignment": asked["id"],
    }  # fmt: skip

    skipped = browser(ben).post(f"/assignments/{asked['id']}/skip/")
    named = browser(ben).post("/practices/", body)

    assert skipped.status == 404
    assert (named.status, list(named.body["fields"])) == (400, ["assignment"])


def test_a_practice_of_another_exercise_answers_no_assignment(
    browser, maya, okafor, assign, practise, at
):
    asked = assign(okafor, maya)
    version = practise(maya, "rest")["skill_version"]
    body = {
        "submission_id": str(uuid4()), "skill": "rest", "skill_version": version,
        "started_at": at.isoformat(), "answers": {}, "assignment": asked["id"],
    }  # fmt: skip

    answer = browser(maya).post("/practices/", body)

    assert answer.body["fields"] == {"assignment": ["This assignment is for another exercise."]}


def test_reading_a_clients_assignments_is_recorded(browser, maya, okafor):
    _of(browser, okafor, maya)

    assert _trail() == [("clinician", "read")]


def test_more_assignments_cost_no_more_queries(browser, maya, okafor, assign, practise):
    desk, path = browser(okafor), f"/clients/{maya.pk}/assignments/"

    def count():
        with CaptureQueriesContext(connection) as asked:
            assert desk.get(path).status == 200
        return len(asked)

    practise(maya, "surf", assignment=assign(okafor, maya)["id"])
    few = count()
    for slug in ("rest", "wait-a-bit"):
        practise(maya, slug, assignment=assign(okafor, maya, skill=slug)["id"])

    assert count() == few


# --- Row security and constraints -------------------------------------------------------------


def test_row_security_shows_an_assignment_to_its_client_and_their_team_only(
    maya, ben, okafor, nadia, lee, grace, rosa, ada, assign
):
    assign(okafor, maya)
    seen = {}

    for person in (maya, ben, okafor, nadia, lee, grace, rosa, ada):
        with identity.acting_for(person.pk):
            seen[person.name] = Assignment.objects.count()

    assert {name for name, count in seen.items() if count} == {
        maya.name, okafor.name, nadia.name,
    }  # fmt: skip


def test_row_security_lets_nobody_assign_or_close_beside_the_doors(
    maya, ben, okafor, lee, nadia, assign, at
):
    asked = assign(okafor, maya)
    row = Assignment.objects.filter(pk=asked["id"])

    for person, attempt in (
        (lee, lambda: _insert(maya, lee, at)),
        (nadia, lambda: _insert(maya, okafor, at)),
        (maya, lambda: _insert(maya, okafor, at)),
        (maya, lambda: row.update(withdrawn_at=at, withdrawn_by=maya)),
        (nadia, lambda: row.update(withdrawn_at=at, withdrawn_by=okafor)),
        (okafor, lambda: row.update(note="Something else.")),
        (okafor, lambda: connection.cursor().execute("DELETE FROM skills_assignment")),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), identity.acting_for(person.pk):
            attempt()
    for person in (ben, lee):
        with identity.acting_for(person.pk):
            assert row.update(skipped_at=at) == 0


def test_row_security_binds_no_practice_to_the_assignment_of_another(
    maya, ben, okafor, assign, practise, at
):
    asked, done = assign(okafor, maya), practise(ben, "surf")
    like = Practice.objects.get(pk=done["id"])

    with (
        pytest.raises(ProgrammingError, match="of_own_assignment"),
        transaction.atomic(),
        identity.acting_for(ben.pk),
    ):
        Practice.objects.create(
            client=ben, skill_id=like.skill_id, submission_id=uuid4(), started_at=at,
            received_at=at, assignment_id=asked["id"],
        )  # fmt: skip


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("skills_assignment_withdrawn_by_someone", {"withdrawn_at": STORY_TIME}),
        ("skills_assignment_by_someone_else", {"by": "maya"}),
    ],
)
def test_the_database_refuses_an_assignment_that_can_never_be(
    maya, okafor, at, constraint, changes
):
    by = maya if changes.pop("by", "") else okafor

    with as_owner(), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        _insert(maya, by, at, **changes)


def _insert(client, by, at, **changes):
    return Assignment.objects.create(
        client=client, slug="rest", assigned_at=at, assigned_by=by, **changes
    )
