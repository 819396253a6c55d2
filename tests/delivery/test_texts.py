"""Text messages against a provider of our own: codes, consent, STOP, and each kind of refusal."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from urllib.parse import parse_qs, urlencode

import pytest

from core.identity import System, acting_as, acting_for
from delivery import carry, services
from delivery.models import ContactPoint, Delivery, PhoneCode, TextConsent
from delivery.services import Cause
from delivery.services.points import ChannelOff, NotReachable
from delivery.services.telephones import MailStays, NumberRefused, TooManyCodes
from delivery.wording import Kind
from tests.conftest import as_owner
from tests.delivery.push_service import open_service

NUMBER, TOKEN = "+16175550142", "token"
# A reply comes by HTTP, now, which may be before the moment of the stories: consent is older.
A_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def texts(settings, db):
    settings.CHANNELS_ON = {"email", "sms"}
    settings.SMS_ACCOUNT, settings.SMS_TOKEN, settings.SMS_FROM = "AC1", "token", "+15550001111"
    with as_owner():
        Delivery.objects.all().delete()


@pytest.fixture
def provider(settings):
    with open_service() as service:
        settings.SMS_URL = service.url
        yield service


def ask(person, at, number="(617) 555-0142"):
    with acting_for(person.pk):
        return services.ask_for_phone(
            person_id=person.pk, number=number, language=person.language, at=at
        )


def confirm(person, point, code, at):
    with acting_for(person.pk):
        return services.confirm_phone(point=point, code=code, at=at)


def texted(provider):
    return [parse_qs(body.decode()) for _, _, body in provider.taken]


def code_in(provider):
    return texted(provider)[-1]["Body"][0].split("code is ")[1][:6]


def verified(person, provider, at):
    point = ask(person, at)
    carry.carry_due(clock=lambda: at)
    confirm(person, point, code_in(provider), at)
    provider.taken.clear()
    with as_owner():
        ContactPoint.objects.filter(person=person, channel="email").update(active=False)
        Delivery.objects.all().delete()
    return point


def queue(person, at):
    with acting_as(System.REMINDER):
        return services.queue(
            people=[person.pk],
            cause=Cause(Kind.REMINDER, "reminder:one", "/today?r={id}"),
            due_at=at,
        )


def the_delivery():
    with as_owner():
        return Delivery.objects.get()


def the_point():
    with as_owner():
        return ContactPoint.objects.get(channel="sms")


def test_a_code_comes_by_text_and_switches_texts_on(maya, at, provider):
    point = ask(maya, at)
    carry.carry_due(clock=lambda: at)
    (said,) = texted(provider)
    (path, headers, _) = provider.taken[0]

    before = the_point().active
    result = confirm(maya, point, code_in(provider), at)

    assert path == "/2010-04-01/Accounts/AC1/Messages.json"
    assert base64.b64decode(headers["Authorization"].split()[1]) == b"AC1:token"
    assert (said["To"], said["From"]) == ([NUMBER], ["+15550001111"])
    assert said["Body"][0].endswith("It works for 10 minutes. Reply STOP to end texts.")
    assert not before
    assert result.verified
    assert (the_point().active, the_point().verified_at) == (True, at)
    with as_owner():
        assert TextConsent.objects.get().given


def test_the_number_and_the_code_are_not_stored_in_clear(maya, at, provider):
    ask(maya, at)
    carry.carry_due(clock=lambda: at)

    with as_owner():
        raw = ContactPoint.objects.filter(channel="sms").extra(select={"raw": "sealed"}).values()[0]
        code = PhoneCode.objects.values()[0]
    assert "5550142" not in raw["raw"] + raw["address"]
    assert code_in(provider) not in json.dumps(code, default=str)


def test_five_wrong_codes_end_it(maya, at, provider):
    point = ask(maya, at)
    carry.carry_due(clock=lambda: at)
    right = code_in(provider)
    wrong = "000000" if right != "000000" else "111111"

    left = [confirm(maya, point, wrong, at).attempts_left for _ in range(5)]

    assert left == [4, 3, 2, 1, 0]
    assert not confirm(maya, point, right, at).verified
    assert not the_point().active


def test_a_code_holds_ten_minutes_and_once(maya, at, provider):
    point = ask(maya, at)
    carry.carry_due(clock=lambda: at)
    code = code_in(provider)

    assert not confirm(maya, point, code, at + timedelta(minutes=10)).verified
    assert confirm(maya, point, code, at + timedelta(minutes=9)).verified
    assert not confirm(maya, point, code, at + timedelta(minutes=9)).verified


def test_a_code_is_asked_for_three_times_an_hour_at_most(maya, at, provider):
    for _ in range(3):
        ask(maya, at)

    with pytest.raises(TooManyCodes):
        ask(maya, at)
    ask(maya, at + timedelta(hours=1, seconds=1))


@pytest.mark.parametrize(
    "number", ["12", "not a number", "+1 800 555 0199", "+44 20 7946 0958", ""]
)
def test_a_number_that_takes_no_texts_is_refused(maya, at, provider, number):
    with pytest.raises(NumberRefused) as refusal:
        ask(maya, at, number)

    assert refusal.value.members["fields"] == {"number": [NumberRefused.sentence]}


def test_without_a_provider_there_is_no_number_to_add(maya, at, settings):
    settings.CHANNELS_ON = {"email"}

    with pytest.raises(ChannelOff):
        ask(maya, at)


def test_a_text_is_one_neutral_line_and_a_link(maya, at, provider, settings):
    verified(maya, provider, at)
    queue(maya, at)
    carry.carry_due(clock=lambda: at)

    (said,) = texted(provider)
    link = f"{settings.SITE_URL}/today?r={the_delivery().pk}"
    assert said["Body"] == [f"You have an update. Open the app. {link}"]
    assert the_delivery().state == "sent"


@pytest.mark.parametrize(
    ("status", "code", "state", "active"),
    [
        (400, 21211, "failed", False),  # not a number
        (400, 21614, "failed", False),  # not a mobile one
        (400, 21606, "failed", True),  # our own mistake: the number stays
        (401, 20003, "retrying", True),
        (429, 20429, "retrying", True),
        (500, 0, "retrying", True),
        (503, 20500, "retrying", True),
    ],
)
def test_what_the_provider_refuses_for_good_and_for_now(
    maya, at, provider, status, code, state, active
):
    verified(maya, provider, at)
    provider.status, provider.body = status, json.dumps({"code": code}).encode()
    queue(maya, at)

    carry.carry_due(clock=lambda: at)

    assert (the_delivery().state, the_point().active) == (state, active)


def test_a_provider_that_says_nothing_sensible_is_tried_again(maya, at, provider):
    verified(maya, provider, at)
    provider.status, provider.body = 502, b"<html>"
    queue(maya, at)

    carry.carry_due(clock=lambda: at)

    assert (the_delivery().state, the_delivery().failure) == ("retrying", "answered 502")


def test_a_provider_that_was_told_to_stop_ends_the_consent(maya, at, provider):
    verified(maya, provider, at)
    provider.status, provider.body = 400, json.dumps({"code": 21610}).encode()
    queue(maya, at)
    carry.carry_due(clock=lambda: at)

    with as_owner():
        newest = TextConsent.objects.order_by("-at", "-created_at").first()
        Delivery.objects.all().delete()
    assert (newest.given, newest.how) == (False, "provider")
    assert queue(maya, at) == 0


def reply(provider_settings, words, number=NUMBER, token=TOKEN):
    fields = {"From": number, "Body": words, "MessageSid": "SM1"}
    url = f"{provider_settings.SITE_URL}/api/v1/text-replies/"
    said = url + "".join(name + fields[name] for name in sorted(fields))
    digest = hmac.new(token.encode(), said.encode(), hashlib.sha1).digest()
    return fields, base64.b64encode(digest).decode()


def post_reply(client, fields, signature):
    return client.post(
        "/api/v1/text-replies/",
        urlencode(fields),
        content_type="application/x-www-form-urlencoded",
        headers={"X-Twilio-Signature": signature},
    ).status_code


def test_stop_ends_texts_and_start_begins_them_again(maya, at, provider, settings, client):
    verified(maya, provider, at - A_DAY)

    status = post_reply(client, *reply(settings, " stop "))
    stopped = queue(maya, at)
    post_reply(client, *reply(settings, "START"))
    started = queue(maya, at)

    assert (status, stopped, started) == (204, 0, 1)


def test_a_reply_that_the_provider_did_not_sign_counts_for_nothing(
    maya, at, provider, settings, client
):
    verified(maya, provider, at)

    fields, signature = reply(settings, "STOP", token="another")
    status = post_reply(client, fields, signature)

    assert status == 404
    assert queue(maya, at) == 1


def test_other_words_are_forgotten(maya, at, provider, settings, client):
    verified(maya, provider, at)

    post_reply(client, *reply(settings, "I feel bad"))

    with as_owner():
        assert TextConsent.objects.count() == 1


def test_texts_that_were_queued_are_not_sent_after_stop(maya, at, provider, settings, client):
    verified(maya, provider, at - A_DAY)
    queue(maya, at)
    post_reply(client, *reply(settings, "STOP"))

    carry.carry_due(clock=lambda: at)

    assert provider.taken == []
    assert (the_delivery().state, the_delivery().failure) == ("failed", "no address")


def test_a_number_that_was_removed_is_written_to_no_more(maya, at, provider):
    point = verified(maya, provider, at)

    with acting_for(maya.pk):
        services.remove_point(point=point, at=at)

    assert queue(maya, at) == 0
    with pytest.raises(NotReachable), acting_for(maya.pk):
        services.try_out(point=the_point(), at=at)


def test_the_address_of_the_account_is_not_removed_here(maya, at):
    with as_owner():
        mail = ContactPoint.objects.get(person=maya, channel="email")

    with pytest.raises(MailStays), acting_for(maya.pk):
        services.remove_point(point=mail, at=at)
