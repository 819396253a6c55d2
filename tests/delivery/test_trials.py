"""A trial of one's own device: who may say that it came, and what is known of it then."""

from datetime import timedelta

import pytest

from core import clock
from core.identity import System, acting_as, acting_for
from delivery import carry, services
from delivery.models import ContactPoint, Delivery
from tests.conftest import as_owner
from tests.delivery.push_service import BrowserKeys, open_service
from tests.delivery.test_web_push import points, pushes, queue, subscribe

__all__ = ["pushes"]
SECOND = timedelta(seconds=1)


@pytest.fixture
def phone():
    return BrowserKeys()


def try_it(point, at):
    with acting_for(point.person_id):
        services.try_out(point=point, at=at)


def message_of(service, phone):
    """The id that the browser's worker finds in the trial it was sent."""
    return phone.open(service.taken[-1][2])["url"].rpartition("trial=")[2]


def test_a_trial_is_sent_and_then_told_of_by_the_device_that_showed_it(maya, phone, browser):
    at = clock.now()
    with open_service() as service:
        point = subscribe(maya, f"{service.url}/a", phone, at)
        try_it(point, at)
        carry.carry_due(clock=lambda: at + SECOND)
    (before,) = points(maya)
    message = message_of(service, phone)

    answer = browser(None).post("/contact-points/trial-came/", {"message": message})

    (after,) = points(maya)
    assert answer.status == 204
    assert (before.tested_at, before.delivered_at, before.arrived_at) == (at, at + SECOND, None)
    assert after.arrived_at is not None


def test_only_a_trial_can_be_said_to_have_come_and_only_within_an_hour(maya, at, phone):
    with open_service() as service:
        point = subscribe(maya, f"{service.url}/a", phone, at)
        queue(maya, at)
        try_it(point, at)
    with as_owner():
        reminder = Delivery.objects.get(kind="reminder")
        trial = Delivery.objects.get(kind="test")
    said = [
        services.note_trial_came(message=reminder.pk, at=at + SECOND),
        services.note_trial_came(message=maya.pk, at=at + SECOND),
        services.note_trial_came(message=trial.pk, at=at + timedelta(hours=2)),
        services.note_trial_came(message=trial.pk, at=at + SECOND),
        services.note_trial_came(message=trial.pk, at=at + 2 * SECOND),
    ]

    assert said == [False, False, False, True, False]
    assert [point.arrived_at for point in points(maya)] == [at + SECOND]


def test_a_message_that_was_not_taken_does_not_count_as_a_note(maya, at, phone):
    with open_service(status=503) as service:
        subscribe(maya, f"{service.url}/a", phone, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    assert [point.delivered_at for point in points(maya)] == [None]


def test_nobody_says_of_anothers_device_that_a_trial_was_asked_for(maya, ben, at, phone):
    with open_service() as service:
        point = subscribe(maya, f"{service.url}/a", phone, at)
    with acting_for(ben.pk):
        changed = ContactPoint.objects.filter(pk=point.pk).update(tested_at=at)
    with acting_as(System.REMINDER):
        changed += ContactPoint.objects.filter(pk=point.pk).update(arrived_at=at)

    assert changed == 0


def test_a_browser_with_a_new_address_keeps_its_name(maya, at, phone):
    with open_service() as service:
        subscribe(maya, f"{service.url}/old", phone, at, label="Kitchen tablet")
        subscribe(maya, f"{service.url}/new", phone, at, label="", replaces=f"{service.url}/old")

    assert [(point.active, point.label) for point in points(maya)] == [
        (False, "Kitchen tablet"),
        (True, "Kitchen tablet"),
    ]
