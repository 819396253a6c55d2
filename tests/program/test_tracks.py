"""Who follows a track or a series is expected at what comes, as long as there is a place."""

import pytest

from core.identity import System, acting_as
from program import services
from program.models import Participant, Session
from program.services.refusals import AlreadyIn, Begun, Cancelled, Ended, Full, Invalid
from tests.conftest import as_owner
from tests.program.stage import (
    ADA,
    DAY,
    TOMORROW,
    acting,
    days_of,
    enrolled,
    expected,
    join,
    series,
    session,
    somebody,
    track,
)
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db


def leave(member, on, work=services.leave_track):
    with acting("ada"):
        work(member=member, on=on, actor=ADA, at=STORY_TIME)


def invite(found, client, at=STORY_TIME):
    with acting("ada"):
        return services.invite(session=found, client=client, actor=ADA, at=at)


def test_who_joins_a_track_is_expected_at_every_series_of_it_from_that_day_on(maya):
    noons = track()
    first = series(track=noons)
    second = series(track=noons, minute=15 * 60, rule="FREQ=WEEKLY;BYDAY=MO")
    other = series(minute=17 * 60)

    join(noons, maya, on=STORY_DAY + 5 * DAY)

    assert expected(maya, first) == [day for day in days_of(first) if day >= STORY_DAY + 5 * DAY]
    assert expected(maya, second) == [day for day in days_of(second) if day >= STORY_DAY + 5 * DAY]
    assert expected(maya, other) == []


def test_sessions_that_are_written_later_expect_who_follows(maya):
    noons = track()
    found = series(track=noons)
    join(noons, maya)

    with acting_as(System.TIMETABLE):
        services.extend_all(at=STORY_TIME + 5 * DAY)

    assert expected(maya, found) == days_of(found)


def test_a_series_that_begins_later_expects_who_follows_the_track(maya):
    noons = track()
    join(noons, maya)

    found = series(track=noons)

    assert expected(maya, found) == days_of(found)


def test_who_leaves_is_expected_no_more_from_that_day_on(maya):
    noons = track()
    found = series(track=noons)
    member = join(noons, maya)

    leave(member, STORY_DAY + 4 * DAY)

    assert expected(maya, found) == [STORY_DAY + offset * DAY for offset in (1, 2, 3)]
    with pytest.raises(Ended):
        leave(member, STORY_DAY + 4 * DAY)


def test_who_leaves_a_track_and_follows_a_series_by_themselves_stays_there(maya):
    noons = track()
    found = series(track=noons)
    member = join(noons, maya)
    join(found, maya)

    leave(member, TOMORROW)

    assert expected(maya, found) == days_of(found)


def test_nobody_joins_twice_and_may_come_back(maya):
    noons = track()
    member = join(noons, maya)
    with pytest.raises(AlreadyIn):
        join(noons, maya)

    leave(member, TOMORROW)

    assert join(noons, maya, on=TOMORROW).pk


def test_a_full_track_says_how_many_places_it_has(maya):
    noons = track(capacity=1)
    join(noons, enrolled("noor"))

    with pytest.raises(Full) as refusal:
        join(noons, maya)

    assert refusal.value.detail == "“Noons” has 1 place, and all are taken."


def test_a_full_series_refuses_a_follower_and_keeps_nothing_of_them(maya):
    noons = track()
    found = series(track=noons, capacity=1)
    join(noons, enrolled("noor"))

    with pytest.raises(Full) as refusal:
        join(noons, maya)

    assert refusal.value.detail == "“Noon group” has 1 place, and all are taken."
    assert expected(maya, found) == []
    with as_owner():
        assert noons.members.count() == 1


def test_a_place_that_somebody_left_is_free(maya):
    noons = track(capacity=1)
    member = join(noons, enrolled("noor"))
    leave(member, STORY_DAY + 4 * DAY)

    assert join(noons, maya, on=STORY_DAY + 4 * DAY).pk


def test_a_closed_track_takes_nobody_new(maya):
    noons = track()
    with acting("ada"):
        services.close_track(track=noons, actor=ADA, at=STORY_TIME)
    noons.closed_on = STORY_DAY

    with pytest.raises(Ended):
        join(noons, maya)


def test_who_is_not_enrolled_here_joins_nothing(ben, stranger):
    noons = track()

    for client in (ben, stranger):
        with pytest.raises(Invalid) as refusal:
            join(noons, client)
        assert list(refusal.value.members["fields"]) == ["client"]


def test_one_client_is_invited_to_one_session(maya):
    found = session()

    row = invite(found, maya)

    assert row.individually
    with pytest.raises(AlreadyIn):
        invite(found, maya)
    with acting("ada"):
        services.take_off(session=found, client_id=maya.pk, actor=ADA, at=STORY_TIME)
    with as_owner():
        assert not Participant.objects.filter(session=found).exists()


def test_a_session_for_one_has_one_place(maya):
    found = session(capacity=1)
    invite(found, enrolled("noor"))

    with pytest.raises(Full):
        invite(found, maya)


def test_who_was_invited_stays_when_others_leave_the_track(maya):
    noons = track()
    found = series(track=noons)
    with as_owner():
        one = Session.objects.select_related("program").filter(series=found).earliest("starts_at")
    guest = enrolled("noor")
    invite(one, guest)

    leave(join(noons, maya), TOMORROW)

    assert expected(guest, found) == [one.series_on]


def test_who_follows_is_not_taken_off_a_single_day(maya):
    found = series()
    join(found, maya)
    with as_owner():
        one = Session.objects.select_related("program").filter(series=found).earliest("starts_at")

    with acting("ada"), pytest.raises(Invalid):
        services.take_off(session=one, client_id=maya.pk, actor=ADA, at=STORY_TIME)


def test_nobody_is_invited_to_what_has_begun_or_was_cancelled(maya):
    found = session()
    with pytest.raises(Begun):
        invite(found, maya, at=STORY_TIME + 2 * DAY)
    with acting("ada"):
        services.cancel_session(session=found, reason="other", actor=ADA, at=STORY_TIME)
    found.cancelled_at = STORY_TIME

    with pytest.raises(Cancelled):
        invite(found, maya)


def test_a_workshop_has_a_topic_and_a_skill(browser, maya, ada):
    found = session(kind="workshop", topic="boundaries", skill_slug="stop", title="Limits")
    invite(found, maya)

    rows = browser(maya).get("/sessions/").body["results"]

    (row,) = [one for one in rows if one["id"] == str(found.pk)]
    assert (row["kind"], row["topic"], row["clinicians"]) == (
        "workshop", "boundaries", [somebody("okafor").name],
    )  # fmt: skip
    assert row["telehealth_url"] == "https://video.example.org/noon"
