"""Reminders of sessions: planned once, looked at again when due, never sent in vain."""

from datetime import timedelta

import pytest

from alerts.models import Alert
from backend import demo
from checkins.models import CheckIn
from core import clock
from core.identity import System, acting_as
from delivery.models import Delivery
from delivery.wording import Kind
from program import services
from program.models import Enrolment, Participant, Reminder, ReminderPreference, Session
from tests.conftest import as_owner
from tests.story import STORY_DAY

ZONE = "America/New_York"


def at_clock(day, hour, minute=0):
    """Return when clocks in New York show this, `day` days after the story's day."""
    return clock.at_wall_clock(STORY_DAY + timedelta(days=day), hour * 60 + minute, ZONE)


NOON, EVENING = at_clock(0, 12), at_clock(0, 18, 1)


@pytest.fixture
def tomorrow(maya):
    """One session tomorrow at ten, at which Maya is expected; no other session exists."""
    with as_owner():
        Participant.objects.all().delete()
        Session.objects.all().delete()
        session = Session.objects.create(
            program_id=demo.key("Riverside IOP"),
            kind="group",
            title="Morning group",
            starts_at=at_clock(1, 10),
            ends_at=at_clock(1, 12),
        )
        Participant.objects.create(session=session, client=maya)
    return session


def plan(at=NOON):
    with acting_as(System.REMINDER):
        return services.plan_reminders(at=at)


def send(at=EVENING):
    with acting_as(System.REMINDER):
        return services.send_due_reminders(at=at)


def the_reminder():
    with as_owner():
        return Reminder.objects.get()


def reminders_sent():
    with as_owner():
        return list(Delivery.objects.filter(kind=Kind.REMINDER))


def test_maya_is_reminded_in_the_evening_before(tomorrow, maya):
    planned, sent = plan(), send()

    (delivery,) = reminders_sent()
    assert (planned, sent) == (1, 1)
    assert (delivery.person_id, delivery.path) == (maya.pk, "/today")
    assert the_reminder().state == Reminder.State.QUEUED
    assert the_reminder().settled_at == EVENING


def test_a_reminder_waits_for_its_time(tomorrow):
    plan()

    early = send(at=at_clock(0, 17, 59))

    assert early == 0
    assert the_reminder().due_at == at_clock(0, 18)
    assert the_reminder().state == Reminder.State.PLANNED


def test_planning_and_sending_again_changes_nothing(tomorrow):
    first = plan()
    again = plan(at=NOON + timedelta(minutes=1))
    sent = send()
    once_more = send(at=EVENING + timedelta(minutes=1))

    assert (first, again, sent, once_more) == (1, 0, 1, 0)
    assert len(reminders_sent()) == 1


def test_a_session_in_three_days_is_not_planned_yet(tomorrow):
    with as_owner():
        Session.objects.update(starts_at=at_clock(3, 10), ends_at=at_clock(3, 12))

    assert plan() == 0


def test_a_session_entered_late_is_reminded_of_at_once(tomorrow):
    planned_at = at_clock(0, 19, 30)

    plan(at=planned_at)

    assert the_reminder().due_at == planned_at
    assert send(at=planned_at) == 1


def test_a_session_entered_in_the_night_is_not_reminded_of(tomorrow):
    planned_at = at_clock(0, 22)

    plan(at=planned_at)

    assert the_reminder().state == Reminder.State.SKIPPED
    assert the_reminder().reason == "quiet_hours"
    assert the_reminder().settled_at == planned_at
    assert send(at=at_clock(1, 9)) == 0


def test_a_reminder_that_a_dead_worker_left_until_the_night_is_skipped(tomorrow):
    plan()

    sent = send(at=at_clock(0, 23))

    assert sent == 0
    assert (the_reminder().state, the_reminder().reason) == ("skipped", "quiet_hours")
    assert reminders_sent() == []


def test_a_reminder_that_comes_after_the_session_began_is_skipped(tomorrow):
    plan()

    sent = send(at=at_clock(1, 10))

    assert sent == 0
    assert (the_reminder().state, the_reminder().reason) == ("skipped", "already_begun")


