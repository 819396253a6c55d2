"""What becomes of a message: sent, refused and tried over the next channel, or called back."""

from datetime import timedelta

import pytest

from core.identity import System, acting_as
from delivery import carry
from delivery import services as delivery_services
from delivery.models import ContactPoint, Delivery
from program.models import Session
from reminders import services
from reminders.models import Preference, Reminder, Setting
from tests.conftest import as_owner
from tests.delivery.post_office import open_office
from tests.delivery.push_service import BrowserKeys, open_service
from tests.reminders.stage import (
    a_session,
    at_clock,
    clear,
    follow,
    messages,
    plan,
    reminders,
    send,
    the_reminder,
)

NINE = at_clock(1, 9)
LATER = NINE + timedelta(minutes=2)


@pytest.fixture(autouse=True)
def bare(db, settings, maya):
    clear()
    settings.CHANNELS_ON = {"email", "push"}
    settings.PUSH_LOOPBACK = True
    settings.VAPID_PRIVATE_KEY = "A" * 42 + "E"
    with as_owner():
        Setting.objects.create(person=maya, kind="session", leads=[60])


@pytest.fixture
def due(maya):
    """A session tomorrow at ten whose reminder is queued at nine."""
    session = a_session(maya)
    plan(maya, at=at_clock(1, 8, 30))
    send(NINE)
    return session


def queued():
    return the_reminder(kind="session")


def carried(at, **answers):
    with open_office(**answers) as office:
        carry.carry_due(clock=lambda: at)
    return office


def test_a_message_that_was_taken_makes_its_reminders_sent(due, maya):
    office = carried(LATER)

    moved = follow(LATER + timedelta(minutes=1))

    row = queued()
    assert moved == 1
    assert len(office.mail) == 1
    assert (row.state, row.channel, row.queued_at, row.sent_at) == ("sent", "email", NINE, LATER)


def test_the_link_carries_the_id_of_the_message_and_nothing_else(due, maya):
    (mail,) = carried(LATER).mail

    (message,) = messages()
    text = mail.get_payload(decode=True).decode()
    assert f"/today?r={message.pk}" in text
    assert str(maya.pk) not in text
    assert str(queued().pk) not in text


def test_what_one_channel_refuses_for_good_goes_over_the_next(due, maya):
    browser = BrowserKeys()
    with open_service() as service:
        with as_owner():
            ContactPoint.objects.create(
                person=maya, channel="push", address="x", active=True,
                sealed=delivery_services.Subscription(service.url, **browser.keys).sealed,
            )  # fmt: skip
            Preference.objects.create(person=maya, channels=["email", "push"])
        carried(LATER, at_recipient="550 No such mailbox")
        follow(LATER)
        carry.carry_due(clock=lambda: LATER)
        follow(LATER)

    assert browser.open(service.taken[0][2])["title"] == "You have an update"
    assert (queued().state, queued().channel) == ("sent", "push")
    assert [message.state for message in messages()] == ["failed", "sent"]


def test_what_no_channel_takes_stays_in_the_app_with_the_reason(due, maya, browser):
    carried(LATER, at_recipient="550 No such mailbox")

    follow(LATER)

    assert (queued().state, queued().reason, queued().sent_at) == ("undelivered", "refused", None)


def test_a_dead_letter_that_is_replayed_and_arrives_counts_as_sent(due, maya, ada, browser):
    carried(LATER, at_recipient="550 No such mailbox")
    follow(LATER)
    (letter,) = messages()
    with as_owner():
        Delivery.objects.filter(pk=letter.pk).update(
            state="retrying", attempts=0, settled_at=None, due_at=LATER
        )
    carried(LATER)

    follow(LATER)

    assert (queued().state, queued().reason) == ("sent", "")


def test_a_session_cancelled_after_queueing_is_not_told_of(due, maya, ada):
    with as_owner():
        Session.objects.filter(pk=due.pk).update(cancelled_at=NINE, cancelled_by=ada)

    office = carried(LATER)

    assert office.mail == []
    assert (queued().state, queued().reason) == ("withdrawn", "cancelled")
    assert (messages()[0].state, messages()[0].failure) == ("cancelled", "cancelled")


