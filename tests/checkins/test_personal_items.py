"""A clinician sets up to five things to ask a client about; answers know what was asked."""

from uuid import uuid4

import pytest
import time_machine

from checkins.models import CheckIn, PersonalItem
from core.models import AuditEntry
from tests.checkins.diary import target_for
from tests.checkins.moments import DRINK, WALK, item_for
from tests.conftest import as_owner
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _path(client, item=None):
    return f"/clients/{client.pk}/personal-items/" + (f"{item}/" if item else "")


def test_okafor_asks_about_an_urge_and_maya_sees_it_in_her_form(browser, maya, okafor):
    made = browser(okafor).post(_path(maya), {**DRINK, "why": "Evenings are hard."})

    assert made.status == 201, made
    assert {name: made.body[name] for name in DRINK} == DRINK
    assert (made.body["version"], made.body["place"], made.body["ended_at"]) == (1, 1, None)
    form = browser(maya).get("/check-in-form/").body
    assert form["items"] == [made.body]
    assert form["version"] == f"daily-1+{made.body['id'][:8]}"
    with as_owner():
        entry = AuditEntry.objects.get(subject_id=made.body["id"])
    assert (entry.action, entry.actor_id, entry.client_ids) == ("create", okafor.pk, [maya.pk])


def test_what_is_not_an_urge_is_toward_nothing(browser, maya, okafor):
    habit = browser(okafor).post(_path(maya), {**WALK, "toward": "use"})
    plain = browser(okafor).post(_path(maya), {**DRINK, "toward": "", "label": "Shopping"})

    assert (habit.status, habit.body["toward"]) == (201, "")
    assert (plain.status, plain.body["toward"]) == (201, "other")


def test_there_is_room_for_five(browser, maya, okafor):
    staff = browser(okafor)
    made = [staff.post(_path(maya), {**WALK, "label": f"Thing {n}"}) for n in range(5)]

    sixth = staff.post(_path(maya), WALK)
    ended = staff.send("DELETE", _path(maya, made[1].body["item"]))
    instead = staff.post(_path(maya), WALK)

    assert [one.body["place"] for one in made] == [1, 2, 3, 4, 5]
    assert (sixth.status, sixth.body["code"]) == (409, "too_many_items")
    assert ended.status == 200
    assert (instead.status, instead.body["place"]) == (201, 2)


@pytest.mark.parametrize("label", ["Drinking after work", "drinking, after  WORK!"])
def test_nobody_is_asked_the_same_thing_twice(browser, maya, okafor, label):
    item_for(maya, okafor)
    again = browser(okafor).post(_path(maya), {**DRINK, "label": label})
    on_the_card = browser(okafor).post(
        f"/clients/{maya.pk}/diary-targets/", {"label": label, "kind": "urge", "scale": "0-5"}
    )

    assert (again.status, again.body["code"]) == (409, "already_asked")
    assert (on_the_card.status, on_the_card.body["code"]) == (409, "already_asked")


def test_what_the_diary_card_asks_the_check_in_does_not(browser, maya, okafor):
    target = target_for(maya, okafor, "Calling Dana")

    refused = browser(okafor).post(_path(maya), {**WALK, "label": "Calling Dana"})
    browser(okafor).send("DELETE", f"/clients/{maya.pk}/diary-targets/{target.pk}/")
    moved = browser(okafor).post(_path(maya), {**WALK, "label": "Calling Dana"})

    assert (refused.status, moved.status) == (409, 201)


def test_other_words_are_a_new_version_in_the_same_place(browser, maya, okafor, nadia):
    first = item_for(maya, okafor)
    change = {"label": "Drinking at night", "scale": "yes_no", "toward": "use"}

    changed = browser(nadia).send("PUT", _path(maya, first.item), change)

    assert changed.status == 200, changed
    assert (changed.body["version"], changed.body["place"], changed.body["kind"]) == (2, 1, "urge")
    assert changed.body["item"] == str(first.item)
    assert changed.body["id"] != str(first.pk)
    rows = browser(maya).get("/personal-items/", state="all").body["results"]
    assert [(row["label"], row["ended_at"] is None) for row in rows] == [
        (DRINK["label"], False), ("Drinking at night", True),
    ]  # fmt: skip


def test_a_change_that_changes_nothing_makes_no_version(browser, maya, okafor):
    first = item_for(maya, okafor)

    same = browser(okafor).send(
        "PUT", _path(maya, first.item), {name: DRINK[name] for name in ("label", "scale", "toward")}
    )

    assert (same.status, same.body["id"], same.body["version"]) == (200, str(first.pk), 1)


def test_words_may_be_changed_to_nearly_the_same_but_not_to_anothers(browser, maya, okafor):
    first = item_for(maya, okafor)
    item_for(maya, okafor, **WALK, toward="")

    nearly = browser(okafor).send(
        "PUT", _path(maya, first.item), {"label": "Drinking, after work", "scale": "0-10"}
    )
    anothers = browser(okafor).send(
        "PUT", _path(maya, first.item), {"label": WALK["label"], "scale": "0-10"}
    )

    assert (nearly.status, nearly.body["version"]) == (200, 2)
    assert (anothers.status, anothers.body["code"]) == (409, "already_asked")


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_an_ended_item_stays_ended(browser, maya, okafor, method):
    item = item_for(maya, okafor)
    staff, path = browser(okafor), _path(maya, item.item)
    staff.send("DELETE", path)

    again = staff.send(method, path, {"label": "x", "scale": "0-10"} if method == "PUT" else None)

    assert (again.status, again.body["code"]) == (409, "already_ended")
    assert browser(maya).get("/personal-items/").body["results"] == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"label": ""}, "label"),
        ({"label": "x" * 121}, "label"),
        ({"kind": "wish"}, "kind"),
        ({"scale": "0-5"}, "scale"),
        ({"toward": "food"}, "toward"),
        ({"why": "w" * 281}, "why"),
        ({"place": 3}, "place"),
    ],
)
def test_what_is_no_item_is_refused_by_its_field(browser, maya, okafor, wrong, field):
    refused = browser(okafor).post(_path(maya), {**DRINK, **wrong})

    assert (refused.status, list(refused.body["fields"])) == (400, [field])


