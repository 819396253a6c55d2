"""Family members asked to family sessions and planning meetings: only under that category."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from backend import demo
from core.audit import Actor
from core.identity import System, acting_as, as_relative, be_person
from delivery import services as delivery_services
from delivery.models import Delivery
from family.models import Category, Disclosure, SessionInvitation
from program import services as program_services
from program.models import Session
from program.services import sessions as session_services
from tests.conftest import as_owner
from tests.family.between import drained, end_sharing, meeting, reachable
from tests.family.sharing import bare, share
from tests.http import Browser
from tests.story import STORY_TIME

HOUR = timedelta(hours=1)


@pytest.fixture
def luz(db):
    """A sister with an e-mail address."""
    return reachable("Luz", "luz@example.org")


@pytest.fixture
def may_come(maya, luz):
    return share("maya", luz, categories=[Category.SESSION_INVITATIONS])


def ask(okafor, luz, session, client="maya"):
    path = f"/clients/{demo.key(client)}/session-invitations/"
    return Browser(okafor).post(path, {"session": str(session.pk), "person": str(luz.pk)})


def meetings_of(person):
    return Browser(person).get("/family/sessions/").body["meetings"]


def test_luz_is_asked_and_sees_when_where_and_whose_and_nothing_else(okafor, luz, may_come):
    session = meeting()

    asked = ask(okafor, luz, session)

    assert asked.status == 201
    (shown,) = meetings_of(luz)
    assert set(shown) == {
        "id", "client_name", "timezone", "starts_at", "ends_at", "place", "telehealth_url",
        "answer",
    }  # fmt: skip
    assert (shown["client_name"], shown["place"]) == ("Maya Torres", "Room 5")
    assert b"Secret title" not in Browser(luz).get("/family/sessions/").content


def test_what_is_shown_stands_under_the_notice_and_is_written_down(okafor, luz, may_come):
    ask(okafor, luz, meeting())

    page = Browser(luz).get("/family/sessions/").body

    assert page["notice"]["text"].startswith("42 CFR part 2")
    assert "Maya Torres" in page["scope"][0]["explanation"]
    with as_owner():
        (row,) = Disclosure.objects.filter(recipient=luz)
    assert (row.consent_id, row.categories) == (may_come.pk, ["session_invitations"])


def test_she_is_told_now_and_a_day_before(okafor, luz, may_come):
    session = meeting(starts_at=STORY_TIME + 48 * HOUR)
    asked = ask(okafor, luz, session).body

    messages = drained()

    name = f"family:{may_come.series}:meeting:{asked['id']}"
    assert {cause: row.due_at for (_, cause), row in messages.items()} == {
        name: STORY_TIME,
        f"{name}:before": STORY_TIME + 24 * HOUR,
    }
    assert {row.kind for row in messages.values()} == {"update"}


def test_of_a_meeting_within_a_day_she_is_told_once(okafor, luz, may_come):
    ask(okafor, luz, meeting(starts_at=STORY_TIME + 5 * HOUR))

    assert len(drained()) == 1


@pytest.mark.parametrize("answer", ["yes", "no", "maybe"])
def test_her_answer_is_seen_by_the_team_and_by_maya(okafor, maya, luz, may_come, answer):
    asked = ask(okafor, luz, meeting()).body
    path = f"/family/sessions/{asked['id']}/answer/"

    said = Browser(luz).send("PUT", path, {"answer": answer})

    assert said.status == 204
    for person, where in (
        (okafor, f"/clients/{maya.pk}/session-invitations/"),
        (maya, "/session-invitations/"),
    ):
        (row,) = Browser(person).get(where).body["results"]
        assert (row["answer"], row["person"]["name"]) == (answer, "Luz")


def test_the_team_reads_whom_it_may_ask_to_which_meetings_to_come(okafor, maya, ben, luz, may_come):
    soon, later = meeting(), meeting(kind="discharge", starts_at=STORY_TIME + 72 * HOUR)
    meeting(kind="group")
    meeting(starts_at=STORY_TIME - HOUR)
    meeting(cancelled_at=STORY_TIME, cancelled_by=okafor)
    meeting("ben")

    found = Browser(okafor).get(f"/clients/{maya.pk}/session-invitations/people/").body

    assert found["people"] == [{"person": str(luz.pk), "name": "Luz"}]
    assert [one["id"] for one in found["meetings"]] == [str(soon.pk), str(later.pk)]


@pytest.mark.parametrize("kind", ["group", "individual", "psychiatric", "case_management"])
def test_families_are_asked_to_no_other_session(okafor, luz, may_come, kind):
    asked = ask(okafor, luz, meeting(kind=kind))

    assert (asked.status, asked.body["code"]) == (409, "not_a_meeting")


@pytest.mark.parametrize("kind", ["family", "treatment_planning", "discharge"])
def test_families_are_asked_to_these(okafor, luz, may_come, kind):
    assert ask(okafor, luz, meeting(kind=kind)).status == 201


def test_without_that_category_nobody_is_asked(okafor, rosa, tom, luz, maya):
    session = meeting()
    people = Browser(okafor).get(f"/clients/{maya.pk}/session-invitations/people/").body["people"]

    assert people == []
    for person in (rosa, tom, luz):
        answer = ask(okafor, person, session)
        assert (answer.status, answer.body["code"]) == (409, "may_not_be_asked")


def test_the_team_sees_who_may_be_asked(okafor, luz, may_come, maya):
    people = Browser(okafor).get(f"/clients/{maya.pk}/session-invitations/people/").body["people"]

    assert people == [{"person": str(luz.pk), "name": "Luz"}]


def test_a_clinician_of_somebody_else_asks_nobody(lee, luz, may_come):
    assert ask(lee, luz, meeting()).status == 404


def test_asking_twice_is_refused_by_name(okafor, luz, may_come):
    session = meeting()
    ask(okafor, luz, session)

    again = ask(okafor, luz, session)

    assert (again.status, again.body["code"]) == (409, "asked_already")


def test_a_meeting_that_was_called_off_or_has_begun_is_over(okafor, luz, may_come):
    begun = ask(okafor, luz, meeting(starts_at=STORY_TIME - HOUR))

    assert (begun.status, begun.body["code"]) == (409, "meeting_over")


def test_with_the_sharing_the_invitation_is_gone_and_stays_gone(okafor, maya, luz, may_come):
    session = meeting()
    ask(okafor, luz, session)
    drained()
    end_sharing(may_come)

    assert meetings_of(luz) == []
    assert drained() == {}
    # A new sharing does not bring the old invitation back.
    share("maya", luz, categories=[Category.SESSION_INVITATIONS])
    assert meetings_of(luz) == []
    assert ask(okafor, luz, session).status == 201


def _moved(session, ada):
    with as_owner():
        row = Session.objects.select_related("program").get(pk=session.pk)
        session_services.move_session(
            session=row, time=session_services.Time(STORY_TIME + 72 * HOUR, 60), room=None,
            telehealth_url="https://meet.example.org/x",
            actor=Actor(role="administrator", id=ada.pk), at=STORY_TIME,
        )  # fmt: skip


def test_a_moved_meeting_is_gone_at_once_and_asked_for_anew(okafor, maya, luz, ada, may_come):
    session = meeting()
    first = ask(okafor, luz, session).body
    _moved(session, ada)

    gone_at_once = meetings_of(luz)
    drained()

    assert gone_at_once == []
    (row,) = Browser(maya).get("/session-invitations/").body["results"]
    assert (row["id"], row["end"]) == (first["id"], "changed")
    assert ask(okafor, luz, session).status == 201
    (again,) = meetings_of(luz)
    assert again["telehealth_url"] == "https://meet.example.org/x"


def test_of_a_cancelled_meeting_nothing_is_left(okafor, luz, ada, may_come):
    session = meeting()
    ask(okafor, luz, session)
    with as_owner():
        program_services.cancel_session(
            session=Session.objects.get(pk=session.pk), reason="weather",
            actor=Actor(role="administrator", id=ada.pk), at=STORY_TIME,
        )  # fmt: skip

    assert meetings_of(luz) == []
    assert drained() == {}


def _useless():
    with as_owner():
        rows = list(Delivery.objects.filter(kind="update"))
    with acting_as(System.CARRIER):
        found = delivery_services.useless_now(rows, at=STORY_TIME)
    return {row.cause.endswith(":before") for row in rows if row.pk in found}


def test_whoever_said_no_is_not_reminded(okafor, luz, may_come):
    asked = ask(okafor, luz, meeting()).body
    drained()
    assert _useless() == set()
    Browser(luz).send("PUT", f"/family/sessions/{asked['id']}/answer/", {"answer": "no"})

    assert _useless() == {True}


@pytest.mark.parametrize("who", ["maya", "okafor"])
def test_the_client_and_the_team_take_an_invitation_back(request, okafor, luz, may_come, who):
    asked = ask(okafor, luz, meeting()).body
    person = request.getfixturevalue(who)

    taken = Browser(person).post(f"/session-invitations/{asked['id']}/withdraw/")

    assert taken.status == 204
    assert meetings_of(luz) == []


def test_nobody_else_takes_it_back_or_answers_it(request, okafor, luz, may_come):
    asked = ask(okafor, luz, meeting()).body

    for name in ("rosa", "tom", "ben", "lee", "ada", "stranger"):
        person = request.getfixturevalue(name)
        path = f"/session-invitations/{asked['id']}/withdraw/"
        assert Browser(person).post(path).status == 404, name
    for name in ("rosa", "tom"):
        person = request.getfixturevalue(name)
        path = f"/family/sessions/{asked['id']}/answer/"
        assert Browser(person).send("PUT", path, {"answer": "yes"}).status == 404, name


def test_never_paused_and_ended_look_alike(okafor, luz, sister, tom, may_come):
    ask(okafor, luz, meeting())
    end_sharing(may_come)

    pages = {bare(Browser(person).get("/family/sessions/"))[1] for person in (luz, sister, tom)}

    assert len(pages) == 1


def test_a_relatives_role_reads_no_session_but_what_it_was_asked_to(okafor, luz, rosa, may_come):
    session = meeting()
    ask(okafor, luz, session)
    for person, seen in ((luz, {session.pk}), (rosa, set())):
        be_person(person.pk)
        with as_relative():
            assert set(Session.objects.values_list("id", flat=True)) == seen
    be_person(luz.pk)
    for column in ("title", "kind", "place", "telehealth_url", "starts_at"):
        with (
            pytest.raises(DatabaseError, match="permission denied"),
            transaction.atomic(),
            as_relative(),
        ):
            list(Session.objects.values_list(column))


ONE = "00000000-0000-4000-8000-000000000001"


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"ended_at": STORY_TIME}, "family_sessioninvitation_ended_for_a_reason"),
        ({"end": "changed"}, "family_sessioninvitation_ended_for_a_reason"),
        ({"answer": "yes"}, "family_sessioninvitation_answered_once_said"),
        ({"recipient": "maya"}, "family_sessioninvitation_asks_somebody_else"),
        ({"ends_at": STORY_TIME}, "family_sessioninvitation_ends_after_it_begins"),
        ({}, "family_sessioninvitation_one_in_force"),
    ],
)
def test_the_database_refuses(maya, luz, okafor, changes, name):
    values = {
        "client": maya, "recipient": luz, "series": ONE, "session": meeting(), "revision": 0,
        "starts_at": STORY_TIME, "ends_at": STORY_TIME + HOUR, "invited_at": STORY_TIME,
        "invited_by": okafor,
    }  # fmt: skip
    changed = {key: maya if value == "maya" else value for key, value in changes.items()}

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        [SessionInvitation.objects.create(**{**values, **changed}) for _ in range(2)]
