"""When a reminder is due, and when it is quiet: on the clocks of far places and on odd nights."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from program.rules import Wishes, is_quiet, reminder_due

NEW_YORK = ZoneInfo("America/New_York")
FAR = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Australia/Lord_Howe",
       "America/St_Johns", "Etc/GMT+12", "Africa/Casablanca"]  # fmt: skip


FIRST, LAST = datetime.fromisoformat("2024-01-01"), datetime.fromisoformat("2030-01-01")


def utc(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "starts_at", "due"),
    [
        ("America/New_York", "2026-01-15T14:00", "2026-01-14T23:00"),
        # Clocks go forward in the night before the session: the evening is still winter time.
        ("America/New_York", "2026-03-08T13:00", "2026-03-07T23:00"),
        ("America/New_York", "2026-03-09T13:00", "2026-03-08T22:00"),
        # Clocks go back in the night before the session: the evening is still summer time.
        ("America/New_York", "2026-11-01T14:00", "2026-10-31T22:00"),
        ("America/New_York", "2026-11-02T14:00", "2026-11-01T23:00"),
        # One instant is tomorrow's session in one place and today's in another.
        ("Pacific/Kiritimati", "2026-06-10T14:00", "2026-06-10T04:00"),
        ("Pacific/Pago_Pago", "2026-06-10T14:00", "2026-06-10T05:00"),
        ("Asia/Kathmandu", "2026-06-10T14:00", "2026-06-09T12:15"),
        # A session in the small hours belongs to the day that has just begun there.
        ("America/New_York", "2026-06-10T04:30", "2026-06-09T22:00"),
        ("America/New_York", "2026-06-10T03:30", "2026-06-08T22:00"),
    ],
)
def test_a_reminder_is_due_at_six_in_the_evening_before(zone, starts_at, due):
    found = reminder_due(starts_at=utc(starts_at), wishes=Wishes(), zone=ZoneInfo(zone))

    assert found == utc(due)


def test_a_minute_that_the_clocks_skip_becomes_the_one_after_the_gap():
    wishes = Wishes(evening_before=2 * 60 + 30)

    found = reminder_due(starts_at=utc("2026-03-09T13:00"), wishes=wishes, zone=NEW_YORK)

    assert found.astimezone(NEW_YORK).isoformat() == "2026-03-08T03:30:00-04:00"


def test_of_a_minute_that_happens_twice_the_first_is_meant():
    wishes = Wishes(evening_before=1 * 60 + 30)

    found = reminder_due(starts_at=utc("2026-11-02T14:00"), wishes=wishes, zone=NEW_YORK)

    assert found == utc("2026-11-01T05:30")


@example_settings(deadline=None)
@given(
    starts_at=st.datetimes(min_value=FIRST, max_value=LAST),
    zone=st.sampled_from(FAR),
    minute=st.integers(0, 1439),
)
def test_a_reminder_is_due_on_the_day_before_and_before_the_session(starts_at, zone, minute):
    starts_at, place = starts_at.replace(tzinfo=UTC), ZoneInfo(zone)

    due = reminder_due(starts_at=starts_at, wishes=Wishes(evening_before=minute), zone=place)

    session_day, due_day = starts_at.astimezone(place).date(), due.astimezone(place).date()
    assert session_day - due_day == timedelta(days=1)
    assert due < starts_at


@pytest.mark.parametrize(
    ("clock", "quiet"),
    [
        ("20:59", False), ("21:00", True), ("23:59", True), ("00:00", True), ("07:59", True),
        ("08:00", False), ("12:00", False),
    ],
)  # fmt: skip
def test_quiet_hours_reach_over_midnight(clock, quiet):
    at = datetime.fromisoformat(f"2026-06-10T{clock}").replace(tzinfo=NEW_YORK)

    assert is_quiet(at=at, wishes=Wishes(), zone=NEW_YORK) is quiet


@pytest.mark.parametrize(
    ("clock", "quiet"), [("12:59", False), ("13:00", True), ("14:59", True), ("15:00", False)]
)
def test_quiet_hours_may_lie_within_a_day(clock, quiet):
    at = datetime.fromisoformat(f"2026-06-10T{clock}").replace(tzinfo=NEW_YORK)
    wishes = Wishes(quiet_from=13 * 60, quiet_until=15 * 60)

    assert is_quiet(at=at, wishes=wishes, zone=NEW_YORK) is quiet


@pytest.mark.parametrize("hour", range(24))
def test_equal_ends_mean_no_quiet_hours(hour):
    at = datetime(2026, 6, 10, hour, tzinfo=NEW_YORK)
    wishes = Wishes(quiet_from=8 * 60, quiet_until=8 * 60)

    assert not is_quiet(at=at, wishes=wishes, zone=NEW_YORK)


def test_quiet_hours_follow_the_clock_on_the_wall_in_the_night_when_it_jumps():
    before, after = utc("2026-03-08T11:59"), utc("2026-03-08T12:00")

    assert is_quiet(at=before, wishes=Wishes(), zone=NEW_YORK)
    assert not is_quiet(at=after, wishes=Wishes(), zone=NEW_YORK)


@pytest.mark.parametrize("zone", FAR)
def test_the_same_instant_is_quiet_in_one_place_and_not_in_another(zone):
    noon_there = datetime.combine(date(2026, 6, 10), datetime.min.time(), ZoneInfo(zone))

    at = noon_there + timedelta(hours=12)

    assert not is_quiet(at=at, wishes=Wishes(), zone=ZoneInfo(zone))
    assert is_quiet(at=at + timedelta(hours=12), wishes=Wishes(), zone=ZoneInfo(zone))
