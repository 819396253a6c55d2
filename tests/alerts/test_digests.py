"""What is not urgent is told once, together, at the time that its reader chose, and never lost."""

from datetime import timedelta

import pytest
import time_machine

from alerts import escalation, services
from alerts.models import Alert, Bundled, Digest, DigestWish
from alerts.rules import Reason, Verdict
from alerts.services import Finding
from core import clock, outbox
from core.identity import System, acting_as
from core.models import OutboxEntry
from delivery import services as delivery_services
from delivery.models import ContactPoint, Delivery
from tests.committed import at_once
from tests.conftest import as_owner
from tests.factories import client_with_team, someone
from tests.story import STORY_DAY

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
ZONE = "America/New_York"
TUESDAY = STORY_DAY - (STORY_DAY.weekday() - 1) % 7 * DAY
NOON = clock.at_wall_clock(TUESDAY, 12 * 60, ZONE)
MORNING = clock.at_wall_clock(TUESDAY + DAY, 8 * 60 + 30, ZONE)


def _raise(client, tier="medium", *, code="craving_high", at=NOON, family="") -> Alert:
    verdict = Verdict(tier, (Reason(code, tier, "Said so.", "x"),))
    finding = Finding(client.pk, f"checkin:{code}{at}{tier}", TUESDAY, verdict, family=family)
    with acting_as(System.ASSESSOR):
        services.keep_finding(finding=finding, at=at)
    with as_owner():
        return Alert.objects.latest("raised_at", "created_at")


def _mails(person) -> list[str]:
    with as_owner():
        rows = Delivery.objects.filter(person=person, kind__in=["alert", "digest"])
        return [row.cause.partition(":")[0] for row in rows.order_by("created_at")]


def _steps(alert) -> list[str]:
    with as_owner():
        return list(alert.steps.order_by("created_at", "at").values_list("kind", flat=True))


def test_medium_and_watch_wait_for_half_past_eight_and_are_one_message(maya, okafor):
    medium, watch = _raise(maya), _raise(maya, "watch", family="score")
    early = escalation.send_digests(at=MORNING - MINUTE)
    before = _mails(okafor)

    sent = [escalation.send_digests(at=MORNING) for _ in range(2)]

    assert (early, before, sent) == (0, [], [1, 0])
    assert _mails(okafor) == ["digest"]
    assert _steps(medium) == _steps(watch) == ["raised", "bundled", "told"]
    assert (watch.due_at, watch.due_by) == (None, None)


def test_high_and_critical_do_not_wait(maya, okafor):
    _raise(maya, "high", code="safety")

    assert _mails(okafor) == ["alert"]
    with as_owner():
        assert not Bundled.objects.exists()


def test_what_was_answered_before_is_not_told(maya, okafor):
    alert = _raise(maya)
    with as_owner():
        Alert.objects.update(acknowledged_at=NOON, acknowledged_by=okafor, owner=okafor)

    assert escalation.send_digests(at=MORNING) == 0

    assert _mails(okafor) == []
    with as_owner():
        assert alert.bundled.get().answered_at == MORNING


def test_a_person_chooses_minute_and_days_on_their_own_clock(browser, maya, okafor):
    with time_machine.travel(NOON, tick=False):
        answer = browser(okafor).send(
            "PUT", "/me/digest/", {"minute": 18 * 60, "weekdays": [TUESDAY.weekday()]}
        )
    with as_owner():
        type(okafor).objects.filter(pk=okafor.pk).update(timezone="America/Los_Angeles")
    _raise(maya)
    evening = clock.at_wall_clock(TUESDAY, 18 * 60, "America/Los_Angeles")

    sent = [escalation.send_digests(at=at) for at in (evening - MINUTE, evening)]

    assert answer.body == {"minute": 1080, "weekdays": [TUESDAY.weekday()]}
    assert sent == [0, 1]


def test_one_reads_the_usual_time_before_one_has_chosen(browser, okafor):
    assert browser(okafor).get("/me/digest/").body == {"minute": 510, "weekdays": [0, 1, 2, 3, 4]}


