"""Carrying a message: a real SMTP conversation, and what each answer leads to."""

import re
from datetime import timedelta
from itertools import count

import pytest
from django.conf import settings
from django.db import connection
from django.test import override_settings

from core.identity import System, acting_as
from core.models import OutboxEntry
from delivery import carry, services
from delivery.channels.base import ChannelError, Message
from delivery.channels.email import Email
from delivery.models import ContactPoint, Delivery
from delivery.services import LAST_ATTEMPT, LEASE, Cause
from delivery.wording import WORDINGS, Kind
from tests.conftest import as_owner
from tests.delivery.post_office import closed_office, open_office, silent_office
from tests.guards.test_messages_carry_no_health_words import health_words_in

PATHS = {Kind.ALERT: "/inbox", Kind.REMINDER: "/today"}
BROKEN = "maya@example.org\nBcc: eve@example.org"
QUEUES = {Kind.ALERT: System.ASSESSOR, Kind.REMINDER: System.REMINDER}


@pytest.fixture(autouse=True)
def empty_queue(db):
    with as_owner():
        Delivery.objects.all().delete()


def queue(person, at, *, kind=Kind.REMINDER):
    with acting_as(QUEUES[kind]):
        services.queue(people=[person.pk], cause=Cause(kind, f"{kind}:one", PATHS[kind]), due_at=at)


def carry_at(at):
    return carry.carry_due(clock=lambda: at)


def the_delivery():
    with as_owner():
        return Delivery.objects.get()


def text_of(mail):
    return mail.get_payload(decode=True).decode()


def test_okafor_is_told_that_something_needs_a_look(okafor, at):
    queue(okafor, at, kind=Kind.ALERT)

    with open_office() as office:
        tried = carry_at(at)

    (mail,) = office.mail
    assert tried == 1
    assert office.recipients == ["okafor@example.org"]
    assert mail["Subject"] == "1 item needs review"
    assert text_of(mail) == f"1 item needs review.\r\n\r\n{settings.SITE_URL}/inbox\r\n"
    assert (the_delivery().state, the_delivery().settled_at) == ("sent", at)


def test_maya_reads_her_reminder_in_spanish(maya, at):
    with as_owner():
        type(maya).objects.filter(pk=maya.pk).update(language="es")
    queue(maya, at)

    with open_office() as office:
        carry_at(at)

    (mail,) = office.mail
    assert mail["Subject"] == "Tiene una novedad"
    assert "Abra la aplicación." in text_of(mail)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", [Kind.ALERT, Kind.REMINDER])
def test_nothing_in_the_raw_message_tells_of_anybodys_health_or_name(maya, at, kind, language):
    with as_owner():
        type(maya).objects.filter(pk=maya.pk).update(language=language)
    queue(maya, at, kind=kind)

    with open_office() as office:
        carry_at(at)

    ((raw,), (mail,)) = office.raw, office.mail
    everything = raw.decode() + text_of(mail) + mail["Subject"]
    told = re.sub(r"maya@example\.org|Foothold <hello@foothold\.example>|foothold\.example",
                  "", everything)  # fmt: skip
    assert "maya" not in told.lower()
    assert "torres" not in told.lower()
    assert "riverside" not in told.lower()
    assert health_words_in(told) == []
    assert str(maya.pk) not in told
    wording = WORDINGS[kind][language]
    link = f"{settings.SITE_URL}{PATHS[kind]}"
    assert text_of(mail).replace("\r\n", "\n") == wording.text.replace("{link}", link)


def test_headers_tell_only_what_mail_needs(maya, at):
    queue(maya, at)

    with open_office() as office:
        carry_at(at)

    (mail,) = office.mail
    assert set(mail.keys()) <= {
        "Content-Type", "MIME-Version", "Content-Transfer-Encoding", "Subject", "From", "To",
        "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "X-Peer",
        "X-MailFrom", "X-RcptTo",
    }  # fmt: skip
    assert mail["Auto-Submitted"] == "auto-generated"


