"""Series: written ahead once, changed from a day on, closed to overlap, kept on the wall clock."""

from datetime import date, timedelta

import pytest

from core import clock
from core.identity import System, acting_as
from core.models import OutboxEntry
from program import selectors, services
from program.models import Attendance, Holiday, Participant, Series, Session, SessionClinician
from program.services.refusals import Ended, Invalid, Taken
from tests.conftest import as_owner
from tests.program.stage import (
    ADA,
    DAY,
    TOMORROW,
    ZONE,
    acting,
    at_clock,
    days_of,
    enrolled,
    expected,
    join,
    pattern,
    river,
    room,
    series,
    session,
    somebody,
)
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
WEEKS = timedelta(weeks=12)


def extend(at=STORY_TIME):
    with acting_as(System.TIMETABLE):
        return services.extend_all(at=at)


def change(found, at=STORY_TIME, **changes):
    with acting("ada"):
        return services.change_series(series=found, pattern=pattern(**changes), actor=ADA, at=at)


def test_sessions_of_twelve_weeks_are_written_at_once():
    found = series(rule="FREQ=WEEKLY;BYDAY=MO,WE,FR")

    days = days_of(found)

    assert {day.weekday() for day in days} == {0, 2, 4}
    assert days[0] >= TOMORROW
    assert STORY_DAY + WEEKS - timedelta(days=3) < days[-1] <= STORY_DAY + WEEKS


def test_writing_again_changes_nothing_and_a_day_later_adds_what_came_into_reach():
    found = series()
    before = days_of(found)

    again, next_day = extend(), extend(at=STORY_TIME + DAY)

    assert (again, next_day) == (0, 1)
    assert days_of(found) == [*before, before[-1] + DAY]


def test_sessions_stand_at_their_minute_in_the_programs_zone_all_year():
    found = series(minute=9 * 60)

    with as_owner():
        begins = Session.objects.filter(series=found).values_list("starts_at", flat=True)
        walls = {moment.astimezone(clock.zone(ZONE)) for moment in begins}
    assert {(wall.hour, wall.minute) for wall in walls} == {(9, 0)}


def test_a_room_that_is_taken_refuses_the_series_and_says_by_what():
    place = room("Room 2")
    series(place, title="Morning group", clinicians=[somebody("nadia")])

    with pytest.raises(Taken) as refusal:
        series(place, minute=12 * 60 + 30)

    first = f"{TOMORROW:%B} {TOMORROW.day}"
    assert refusal.value.detail == (
        f"Room 2 is taken by “Morning group” on {first} from 12:00 to 13:00."
    )
    with as_owner():
        assert not Series.objects.filter(minute_of_day=12 * 60 + 30).exists()


def test_a_clinician_who_is_elsewhere_refuses_the_series_by_name():
    series(room("Room 1"), title="Talk")

    with pytest.raises(Taken) as refusal:
        series(room("Room 2"))

    assert refusal.value.detail.startswith("Dr. Ify Okafor is taken by “Talk” on ")


def test_one_may_begin_when_the_other_ends():
    place = room()
    series(place, minute=12 * 60)

    found = series(place, minute=13 * 60)

    assert days_of(found)


def test_a_cancelled_session_makes_room():
    place = room()
    taken = session(place)
    with acting("ada"):
        services.cancel_session(session=taken, reason="other", actor=ADA, at=STORY_TIME)

    found = session(place)

    assert found.pk != taken.pk


def test_writing_ahead_leaves_out_what_is_taken_and_shows_it():
    place = room()
    found = series(place)
    far = STORY_DAY + WEEKS + DAY
    session(place, starts_at=at_clock((far - STORY_DAY).days, 12), clinicians=[somebody("nadia")])

    made = extend(at=STORY_TIME + DAY)

    with acting("ada"):
        missing = selectors.days_not_booked(found, first=STORY_DAY + DAY, last=far)
    assert made == 0
    assert missing == [far]


