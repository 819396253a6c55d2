"""Reminders of sessions: planned once, looked at again when due, never sent in vain."""

from datetime import timedelta

import pytest

from checkins.models import CheckIn
from core.identity import System, acting_as
from delivery.models import ContactPoint
from program.models import CannotCome, Enrolment, Participant, Session
from reminders import services
from reminders.models import Preference, Reminder, Setting
from tests.conftest import as_owner
from tests.reminders.stage import (
    MORNING,
    NOON,
    a_session,
    at_clock,
    clear,
    messages,
    plan,
    reminders,
    send,
    the_reminder,
)
from tests.story import STORY_DAY

HOUR_BEFORE = at_clock(1, 9)


@pytest.fixture(autouse=True)
def bare(db):
    clear()


@pytest.fixture
def tomorrow(maya):
    """One session tomorrow at ten, at which Maya is expected."""
    return a_session(maya)


def wants(person, kind="session", **chosen):
    with as_owner():
        Setting.objects.create(person=person, kind=kind, **chosen)


def session_reminders():
    return reminders(kind="session")


def test_maya_is_reminded_a_day_and_an_hour_before(tomorrow, maya):
    plan(maya, at=MORNING)
    sent = [send(at_clock(0, 10)), send(HOUR_BEFORE)]

    first, second = session_reminders()
    assert sent[0] >= 1
    assert (first.due_at, second.due_at) == (at_clock(0, 10), HOUR_BEFORE)
    assert {first.state, second.state} == {"queued"}
    assert (first.channel, first.subject_id) == ("email", tomorrow.pk)
    assert [message.path for message in messages()][:1] == ["/today?r={id}"]


def test_a_reminder_waits_for_its_time(tomorrow, maya):
    plan(maya, at=MORNING)

    send(at_clock(0, 9, 59))

    assert {row.state for row in session_reminders()} == {"planned"}


def test_planning_and_sending_again_changes_nothing(tomorrow, maya):
    plan(maya)
    planned = len(reminders())
    plan(maya, at=NOON + timedelta(minutes=1))
    send(HOUR_BEFORE)
    before = len(messages())
    send(HOUR_BEFORE + timedelta(minutes=1))

    assert len(reminders()) == planned
    assert len(messages()) == before


def test_a_session_in_five_days_is_not_planned_yet(maya):
    a_session(maya, starts_at=at_clock(5, 10))

    plan(maya)

    assert session_reminders() == []


def test_of_a_session_entered_late_only_the_last_moment_that_passed_is_due_now(maya):
    plan(maya, at=MORNING)
    session = a_session(maya, starts_at=at_clock(0, 12, 30))

    plan(maya, at=NOON)

    (only,) = session_reminders()
    assert (only.due_at, only.occurrence.rpartition(":")[2]) == (NOON, "60m")
    send(NOON)
    assert session_reminders()[0].state == "queued"
    assert only.subject_id == session.pk


def test_an_hour_before_an_early_session_comes_before_the_night_instead(maya):
    wants(maya, leads=[60])
    a_session(maya, starts_at=at_clock(1, 8))

    plan(maya)

    # At seven it is quiet, and at eight it has begun: it comes before the quiet hours began.
    assert session_reminders()[0].due_at == at_clock(0, 20, 59)
    assert session_reminders()[0].wished_at == at_clock(1, 7)


def test_an_early_session_entered_in_the_night_is_not_reminded_of(maya):
    wants(maya, leads=[60])
    a_session(maya, starts_at=at_clock(1, 8))

    plan(maya, at=at_clock(0, 22))

    assert (the_reminder(kind="session").state, the_reminder(kind="session").reason) == (
        "skipped",
        "quiet_hours",
    )


def test_what_falls_into_quiet_hours_comes_when_they_end(maya):
    wants(maya, leads=[180])
    a_session(maya, starts_at=at_clock(1, 10))

    plan(maya)

    assert session_reminders()[0].due_at == at_clock(1, 8)


def test_a_reminder_that_a_dead_worker_left_until_the_night_waits_for_the_morning(maya):
    wants(maya, leads=[1440])
    a_session(maya)
    plan(maya, at=MORNING)

    send(at_clock(0, 23))

    (moved,) = session_reminders()
    assert (moved.state, moved.due_at) == ("planned", at_clock(1, 8))
    assert messages() == []


def test_a_reminder_that_comes_after_the_session_began_is_never_sent(tomorrow, maya):
    plan(maya)

    send(at_clock(1, 10))

    assert {(row.state, row.reason) for row in session_reminders()} == {("skipped", "too_late")}
    assert {row.state for row in reminders(kind="check_in")} <= {"planned", "skipped"}
    assert messages() == []


def test_a_cancelled_session_is_not_reminded_of(tomorrow, maya, ada):
    plan(maya)
    with as_owner():
        Session.objects.filter(pk=tomorrow.pk).update(cancelled_at=NOON, cancelled_by=ada)

    send(HOUR_BEFORE)

    assert {(row.state, row.reason) for row in session_reminders()} == {("withdrawn", "cancelled")}


def test_maya_taken_off_the_session_is_not_reminded(tomorrow, maya):
    plan(maya)
    with as_owner():
        Participant.objects.filter(session=tomorrow).delete()

    send(HOUR_BEFORE)

    assert {row.reason for row in session_reminders()} == {"not_expected"}


def test_maya_who_said_that_she_cannot_come_is_not_reminded(tomorrow, maya):
    plan(maya)
    with as_owner():
        CannotCome.objects.create(session=tomorrow, client=maya, reason="ill", said_at=NOON)

    send(HOUR_BEFORE)

    assert {row.reason for row in session_reminders()} == {"not_expected"}


