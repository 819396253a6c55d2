"""A session that rests too long is over at the server, and says so; polling keeps nobody here."""

from datetime import timedelta

import pytest
import time_machine

from accounts import rules
from core import clock
from core.models import AuditEntry
from tests.accounts.doors import App, Web
from tests.conftest import as_owner

DOORS = pytest.mark.parametrize("door", [Web, App], ids=["browser", "app"])


class Watched(Web):
    """A browser that says for how long nobody touched it, and whether others use the phone."""

    def __init__(self, *, idle: int = 0, shared: bool = False) -> None:
        super().__init__()
        self.idle, self.shared = idle, shared

    def headers(self) -> dict[str, str]:
        more = {"X-Shared-Phone": "1"} if self.shared else {}
        return {**super().headers(), "X-Idle-Seconds": str(self.idle), **more}


def _after(device, began, *steps):
    """Ask at each of these minutes, with nobody at the device since; return the last answer."""
    for minutes, idle in steps:
        device.idle = idle * 60
        with time_machine.travel(began + timedelta(minutes=minutes), tick=False):
            answer = device.api("GET", "/me/")
    return answer


@DOORS
def test_staff_who_rest_are_signed_out_and_told_why(door, okafor):
    device = door()
    device.sign_in(okafor)

    with time_machine.travel(clock.now() + timedelta(minutes=16)):
        first = device.api("GET", "/me/")
        again = device.api("GET", "/alerts/")

    for answer in (first, again):
        assert (answer.status_code, answer.json()["code"]) == (401, "session_ended")
    with as_owner():
        entry = AuditEntry.objects.filter(action="session_ended").latest("at")
    assert (entry.subject_id, entry.detail) == (okafor.pk, "idle")


def test_an_inbox_that_asks_by_itself_keeps_nobody_signed_in(okafor):
    device, began = Watched(), clock.now()
    device.sign_in(okafor)

    polls = [(minute, minute) for minute in range(1, 15)]

    assert _after(device, began, *polls).status_code == 200
    assert _after(device, began, (16, 16)).json()["code"] == "session_ended"


def test_who_touches_the_app_stays(okafor):
    device, began = Watched(), clock.now()
    device.sign_in(okafor)

    touched = [(minute, 0) for minute in range(10, 60, 10)]

    assert _after(device, began, *touched).status_code == 200


def test_nobody_stays_longer_than_twelve_hours(okafor):
    device, began = Watched(), clock.now()
    device.sign_in(okafor)

    touched = [(minute, 0) for minute in range(10, 720, 10)]

    assert _after(device, began, *touched).status_code == 200
    assert _after(device, began, (721, 0)).json()["code"] == "session_ended"


def test_a_shared_phone_is_left_after_ten_minutes_and_ones_own_is_not(maya, ben):
    shared, own, began = Watched(shared=True), Watched(), clock.now()
    shared.sign_in(maya)
    own.sign_in(ben)

    assert _after(shared, began, (9, 9)).status_code == 200
    assert _after(shared, began, (11, 11)).json()["code"] == "session_ended"
    assert _after(own, began, (60 * 24 * 29, 60 * 24)).status_code == 200


def test_a_session_on_ones_own_phone_lasts_anew_with_each_day(maya):
    device, began = Watched(), clock.now()
    device.sign_in(maya)

    days = [(60 * 24 * day, 0) for day in range(10, 100, 10)]
    answer = _after(device, began, *days, days[-1])

    assert answer.status_code == 200
    with as_owner():
        opened = AuditEntry.objects.filter(action="open_record", client_ids=[maya.pk])
        assert opened.count() == len(days)


def test_changes_of_the_account_end_with_the_session(okafor):
    device, began = Watched(), clock.now()
    device.sign_in(okafor)

    with time_machine.travel(began + timedelta(minutes=16)):
        answer = device.auth("GET", "/account/authenticators")
        after = device.api("GET", "/me/")

    assert answer.status_code == 401
    assert after.json()["code"] == "session_ended"


def test_what_is_for_everybody_stays_open_and_one_can_come_back(okafor):
    device, began = Watched(), clock.now()
    device.sign_in(okafor)

    with time_machine.travel(began + timedelta(minutes=20)):
        device.api("GET", "/me/")
        open_page = device.api("GET", "/public/lessons/")
        device.sign_in(okafor)
        back = device.api("GET", "/alerts/")

    assert (open_page.status_code, back.status_code) == (200, 200)


@pytest.mark.parametrize("header", ["", "-1", "x", "1e9", "9" * 40, "٣"])
def test_nonsense_in_the_header_breaks_nothing(header):
    assert 0 <= rules.seconds_idle(header) <= rules.DAY


@pytest.mark.parametrize(
    ("address", "short"),
    [("192.0.2.77", "192.0.…"), ("2001:db8:1:2::9", "2001:0db8:0001:…"), ("?", "")],
)
def test_an_address_in_the_list_is_only_half_of_it(address, short):
    assert rules.short_address(address) == short


@pytest.mark.parametrize(
    ("agent", "device"),
    [
        (
            "Mozilla/5.0 (Linux; Android 14) Chrome/126.0 Mobile Safari/537.36",
            ("Chrome", "Android"),
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5) Version/17.5 Safari/604.1",
            ("Safari", "iPhone"),
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/126.0 Safari/537.36 Edg/126.0", ("Edge", "Windows")),
        ("curl/8", ("", "")),
    ],
)
def test_a_device_has_a_name_that_people_know(agent, device):
    assert rules.device_of(agent) == device


def test_who_writes_for_long_is_kept_by_being_heard_of_and_by_nothing_else(okafor, nadia):
    heard, unheard, began = Watched(), Watched(), clock.now()
    heard.sign_in(okafor)
    unheard.sign_in(nadia)

    # Each four minutes, half a minute after a touch: as the web says it of somebody who types.
    for minutes in range(4, 44, 4):
        heard.idle = 30
        with time_machine.travel(began + timedelta(minutes=minutes), tick=False):
            assert heard.api("GET", "/me/").status_code == 200, minutes
    with time_machine.travel(began + timedelta(minutes=44), tick=False):
        saved = heard.api("GET", "/alerts/")
        lost = unheard.api("GET", "/alerts/")

    assert saved.status_code == 200
    assert (lost.status_code, lost.json()["code"]) == (401, "session_ended")
