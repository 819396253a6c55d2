"""Web Push against a push service of our own: only the browser's keys open what it carried."""

import base64
import json
import socket
from datetime import timedelta

import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from core import clock
from core.identity import System, acting_as, acting_for
from delivery import carry, selectors, services
from delivery.channels import outside
from delivery.channels.base import ChannelError, Message
from delivery.channels.web_push import WebPush
from delivery.models import ContactPoint, Delivery
from delivery.services import Cause, Subscription
from delivery.services.points import EndpointRefused, TooManyDevices, TriedTooOften
from delivery.wording import Kind
from tests.conftest import as_owner
from tests.delivery.push_service import BrowserKeys, b64, open_service

SECRET = b64((7).to_bytes(32, "big"))


@pytest.fixture(autouse=True)
def pushes(settings, db):
    settings.CHANNELS_ON = {"email", "push"}
    settings.VAPID_PRIVATE_KEY = SECRET
    settings.PUSH_LOOPBACK = True
    with as_owner():
        Delivery.objects.all().delete()


@pytest.fixture
def phone():
    return BrowserKeys()


def subscribe(person, url, browser, at, **more):
    with acting_for(person.pk):
        return services.add_push(
            person_id=person.pk,
            subscription=Subscription(url, **browser.keys),
            label=more.pop("label", "Phone"),
            replaces=more.pop("replaces", ""),
            at=at,
        )


def queue(person, at):
    """Queue a push to that person alone."""
    with as_owner():
        ContactPoint.objects.filter(person=person, channel="email").update(active=False)
    with acting_as(System.REMINDER):
        services.queue(
            people=[person.pk],
            cause=Cause(Kind.REMINDER, "reminder:one", "/today?r={id}"),
            due_at=at,
        )


def the_delivery():
    with as_owner():
        return Delivery.objects.get()


def points(person):
    with as_owner():
        return list(
            ContactPoint.objects.filter(person=person, channel="push").order_by("created_at")
        )