def leaves(person, day):
    with as_owner():
        Enrolment.objects.filter(client=person, active_until=None).update(active_until=day)


def test_maya_discharged_today_is_not_reminded(tomorrow, maya):
    plan(maya)
    leaves(maya, STORY_DAY)

    send(HOUR_BEFORE)

    assert {(row.state, row.reason) for row in session_reminders()} == {("withdrawn", "left")}


def test_maya_discharged_after_the_session_is_reminded(tomorrow, maya):
    plan(maya)
    leaves(maya, STORY_DAY + timedelta(days=2))

    send(HOUR_BEFORE)

    assert "queued" in {row.state for row in session_reminders()}


def test_going_over_maya_withdraws_what_ended_with_her_enrolment(tomorrow, maya):
    plan(maya)
    leaves(maya, STORY_DAY)

    plan(maya)

    assert {row.reason for row in reminders(kind="check_in", state="withdrawn")} == {"left"}


def test_a_session_that_was_moved_is_reminded_of_by_its_new_time(tomorrow, maya):
    plan(maya)
    with as_owner():
        Session.objects.filter(pk=tomorrow.pk).update(
            starts_at=at_clock(1, 14), ends_at=at_clock(1, 16)
        )

    plan(maya, at=NOON + timedelta(minutes=5))

    states = {(row.state, row.reason, row.due_at) for row in session_reminders()}
    assert ("withdrawn", "moved", HOUR_BEFORE) in states
    assert ("planned", "", at_clock(1, 13)) in states


def test_mayas_own_minutes_and_quiet_time_are_kept(tomorrow, maya):
    wants(maya, times=[20 * 60], leads=[])
    with as_owner():
        Preference.objects.create(
            person=maya, quiet_from_minute=20 * 60 + 30, quiet_until_minute=9 * 60
        )

    plan(maya)

    assert [row.due_at for row in session_reminders()] == [at_clock(0, 20)]


def test_maya_away_from_home_is_reminded_of_her_day_on_her_own_clock(maya):
    with as_owner():
        type(maya).objects.filter(pk=maya.pk).update(timezone="America/Los_Angeles")

    plan(maya)

    assert reminders(kind="check_in")[0].due_at == at_clock(0, 21, 30)


def test_two_reminders_due_together_are_one_message(maya):
    for _ in range(2):
        a_session(maya)
    plan(maya)

    send(HOUR_BEFORE)

    queued = [row for row in session_reminders() if row.state == "queued"]
    assert len(queued) >= 2
    assert len({row.message for row in queued}) == 1
    assert len(messages()) == 1


def test_a_pause_skips_and_says_so(tomorrow, maya):
    with as_owner():
        Preference.objects.create(person=maya, paused_until=at_clock(1, 12))
    plan(maya)

    send(HOUR_BEFORE)

    assert "paused" in {row.reason for row in session_reminders()}
    assert messages() == []


def test_a_kind_that_was_switched_off_meanwhile_is_not_sent(tomorrow, maya):
    plan(maya)
    wants(maya, on=False)

    send(HOUR_BEFORE)

    assert {row.reason for row in session_reminders()} == {"switched_off"}


def test_who_can_be_reached_over_no_channel_sees_it_in_the_app(tomorrow, maya):
    with as_owner():
        ContactPoint.objects.filter(person=maya).update(active=False)
    plan(maya)

    send(HOUR_BEFORE)

    last = session_reminders()[-1]
    assert (last.state, last.channel, last.sent_at) == ("sent", "app", HOUR_BEFORE)
    assert messages() == []


def test_the_order_of_channels_is_mayas(tomorrow, maya, settings):
    settings.CHANNELS_ON = {"email", "push", "sms"}
    with as_owner():
        ContactPoint.objects.create(person=maya, channel="push", address="x", sealed="{}")
        Preference.objects.create(person=maya, channels=["email", "push"])
    plan(maya)
    send(HOUR_BEFORE)
    assert session_reminders()[-1].channel == "email"

    with as_owner():
        Preference.objects.update(channels=["push", "email"])
        Reminder.objects.filter(kind="session").update(
            state="planned", message=None, settled_at=None, channel=""
        )
    send(HOUR_BEFORE + timedelta(minutes=2))
    assert session_reminders()[-1].channel == "push"


def test_the_reminder_part_may_not_read_a_check_in(maya):
    with acting_as(System.REMINDER):
        assert not CheckIn.objects.exists()


def test_a_check_in_that_is_done_is_not_reminded_of(maya):
    plan(maya)
    with as_owner():
        row = CheckIn.objects.filter(client=maya).first()
        row.pk, row.submission_id, row.version = None, maya.pk, 1
        row._state.adding = True
        CheckIn.objects.filter(client=maya, on=STORY_DAY).delete()
        row.on = STORY_DAY
        row.id = maya.pk
        row.save(force_insert=True)

    send(at_clock(0, 18, 30))

    today = the_reminder(kind="check_in", on=STORY_DAY)
    assert (today.state, today.reason) == ("skipped", "done")


def test_sending_takes_what_others_do_not_hold_and_ends(tomorrow, maya):
    plan(maya)
    due = len([row for row in reminders(state="planned") if row.due_at <= HOUR_BEFORE])

    done = services.send_due(clock=lambda: HOUR_BEFORE, until=HOUR_BEFORE + timedelta(seconds=1))

    # What goes together in one message counts as one.
    assert 0 < done <= due
    assert not [row for row in reminders(state="planned") if row.due_at <= HOUR_BEFORE]
