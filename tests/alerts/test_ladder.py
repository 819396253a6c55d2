"""When an alert must be answered, by when a client is looked after, and who is told next.

No database: hours are given. Days and minutes are the program's own, also when clocks change.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts import ladder
from alerts.ladder import families, times
from alerts.models import Family, Place, Tier
from core import clock

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ZONE = "America/New_York"
USUAL = ladder.Hours(ZONE, dict.fromkeys(range(5), (9 * 60, 17 * 60)))


def _local(day: str, wall: str) -> datetime:
    """Return a moment by the clocks of New York in the winter of 2026 (five hours behind)."""
    return datetime.fromisoformat(f"{day}T{wall}:00-05:00")


MONDAY, TUESDAY, FRIDAY, SATURDAY = "2026-11-23", "2026-11-24", "2026-11-27", "2026-11-28"


@pytest.mark.parametrize(
    ("tier", "waits"),
    [
        ("critical", [15 * MINUTE, 15 * MINUTE, 30 * MINUTE, 30 * MINUTE, 30 * MINUTE]),
        ("high", [HOUR, 3 * HOUR, 4 * HOUR, 4 * HOUR, 4 * HOUR]),
    ],
)
@pytest.mark.parametrize("told_at", [_local(MONDAY, "10:00"), _local(SATURDAY, "03:00")])
def test_each_rung_has_its_time_day_and_night_and_the_last_time_repeats(tier, waits, told_at):
    for rung, expected in enumerate(waits):
        by = ladder.answer_by(tier=tier, rung=rung, told_at=told_at, hours=USUAL)

        assert by == told_at + expected


@pytest.mark.parametrize(
    ("told_at", "rung", "by"),
    [
        (_local(MONDAY, "10:00"), 0, _local(TUESDAY, "17:00")),
        (_local(MONDAY, "23:59"), 0, _local(TUESDAY, "17:00")),
        (_local(FRIDAY, "10:00"), 0, _local("2026-11-30", "17:00")),
        (_local(SATURDAY, "10:00"), 0, _local("2026-11-30", "17:00")),
        (_local(MONDAY, "10:00"), 1, _local("2026-11-25", "17:00")),
        (_local(MONDAY, "10:00"), 9, _local(TUESDAY, "17:00")),
    ],
)
def test_a_medium_one_waits_for_working_days(told_at, rung, by):
    assert ladder.answer_by(tier="medium", rung=rung, told_at=told_at, hours=USUAL) == by


@pytest.mark.parametrize(
    ("tier", "raised_at", "by"),
    [
        ("critical", _local(SATURDAY, "03:00"), _local(SATURDAY, "03:15")),
        ("high", _local(MONDAY, "10:00"), _local(MONDAY, "17:00")),
        ("high", _local(MONDAY, "02:00"), _local(MONDAY, "17:00")),
        ("high", _local(MONDAY, "16:00"), _local(MONDAY, "17:00")),
        ("high", _local(MONDAY, "16:01"), _local(MONDAY, "20:01")),
        ("high", _local(MONDAY, "22:00"), _local(TUESDAY, "02:00")),
        ("high", _local(SATURDAY, "10:00"), _local(SATURDAY, "14:00")),
        ("medium", _local(FRIDAY, "08:00"), _local("2026-11-30", "17:00")),
    ],
)
def test_the_client_is_looked_after_the_same_day_or_the_next_working_day(tier, raised_at, by):
    assert ladder.due_by(tier=tier, raised_at=raised_at, hours=USUAL) == by


def test_a_holiday_is_no_working_day():
    closed = ladder.Hours(ZONE, USUAL.by_weekday, frozenset({date(2026, 11, 24)}))

    by = ladder.due_by(tier="medium", raised_at=_local(MONDAY, "10:00"), hours=closed)

    assert by == _local("2026-11-25", "17:00")
    assert not ladder.is_open(closed, at=_local(TUESDAY, "10:00"))


def test_what_is_only_watched_is_due_at_no_time():
    at = _local(MONDAY, "10:00")

    assert ladder.due_by(tier="watch", raised_at=at, hours=USUAL) is None
    assert ladder.answer_by(tier="watch", rung=0, told_at=at, hours=USUAL) is None


# Without a zone, as the strategies want them; each is one of UTC.
FIRST, LAST, MARCH = (
    datetime.fromisoformat(day) for day in ("2026-01-01", "2027-12-31", "2026-03-01")
)
# Two years with four nights on which clocks change, to the minute.
MOMENTS = st.datetimes(FIRST, LAST, timezones=st.just(UTC))
OPENINGS = st.dictionaries(
    st.integers(0, 6),
    st.tuples(st.integers(0, 1438), st.integers(1, 1440)).filter(lambda pair: pair[0] < pair[1]),
    min_size=1,
)
HOURS = st.builds(
    ladder.Hours,
    timezone=st.sampled_from([ZONE, "Europe/Berlin", "Australia/Lord_Howe", "UTC"]),
    by_weekday=OPENINGS,
    closed_on=st.frozensets(st.dates(date(2026, 1, 1), date(2027, 12, 31)), max_size=5),
)


@given(hours=HOURS, at=MOMENTS, rung=st.integers(0, 40))
def test_whatever_is_due_lies_ahead_and_graver_news_is_never_due_later(hours, at, rung):
    for tier in ("critical", "high", "medium"):
        assert ladder.answer_by(tier=tier, rung=rung, told_at=at, hours=hours) > at
    due = [ladder.due_by(tier=t, raised_at=at, hours=hours) for t in ("critical", "high")]

    assert at < due[0] < due[1]


@given(hours=HOURS, at=MOMENTS, later=st.timedeltas(timedelta(), timedelta(days=40)))
def test_what_was_raised_later_is_never_due_before_what_was_raised_earlier(hours, at, later):
    first, second = (
        ladder.due_by(tier="medium", raised_at=moment, hours=hours) for moment in (at, at + later)
    )

    assert first <= second


@given(hours=HOURS, at=MOMENTS)
def test_a_medium_one_is_due_when_the_doors_of_an_open_day_close(hours, at):
    by = ladder.due_by(tier="medium", raised_at=at, hours=hours)

    assert not ladder.is_open(hours, at=by) or by == ladder.next_opening(hours, at=by)
    assert ladder.is_open(hours, at=by - timedelta(microseconds=1))


@given(hours=HOURS, at=MOMENTS)
def test_the_next_opening_is_now_or_the_first_open_moment(hours, at):
    opens = ladder.next_opening(hours, at=at)

    assert opens >= at
    assert (opens == at) == ladder.is_open(hours, at=at)
    assert ladder.is_open(hours, at=opens)


@given(hours=HOURS, at=MOMENTS)
def test_the_last_change_of_shift_is_past_and_nothing_changed_since(hours, at):
    changed = ladder.last_shift_change(hours, at=at)

    assert changed <= at
    assert ladder.is_open(hours, at=changed) == ladder.is_open(hours, at=at)


SHIFTS = st.lists(
    st.builds(
        lambda start, length: ladder.Shift(start, start + length),
        st.datetimes(MARCH, MARCH + 20 * DAY, timezones=st.just(UTC)),
        st.timedeltas(HOUR, 4 * DAY),
    ),
    max_size=8,
)


@given(hours=HOURS, shifts=SHIFTS, probe=st.timedeltas(timedelta(), 14 * DAY - MINUTE))
def test_s_20_a_moment_is_in_a_gap_if_and_only_if_nobody_is_there_or_on_call(hours, shifts, probe):
    start = datetime(2026, 3, 2, 12, tzinfo=UTC)
    gaps = ladder.unwatched(hours=hours, shifts=shifts, start=start, end=start + 14 * DAY)
    at = start + probe

    watched = ladder.is_open(hours, at=at) or any(
        one.starts_at <= at < one.ends_at for one in shifts
    )

    assert any(gap.starts_at <= at < gap.ends_at for gap in gaps) == (not watched)


@given(at=MOMENTS, minute=st.integers(0, 1439), weekdays=st.sets(st.integers(0, 6), min_size=1))
def test_a_digest_comes_within_a_week_and_a_day_at_the_minute_that_was_wished(at, minute, weekdays):
    moment = ladder.next_digest(after=at, minute=minute, weekdays=weekdays, timezone=ZONE)

    assert at < moment <= at + 8 * DAY
    local = moment.astimezone(clock.zone(ZONE))
    assert local.weekday() in weekdays
    # On the night when clocks go forward, a minute that does not exist is an hour later.
    assert local.hour * 60 + local.minute in {minute, minute + 60}


@pytest.mark.parametrize(
    ("tried", "expected"),
    [
        ("", "a"), ("a", "bc"), ("ab", "c"), ("abc", "d"), ("abcd", "abcd"), ("d", "a"),
    ],
)  # fmt: skip
def test_the_next_group_is_whoever_was_not_tried_and_everybody_once_all_were(tried, expected):
    groups = [("a",), ("b", "c"), ("d",)]

    assert "".join(ladder.next_group(groups, tried)) == expected


def test_s_20_by_night_the_rota_comes_first_and_nobody_twice():
    team, rota = [("a",), ("b",)], [("c",), ("a",)]

    assert ladder.order(team=team, rota=rota, by_rota=True) == [("c",), ("a",), ("b",)]
    assert ladder.order(team=team, rota=rota, by_rota=False) == [("a",), ("b",), ("c",)]


def test_every_tier_place_and_family_is_known_to_the_rules():
    assert {*times.ANSWER_WITHIN, "medium", "watch"} == set(Tier.values)
    assert set(ladder.PLACES) == set(Place.values)
    assert set(families.ORDER) == set(Family.values)
    assert set(families.OF_CODE.values()) <= set(Family.values)


@pytest.mark.parametrize(
    ("codes", "family"),
    [
        (["craving_high"], "signs"),
        (["return_to_use", "needs_call_me"], "use"),
        (["use_reported", "self_harm_act"], "safety"),
        (["nobody_thought_of_this"], "safety"),
        ([], "signs"),
    ],
)
def test_news_takes_the_name_of_what_must_not_be_missed(codes, family):
    assert ladder.family_of(codes) == family


def test_midnight_is_the_end_of_a_day_that_is_open_around_the_clock():
    always = ladder.Hours(ZONE, dict.fromkeys(range(7), (0, 1440)))
    at = datetime.combine(date(2026, 3, 8), time(12), tzinfo=UTC)  # clocks went forward that night

    assert ladder.unwatched(hours=always, shifts=[], start=at, end=at + 14 * DAY) == []