def test_a_repeated_message_bears_the_same_id(maya, at):
    queue(maya, at)
    ids = []

    with open_office() as office:
        with acting_as(System.CARRIER):
            (dying,) = services.claim(at=at)
        # The carrier sends and dies before it can say so; the lease runs out.
        Email().send(Message(str(dying.pk), "maya@example.org", "s", "t"))
        later = at + LEASE + timedelta(seconds=1)
        with acting_as(System.CARRIER):
            services.release_stuck(at=later)
        carry_at(later)
        ids = [mail["Message-ID"] for mail in office.mail]

    assert len(ids) == 2
    assert ids[0] == ids[1] == f"<{the_delivery().pk}@foothold.example>"
    assert (the_delivery().state, the_delivery().attempts) == ("sent", 2)


def test_all_addresses_of_a_person_are_written_to(maya, at):
    with as_owner():
        ContactPoint.objects.create(person=maya, channel="email", address="second@example.org")
        ContactPoint.objects.create(
            person=maya, channel="email", address="old@example.org", active=False
        )
    queue(maya, at)

    with open_office() as office:
        carry_at(at)

    assert office.recipients == ["maya@example.org", "second@example.org"]


@pytest.mark.parametrize(
    ("answers", "failure"),
    [
        ({"at_recipient": "550 No such mailbox"}, "refused with 550"),
        ({"at_data": "554 Not wanted"}, "answered 554"),
    ],
)
def test_a_refusal_for_good_is_not_tried_again(maya, at, answers, failure):
    queue(maya, at)

    with open_office(**answers):
        carry_at(at)
        again = carry_at(at + timedelta(days=1))

    assert again == 0
    assert (the_delivery().state, the_delivery().failure) == ("failed", failure)
    with as_owner():
        told = OutboxEntry.objects.filter(event="delivery.failed")
        assert told.filter(subscriber__startswith="alerts.").count() == 1


@pytest.mark.parametrize(
    ("answers", "failure"),
    [
        ({"at_recipient": "451 Try later"}, "refused with 451"),
        ({"at_data": "452 Full"}, "answered 452"),
    ],
)
def test_a_refusal_for_now_is_tried_again_and_arrives(maya, at, answers, failure):
    queue(maya, at)

    with open_office(**answers):
        carry_at(at)
    waiting = the_delivery()
    with open_office() as office:
        carry_at(waiting.due_at)

    assert (waiting.state, waiting.failure) == ("retrying", failure)
    assert len(office.raw) == 1
    assert (the_delivery().state, the_delivery().failure) == ("sent", "")


@pytest.mark.parametrize(
    ("office", "failure"),
    [(closed_office, "ConnectionRefusedError"), (silent_office, "SMTPServerDisconnected")],
)
def test_a_server_that_does_not_answer_is_tried_again(maya, at, office, failure):
    queue(maya, at)

    with office():
        carry_at(at)

    assert (the_delivery().state, the_delivery().failure) == ("retrying", failure)


def test_one_message_that_fails_does_not_hold_up_the_next(maya, ben, at):
    with as_owner():
        ContactPoint.objects.filter(person=maya).update(address=BROKEN)
    queue(maya, at - timedelta(minutes=1))
    queue(ben, at)

    with open_office() as office:
        tried = carry_at(at)

    assert tried == 2
    assert office.recipients == ["ben@example.org"]
    with as_owner():
        assert Delivery.objects.get(person=maya).failure == "not an address"


def test_a_message_that_no_key_opens_does_not_hold_up_the_next(maya, ben, at):
    queue(maya, at - timedelta(minutes=1))
    _spoil_the_path()
    queue(ben, at)

    with open_office() as office:
        tried = carry_at(at)

    assert tried == 2
    assert office.recipients == ["ben@example.org"]
    with as_owner():
        unread = Delivery.objects.defer("path").get(person=maya)
    assert (unread.state, unread.failure) == ("retrying", "unreadable")


