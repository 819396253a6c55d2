"""Which days are open where, on clocks that are far away, change, or are wrong."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from checkins import rules
from core import clock
from tests.http import check_in
from tests.story import STORY_TIME, days_ago

ZONES = (
    "America/New_York",
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Europe/Dublin",
    "UTC",
)


FIRST, YEARS = datetime(2024, 1, 1, tzinfo=UTC), 6
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=366 * YEARS)).map(lambda ago: FIRST + ago)


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "at", "today"),
    [
        ("Pacific/Kiritimati", "2026-01-01T09:59:59+00:00", "2026-01-01"),
        ("Pacific/Kiritimati", "2026-01-01T10:00:00+00:00", "2026-01-02"),
        ("Etc/GMT+12", "2026-01-01T11:59:59+00:00", "2025-12-31"),
        ("Etc/GMT+12", "2026-01-01T12:00:00+00:00", "2026-01-01"),
        # The night clocks go forward in New York, and the night they go back.
        ("America/New_York", "2026-03-08T04:59:59+00:00", "2026-03-07"),
        ("America/New_York", "2026-03-08T05:00:00+00:00", "2026-03-08"),
        ("America/New_York", "2026-03-09T03:59:59+00:00", "2026-03-08"),
        ("America/New_York", "2026-03-09T04:00:00+00:00", "2026-03-09"),
        ("America/New_York", "2026-11-01T03:59:59+00:00", "2026-10-31"),
        ("America/New_York", "2026-11-01T04:00:00+00:00", "2026-11-01"),
        ("America/New_York", "2026-11-02T04:59:59+00:00", "2026-11-01"),
        ("America/New_York", "2026-11-02T05:00:00+00:00", "2026-11-02"),
        # Clocks that skip midnight itself.
        ("America/Havana", "2026-03-08T04:59:59+00:00", "2026-03-07"),
        ("America/Havana", "2026-03-08T05:00:00+00:00", "2026-03-08"),
        # A leap day.
        ("Asia/Kathmandu", "2028-02-28T18:15:00+00:00", "2028-02-29"),
    ],
)
def test_today_is_the_day_on_the_clients_clock(zone, at, today):
    moment = _moment(at)

    window = rules.open_days(recorded_at=moment, at=moment, zone=ZoneInfo(zone))

    last = date.fromisoformat(today)
    assert (window.first, window.last) == (last - timedelta(days=2), last)
    assert last in window
    assert last + timedelta(days=1) not in window
    assert last - timedelta(days=3) not in window


@given(
    at=MOMENTS,
    ago=st.timedeltas(timedelta(days=-40), timedelta(days=40)),
    zone=st.sampled_from(ZONES),
    day=st.integers(-45, 45),
)
def test_a_day_is_open_if_it_was_one_of_three_when_it_was_recorded(at, ago, zone, day):
    recorded = at - ago
    drifts = timedelta(0) < recorded - at <= timedelta(minutes=5)
    believed = timedelta(0) <= ago <= timedelta(days=30) or drifts
    there = (recorded if believed else at).astimezone(ZoneInfo(zone)).date()
    asked = at.date() + timedelta(days=day)

    window = rules.open_days(recorded_at=recorded, at=at, zone=ZoneInfo(zone))

    assert (asked in window) == (0 <= (there - asked).days <= 2)


@time_machine.travel(STORY_TIME, tick=False)
@pytest.mark.parametrize("zone", ZONES)
def test_the_api_keeps_to_the_days_of_the_zone(browser, maya, zone):
    today = STORY_TIME.astimezone(ZoneInfo(zone)).date()

    statuses = {
        offset: browser(maya)
        .post(
            "/check-ins/", check_in(timezone=zone, on=(today + timedelta(days=offset)).isoformat())
        )
        .status
        for offset in (-3, -2, -1, 0, 1)
    }

    assert statuses[-3] == statuses[1] == 400
    # Yesterday and the day before are in Maya's diary already, where the zone agrees with hers.
    assert {statuses[-2], statuses[-1], statuses[0]} <= {201, 409}


@pytest.mark.parametrize(
    ("ago", "late"),
    [
        (timedelta(0), False),
        (timedelta(hours=1), False),
        (timedelta(hours=1, microseconds=1), True),
        (timedelta(days=9), True),
        (timedelta(minutes=-3), False),
    ],
)
def test_late_is_more_than_an_hour(ago, late):
    assert rules.is_late(recorded_at=STORY_TIME - ago, received_at=STORY_TIME) is late


@time_machine.travel(STORY_TIME, tick=False)
@pytest.mark.parametrize(
    ("ago", "on", "status"),
    [
        # A phone that was offline: what it recorded is judged from then.
        (timedelta(days=20), days_ago(20), 201),
        (timedelta(days=20), days_ago(22), 201),
        (timedelta(days=20), days_ago(23), 400),
        (timedelta(days=20), days_ago(19), 400),
        (timedelta(days=30), days_ago(30), 201),
        (timedelta(days=30, seconds=1), days_ago(30), 400),
        # A clock that is a little fast, and one that is wrong.
        (timedelta(minutes=-4), days_ago(0), 201),
        (timedelta(days=-400), days_ago(0), 201),
        (timedelta(days=400), days_ago(0), 201),
        # What the wrong clock does not explain stays refused.
        (timedelta(days=-9), days_ago(-1), 400),
        (timedelta(days=40), days_ago(40), 400),
    ],
)
def test_phones_that_were_offline_or_whose_clock_is_wrong(browser, maya, ago, on, status):
    recorded = (STORY_TIME - ago).isoformat()

    answer = browser(maya).post("/check-ins/", check_in(on=on, recorded_at=recorded))

    assert answer.status == status, answer
    if status == 400:
        assert answer.body["fields"]["on"]
    else:
        assert answer.body["late"] is (ago > timedelta(hours=1))


def test_a_clock_that_is_minutes_fast_at_midnight_does_not_lose_a_check_in(browser, maya):
    midnight = clock.at_wall_clock(STORY_TIME.date() + timedelta(days=1), 0, "America/New_York")
    phone_says = midnight + timedelta(minutes=1)
    body = check_in(on=days_ago(-1), recorded_at=phone_says.isoformat())

    with time_machine.travel(midnight - timedelta(minutes=2), tick=False):
        answer = browser(maya).post("/check-ins/", body)

    assert answer.status == 201, answer


@pytest.mark.parametrize(
    ("day", "minute", "utc"),
    [
        ("2026-03-08", 90, "2026-03-08T06:30:00+00:00"),
        ("2026-03-08", 150, "2026-03-08T07:30:00+00:00"),  # 02:30 does not exist
        ("2026-11-01", 90, "2026-11-01T05:30:00+00:00"),  # 01:30 comes twice: the first
        ("2026-07-01", 1439, "2026-07-02T03:59:00+00:00"),
    ],
)
def test_wall_clocks_on_the_nights_when_they_change(day, minute, utc):
    moment = clock.at_wall_clock(date.fromisoformat(day), minute, "America/New_York")

    assert moment == _moment(utc)
