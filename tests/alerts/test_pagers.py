"""A clinic's own pager, over real HTTP: signed, neutral, tried again, never an address inside."""

import hashlib
import hmac
import json
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace

import pytest

from alerts import services
from alerts.models import Alert, Pager
from alerts.rules import Reason, Verdict
from alerts.services import Finding
from backend import demo
from core import outbox
from core.identity import System, acting_as
from delivery import carry
from delivery.models import Delivery
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def machine() -> Iterator[SimpleNamespace]:
    """A clinic's machine on a free port, which keeps what it is sent and answers as it is told."""
    seen = SimpleNamespace(calls=[], status=204)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            seen.calls.append((dict(self.headers), body))
            self.send_response(seen.status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    seen.address = f"http://127.0.0.1:{server.server_port}/page"
    yield seen
    server.shutdown()
    server.server_close()


@pytest.fixture
def pager(browser, ada, machine, settings):
    """Riverside's pager at that machine, with its secret; Ada put it there."""
    settings.PUSH_LOOPBACK = True
    with as_owner():
        Delivery.objects.all().delete()
    answer = browser(ada).post("/pagers/", _body(machine.address))
    assert answer.status == 201, answer.body
    return SimpleNamespace(id=answer.body["id"], secret=answer.body["secret"])


def _body(address, **changes):
    return {
        "program": str(demo.key("Riverside IOP")), "label": "Pager", "address": address,
        "agreement": "BAA-17", "tiers": ["critical"], **changes,
    }  # fmt: skip


def _raise(client, tier="critical") -> Alert:
    verdict = Verdict(tier, (Reason("safety", tier, "canary", "x"),))
    with acting_as(System.ASSESSOR):
        finding = Finding(client.pk, "checkin:x", STORY_DAY, verdict)
        services.keep_finding(finding=finding, at=STORY_TIME)
    with as_owner():
        Delivery.objects.exclude(channel="webhook").delete()
        return Alert.objects.get(client=client)


def _carry(at=STORY_TIME):
    return carry.carry_batch(clock=lambda: at)


def _expected(secret, headers, body):
    signed = f"{headers['Foothold-Id']}.{headers['Foothold-Timestamp']}.".encode() + body
    return "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def test_a_critical_alert_calls_the_pager_signed_and_names_nobody(maya, pager, machine):
    alert = _raise(maya)
    _carry()

    ((headers, body),) = machine.calls
    facts = json.loads(body)
    assert headers["Foothold-Signature"] == _expected(pager.secret, headers, body)
    assert set(facts) == {"alert", "tier", "at", "link"}
    assert (facts["alert"], facts["tier"]) == (str(alert.pk), "critical")
    assert not [word for word in (b"canary", b"Maya", str(maya.pk).encode()) if word in body]


def test_the_secret_and_the_address_are_sealed_at_rest(maya, pager, machine):
    _raise(maya)

    with as_owner():
        row = Pager.objects.raw(
            "SELECT id, secret::text AS s, address::text AS a FROM alerts_pager"
        )
        call = Delivery.objects.raw("SELECT id, path::text AS p FROM delivery_delivery")
        stored = [row[0].s, row[0].a, *(one.p for one in call)]
    assert not [text for text in stored if pager.secret in text or "127.0.0.1" in text]


def test_an_alert_of_another_tier_or_program_calls_nobody(maya, ben, pager, machine):
    _raise(maya, "high")
    _raise(ben)
    _carry()

    assert machine.calls == []


def test_a_machine_that_fails_is_called_again_under_the_same_id(maya, pager, machine):
    machine.status = 503
    _raise(maya)
    _carry()
    machine.status = 204
    _carry(STORY_TIME + HOUR)

    assert len(machine.calls) == 2
    assert len({headers["Foothold-Id"] for headers, _ in machine.calls}) == 1
    with as_owner():
        assert Delivery.objects.get().state == "sent"


def test_what_the_machine_refuses_is_a_dead_letter_and_the_alert_climbs(maya, pager, machine):
    machine.status = 400
    alert = _raise(maya)
    _carry()

    outbox.drain(clock=lambda: STORY_TIME)

    with as_owner():
        assert Delivery.objects.get(channel="webhook", attempts=1).failure == "answered 400"
        kinds = list(alert.steps.order_by("created_at").values_list("kind", flat=True))
    assert kinds[:4] == ["raised", "told", "not_delivered", "told"]


def test_while_a_secret_is_changed_over_both_sign(browser, ada, maya, pager, machine):
    rotated = browser(ada).post(f"/pagers/{pager.id}/rotate/").body["secret"]
    with as_owner():
        Pager.objects.update(former_until=STORY_TIME + HOUR)
    _raise(maya)
    _carry()

    ((headers, body),) = machine.calls
    both = headers["Foothold-Signature"].split(",")
    assert both == [_expected(secret, headers, body) for secret in (rotated, pager.secret)]


def test_after_a_day_the_old_secret_signs_no_more(browser, ada, maya, pager, machine):
    rotated = browser(ada).post(f"/pagers/{pager.id}/rotate/").body["secret"]
    with as_owner():
        Pager.objects.update(former_until=STORY_TIME)
    _raise(maya)
    _carry()

    ((headers, body),) = machine.calls
    assert headers["Foothold-Signature"] == _expected(rotated, headers, body)


def test_a_trial_says_that_it_is_one_and_how_far_it_got(browser, ada, pager, machine):
    answer = browser(ada).post(f"/pagers/{pager.id}/test/")
    later = STORY_TIME + 2 * DAY
    outbox.drain(clock=lambda: later)
    _carry(later)

    program = str(demo.key("Riverside IOP"))
    (row,) = browser(ada).get("/pagers/", program=program).body["results"]
    assert answer.status == 204
    assert json.loads(machine.calls[0][1])["tier"] == "test"
    assert row["last_call"]["state"] == "sent"
    assert pager.secret not in str(row)


def test_a_pager_that_was_ended_is_called_no_more(browser, ada, maya, pager, machine):
    ended = browser(ada).send("DELETE", f"/pagers/{pager.id}/")
    _raise(maya)
    _carry()

    assert (ended.status, machine.calls) == (204, [])


@pytest.mark.parametrize(
    "address",
    [
        "http://pager.example.com/", "https://127.0.0.1/", "https://10.0.0.7/", "https://[::1]/",
        "https://169.254.169.254/latest/", "https://localhost/", "file:///etc/passwd", "x",
        "https://user:pass@pager.example.com/", "https://pager.example.com:8443/",
    ],
)  # fmt: skip
def test_an_address_inside_is_refused(browser, ada, address):
    answer = browser(ada).post("/pagers/", _body(address))

    assert (answer.status, list(answer.body["fields"])) == (400, ["address"])


def test_r_09_there_is_no_pager_without_an_agreement(browser, ada):
    answer = browser(ada).post("/pagers/", _body("https://pager.example.com/", agreement=" "))

    assert (answer.status, list(answer.body["fields"])) == (400, ["agreement"])
