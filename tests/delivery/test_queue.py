"""Deliveries: queued once for a cause, leased to one carrier, settled by who holds the lease."""

from datetime import timedelta

import pytest
from django.db import connection

from core.identity import System, acting_as
from core.models import OutboxEntry
from delivery import services
from delivery.models import ContactPoint, Delivery
from delivery.services import LAST_ATTEMPT, LEASE, LONGEST_PAUSE_SECONDS, Cause
from delivery.wording import Kind
from tests.conftest import as_owner

CAUSE = Cause(Kind.REMINDER, "reminder:one", "/today")


@pytest.fixture
def queued(maya, at):
    """One message to Maya, due now; nothing else waits."""
    with as_owner():
        Delivery.objects.all().delete()
    queue(maya, at=at)
    return the_delivery()


def queue(*people, at, cause=CAUSE):
    with acting_as(System.REMINDER):
        return services.queue(people=[person.pk for person in people], cause=cause, due_at=at)


def claim(at):
    with acting_as(System.CARRIER):
        return next(iter(services.claim(at=at)), None)


def sent(delivery, at):
    with acting_as(System.CARRIER):
        return services.record_sent(delivery=delivery, at=at)


def failed(delivery, at, *, reason="refused with 451", permanent=False):
    with acting_as(System.CARRIER):
        return services.record_failure(delivery=delivery, reason=reason, permanent=permanent, at=at)


def the_delivery():
    with as_owner():
        return Delivery.objects.get()


def news():
    with as_owner():
        return list(
            OutboxEntry.objects.filter(event="delivery.failed", subscriber__startswith="alerts.")
        )


def test_one_delivery_is_queued_for_each_person(maya, ben, at):
    made = queue(maya, ben, at=at)

    with as_owner():
        waiting = set(Delivery.objects.filter(cause=CAUSE.name).values_list("person_id", "state"))
    assert made == 2
    assert waiting == {(maya.pk, "queued"), (ben.pk, "queued")}


def test_the_same_cause_is_queued_once(queued, maya, ben, at):
    again = queue(maya, at=at)
    with_ben = queue(maya, ben, at=at)

    with as_owner():
        count = Delivery.objects.count()
    assert (again, with_ben, count) == (0, 1, 2)


def test_a_message_that_was_sent_is_not_queued_again(queued, maya, at):
    sent(claim(at), at)

    assert queue(maya, at=at + timedelta(days=1)) == 0
    assert the_delivery().state == Delivery.State.SENT


def test_another_cause_is_another_message(queued, maya, at):
    assert queue(maya, at=at, cause=Cause(Kind.REMINDER, "reminder:two")) == 1


def test_somebody_with_two_addresses_gets_one_message_over_the_channel(maya, at):
    with as_owner():
        ContactPoint.objects.create(person=maya, channel="email", address="second@example.org")

    assert queue(maya, at=at) == 1


def test_somebody_who_cannot_be_reached_gets_none(maya, at):
    with as_owner():
        ContactPoint.objects.filter(person=maya).update(active=False)

    assert queue(maya, at=at) == 0


def test_the_one_that_has_waited_longest_is_claimed_first(maya, ben, at):
    with as_owner():
        Delivery.objects.all().delete()
    queue(maya, at=at - timedelta(minutes=1), cause=Cause(Kind.REMINDER, "reminder:later"))
    queue(ben, at=at - timedelta(minutes=2), cause=Cause(Kind.REMINDER, "reminder:earlier"))

    assert [claim(at).cause for _ in range(2)] == ["reminder:earlier", "reminder:later"]
    assert claim(at) is None


def test_what_is_not_due_is_not_claimed(queued, at):
    assert claim(at - timedelta(seconds=1)) is None
    assert claim(at) is not None


def test_a_claimed_message_is_leased_and_nobody_else_claims_it(queued, at):
    claimed = claim(at)

    stored = the_delivery()
    assert claim(at) is None
    assert (stored.state, stored.attempts) == ("sending", 1)
    assert stored.leased_until == claimed.leased_until == at + LEASE


def test_a_sent_message_is_over(queued, at):
    later = at + timedelta(seconds=3)

    settled = sent(claim(at), later)

    stored = the_delivery()
    assert settled
    assert (stored.state, stored.settled_at, stored.leased_until) == ("sent", later, None)
    assert claim(at + timedelta(days=1)) is None


def test_a_lease_that_ran_out_goes_back_to_the_queue(queued, at):
    claim(at)
    too_early, late = at + LEASE, at + LEASE + timedelta(seconds=1)

    with acting_as(System.CARRIER):
        released = [services.release_stuck(at=too_early), services.release_stuck(at=late)]

    assert released == [0, 1]
    assert (the_delivery().state, the_delivery().due_at) == ("retrying", late)


