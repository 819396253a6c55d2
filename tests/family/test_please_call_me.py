"""“Please call me”: only by a client's press, only under that category, told without a word."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from accounts.models import User
from checkins.models import CheckIn
from core.identity import System, acting_as, as_relative, be_person
from delivery import services as delivery_services
from delivery.models import Delivery
from delivery.wording import WORDINGS
from family.models import CallMe, Category, Disclosure
from tests.conftest import as_owner
from tests.family.between import drained, end_sharing, reachable, sent
from tests.family.sharing import bare, share
from tests.http import Browser, check_in
from tests.story import STORY_TIME

HOUR = timedelta(hours=1)


@pytest.fixture
def luz(db):
    """A sister with an e-mail address."""
    return reachable("Luz", "luz@example.org")


@pytest.fixture
def may_call(maya, luz):
    return share("maya", luz, categories=[Category.CRISIS_CONTACT])


def press(maya, luz):
    return Browser(maya).post("/call-me/", sent(to=str(luz.pk)))


def calls_for(person):
    return Browser(person).get("/family/calls/").body["calls"]


def test_luz_is_told_that_there_is_something_and_sees_who_asks(maya, luz, may_call):
    answer = press(maya, luz)
    messages = drained()

    assert (answer.status, answer.body["state"]) == (201, "pressed")
    ((person_id, cause),) = messages
    assert person_id == luz.pk
    assert cause == f"family:{may_call.series}:call:{answer.body['id']}"
    assert messages[person_id, cause].kind == "update"
    assert WORDINGS["update"]["en"].subject == "You have an update"
    (call,) = calls_for(luz)
    assert (call["client_name"], call["seen"]) == ("Maya Torres", False)


def test_maya_sees_how_far_it_got(maya, luz, may_call):
    call = press(maya, luz).body
    states = []
    for step in ("seen", "answer"):
        assert Browser(luz).post(f"/family/calls/{call['id']}/{step}/").status == 204
        states.append(Browser(maya).get("/call-me/").body["calls"][0]["state"])

    assert states == ["seen", "answered"]
    assert calls_for(luz) == []


def test_she_reads_before_the_press_what_happens_and_what_is_faster(maya, luz, may_call):
    page = Browser(maya).get("/call-me/").body

    assert [one["name"] for one in page["people"]] == ["Luz"]
    for words in ("988", "911", "faster", "nobody else is told"):
        assert words in page["words"]


def test_the_same_press_sent_twice_is_one(maya, luz, may_call):
    body = sent(to=str(luz.pk))

    first, again = (Browser(maya).post("/call-me/", body).body["id"] for _ in range(2))

    assert first == again
    assert len(drained()) == 1


@pytest.mark.parametrize("answers", [{"safety": "unsafe"}, {"craving": 10, "used": True}])
def test_no_answer_of_mayas_ever_tells_luz(browser, maya, luz, may_call, answers):
    assert browser(maya).post("/check-ins/", check_in(**answers)).status == 201

    assert drained() == {}
    assert calls_for(luz) == []
    with as_owner():
        assert CheckIn.objects.filter(client=maya).exists()


def test_nothing_leaves_once_the_sharing_ended(maya, luz, may_call):
    """The press was made; before the worker comes, Maya ends the sharing."""
    press(maya, luz)
    end_sharing(may_call)

    assert drained() == {}
    assert calls_for(luz) == []


def test_what_waits_is_called_back_with_the_sharing(maya, luz, may_call):
    press(maya, luz)
    assert len(drained()) == 1
    end_sharing(may_call)

    assert drained() == {}


def _leased():
    with as_owner():
        return list(Delivery.objects.filter(kind="update"))


def _looked_at(rows, at=STORY_TIME):
    with acting_as(System.CARRIER):
        return delivery_services.useless_now(rows, at=at)


def test_whoever_cannot_sign_in_any_more_is_told_of_nothing(maya, luz, may_call):
    press(maya, luz)
    drained()
    rows = _leased()
    with as_owner():
        User.objects.filter(pk=luz.pk).update(is_active=False)

    assert set(_looked_at(rows).values()) == {"nothing to see"}


def test_it_is_looked_at_once_more_right_before_it_leaves(maya, luz, may_call):
    call = press(maya, luz).body
    drained()
    rows = _leased()
    still = _looked_at(rows)
    Browser(maya).post(f"/call-me/{call['id']}/withdraw/")

    assert still == {}
    assert set(_looked_at(rows).values()) == {"nothing to see"}


def test_after_a_day_it_is_over(maya, luz, may_call):
    press(maya, luz)
    with as_owner():
        CallMe.objects.update(pressed_at=STORY_TIME - 25 * HOUR)

    assert calls_for(luz) == []
    assert Browser(maya).get("/call-me/").body["calls"][0]["state"] == "over"


def test_somebody_else_can_neither_see_nor_answer_it(request, maya, luz, rosa, tom, may_call):
    call = press(maya, luz).body

    for person in (rosa, tom):
        assert calls_for(person) == []
        for step in ("seen", "answer"):
            assert Browser(person).post(f"/family/calls/{call['id']}/{step}/").status == 404


def test_row_security_lets_luz_answer_and_change_nothing_else(maya, luz, rosa, may_call):
    call = press(maya, luz).body
    be_person(rosa.pk)
    with as_relative():
        assert CallMe.objects.filter(pk=call["id"]).update(seen_at=STORY_TIME) == 0
    be_person(luz.pk)

    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        as_relative(),
    ):
        CallMe.objects.filter(pk=call["id"]).update(pressed_at=STORY_TIME)
    with as_relative():
        assert CallMe.objects.filter(pk=call["id"]).update(seen_at=STORY_TIME) == 1


def test_what_luz_is_shown_is_written_down(maya, luz, may_call):
    before = bare(Browser(luz).get("/family/calls/"))
    press(maya, luz)
    calls_for(luz)

    with as_owner():
        (row,) = Disclosure.objects.filter(recipient=luz)
    assert (row.consent_id, row.categories) == (may_call.pk, ["crisis_contact"])
    assert b'"calls":[]' in before[1]


def test_ten_presses_a_day_are_enough(maya, luz, may_call):
    assert [press(maya, luz).status for _ in range(11)] == [201] * 10 + [429]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"answered_at": STORY_TIME}, "family_callme_seen_before_answered"),
        (
            {"answered_at": STORY_TIME, "seen_at": STORY_TIME + HOUR},
            "family_callme_seen_before_answered",
        ),
        ({"recipient": None}, "family_callme_asks_somebody_else"),
        ({"submission_id": "same"}, "family_callme_once_a_submission"),
    ],
)
def test_the_database_refuses(maya, luz, changes, name):
    one = "00000000-0000-4000-8000-000000000001"
    values = {
        "client": maya, "recipient": luz, "series": one, "submission_id": one,
        "pressed_at": STORY_TIME,
    }  # fmt: skip
    changed = {"recipient": maya} if "recipient" in changes else changes
    changed = {} if changes.get("submission_id") == "same" else changed

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        [CallMe.objects.create(**row) for row in ({**values, **changed}, values)]
