"""Many hands at once, each in its own transaction: items keep to five, entries stay one."""

from uuid import uuid4

import pytest
import time_machine

from accounts.models import User
from backend import demo
from checkins.models import Lapse, PersonalItem, UrgeLog
from core.models import OutboxEntry
from tests.checkins.moments import WALK, lapse, urge
from tests.committed import at_once
from tests.http import Browser, check_in
from tests.story import STORY_TIME


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def person(name: str) -> User:
    return User.objects.get(pk=demo.key(name))


def test_clinicians_adding_items_at_once_keep_to_five(committed):
    path = f"/clients/{demo.key('maya')}/personal-items/"
    staff = [Browser(person("okafor")), Browser(person("nadia"))]

    answers = at_once(8, lambda n: staff[n % 2].post(path, {**WALK, "label": f"Thing {n}"}))

    assert sorted(answer.status for answer in answers) == [201] * 5 + [409] * 3
    places = PersonalItem.objects.filter(client=demo.key("maya")).values_list("place", flat=True)
    assert sorted(places) == [1, 2, 3, 4, 5]


def test_the_same_words_at_once_are_asked_once(committed):
    client = demo.key("maya")
    staff = Browser(person("okafor"))
    card = {"label": WALK["label"], "kind": "habit", "scale": "yes_no"}

    answers = at_once(
        4,
        lambda n: (
            staff.post(f"/clients/{client}/personal-items/", WALK)
            if n % 2
            else staff.post(f"/clients/{client}/diary-targets/", card)
        ),
    )

    assert sorted(answer.status for answer in answers) == [201, 409, 409, 409]


@pytest.mark.parametrize(
    ("kind", "body", "table", "event"),
    [("urges", urge, UrgeLog, "urge.logged"), ("lapses", lapse, Lapse, "lapse.reported")],
)
def test_eight_devices_send_the_same_and_it_is_stored_once(committed, kind, body, table, event):
    sent, path, phone = body(), f"/{kind}/{uuid4()}/", Browser(person("maya"))

    answers = at_once(8, lambda _: phone.send("PUT", path, sent))

    assert sorted(answer.status for answer in answers) == [200] * 7 + [201]
    assert table.objects.filter(client=demo.key("maya")).count() == 1
    news = OutboxEntry.objects.filter(event=event, subscriber__startswith="alerts.")
    assert news.count() == 1


def test_changes_at_once_become_versions_in_a_row(committed):
    path, phone = f"/urges/{uuid4()}/", Browser(person("maya"))

    answers = at_once(6, lambda n: phone.send("PUT", path, urge(after=n)))

    assert {answer.status for answer in answers} == {201}
    assert sorted(answer.body["version"] for answer in answers) == list(range(1, 7))


def test_a_part_and_the_whole_form_at_once_are_both_kept(committed):
    phone, part = Browser(person("maya")), check_in(safety="unsafe")
    del part["mood"]
    bodies = [part, check_in(mood=3)]

    answers = at_once(2, lambda n: phone.post("/check-ins/", bodies[n]))

    assert {answer.status for answer in answers} == {201}
    newest = max((answer.body for answer in answers), key=lambda row: row["version"])
    assert (newest["version"], newest["mood"], newest["safety"]) == (2, 3, "unsafe")
