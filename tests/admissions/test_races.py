"""Several people at once, with real commits: one row for each contact, limits that hold."""

from datetime import timedelta

from admissions import services
from admissions.models import CallRequest
from admissions.rules import keeping
from admissions.services import Ask, FormExpired, TooManyRequests
from core.identity import System, acting_as
from delivery.models import Delivery
from tests.committed import at_once
from tests.story import STORY_TIME

TIMES = 6
AFTER = STORY_TIME + timedelta(seconds=20)


def _ask(token, *, phone="+16175550142"):
    ask = Ask(token=token, name="Ana", best_time="any", language="en", phone=phone)
    with acting_as(System.ADMISSIONS):
        services.ask_for_call(ask=ask, address="192.0.2.7", at=AFTER)


def test_one_contact_from_six_places_is_one_request_told_once(committed):
    tokens = [services.new_form(at=STORY_TIME) for _ in range(TIMES)]

    at_once(TIMES, lambda number: _ask(tokens[number]))

    row = CallRequest.objects.get()
    assert row.times_asked == TIMES
    told = Delivery.objects.filter(cause__startswith="call:")
    assert set(told.values_list("cause", flat=True)) == {f"call:{row.pk}"}


def test_one_form_sent_six_times_at_once_works_once(committed):
    token = services.new_form(at=STORY_TIME)

    def send(number):
        try:
            _ask(token, phone=f"+1617555010{number}")
        except FormExpired:
            return "refused"
        return "kept"

    assert sorted(at_once(TIMES, send)) == ["kept", *["refused"] * (TIMES - 1)]
    assert CallRequest.objects.count() == 1


def test_the_limit_of_an_address_holds_when_all_come_at_once(committed):
    most = keeping.PER_ADDRESS[0].most
    tokens = [services.new_form(at=STORY_TIME) for _ in range(most + 4)]

    def send(number):
        try:
            _ask(tokens[number], phone=f"+161755501{number:02}")
        except TooManyRequests:
            return "refused"
        return "kept"

    assert sorted(at_once(most + 4, send)) == ["kept"] * most + ["refused"] * 4