def test_only_the_browser_reads_what_was_pushed_and_it_is_the_fixed_text(maya, at, phone, settings):
    with open_service() as service:
        subscribe(maya, f"{service.url}/maya", phone, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    ((path, headers, body),) = service.taken
    delivery = the_delivery()
    assert path == "/maya"
    assert phone.open(body) == {
        "title": "You have an update",
        "body": "You have an update. Open the app.",
        "url": f"{settings.SITE_URL}/today?r={delivery.pk}",
    }
    assert b"update" not in body
    assert headers["Content-Encoding"] == "aes128gcm"
    assert int(headers["TTL"]) == 4 * 60 * 60
    assert (delivery.state, delivery.settled_at) == ("sent", at)


def test_the_request_is_signed_for_that_service_by_our_key(maya, at, phone, settings):
    with open_service() as service:
        subscribe(maya, f"{service.url}/maya", phone, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    ((_, headers, _),) = service.taken
    scheme, _, rest = headers["Authorization"].partition(" ")
    given = dict(part.strip().split("=", 1) for part in rest.split(","))
    head, claims, signature = given["t"].split(".")
    said = json.loads(_unb64(claims))
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _unb64(given["k"]))
    raw = _unb64(signature)
    halves = (int.from_bytes(raw[:32], "big"), int.from_bytes(raw[32:], "big"))
    key.verify(
        encode_dss_signature(*halves), f"{head}.{claims}".encode(), ec.ECDSA(hashes.SHA256())
    )
    assert scheme == "vapid"
    assert (said["aud"], said["sub"]) == (service.url, settings.VAPID_SUBJECT)
    assert given["k"] == selectors.push_key()


def _unb64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_endpoint_and_keys_are_not_stored_in_clear(maya, at, phone):
    with open_service() as service:
        point = subscribe(maya, f"{service.url}/very-secret-path", phone, at)

    with as_owner():
        row = ContactPoint.objects.filter(pk=point.pk).extra(select={"raw": "sealed"}).values()[0]
    assert row["raw"].startswith("v1.")
    assert "secret-path" not in row["raw"] + row["address"]
    assert len(row["address"]) == 64


@pytest.mark.parametrize("status", [404, 410])
def test_a_dead_endpoint_is_retired_and_the_message_given_up_on(maya, at, phone, status):
    with open_service(status=status) as service:
        subscribe(maya, f"{service.url}/maya", phone, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    (point,) = points(maya)
    assert (point.active, point.retired_at, point.failure) == (False, at, f"answered {status}")
    assert (the_delivery().state, the_delivery().failure) == ("failed", f"answered {status}")


@pytest.mark.parametrize("status", [401, 403, 429, 500, 503])
def test_a_refusal_for_now_is_tried_again(maya, at, phone, status):
    with open_service(status=status, headers={"Retry-After": "120"}) as service:
        subscribe(maya, f"{service.url}/maya", phone, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    delivery = the_delivery()
    assert (delivery.state, delivery.failure) == ("retrying", f"answered {status}")
    assert timedelta(seconds=120) <= delivery.due_at - at <= timedelta(seconds=150)
    assert points(maya)[0].active


def test_a_message_that_is_refused_as_such_is_not_tried_again(maya, at, phone):
    with open_service(status=413) as service:
        subscribe(maya, f"{service.url}/maya", phone, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    assert the_delivery().state == "failed"
    assert points(maya)[0].active


def test_one_dead_device_beside_one_that_works_does_not_stop_the_message(maya, at, phone):
    other = BrowserKeys()
    with open_service(status=410) as dead, open_service() as alive:
        subscribe(maya, f"{dead.url}/old", phone, at)
        subscribe(maya, f"{alive.url}/new", other, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    assert the_delivery().state == "sent"
    assert [point.active for point in points(maya)] == [False, True]
    assert other.open(alive.taken[0][2])["title"] == "You have an update"


def test_a_redirect_is_not_followed(maya, at, phone):
    with open_service() as inside, open_service(status=307) as service:
        service.headers = {"Location": f"{inside.url}/inside"}
        subscribe(maya, f"{service.url}/maya", phone, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    assert inside.taken == []
    assert the_delivery().state == "retrying"


def test_a_browser_whose_endpoint_was_changed_replaces_the_old_one(maya, at, phone):
    with open_service() as service:
        subscribe(maya, f"{service.url}/old", phone, at)
        subscribe(maya, f"{service.url}/new", phone, at, replaces=f"{service.url}/old")
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    assert [path for path, _, _ in service.taken] == ["/new"]
    assert [(point.active, point.failure) for point in points(maya)] == [
        (False, "replaced"),
        (True, ""),
    ]


def test_the_same_endpoint_again_renews_its_keys(maya, at, phone):
    renewed = BrowserKeys()
    with open_service() as service:
        subscribe(maya, f"{service.url}/maya", phone, at)
        subscribe(maya, f"{service.url}/maya", renewed, at)
        queue(maya, at)
        carry.carry_due(clock=lambda: at)

    assert len(points(maya)) == 1
    assert renewed.open(service.taken[0][2])["title"] == "You have an update"


def test_who_used_a_browser_before_loses_it_to_who_uses_it_now(maya, ben, at, phone):
    with open_service() as service:
        subscribe(maya, f"{service.url}/shared", phone, at)
        subscribe(ben, f"{service.url}/shared", phone, at)

    assert [point.active for point in points(maya)] == [False]
    assert [point.active for point in points(ben)] == [True]


INSIDE = (
    "http://push.example.org/x", "https://127.0.0.1/x", "https://10.0.0.7/x", "https://[::1]/x",
    "https://169.254.169.254/latest", "https://192.168.1.1/", "https://localhost/x",
    "https://[::ffff:10.0.0.7]/x", "https://user:pass@push.example.org/x", "https://intranet/x",
    "https://push.example.org:8443/x", "ftp://push.example.org/x", "https://[bad/x", "not one",
)  # fmt: skip


@pytest.mark.parametrize("url", INSIDE)
def test_an_endpoint_that_leads_inside_is_refused(maya, at, phone, settings, url):
    settings.PUSH_LOOPBACK = False

    with pytest.raises(EndpointRefused) as refusal:
        subscribe(maya, url, phone, at)

    assert refusal.value.status == 400
    assert points(maya) == []


def test_an_endpoint_of_the_open_internet_is_taken(settings):
    settings.PUSH_LOOPBACK = False

    assert outside.is_allowed("https://push.example.org/x")
    assert outside.is_allowed("https://93.184.215.14/x")


def test_a_name_that_stands_for_an_address_inside_is_not_called(settings, phone, monkeypatch):
    settings.PUSH_LOOPBACK = False
    inside = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.7", 443))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [inside])
    subscription = json.dumps({"endpoint": "https://push.example.org/x", "keys": phone.keys})

    with pytest.raises(ChannelError) as refusal, WebPush().opened() as send:
        send(Message("k", subscription, "s", "t"))

    assert (refusal.value.permanent, refusal.value.gone) == (True, True)
    assert refusal.value.reason == "an address inside"


@pytest.mark.parametrize("stored", ["{}", "not json", '{"endpoint": "https://push.example.org/x"}'])
def test_a_subscription_that_is_none_is_given_up_on(stored):
    with pytest.raises(ChannelError) as refusal, WebPush().opened() as send:
        send(Message("k", stored, "s", "t"))

    assert refusal.value.permanent


def test_an_eleventh_device_is_refused(maya, at, phone):
    with open_service() as service:
        for number in range(10):
            subscribe(maya, f"{service.url}/{number}", phone, at)

        with pytest.raises(TooManyDevices):
            subscribe(maya, f"{service.url}/10", phone, at)


def test_a_trial_goes_to_one_device_alone_and_six_times_an_hour_at_most(maya, phone):
    at, other = clock.now(), BrowserKeys()
    with open_service() as first, open_service() as second:
        point = subscribe(maya, f"{first.url}/a", phone, at)
        subscribe(maya, f"{second.url}/b", other, at)
        for _ in range(6):
            with acting_for(maya.pk):
                services.try_out(point=point, at=at)
        carry.carry_due(clock=lambda: at)
        with pytest.raises(TriedTooOften), acting_for(maya.pk):
            services.try_out(point=point, at=at)

    assert (len(first.taken), len(second.taken)) == (6, 0)
    assert phone.open(first.taken[0][2])["title"] == "This works"
