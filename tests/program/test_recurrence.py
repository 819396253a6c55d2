"""Days of a rule and minutes on a wall clock, against an oracle that is written another way."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from program.models import Program, Series
from program.rules import recurrence
from program.services.occurrences import occurrence

ZONES = ("America/New_York", "Europe/Lisbon", "Australia/Lord_Howe", "America/Phoenix",
         "Asia/Kathmandu")  # fmt: skip
NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = timedelta(days=1)
# The days on which these zones' clocks change, and those around them.
CHANGES = [
    date(2026, 3, 8), date(2026, 11, 1), date(2027, 3, 14),
    date(2026, 3, 29), date(2026, 10, 25), date(2026, 4, 5), date(2026, 10, 4),
]  # fmt: skip
near_a_change = st.builds(
    lambda day, off: day + timedelta(days=off), st.sampled_from(CHANGES), st.integers(-3, 3)
)
any_day = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def shows(moment, zone):
    """Return what clocks in a zone show: the oracle reads, it never sets."""
    return moment.astimezone(ZoneInfo(zone))


def first_showing(day, minute, zone):
    """Return the first moment at which clocks show that minute on that day, or None.

    Looks at every minute from well before to well after, and asks what clocks show.
    """
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=16)
    for step in range(48 * 60):
        moment = start + timedelta(minutes=step)
        wall = shows(moment, zone)
        if wall.date() == day and wall.hour * 60 + wall.minute == minute:
            return moment
    return None


def a_session(day, minute, zone, minutes=60):
    series = Series(
        program=Program(timezone=zone), kind="group", title="G", rule="FREQ=DAILY",
        anchor_on=day, starts_on=day, minute_of_day=minute, minutes=minutes,
        telehealth_url="https://video.example.org",
    )  # fmt: skip
    return occurrence(series, day)


@example_settings(deadline=None, max_examples=150)
@given(
    day=st.one_of(near_a_change, any_day), minute=st.integers(0, 1439), zone=st.sampled_from(ZONES)
)
def test_a_session_begins_when_clocks_show_its_minute(day, minute, zone):
    found = a_session(day, minute, zone)

    right = first_showing(day, minute, zone)
    if right is not None:
        assert found.starts_at == right
        return
    # Clocks skip that minute: it begins as long after the skip as it was meant to.
    before = first_showing(day, minute - 60 if minute >= 60 else 0, zone)
    assert before is not None
    assert timedelta(0) < found.starts_at - before <= timedelta(hours=1)


@example_settings(deadline=None)
@given(day=near_a_change, zone=st.sampled_from(ZONES), minutes=st.integers(5, 720))
def test_a_session_lasts_as_long_as_it_says_also_in_such_a_night(day, zone, minutes):
    found = a_session(day, 30, zone, minutes)

    assert found.ends_at - found.starts_at == timedelta(minutes=minutes)


@pytest.mark.parametrize("zone", ZONES)
def test_nine_stays_nine_through_a_whole_year(zone):
    days = [date(2026, 1, 1) + timedelta(days=offset) for offset in range(366)]

    hours = {
        (wall.hour, wall.minute)
        for wall in (shows(a_session(day, 9 * 60, zone).starts_at, zone) for day in days)
    }

    assert hours == {(9, 0)}


def test_both_changes_move_the_moment_and_not_the_hour():
    march = [a_session(date(2026, 3, day), 540, "America/New_York").starts_at for day in (7, 9)]
    november = [
        a_session(day, 540, "America/New_York").starts_at
        for day in (date(2026, 10, 31), date(2026, 11, 2))
    ]
    half = [a_session(date(2026, 10, day), 540, "Australia/Lord_Howe").starts_at for day in (3, 5)]

    assert march[1] - march[0] == timedelta(hours=47)
    assert november[1] - november[0] == timedelta(hours=49)
    assert half[1] - half[0] == timedelta(hours=47, minutes=30)


def weekly_by_hand(anchor, interval, days, first, last):
    """Walk every day; keep it when its name fits and its week is one of those that count."""
    monday = anchor - timedelta(days=anchor.weekday())
    found, day = [], anchor
    while day <= last:
        weeks = (day - timedelta(days=day.weekday()) - monday).days // 7
        if NAMES[day.weekday()] in days and weeks % interval == 0 and day >= first:
            found.append(day)
        day += DAY
    return found


@example_settings(deadline=None)
@given(
    anchor=any_day,
    interval=st.integers(1, 4),
    names=st.sets(st.sampled_from(NAMES), min_size=1),
    skip=st.integers(0, 200),
    length=st.integers(0, 120),
)
def test_weekly_days_are_those_that_one_finds_by_walking(anchor, interval, names, skip, length):
    rule = f"FREQ=WEEKLY;INTERVAL={interval};BYDAY={','.join(sorted(names, key=NAMES.index))}"
    first = anchor + timedelta(days=skip)
    last = first + timedelta(days=length)

    found = recurrence.days(recurrence.checked(rule), anchor=anchor, first=first, last=last)

    assert found == weekly_by_hand(anchor, interval, names, first, last)


def monthly_by_hand(anchor, place, name, last):
    """Keep the days of that name that are the n-th, or the last, of their month."""
    found, day = [], anchor
    while day <= last:
        is_last = (day + timedelta(days=7)).month != day.month
        nth = (day.day - 1) // 7 + 1
        if NAMES[day.weekday()] == name and (is_last if place == -1 else nth == place):
            found.append(day)
        day += DAY
    return found


@example_settings(deadline=None)
@given(anchor=any_day, place=st.sampled_from([1, 2, 3, 4, -1]), name=st.sampled_from(NAMES))
def test_monthly_days_are_those_that_one_finds_by_walking(anchor, place, name):
    last = anchor + timedelta(days=300)

    found = recurrence.days(f"FREQ=MONTHLY;BYDAY={place}{name}", anchor=anchor, first=anchor,
                            last=last)  # fmt: skip

    assert found == monthly_by_hand(anchor, place, name, last)


def test_a_count_and_an_end_are_kept():
    anchor = date(2026, 1, 5)
    far = anchor + timedelta(days=300)

    counted = recurrence.days("FREQ=DAILY;COUNT=3", anchor=anchor, first=anchor, last=far)
    ended = recurrence.days("FREQ=DAILY;UNTIL=20260107", anchor=anchor, first=anchor, last=far)

    assert counted == ended == [anchor, anchor + DAY, anchor + 2 * DAY]


def test_a_period_before_the_rule_has_no_days_and_a_long_one_ends_somewhere():
    anchor = date(2026, 1, 5)

    before = recurrence.days("FREQ=DAILY", anchor=anchor, first=date(2025, 1, 1),
                             last=date(2025, 2, 1))  # fmt: skip
    long = recurrence.days("FREQ=DAILY", anchor=anchor, first=anchor, last=date(2090, 1, 1))

    assert before == []
    assert len(long) == recurrence.MOST_DAYS


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("", "Write a rule"),
        ("FREQ=HOURLY", "FREQ cannot be HOURLY."),
        ("BYDAY=MO", "A rule says FREQ."),
        ("FREQ=WEEKLY;FREQ=DAILY", "Say each part of a rule once."),
        ("FREQ=WEEKLY;BYHOUR=9", "A rule may not say BYHOUR."),
        ("FREQ=WEEKLY;BYDAY=XX", "BYDAY cannot be XX."),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL cannot be 0."),
        ("FREQ=DAILY;INTERVAL=99", "INTERVAL cannot be 99."),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270101", "A rule ends by COUNT or by UNTIL, not by both."),
        ("FREQ=DAILY;UNTIL=20270231", "This rule cannot be read."),
        ("FREQ=WEEKLY;BYDAY=2MO", "Only a monthly rule counts days of a month."),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "BYMONTHDAY cannot be 31."),
        ("FREQ=DAILY\nEXDATE:20260101", "FREQ cannot be DAILY"),
        ("FREQ=DAILY;" * 30, "Write a rule"),
    ],
)
def test_a_rule_that_no_timetable_needs_is_refused_with_a_sentence(rule, sentence):
    with pytest.raises(recurrence.RuleInvalid) as refusal:
        recurrence.checked(rule)

    assert str(refusal.value).startswith(sentence)


@given(st.text(max_size=60))
def test_whatever_is_written_is_a_rule_or_is_refused(text):
    try:
        rule = recurrence.checked(text)
    except recurrence.RuleInvalid:
        return
    recurrence.days(rule, anchor=date(2026, 1, 1), first=date(2026, 1, 1), last=date(2026, 3, 1))


def test_a_rule_may_be_written_small_and_with_its_name():
    assert recurrence.checked(" rrule:freq=weekly;byday=mo,we ") == "FREQ=WEEKLY;BYDAY=MO,WE"