def test_a_message_that_takes_its_carrier_down_every_time_is_given_up_on(queued, at):
    now = at
    for _ in range(LAST_ATTEMPT):
        claim(now)
        now += LEASE + timedelta(seconds=1)
        with acting_as(System.CARRIER):
            released = services.release_stuck(at=now)

    assert released == 1
    assert (the_delivery().state, the_delivery().failure) == ("failed", "never settled")
    assert len(news()) == 1


@pytest.mark.parametrize("settle", [sent, failed])
def test_a_carrier_that_lost_its_lease_cannot_settle(queued, at, settle):
    slow = claim(at)
    later = at + LEASE + timedelta(seconds=1)
    with acting_as(System.CARRIER):
        services.release_stuck(at=later)

    assert not settle(slow, later)
    assert the_delivery().state == Delivery.State.RETRYING


def test_a_slow_carrier_cannot_undo_a_newer_attempt(queued, at):
    slow = claim(at)
    later = at + LEASE + timedelta(seconds=1)
    with acting_as(System.CARRIER):
        services.release_stuck(at=later)
    newer = claim(later)

    assert not failed(slow, later, permanent=True)
    assert sent(newer, later)
    assert the_delivery().state == Delivery.State.SENT
    assert news() == []


def test_nothing_settles_twice(queued, at):
    claimed = claim(at)

    assert sent(claimed, at)
    assert not sent(claimed, at)
    assert not failed(claimed, at)


def test_pauses_between_attempts_double_and_are_capped(queued, at):
    pauses, now = [], at
    for _ in range(LAST_ATTEMPT - 1):
        failed(claim(now), now)
        pauses.append((the_delivery().due_at - now).total_seconds())
        now = the_delivery().due_at

    whole = [2, 4, 8, 16, 32, 64, 128, 256, 512, *[LONGEST_PAUSE_SECONDS] * 2]
    # Each is up to a quarter longer, by chance, so that what failed together parts.
    assert all(least <= pause <= least * 1.25 for least, pause in zip(whole, pauses, strict=True))
    assert pauses != whole
    assert (the_delivery().state, the_delivery().failure) == ("retrying", "refused with 451")


def test_the_last_attempt_gives_up_and_tells(queued, at):
    now = at
    for _ in range(LAST_ATTEMPT):
        failed(claim(now), now)
        now = the_delivery().due_at + timedelta(seconds=1)

    (told,) = news()
    assert (the_delivery().state, the_delivery().attempts) == ("failed", LAST_ATTEMPT)
    assert told.payload == {"delivery_id": str(the_delivery().pk)}


def test_a_permanent_failure_gives_up_at_once_and_tells(queued, at):
    failed(claim(at), at, reason="refused with 550", permanent=True)

    (told,) = news()
    assert (the_delivery().state, the_delivery().attempts) == ("failed", 1)
    assert the_delivery().settled_at == at
    assert told.payload == {"delivery_id": str(the_delivery().pk)}


def test_a_long_reason_is_cut_and_not_refused(queued, at):
    assert failed(claim(at), at, reason="x" * 500)
    assert len(the_delivery().failure) == 80


def test_what_waits_is_cancelled_by_the_beginning_of_its_cause(queued, maya, at):
    queue(maya, at=at, cause=Cause(Kind.REMINDER, "other:1"))

    with acting_as(System.REMINDER):
        stopped = services.cancel(cause_prefix="reminder:", at=at)

    assert stopped == 1
    assert claim(at).cause == "other:1"
    with as_owner():
        assert Delivery.objects.get(cause="reminder:one").settled_at == at


def test_what_is_on_its_way_or_over_is_not_cancelled(queued, at):
    claimed = claim(at)

    with acting_as(System.REMINDER):
        assert services.cancel(cause_prefix="reminder:", at=at) == 0
    assert sent(claimed, at)
    with acting_as(System.REMINDER):
        assert services.cancel(cause_prefix="reminder:", at=at) == 0


def test_a_part_of_the_program_sees_and_stops_only_its_own_kind(queued, at):
    with acting_as(System.ASSESSOR):
        assert not Delivery.objects.exists()
        assert services.cancel(cause_prefix="reminder:", at=at) == 0
    assert the_delivery().state == Delivery.State.QUEUED


def test_the_path_of_a_message_is_not_stored_in_clear(queued):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT path FROM delivery_delivery")
        ((stored,),) = cursor.fetchall()

    assert stored.startswith("v1.")
    assert "today" not in stored
    assert the_delivery().path == "/today"
