"""The rota's editor: turns once and weekly, swaps, and what it refuses by field or by name."""

from datetime import timedelta

import pytest
import time_machine

from alerts.models import RotaShift
from backend import demo
from core import clock
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ZONE = "America/New_York"
RIVER = str(demo.key("Riverside IOP"))


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _turn(person, *, starts=HOUR, ends=9 * HOUR, **changes):
    return {
        "program": RIVER, "person": str(person.pk), "place": "on_call",
        "starts_at": (STORY_TIME + starts).isoformat(),
        "ends_at": (STORY_TIME + ends).isoformat(), **changes,
    }  # fmt: skip


def _weekly(person, **changes):
    return {
        "program": RIVER, "person": str(person.pk), "place": "on_call", "weekdays": [0, 4],
        "begins": 17 * 60, "ends": 9 * 60, "first_on": (STORY_DAY + DAY).isoformat(), "weeks": 26,
        **changes,
    }  # fmt: skip


def test_two_people_are_not_on_call_in_one_place_at_one_time(browser, ada, okafor, nadia):
    first = browser(ada).post("/rota/", _turn(okafor))
    second = browser(ada).post("/rota/", _turn(nadia, starts=8 * HOUR, ends=10 * HOUR))
    after = browser(ada).post("/rota/", _turn(nadia, starts=9 * HOUR, ends=10 * HOUR))
    beside = browser(ada).post("/rota/", _turn(nadia, place="backup"))

    assert (first.status, second.status, after.status, beside.status) == (201, 409, 201, 201)
    assert second.body["code"] == "taken"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts": -HOUR}, "starts_at"),
        ({"ends": HOUR}, "ends_at"),
        ({"ends": 8 * DAY}, "ends_at"),
        ({"starts": 400 * DAY, "ends": 401 * DAY}, "starts_at"),
        ({"place": "janitor"}, "place"),
        ({"starts_at": None}, "starts_at"),
    ],
)
def test_a_turn_that_cannot_be_meant_is_refused_by_field(browser, ada, okafor, changes, field):
    answer = browser(ada).post("/rota/", _turn(okafor, **changes))

    assert (answer.status, list(answer.body["fields"])) == (400, [field])


def test_only_clinicians_are_on_call(browser, ada, maya):
    answer = browser(ada).post("/rota/", _turn(maya))

    assert list(answer.body["fields"]) == ["person"]


def test_a_weekly_turn_keeps_its_wall_clock_when_clocks_change(browser, ada, okafor):
    answer = browser(ada).post("/rota/weekly/", _weekly(okafor))

    with as_owner():
        rows = list(RotaShift.objects.filter(person=okafor))
    zone = clock.zone(ZONE)
    begins = {row.starts_at.astimezone(zone).strftime("%a %H:%M") for row in rows}
    ends = {row.ends_at.astimezone(zone).strftime("%a %H:%M") for row in rows}
    assert answer.status == 201
    assert len(rows) == len(answer.body["shifts"]) == 52
    assert (begins, ends) == ({"Mon 17:00", "Fri 17:00"}, {"Tue 09:00", "Sat 09:00"})
    # Half a year holds a night on which clocks change.
    assert len({row.starts_at.hour for row in rows}) == 2


def test_all_weekly_turns_are_kept_or_none(browser, ada, okafor, nadia):
    with as_owner():
        RotaShift.objects.create(
            program_id=RIVER, person=nadia, place="on_call", starts_at=STORY_TIME + 60 * DAY,
            ends_at=STORY_TIME + 67 * DAY,
        )  # fmt: skip

    answer = browser(ada).post("/rota/weekly/", _weekly(okafor))

    assert (answer.status, answer.body["code"]) == (409, "taken")
    with as_owner():
        assert not RotaShift.objects.filter(person=okafor).exists()


def test_what_is_left_of_a_running_turn_is_swapped_and_what_was_stays(browser, ada, okafor, nadia):
    made = browser(ada).post("/rota/", _turn(okafor)).body
    person = {"person": str(nadia.pk)}

    with time_machine.travel(STORY_TIME + 3 * HOUR, tick=False):
        swapped = browser(ada).post(f"/rota/{made['id']}/swap/", person)
        taken_off = browser(ada).send("DELETE", f"/rota/{made['id']}/")
    with time_machine.travel(STORY_TIME + 9 * HOUR, tick=False):
        over = browser(ada).post(f"/rota/{swapped.body['id']}/swap/", person)

    with as_owner():
        rows = list(RotaShift.objects.order_by("starts_at"))
    assert [(row.person_id, row.ends_at - row.starts_at) for row in rows] == [
        (okafor.pk, 2 * HOUR), (nadia.pk, 6 * HOUR),
    ]  # fmt: skip
    assert [taken_off.body["code"], over.body["code"]] == ["over", "over"]


def test_a_turn_that_is_to_come_is_swapped_whole_or_deleted(browser, ada, okafor, nadia):
    made = browser(ada).post("/rota/", _turn(okafor)).body

    swapped = browser(ada).post(f"/rota/{made['id']}/swap/", {"person": str(nadia.pk)}).body
    deleted = browser(ada).send("DELETE", f"/rota/{made['id']}/")

    assert (swapped["id"], swapped["person"]["name"]) == (made["id"], nadia.name)
    assert deleted.status == 204
    with as_owner():
        assert not RotaShift.objects.exists()


def test_the_rota_shows_turns_and_the_gaps_that_are_to_come(browser, ada, okafor):
    browser(ada).post("/rota/", _turn(okafor))
    days = {"from": STORY_DAY.isoformat(), "to": (STORY_DAY + 7 * DAY).isoformat()}

    found = browser(ada).get("/rota/", program=RIVER, **days).body
    too_long = browser(ada).get(
        "/rota/", program=RIVER, **{**days, "to": (STORY_DAY + 90 * DAY).isoformat()}
    )

    assert [row["person"]["name"] for row in found["shifts"]] == [okafor.name]
    assert found["gaps"]
    assert all(gap["starts_at"] >= STORY_TIME.isoformat()[:19] for gap in found["gaps"])
    assert list(too_long.body["fields"]) == ["to"]
