"""A phone with a wrong clock, travel, and the nights when clocks change, against another oracle."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from dateutil import tz
from hypothesis import example, given
from hypothesis import strategies as st

from checkins import rules
from tests.checkins.moments import lapse, urge
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

ZONES = (
    "America/New_York",
    "Europe/Lisbon",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Asia/Kathmandu",
)
FIRST = datetime(2024, 1, 1, tzinfo=UTC)
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=366 * 6)).map(lambda ago: FIRST + ago)
# An hour before and after each of both nights, in UTC.
NIGHTS = [
    ("America/New_York", "2026-03-08T07:00:00"), ("America/New_York", "2026-11-01T06:00:00"),
    ("Europe/Lisbon", "2026-03-29T01:00:00"), ("Europe/Lisbon", "2026-10-25T01:00:00"),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00"), ("Australia/Lord_Howe", "2026-10-03T15:30:00"),
]  # fmt: skip


@pytest.mark.parametrize(("zone", "at"), NIGHTS)
@pytest.mark.parametrize("minutes", [-1441, -1439, -61, -1, 0, 1, 29, 31, 61, 1439, 1441])
def test_the_days_around_the_nights_when_clocks_change(zone, at, minutes):
    moment = datetime.fromisoformat(at).replace(tzinfo=UTC) + timedelta(minutes=minutes)

    window = rules.open_days(recorded_at=moment, at=moment, zone=ZoneInfo(zone))

    assert window.last == moment.astimezone(tz.gettz(zone)).date()
    assert window.last - window.first == timedelta(days=2)


@given(at=MOMENTS, zone=st.sampled_from(ZONES))
@example(at=datetime(2026, 11, 1, 5, 59, 59, tzinfo=UTC), zone="America/New_York")
@example(at=datetime(2026, 4, 4, 14, 59, 59, tzinfo=UTC), zone="Australia/Lord_Howe")
def test_today_is_what_a_calendar_on_the_wall_there_says(at, zone):
    window = rules.open_days(recorded_at=at, at=at, zone=ZoneInfo(zone))

    assert window.last == at.astimezone(tz.gettz(zone)).date()


@given(at=MOMENTS, here=st.sampled_from(ZONES), there=st.sampled_from(ZONES))
def test_who_travels_finds_the_day_open_that_they_checked_in_for_before(at, here, there):
    """A flight of a day at most: the day of departure is among the three of arrival, or ahead."""
    left = rules.open_days(recorded_at=at, at=at, zone=ZoneInfo(here)).last
    landed = at + timedelta(hours=24)

    window = rules.open_days(recorded_at=landed, at=landed, zone=ZoneInfo(there))

    assert window.first <= left <= window.last + timedelta(days=1)


@given(
    at=MOMENTS,
    zone=st.sampled_from(ZONES),
    off=st.timedeltas(timedelta(days=-4000), timedelta(days=4000)),
    back=st.integers(0, 2),
)
def test_a_wrong_clock_means_the_servers_days(at, zone, off, back):
    """The phone says "today", "yesterday" or "the day before" by its own clock."""
    recorded = at + off
    its_day = recorded.astimezone(tz.gettz(zone)).date() - timedelta(days=back)
    surely_wrong = off > timedelta(minutes=5) or off < timedelta(days=-366)
    suspect = off > timedelta(minutes=5) or off < timedelta(days=-30)
    today = at.astimezone(tz.gettz(zone)).date()

    day = rules.judged_day(its_day, recorded_at=recorded, at=at, zone=ZoneInfo(zone))

    assert rules.is_clock_suspect(recorded_at=recorded, received_at=at) is suspect
    if surely_wrong and not today - timedelta(days=2) <= its_day <= today:
        assert day == today - timedelta(days=back)
    else:
        assert day == its_day


@given(at=MOMENTS, zone=st.sampled_from(ZONES), on=st.dates())
@example(at=FIRST, zone="Pacific/Kiritimati", on=date.max)
@example(at=FIRST, zone="America/New_York", on=date.min)
def test_no_clock_is_so_wrong_that_it_breaks_ours(at, zone, on):
    for recorded in (
        datetime(1, 1, 1, tzinfo=UTC),
        datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    ):
        rules.judged_day(on, recorded_at=recorded, at=at, zone=ZoneInfo(zone))

        assert rules.is_clock_suspect(recorded_at=recorded, received_at=at)


@time_machine.travel(STORY_TIME, tick=False)
@pytest.mark.parametrize(
    "recorded_at",
    [
        "1970-01-01T00:00:00Z", "1999-12-31T23:59:59Z", "2100-01-01T00:00:00Z",
        "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z",
        (STORY_TIME + timedelta(minutes=6)).isoformat(),
        (STORY_TIME - timedelta(days=31)).isoformat(),
    ],
)  # fmt: skip
def test_what_a_wrong_clock_recorded_is_kept_and_flagged(browser, maya, recorded_at):
    answer = browser(maya).post("/check-ins/", check_in(recorded_at=recorded_at))

    assert answer.status == 201, answer
    assert answer.body["clock_suspect"] is True
    assert answer.body["on"] == STORY_DAY.isoformat()


@time_machine.travel(STORY_TIME, tick=False)
@pytest.mark.parametrize(("ago", "suspect"), [(0, False), (29, False), (-1, True), (400, True)])
def test_urges_and_lapses_carry_the_same_flag(browser, maya, ago, suspect):
    recorded_at = (STORY_TIME - timedelta(days=ago)).isoformat()
    phone, on = browser(maya), days_ago(ago if not suspect else 0)

    logged = phone.send("PUT", f"/urges/{maya.pk}/", urge(recorded_at=recorded_at, on=on))
    told = phone.send("PUT", f"/lapses/{maya.pk}/", lapse(recorded_at=recorded_at, on=on))

    assert (logged.status, told.status) == (201, 201)
    assert (logged.body["clock_suspect"], told.body["clock_suspect"]) == (suspect, suspect)
    assert logged.body["late"] is (ago > 0)


@pytest.mark.parametrize(("wrong", "back"), [(3, 0), (3, 1), (-800, 0), (-800, 2)])
def test_a_phone_that_lives_on_another_day_is_heard_and_may_send_again_later(
    browser, maya, wrong, back
):
    there = STORY_TIME + timedelta(days=wrong)
    its_day = (STORY_DAY + timedelta(days=wrong - back)).isoformat()
    body = check_in(on=its_day, recorded_at=there.isoformat(), safety="unsafe")
    phone = browser(maya)

    with time_machine.travel(STORY_TIME, tick=False):
        # Maya has checked in on the days before; the part that a phone sends ahead joins them.
        first = phone.post("/check-ins/", {**body, "mood": None})
    with time_machine.travel(STORY_TIME + timedelta(days=1), tick=False):
        again = phone.post("/check-ins/", {**body, "mood": None})

    assert (first.status, again.status) == (201, 200), (first, again)
    assert first.body["on"] == (STORY_DAY - timedelta(days=back)).isoformat()
    assert first.body["clock_suspect"] is True
    assert again.body == first.body


@time_machine.travel(STORY_TIME, tick=False)
def test_a_day_ahead_is_refused_where_the_clock_does_not_explain_it(browser, maya):
    refused = browser(maya).post(
        "/check-ins/", check_in(on=days_ago(-1), recorded_at=STORY_TIME.isoformat())
    )

    assert (refused.status, list(refused.body["fields"])) == (400, ["on"])