def test_a_message_that_could_not_leave_before_the_session_began_never_leaves(due, maya):
    office = carried(at_clock(1, 10))

    assert office.mail == []
    assert (queued().state, queued().reason) == ("skipped", "too_late")


def test_a_message_that_comes_into_the_quiet_hours_waits_for_their_end_as_another(maya):
    with as_owner():
        Setting.objects.update(leads=[1440])
    a_session(maya, starts_at=at_clock(1, 20, 58))
    plan(maya, at=at_clock(0, 20))
    send(at_clock(0, 20, 58))

    office = carried(at_clock(0, 21, 5))

    row = queued()
    assert office.mail == []
    assert (row.state, row.due_at, row.message) == ("planned", at_clock(1, 8), None)


def test_a_pause_that_begins_after_queueing_holds_the_message(due, maya):
    with as_owner():
        Preference.objects.create(person=maya, paused_until=at_clock(3, 0))

    office = carried(LATER)

    assert office.mail == []
    assert (queued().state, queued().reason) == ("skipped", "paused")


def test_a_message_lives_while_one_of_its_reminders_does(maya, ada):
    first, _ = a_session(maya), a_session(maya)
    plan(maya, at=at_clock(1, 8, 30))
    send(NINE)
    with as_owner():
        Session.objects.filter(pk=first.pk).update(cancelled_at=NINE, cancelled_by=ada)

    office = carried(LATER)
    follow(LATER)

    assert len(office.mail) == 1
    assert {(row.state, row.reason) for row in reminders(kind="session")} == {
        ("withdrawn", "cancelled"),
        ("sent", ""),
    }


def test_plain_words_name_the_kind_and_mixed_ones_nothing(maya):
    with as_owner():
        Preference.objects.create(person=maya, tone="plain", language="es")
    a_session(maya)
    plan(maya, at=at_clock(1, 8, 30))
    send(NINE)

    (mail,) = carried(LATER).mail

    assert mail["Subject"] == "Dentro de poco"
    assert (messages()[0].tone, messages()[0].language) == ("session", "es")


def test_the_statement_for_plain_cases_says_what_the_judge_says(maya, ben):
    """Whatever the one statement hands over, the judge would have handed over the same way."""
    for person in (maya, ben):
        a_session(person)
    plan(maya, ben, at=at_clock(1, 8, 30))
    with as_owner():
        rows = list(Reminder.objects.filter(state="planned", due_at__lte=NINE))
    with acting_as(System.REMINDER):
        services.send_plain(at=NINE)
    fast = {row.pk: (row.state, row.channel, row.message) for row in _again(rows)}
    with as_owner():
        Delivery.objects.all().delete()
        Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(
            state="planned", channel="", message=None, queued_at=None
        )

    send(NINE)

    slow = {row.pk: (row.state, row.channel, row.message) for row in _again(rows)}
    assert fast == slow
    assert {state for state, _, _ in fast.values()} == {"queued"}


def _again(rows):
    with as_owner():
        return list(Reminder.objects.filter(pk__in=[row.pk for row in rows]))


UNSURE = {
    "paused": lambda maya: Preference.objects.create(person=maya, paused_until=at_clock(2, 0)),
    "quiet": lambda maya: Preference.objects.create(
        person=maya, quiet_from_minute=8 * 60, quiet_until_minute=12 * 60
    ),
    "switched off": lambda maya: Setting.objects.update(on=False),
    "no account": lambda maya: type(maya).objects.filter(pk=maya.pk).update(is_active=False),
    "no address": lambda maya: ContactPoint.objects.filter(person=maya).delete(),
    "left": lambda maya: maya.enrolments.update(active_until=at_clock(0, 12).date()),
    "app only": lambda maya: Preference.objects.create(person=maya, channels=[]),
}


@pytest.mark.parametrize("name", UNSURE)
def test_the_statement_for_plain_cases_leaves_alone_what_it_is_not_sure_of(maya, name):
    a_session(maya)
    plan(maya, at=at_clock(1, 8, 30))
    with as_owner():
        UNSURE[name](maya)

    with acting_as(System.REMINDER):
        made = services.send_plain(at=NINE)

    assert made == 0
    assert {row.state for row in reminders(kind="session")} == {"planned"}
