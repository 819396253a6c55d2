"""When a reminder is due: on the clocks of far places, on odd nights, and around quiet hours.

The oracle knows nothing of zones but what one instant looks like on a clock: it walks through the
minutes of UTC and looks.
"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from reminders.rules.defaults import Manner, Wish
from reminders.rules.planning import (
    DueFact,
    Facts,
    MedicationFact,
    SessionFact,
    Stay,
    before,
    coming,
)
from reminders.rules.quiet import is_quiet, place
from reminders.rules.taper import still_reminded
from reminders.rules.verdict import Standing, judge

ZONES = ("America/New_York", "Europe/Lisbon", "Australia/Lord_Howe", "America/Phoenix",
         "Asia/Kathmandu")  # fmt: skip
# Around both changes of every zone above, and days when nothing happens.
DAYS = (
    "2026-03-07", "2026-03-08", "2026-03-09", "2026-03-28", "2026-03-29", "2026-03-30",
    "2026-04-04", "2026-04-05", "2026-04-06", "2026-06-15", "2026-10-03", "2026-10-04",
    "2026-10-05", "2026-10-24", "2026-10-25", "2026-10-26", "2026-10-31", "2026-11-01",
    "2026-11-02", "2026-12-31",
)  # fmt: skip
PERSON, THING = UUID(int=1), UUID(int=2)
ALWAYS = (Stay(date(2026, 1, 1), None),)
MINUTE = timedelta(minutes=1)
examples = example_settings(deadline=None, max_examples=150)
odd_days = st.sampled_from(DAYS).map(date.fromisoformat)
zones = st.sampled_from(ZONES)
minutes = st.integers(0, 1439)


def shown(instant, zone):
    """Return the day and minute that clocks of a zone show."""
    local = instant.astimezone(ZoneInfo(zone))
    return local.date(), local.hour * 60 + local.minute


def oracle(day, minute, zone):
    """Walk through UTC until clocks first show the minute of that day.

    A minute that is skipped is meant as so long after the gap as it lies in it: what clocks would
    show had they not yet been changed.
    """
    instant = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=15)
    previous = shown(instant, zone)
    for _ in range(48 * 60):
        following = instant + MINUTE
        now = shown(following, zone)
        if now == (day, minute):
            return following
        gap = now[0] == day == previous[0] and previous[1] < minute < now[1]
        if gap:
            return following + MINUTE * (minute - previous[1] - 1)
        instant, previous = following, now
    raise AssertionError("no such minute")


def facts(zone, **known):
    quiet_free = Manner(zone=zone, quiet_from=0, quiet_until=0)
    return Facts(PERSON, known.pop("manner", quiet_free), ALWAYS, **known)


def around(day):
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    return {"now": noon - timedelta(days=2), "until": noon + timedelta(days=2)}


@examples
@given(day=odd_days, minute=minutes, zone=zones)
def test_a_days_minute_is_when_clocks_there_first_show_it(day, minute, zone):
    known = facts(zone, wishes={"check_in": Wish(times=(minute,))})

    rows = [one for one in coming(known, **around(day)) if one.kind == "check_in"]

    (found,) = [one.wished_at for one in rows if one.on == day]
    assert found == oracle(day, minute, zone)


@examples
@given(day=odd_days, minute=minutes, zone=zones, days=st.integers(1, 3))
def test_a_lead_of_whole_days_keeps_what_clocks_show(day, minute, zone, days):
    starts_at = oracle(day, minute, zone)

    found = before(starts_at, days * 1440, zone)

    eve, shown_minute = shown(starts_at, zone)
    assert found == oracle(eve - timedelta(days=days), shown_minute, zone)


@examples
@given(day=odd_days, minute=minutes, zone=zones, lead=st.integers(1, 1439))
def test_a_shorter_lead_is_time_that_passes(day, minute, zone, lead):
    starts_at = oracle(day, minute, zone)

    assert starts_at - before(starts_at, lead, zone) == MINUTE * lead


@examples
@given(day=odd_days, minute=minutes, zone=zones)
def test_medication_is_reminded_of_at_its_own_minute(day, minute, zone):
    row = MedicationFact(
        THING, (minute,), frozenset({day.isoweekday()}), day - timedelta(9), None, None
    )

    rows = [one for one in coming(facts(zone, medications=(row,)), **around(day))
            if one.kind == "medication"]  # fmt: skip

    (found,) = rows
    assert found.wished_at == oracle(day, minute, zone)
    assert found.until_at - found.wished_at == timedelta(hours=2)


quiet = st.tuples(minutes, minutes)


def quiet_by_hand(instant, hours, zone):
    """Say whether it is quiet by counting the minutes of a day off."""
    start, end = hours
    length = (end - start) % 1440
    return (shown(instant, zone)[1] - start) % 1440 < length


@examples
@given(day=odd_days, minute=minutes, zone=zones, hours=quiet)
def test_quiet_hours_are_those_of_the_persons_clock(day, minute, zone, hours):
    instant = oracle(day, minute, zone)
    manner = Manner(zone=zone, quiet_from=hours[0], quiet_until=hours[1])

    assert is_quiet(at=instant, manner=manner) == quiet_by_hand(instant, hours, zone)


@examples
@given(
    day=odd_days, minute=minutes, zone=zones, hours=quiet, lasts=st.integers(1, 2880),
    early=st.integers(0, 2880), kind=st.sampled_from(["session", "check_in", "medication"]),
)  # fmt: skip
def test_where_quiet_hours_put_a_reminder(day, minute, zone, hours, lasts, early, kind):
    wished, manner = oracle(day, minute, zone), Manner(zone, hours[0], hours[1])
    now, until = wished - MINUTE * early, wished + MINUTE * lasts

    placed = place(kind=kind, wished_at=wished, until_at=until, now=now, manner=manner)

    if not quiet_by_hand(wished, hours, zone):
        assert (placed.due_at, placed.sent, placed.silent) == (wished, True, False)
    elif kind == "medication":
        assert (placed.due_at, placed.silent) == (wished, True)
    elif placed.sent:
        assert not quiet_by_hand(placed.due_at, hours, zone)
        assert now <= placed.due_at < until
        later = placed.due_at > wished
        between = [
            wished + MINUTE * step for step in range(1, int((placed.due_at - wished) / MINUTE))
        ]
        assert not later or all(quiet_by_hand(one, hours, zone) for one in between)


def test_of_the_moments_of_a_session_that_have_passed_only_the_last_is_left():
    starts = datetime(2026, 6, 15, 14, tzinfo=UTC)
    known = facts("America/New_York", sessions=(SessionFact(THING, starts),))

    rows = coming(known, now=starts - timedelta(minutes=30), until=starts + timedelta(days=2))

    (only,) = [one for one in rows if one.kind == "session"]
    assert only.wished_at == starts - timedelta(hours=1)
    assert only.placed.due_at == starts - timedelta(minutes=30)


def test_an_exercise_and_a_refill_are_reminded_of_on_their_days():
    on = date(2026, 6, 15)
    pills = MedicationFact(THING, (), frozenset(), on - timedelta(9), None, on + timedelta(3))
    known = facts("UTC", exercises=(DueFact(THING, on),), medications=(pills,))

    rows = coming(known, **around(on))

    found = {(one.kind, one.on, one.wished_at.hour) for one in rows if one.subject_id}
    assert found == {("exercise", on, 17), ("refill", on, 10)}


@pytest.mark.parametrize(
    ("kind", "days"),
    [
        ("session", []),
        ("check_in", []),
        ("questionnaire", []),
        ("medication", range(28)),
        ("refill", range(28)),
        ("exercise", [*range(7), 7, 9, 11, 13, 14, 21]),
        ("evening_goal", [*range(7), 7, 9, 11, 13, 14, 21]),
    ],
)
def test_after_discharge_reminders_grow_fewer_and_end(kind, days):
    left = date(2026, 6, 1)

    found = [
        day
        for day in range(60)
        if still_reminded(kind=kind, on=left + timedelta(days=day), left_on=left)
    ]

    assert found == list(days)


NOON = datetime(2026, 6, 15, 16, tzinfo=UTC)
STANDING = Standing(Manner(zone="America/New_York"), channel="push")


@pytest.mark.parametrize(
    ("changes", "useless", "hours_left", "what", "reason"),
    [
        ({}, "", 1, "queue", ""),
        ({}, "done", 1, "skipped", "done"),
        ({}, "cancelled", 1, "withdrawn", "cancelled"),
        ({}, "left", 1, "withdrawn", "left"),
        ({}, "", 0, "skipped", "too_late"),
        ({"is_active": False}, "done", 1, "withdrawn", "left"),
        ({"kinds_off": frozenset({"session"})}, "", 1, "skipped", "switched_off"),
        ({"paused_until": NOON + MINUTE}, "", 1, "skipped", "paused"),
        ({"paused_until": NOON}, "", 1, "queue", ""),
        ({"manner": Manner("America/New_York", 0, 1439)}, "", 1, "skipped", "quiet_hours"),
    ],
)
def test_what_becomes_of_a_due_reminder(changes, useless, hours_left, what, reason):
    standing = Standing(**{**vars(STANDING), **changes})

    verdict = judge(
        kind="session", until_at=NOON + timedelta(hours=hours_left), useless=useless,
        standing=standing, now=NOON,
    )  # fmt: skip

    assert (verdict.what, verdict.reason) == (what, reason)