def test_a_change_from_a_day_on_splits_the_series_and_keeps_what_was_before(maya):
    found = series()
    join(found, maya)
    on = STORY_DAY + 10 * DAY

    new = change(found, starts_on=on, minute=15 * 60, title="Afternoon group")

    assert days_of(found)[-1] == on - DAY
    assert days_of(new)[0] == on
    assert expected(maya, found)[-1] == on - DAY
    assert expected(maya, new)[0] == on
    with as_owner():
        assert Series.objects.get(pk=found.pk).ends_on == on
        assert set(Session.objects.filter(series=new).values_list("title", flat=True)) == {
            "Afternoon group"
        }


def test_sessions_that_both_have_are_moved_and_not_cancelled(maya):
    found = series()
    join(found, maya)
    with as_owner():
        kept = Session.objects.get(series=found, series_on=STORY_DAY + 10 * DAY)

    new = change(found, starts_on=STORY_DAY + 10 * DAY, minute=15 * 60)

    with as_owner():
        moved = Session.objects.get(pk=kept.pk)
        assert (moved.series_id, moved.cancelled_at, moved.revision) == (new.pk, None, 1)
        assert moved.starts_at == at_clock(10, 15)
        assert Participant.objects.filter(session=moved, client=maya).exists()
        assert moved.leaders.get().starts_at == moved.starts_at


def test_days_that_the_new_rule_has_not_are_cancelled():
    found = series()
    on = STORY_DAY + 8 * DAY

    new = change(found, starts_on=on, rule="FREQ=WEEKLY;BYDAY=MO")

    assert {day.weekday() for day in days_of(new)} == {0}
    with as_owner():
        cancelled = Session.objects.filter(series=found, cancelled_at__isnull=False)
        assert cancelled.count() > 20
        assert set(cancelled.values_list("cancel_reason", flat=True)) == {"timetable"}
        assert not SessionClinician.objects.filter(session__in=cancelled, stands=True).exists()


