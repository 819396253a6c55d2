"""Step six, making one's surroundings safer, is the client's own until they share it."""

import pytest
import time_machine

from plans.models import SaferStep
from tests.conftest import as_owner
from tests.plans.words import RELAPSE, SAFETY, of_maya, pills, relapse_plan, safety_plan
from tests.story import STORY_TIME


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def phone(browser, maya):
    return browser(maya)


@pytest.fixture
def desk(browser, okafor):
    return browser(okafor)


@pytest.fixture
def okafors(maya):
    """The address of Maya's safety plan for Dr. Okafor."""
    return of_maya(maya, SAFETY)


def shown(answer):
    return answer.body["steps"]["safer"], answer.body["share_safer"]


def test_it_is_private_unless_maya_says_otherwise(phone, desk, okafors):
    phone.send("PUT", SAFETY, safety_plan(safer=pills()))

    assert shown(phone.get(SAFETY)) == (pills(), False)
    assert shown(desk.get(okafors)) == (None, False)
    assert "pills" not in desk.get(okafors).content.decode()
    assert "pills" not in desk.get(f"{okafors}history/").content.decode()


def test_maya_shares_it(phone, desk, okafors):
    phone.send("PUT", SAFETY, safety_plan(safer=pills(), share_safer=True))

    assert shown(phone.get(SAFETY)) == (pills(), True)
    assert shown(desk.get(okafors)) == (pills(), True)


def test_sharing_it_later_is_a_new_version_and_shows_nothing_older(phone, desk, okafors):
    phone.send("PUT", SAFETY, safety_plan(safer=pills("my brother")))
    phone.send("PUT", SAFETY, safety_plan(1, safer=pills("Jo")))

    shared = phone.send("PUT", SAFETY, safety_plan(2, share_safer=True))

    assert (shared.status, shared.body["version"]) == (201, 3)
    assert shown(desk.get(okafors)) == (pills("Jo"), True)
    history = desk.get(f"{okafors}history/").body["results"]
    assert [row["steps"]["safer"] for row in history] == [pills("Jo"), None, None]


def test_sharing_ends_for_every_version_at_once(phone, desk, okafors):
    phone.send("PUT", SAFETY, safety_plan(safer=pills(), share_safer=True))
    phone.send("PUT", SAFETY, safety_plan(1, safer=pills("Jo and Pia"), share_safer=True))

    phone.send("PUT", SAFETY, safety_plan(2, share_safer=False))

    assert shown(phone.get(SAFETY)) == (pills("Jo and Pia"), False)
    assert "pills" not in desk.get(okafors).content.decode()
    assert "pills" not in desk.get(f"{okafors}history/").content.decode()
    mine = phone.get(f"{SAFETY}history/").body["results"]
    assert [row["steps"]["safer"][0]["who"] for row in mine] == ["Jo and Pia", "Jo and Pia", "Jo"]


def test_left_out_it_stays_as_it_is(phone, desk, okafors):
    phone.send("PUT", SAFETY, safety_plan(safer=pills(), share_safer=True))

    changed = phone.send("PUT", SAFETY, safety_plan(1, alone="draw"))

    assert changed.status == 201
    assert shown(changed) == (pills(), True)
    assert shown(desk.get(okafors)) == (pills(), True)
    with as_owner():
        assert SaferStep.objects.count() == 1


def test_emptied_it_is_empty(phone):
    phone.send("PUT", SAFETY, safety_plan(safer=pills()))

    emptied = phone.send("PUT", SAFETY, safety_plan(1, safer=[]))

    assert (emptied.status, shown(emptied)) == (201, ([], False))


@pytest.mark.parametrize("safer", [None, []])
def test_dr_okafors_changes_keep_what_she_does_not_see(phone, desk, okafors, safer):
    phone.send("PUT", SAFETY, safety_plan(safer=pills()))

    changed = desk.send("PUT", okafors, safety_plan(1, alone="draw", safer=safer))

    assert (changed.status, shown(changed)) == (201, (None, False))
    assert shown(phone.get(SAFETY)) == (pills(), False)
    assert phone.get(SAFETY).body["version"] == 2


def test_dr_okafor_writes_nothing_into_a_private_step(phone, desk, okafors):
    phone.send("PUT", SAFETY, safety_plan(safer=pills()))

    refused = desk.send("PUT", okafors, safety_plan(1, safer=pills("me")))

    assert (refused.status, refused.body["code"]) == (400, "invalid")
    assert list(refused.body["fields"]["steps"]) == ["safer"]
    assert phone.get(SAFETY).body["version"] == 1


def test_dr_okafor_writes_into_a_shared_step(phone, desk, okafors):
    phone.send("PUT", SAFETY, safety_plan(share_safer=True))

    agreed = desk.send("PUT", okafors, safety_plan(1, safer=pills("Dr. Okafor")))

    assert (agreed.status, shown(agreed)) == (201, (pills("Dr. Okafor"), True))
    assert shown(phone.get(SAFETY)) == (pills("Dr. Okafor"), True)


def test_only_maya_turns_sharing_on(desk, okafors):
    refused = desk.send("PUT", okafors, safety_plan(share_safer=True))

    assert (refused.status, list(refused.body["fields"])) == (400, ["share_safer"])


def test_a_relapse_prevention_plan_has_no_such_step(phone):
    with_step = phone.send("PUT", RELAPSE, relapse_plan(safer=pills()))
    with_switch = phone.send("PUT", RELAPSE, {**relapse_plan(), "share_safer": True})

    assert list(with_step.body["fields"]["steps"]) == ["safer"]
    assert list(with_switch.body["fields"]) == ["share_safer"]
    assert (with_step.status, with_switch.status) == (400, 400)