@pytest.mark.parametrize(
    "body",
    [
        {"minute": 1440, "weekdays": [0]}, {"minute": -1, "weekdays": [0]},
        {"minute": 5, "weekdays": []}, {"minute": 5, "weekdays": [7]}, {"minute": "5"}, {},
        {"minute": 5, "weekdays": None}, {"minute": True, "weekdays": [0]},
    ],
)  # fmt: skip
def test_a_time_that_is_none_is_refused_by_field(browser, okafor, body):
    answer = browser(okafor).send("PUT", "/me/digest/", body)

    assert (answer.status, answer.body["code"]) == (400, "invalid")
    with as_owner():
        assert not DigestWish.objects.exists()


def test_a_medium_one_climbs_at_the_end_of_the_next_working_day_into_the_next_digest(
    maya, okafor, nadia
):
    alert = _raise(maya)
    closing = clock.at_wall_clock(TUESDAY + DAY, 17 * 60, ZONE)
    escalation.send_digests(at=MORNING)

    climbed = [escalation.escalate_unanswered(at=at) for at in (closing - MINUTE, closing)]
    escalation.send_digests(at=MORNING + DAY)

    assert climbed == [0, 1]
    assert (_mails(okafor), _mails(nadia)) == (["digest"], ["digest"])
    with as_owner():
        assert Alert.objects.get(pk=alert.pk).rung == 1


def test_past_the_last_of_the_team_each_telling_is_in_a_digest_again(maya, okafor, nadia):
    alert = _raise(maya)
    for days in range(1, 12):
        at = clock.at_wall_clock(TUESDAY + days * DAY, 17 * 60 + 1, ZONE)
        escalation.send_digests(at=at - 9 * HOUR)
        escalation.escalate_unanswered(at=at)

    with as_owner():
        rounds = list(alert.bundled.filter(person=okafor).values_list("round", flat=True))
        items = Bundled.objects.filter(digest__isnull=False)
        once = items.values("alert", "person", "round").distinct().count()
        assert items.count() == once
    assert len(rounds) == len(set(rounds)) >= 3


def test_what_became_high_is_told_at_once_though_it_waited(maya, okafor):
    _raise(maya)

    alert = _raise(maya, "high", code="craving_repeated", at=NOON + HOUR)

    assert _mails(okafor) == ["alert"]
    assert (alert.tier, _steps(alert)[-2:]) == ("high", ["tier_raised", "told"])


def test_somebody_who_cannot_be_reached_is_passed_by(maya, okafor, nadia):
    with as_owner():
        ContactPoint.objects.filter(person=okafor).update(active=False)
    alert = _raise(maya)

    escalation.escalate_unanswered(at=NOON + MINUTE)
    escalation.send_digests(at=MORNING)

    assert (_mails(okafor), _mails(nadia)) == ([], ["digest"])
    assert _steps(alert) == ["raised", "not_delivered", "bundled", "told"]


def test_a_digest_that_could_not_be_delivered_climbs(maya, okafor, nadia):
    alert = _raise(maya)
    with as_owner():
        OutboxEntry.objects.update(state="done", settled_at=NOON)
        Delivery.objects.all().delete()
    escalation.send_digests(at=MORNING)
    with acting_as(System.CARRIER):
        (delivery,) = delivery_services.claim(at=MORNING)
        delivery_services.record_failure(
            delivery=delivery, reason="refused with 550", permanent=True, at=MORNING
        )

    outbox.drain(clock=lambda: MORNING)

    assert _steps(alert)[-2:] == ["not_delivered", "bundled"]
    with as_owner():
        assert alert.bundled.filter(person=nadia).exists()


@pytest.mark.usefixtures("committed")
def test_two_workers_send_each_alert_in_one_digest():
    clinician = someone("amir", "clinician")
    clients = [client_with_team(clinician, name=f"noor{number}") for number in range(3)]
    alerts = [_raise(client) for client in clients]

    sent = at_once(2, lambda number: escalation.send_digests(at=MORNING))

    # Another one of the demo's may be waiting too; ours are in one message.
    assert Digest.objects.filter(person=clinician).count() == 1
    assert Bundled.objects.filter(alert__in=alerts, digest__person=clinician).count() == 3
    assert Delivery.objects.filter(person=clinician, kind="digest").count() == 1
    assert sum(sent) >= 1