@pytest.mark.parametrize("outsider", ["ben", "lee", "grace", "rosa", "tom", "ada", "maya"])
def test_nobody_else_sets_what_maya_is_asked(browser, maya, request, outsider):
    person = request.getfixturevalue(outsider)

    answers = [
        browser(person).get(_path(maya)),
        browser(person).post(_path(maya), WALK),
        browser(person).send("DELETE", _path(maya, uuid4())),
    ]

    assert {answer.status for answer in answers} == {404}
    with as_owner():
        assert not PersonalItem.objects.filter(client=maya).exists()


# What is answered.


def test_answers_are_kept_with_the_form_that_they_answer(browser, maya, okafor):
    urge, habit = item_for(maya, okafor), item_for(maya, okafor, **WALK, toward="")
    form = browser(maya).get("/check-in-form/").body
    items = {
        str(urge.pk).upper(): {"level": 4, "acted": False},
        str(habit.pk): {"value": True},
    }

    answer = browser(maya).post("/check-ins/", check_in(items=items, form_version=form["version"]))

    assert answer.status == 201, answer
    assert answer.body["form_version"] == form["version"]
    assert answer.body["items"] == {
        str(urge.pk): {"level": 4, "value": None, "acted": False},
        str(habit.pk): {"level": None, "value": True, "acted": None},
    }


def test_phones_that_know_no_items_go_on_as_they_were(browser, maya, okafor):
    item_for(maya, okafor)

    answer = browser(maya).post("/check-ins/", check_in())

    assert (answer.status, answer.body["form_version"], answer.body["items"]) == (
        201, "daily-1", {},
    )  # fmt: skip


def test_items_can_be_amended_and_sent_again(browser, maya, okafor):
    item, phone = item_for(maya, okafor), browser(maya)
    first = phone.post("/check-ins/", check_in(items={str(item.pk): {"level": 4}})).body
    amended = check_in(items={str(item.pk): {"level": 7, "acted": True}})
    path = f"/check-ins/{first['id']}/amendments/"

    answers = [phone.post(path, amended) for _ in range(2)]

    assert [answer.status for answer in answers] == [201, 200]
    assert answers[0].body["items"][str(item.pk)]["level"] == 7
    with as_owner():
        versions = CheckIn.objects.filter(client=maya, on=STORY_DAY).order_by("version")
        assert [row.items[str(item.pk)]["level"] for row in versions] == [4, 7]


def test_an_old_form_is_still_answered_by_a_phone_that_does_not_know_the_new(browser, maya, okafor):
    item = item_for(maya, okafor)
    old = browser(maya).get("/check-in-form/").body["version"]
    browser(okafor).send("PUT", _path(maya, item.item), {"label": "Beer", "scale": "yes_no"})
    assert browser(maya).get("/check-in-form/").body["version"] != old

    answer = browser(maya).post(
        "/check-ins/", check_in(form_version=old, items={str(item.pk): {"level": 2}})
    )

    assert (answer.status, answer.body["form_version"]) == (201, old)


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        ({"value": True}, "value"),
        ({"level": 11}, "level"),
        ({"level": "4"}, "level"),
        ({"strength": 4}, "strength"),
        ({"level": 4, "acted": "yes"}, "acted"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_by_its_path(browser, maya, okafor, answer, path):
    item = item_for(maya, okafor)

    refused = browser(maya).post("/check-ins/", check_in(items={str(item.pk): answer}))

    assert refused.status == 400, refused
    assert list(refused.body["fields"]) == [f"items.{item.pk}.{path}"]
    assert refused.body["detail"].endswith(".")


def test_only_urges_are_acted_on(browser, maya, okafor):
    habit = item_for(maya, okafor, **WALK, toward="")

    refused = browser(maya).post(
        "/check-ins/", check_in(items={str(habit.pk): {"value": True, "acted": True}})
    )

    assert list(refused.body["fields"]) == [f"items.{habit.pk}.acted"]


def test_items_of_others_are_no_items(browser, maya, ben, lee):
    bens = item_for(ben, lee)
    answers = [
        {"items": {str(bens.pk): {"level": 1}}},
        {"items": {"x": {"level": 1}}},
        {"items": {str(uuid4()): {"level": 1} for _ in range(21)}},
        {"form_version": f"daily-1+{bens.pk.hex[:8]}"},
        {"form_version": "daily-9"},
        {"form_version": "Daily 1"},
        {"form_version": "daily-1+"},
    ]

    refused = [browser(maya).post("/check-ins/", check_in(**answer)) for answer in answers]

    assert {one.status for one in refused} == {400}
    fields = [list(one.body["fields"])[0].partition(".")[0] for one in refused]  # noqa: RUF015
    assert fields == ["items", "items", "items", *["form_version"] * 4]
