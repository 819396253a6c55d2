"""Several devices and several clinicians at the same moment, each on a connection of its own."""

import pytest
import time_machine

from accounts.models import User
from backend import demo
from checkins.models import DiaryCard, DiaryTarget
from core.models import OutboxEntry
from tests.checkins.diary import TODAY, card
from tests.committed import at_once
from tests.http import Browser
from tests.story import STORY_TIME

CALLING_DANA = {"label": "Calling Dana", "kind": "urge", "scale": "0-5"}


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def person(name: str) -> User:
    return User.objects.get(pk=demo.key(name))


def test_eight_devices_send_the_same_card_and_it_is_stored_once(committed):
    body, phone = card(), Browser(person("maya"))

    answers = at_once(8, lambda _: phone.send("PUT", TODAY, body))

    assert sorted(answer.status for answer in answers) == [200] * 7 + [201]
    assert len({answer.body["id"] for answer in answers}) == 1
    assert DiaryCard.objects.filter(client=demo.key("maya")).count() == 1
    assert OutboxEntry.objects.filter(event="diary_card.received").count() == 1


def test_eight_changes_at_once_become_eight_versions_in_a_row(committed):
    phone = Browser(person("maya"))

    answers = at_once(8, lambda number: phone.send("PUT", TODAY, card(note=f"change {number}")))

    assert {answer.status for answer in answers} == {201}
    assert sorted(answer.body["version"] for answer in answers) == list(range(1, 9))


def test_of_changes_of_the_same_version_one_wins(committed):
    phone = Browser(person("maya"))
    phone.send("PUT", TODAY, card())

    answers = at_once(4, lambda _: phone.send("PUT", TODAY, card(base_version=1)))

    assert sorted(answer.status for answer in answers) == [201, 409, 409, 409]
    assert {answer.body.get("code") for answer in answers} == {None, "newer_version"}


def test_clinicians_adding_targets_at_once_keep_to_the_room_on_the_card(committed):
    path = f"/clients/{demo.key('maya')}/diary-targets/"
    staff = [Browser(person("okafor")), Browser(person("nadia"))]

    answers = at_once(
        8, lambda n: staff[n % 2].post(path, {**CALLING_DANA, "label": f"Calling {n}"})
    )

    assert sorted(answer.status for answer in answers) == [201] * 5 + [409] * 3
    assert DiaryTarget.objects.filter(client=demo.key("maya"), ended_at=None).count() == 5


def test_of_two_clinicians_ending_a_target_one_does(committed):
    path = f"/clients/{demo.key('maya')}/diary-targets/"
    staff = [Browser(person("okafor")), Browser(person("nadia"))]
    target = staff[0].post(path, CALLING_DANA).body["id"]

    answers = at_once(2, lambda number: staff[number].send("DELETE", f"{path}{target}/"))

    assert sorted(answer.status for answer in answers) == [200, 409]