def test_a_cancelled_session_is_not_reminded_of(tomorrow, ada):
    plan()
    with as_owner():
        Session.objects.update(cancelled_at=NOON, cancelled_by=ada)

    sent = send()

    assert sent == 0
    assert (the_reminder().state, the_reminder().reason) == ("withdrawn", "cancelled")
    assert reminders_sent() == []


def test_a_session_that_is_already_cancelled_is_not_planned(tomorrow, ada):
    with as_owner():
        Session.objects.update(cancelled_at=NOON, cancelled_by=ada)

    assert plan() == 0


def test_maya_taken_off_the_session_is_not_reminded(tomorrow):
    plan()
    with as_owner():
        Participant.objects.all().delete()

    sent = send()

    assert sent == 0
    assert (the_reminder().state, the_reminder().reason) == ("withdrawn", "not_expected")


def test_maya_discharged_today_is_not_reminded(tomorrow, maya):
    plan()
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY)

    sent = send()

    assert sent == 0
    assert (the_reminder().state, the_reminder().reason) == ("withdrawn", "not_expected")


def test_maya_discharged_after_the_session_is_reminded(tomorrow, maya):
    plan()
    with as_owner():
        last = STORY_DAY + timedelta(days=2)
        Enrolment.objects.filter(client=maya).update(active_until=last)

    assert send() == 1


def test_a_client_whose_enrolment_begins_later_is_not_reminded(tomorrow, maya):
    plan()
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_from=STORY_DAY + timedelta(days=9))

    sent = send()

    assert sent == 0
    assert (the_reminder().state, the_reminder().reason) == ("withdrawn", "not_expected")


def test_a_session_that_was_moved_is_reminded_of_by_its_new_day(tomorrow):
    plan()
    with as_owner():
        Session.objects.update(starts_at=at_clock(5, 10), ends_at=at_clock(5, 12))

    sent = send()

    assert sent == 0
    assert the_reminder().state == Reminder.State.PLANNED
    assert the_reminder().due_at == at_clock(4, 18)
    assert send(at=at_clock(4, 18)) == 1


def test_a_session_moved_to_an_earlier_day_is_reminded_of_before_that_day(tomorrow):
    with as_owner():
        Session.objects.update(starts_at=at_clock(2, 10), ends_at=at_clock(2, 12))
    plan(at=at_clock(0, 11))
    with as_owner():
        Session.objects.update(starts_at=at_clock(1, 10), ends_at=at_clock(1, 12))

    plan(at=NOON)

    assert the_reminder().due_at == at_clock(0, 18)


def test_maya_whose_enrolment_begins_with_the_session_is_reminded(tomorrow, maya):
    plan()
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_from=STORY_DAY + timedelta(days=1))

    assert send() == 1


def test_maya_discharged_on_the_morning_of_the_session_is_not_reminded(tomorrow, maya):
    plan()
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY + timedelta(days=1))

    assert send() == 0


def test_mayas_own_hour_and_quiet_time_are_kept(tomorrow, maya):
    with as_owner():
        ReminderPreference.objects.create(
            person=maya,
            evening_before_minute=20 * 60,
            quiet_from_minute=20 * 60 + 30,
            quiet_until_minute=9 * 60,
        )

    plan()

    assert the_reminder().due_at == at_clock(0, 20)
    assert send(at=at_clock(0, 20, 29)) == 1


def test_maya_away_from_home_is_reminded_on_her_own_clock(tomorrow, maya):
    with as_owner():
        type(maya).objects.filter(pk=maya.pk).update(timezone="America/Los_Angeles")

    plan()

    assert the_reminder().due_at == at_clock(0, 21)


def test_the_reminder_part_may_not_read_a_check_in_or_an_alert(tomorrow):
    with acting_as(System.REMINDER):
        assert not CheckIn.objects.exists()
        assert not Alert.objects.exists()
        assert Participant.objects.exists()


def test_two_sessions_tomorrow_are_one_message(maya, at):
    with acting_as(System.REMINDER):
        services.plan_reminders(at=at)

    with acting_as(System.REMINDER):
        services.send_due_reminders(at=EVENING)

    with as_owner():
        queued = Reminder.objects.filter(client=maya, state="queued").count()
        messages = Delivery.objects.filter(person=maya, kind=Kind.REMINDER).count()
    assert (queued, messages) == (2, 1)