def test_an_every_second_week_keeps_its_weeks_through_a_change_of_the_hour():
    found = series(rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH")
    before = days_of(found)
    on = before[2]

    new = change(found, starts_on=on, rule="FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH", minute=15 * 60)

    assert days_of(found) + days_of(new) == before


def test_a_session_that_was_moved_by_itself_stays_where_it_is():
    found = series()
    with as_owner():
        one = Session.objects.get(series=found, series_on=STORY_DAY + 12 * DAY)
    with acting("ada"):
        services.move_session(
            session=one, time=services.Time(at_clock(12, 17), 60), room=None,
            telehealth_url=one.telehealth_url, actor=ADA, at=STORY_TIME,
        )  # fmt: skip

    change(found, starts_on=STORY_DAY + 10 * DAY, minute=15 * 60)

    with as_owner():
        assert Session.objects.get(pk=one.pk).starts_at == at_clock(12, 17)


def test_a_day_that_was_cancelled_does_not_come_back_with_a_change():
    found = series()
    with as_owner():
        one = Session.objects.get(series=found, series_on=STORY_DAY + 12 * DAY)
    with acting("ada"):
        services.cancel_session(session=one, reason="weather", actor=ADA, at=STORY_TIME)

    new = change(found, starts_on=STORY_DAY + 10 * DAY, minute=15 * 60)

    assert STORY_DAY + 12 * DAY not in days_of(new)


def test_another_clinician_takes_over_and_the_first_is_free():
    found = series(room("Room 1"))
    on = STORY_DAY + 10 * DAY

    change(found, place=None, starts_on=on, clinicians=[somebody("nadia")])

    assert days_of(series(room("Room 2"), starts_on=on))


def test_a_change_that_clashes_changes_nothing():
    place = room()
    found = series()
    series(place, minute=15 * 60, title="Art", clinicians=[somebody("nadia")])

    with pytest.raises(Taken) as refusal:
        change(found, place=place, starts_on=STORY_DAY + 10 * DAY, minute=15 * 60)

    assert "by “Art”" in refusal.value.detail

    with as_owner():
        assert Series.objects.get(pk=found.pk).ends_on is None
        assert Session.objects.filter(series=found, revision__gt=0).count() == 0


@pytest.mark.parametrize("days", [0, -1])
def test_a_change_begins_tomorrow_at_the_earliest(days):
    found = series()

    with pytest.raises(Invalid) as refusal:
        change(found, starts_on=STORY_DAY + days * DAY)

    assert "starts_on" in refusal.value.members["fields"]


def test_a_series_that_has_ended_is_not_changed():
    found = series()
    with acting("ada"):
        services.end_series(series=found, on=TOMORROW, actor=ADA, at=STORY_TIME)

    with pytest.raises(Ended):
        change(_again(found), starts_on=TOMORROW)


def _again(found):
    with as_owner():
        return Series.objects.select_related("program", "room").get(pk=found.pk)


def test_an_end_cancels_what_comes_after_it():
    found = series()

    with acting("ada"):
        services.end_series(series=found, on=STORY_DAY + 5 * DAY, actor=ADA, at=STORY_TIME)

    assert days_of(found)[-1] == STORY_DAY + 4 * DAY
    assert extend() == 0


def test_a_day_may_be_left_out_also_before_it_is_written():
    found = series()
    soon, far = STORY_DAY + 3 * DAY, STORY_DAY + WEEKS + DAY

    with acting("ada"):
        for on in (soon, far, far):
            services.skip_day(series=found, on=on, actor=ADA, at=STORY_TIME)
    extend(at=STORY_TIME + 2 * DAY)

    assert soon not in days_of(found)
    assert far not in days_of(found)
    assert far + DAY in days_of(found)


def test_a_holiday_cancels_that_day_and_none_is_written_on_it():
    first, on = series(), STORY_DAY + 4 * DAY

    with acting("ada"):
        holiday = services.add_holiday(
            program=river(), on=on, name="Thanksgiving", actor=ADA, at=STORY_TIME
        )
    second = series(minute=15 * 60)

    assert on not in days_of(first)
    assert on not in days_of(second)
    with acting("ada"):
        services.remove_holiday(holiday=holiday, actor=ADA, at=STORY_TIME)
    assert on not in days_of(first)  # people were told
    assert on in days_of(second)  # never was there, so nobody was
    with as_owner():
        assert not Holiday.objects.exists()


def test_news_of_a_move_and_of_a_cancellation_name_only_the_session(monkeypatch):
    told = []
    monkeypatch.setattr(
        "core.outbox.publish", lambda event, *, at, **ids: told.append((event, ids))
    )
    one = session()
    with acting("ada"):
        services.move_session(
            session=one, time=services.Time(at_clock(2, 12), 60), room=None,
            telehealth_url=one.telehealth_url, actor=ADA, at=STORY_TIME,
        )  # fmt: skip
        services.cancel_session(session=one, reason="other", actor=ADA, at=STORY_TIME)

    assert told == [
        ("session.moved", {"session_id": one.pk}),
        ("session.cancelled", {"session_id": one.pk}),
    ]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"rule": "FREQ=SECONDLY"}, "rule"),
        ({"rule": "FREQ=WEEKLY;BYDAY=MO;UNTIL=20200101"}, "rule"),
        ({"starts_on": STORY_DAY - DAY}, "starts_on"),
        ({"ends_on": TOMORROW}, "ends_on"),
        ({"starts_on": date(2150, 1, 1)}, "starts_on"),
        ({"telehealth_url": ""}, "room"),
        ({"kind": "group", "topic": "boundaries"}, "topic"),
        ({"skill_slug": "no-such-exercise"}, "skill_slug"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_its_field(changes, field):
    with pytest.raises(Invalid) as refusal:
        series(**changes)

    assert list(refusal.value.members["fields"]) == [field]


def test_only_clinicians_lead(maya):
    with pytest.raises(Invalid) as refusal:
        series(clinicians=[maya])

    assert list(refusal.value.members["fields"]) == ["clinicians"]


def test_what_was_attended_stays_through_every_change(maya):
    found = series()
    join(found, maya)
    with as_owner():
        Participant.objects.filter(client=maya, session__series=found).update(
            attendance=Attendance.PRESENT,
            attendance_at=STORY_TIME,
            attendance_by=somebody("okafor"),
        )

    with acting("ada"):
        services.leave_series(member=found.members.get(), on=TOMORROW, actor=ADA, at=STORY_TIME)

    assert len(expected(maya, found)) == len(days_of(found))


def test_others_are_not_expected_because_maya_is():
    other = enrolled("noor")

    found = series()

    assert expected(other, found) == []
    with as_owner():
        assert not OutboxEntry.objects.filter(event="session.moved").exists()