def test_a_message_that_no_key_ever_opens_is_given_up_on_and_told_of(maya, at):
    queue(maya, at)
    _spoil_the_path()
    with as_owner():
        Delivery.objects.update(attempts=LAST_ATTEMPT - 1)

    with open_office():
        carry_at(at)

    with as_owner():
        assert Delivery.objects.defer("path").get().state == "failed"
        assert OutboxEntry.objects.filter(event="delivery.failed").exists()


def _spoil_the_path():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE delivery_delivery SET path = 'v1.gone.AAAA'")


def test_a_long_queue_is_left_in_time_for_the_next_run(maya, ben, lee, okafor, at):
    for person in (maya, ben, lee):
        queue(person, at)
    queue(okafor, at, kind=Kind.ALERT)
    # Each look at the clock is five seconds later than the one before.
    moments = count()

    with open_office() as office:
        tried = carry.carry_due(clock=lambda: at + timedelta(seconds=5 * next(moments)))

    # The alert went first, by itself; then two reminders, and the third was given back in time.
    assert tried == 4
    assert office.recipients[0] == "okafor@example.org"
    assert len(office.recipients) == 3
    with as_owner():
        left = Delivery.objects.exclude(state="sent").get()
    assert (left.state, left.attempts, left.leased_until) == ("retrying", 0, None)


def test_an_old_address_does_not_keep_the_message_from_the_new_one(maya, at):
    with as_owner():
        ContactPoint.objects.filter(person=maya).update(address=BROKEN)
        ContactPoint.objects.create(person=maya, channel="email", address="new@example.org")
    queue(maya, at)

    with open_office() as office:
        carry_at(at)

    assert office.recipients == ["new@example.org"]
    assert the_delivery().state == Delivery.State.SENT


def test_where_one_address_may_work_later_it_is_tried_later(maya, at):
    with as_owner():
        ContactPoint.objects.filter(person=maya).update(address=BROKEN)
        ContactPoint.objects.create(person=maya, channel="email", address="new@example.org")
    queue(maya, at)

    with open_office(at_recipient="451 Try later"):
        carry_at(at)

    assert (the_delivery().state, the_delivery().failure) == ("retrying", "refused with 451")


def test_somebody_whose_address_was_withdrawn_meanwhile_is_a_failure_that_tells(maya, at):
    queue(maya, at)
    with as_owner():
        ContactPoint.objects.filter(person=maya).update(active=False)

    with open_office() as office:
        carry_at(at)

    assert office.raw == []
    assert (the_delivery().state, the_delivery().failure) == ("failed", "no address")
    with as_owner():
        assert OutboxEntry.objects.filter(event="delivery.failed").exists()


def test_an_address_cannot_smuggle_in_a_second_recipient(maya, at):
    with pytest.raises(ChannelError) as refusal, open_office() as office:
        Email().send(Message("k", BROKEN, "s", "t"))

    assert refusal.value.permanent
    assert office.raw == []


def test_an_invitation_carries_its_one_time_link_to_somebody_without_an_account(ada, at):
    with acting_as(System.ACCOUNTS):
        services.queue_to_address(
            address="new@example.org",
            cause=Cause(Kind.INVITATION, "invitation:1", "/invitation#secret"),
            due_at=at,
        )

    with open_office() as office:
        carry_at(at)

    (mail,) = office.mail
    assert office.recipients == ["new@example.org"]
    assert f"{settings.SITE_URL}/invitation#secret" in text_of(mail)


@override_settings(DEFAULT_FROM_EMAIL="Clinic <post@clinic.example>")
def test_the_message_id_is_of_the_senders_own_domain(maya, at):
    queue(maya, at)

    with open_office() as office:
        carry_at(at)

    (mail,) = office.mail
    assert mail["Message-ID"].endswith("@clinic.example>")
    assert mail["From"] == "Clinic <post@clinic.example>"
