"""What time alone brings about: the next rung, everyone again, and the way around who is away."""

from datetime import timedelta

import pytest

from accounts.models import User
from alerts import escalation, services
from alerts.models import Alert
from alerts.rules import Reason, Verdict
from alerts.services import Finding
from core import outbox
from core.identity import System, acting_as
from core.models import OutboxEntry
from delivery import services as delivery_services
from delivery.models import ContactPoint, Delivery
from program.models import CareTeamMember
from tests.committed import at_once
from tests.conftest import as_owner
from tests.factories import alert_about, client_with_team, someone
from tests.story import STORY_DAY, STORY_TIME

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.fixture
def alert(maya) -> Alert:
    """An alert of tier high about Maya that Dr. Okafor was told of."""
    verdict = Verdict("high", (Reason("use_reported", "high", "Reported use.", "use"),))
    with acting_as(System.ASSESSOR):
        services.keep_finding(
            finding=Finding(maya.pk, "checkin:story", STORY_DAY, verdict), at=STORY_TIME
        )
    with as_owner():
        return Alert.objects.get()


def _told(alert: Alert) -> list[tuple[str, int]]:
    with as_owner():
        steps = alert.steps.filter(kind="told").order_by("at", "rung", "person__name")
        return [(step.person.name, step.rung) for step in steps]


def _kinds(alert: Alert) -> list[str]:
    with as_owner():
        return list(alert.steps.order_by("created_at").values_list("kind", flat=True))


def _now(alert: Alert) -> Alert:
    with as_owner():
        return Alert.objects.get(pk=alert.pk)


OKAFOR, NADIA = "Dr. Ify Okafor", "Nadia Haddad"


def test_before_its_time_nobody_else_is_told(alert):
    told = escalation.escalate_unanswered(at=STORY_TIME + HOUR - timedelta(microseconds=1))

    assert told == 0
    assert _told(alert) == [(OKAFOR, 0)]


def test_unanswered_in_its_time_the_next_person_is_told_once(alert):
    at = STORY_TIME + HOUR

    told = [escalation.escalate_unanswered(at=at) for _ in range(2)]

    assert told == [1, 0]
    assert _told(alert) == [(OKAFOR, 0), (NADIA, 1)]
    assert (_now(alert).rung, _now(alert).due_at) == (1, at + 3 * HOUR)
    with as_owner():
        causes = list(Delivery.objects.filter(kind="alert").values_list("cause", flat=True))
    assert sorted(causes) == [f"alert:{alert.pk}:0:high", f"alert:{alert.pk}:1:high"]


def test_past_the_last_rung_everyone_is_told_again_and_again(alert):
    for hours in (1, 4, 8):
        assert escalation.escalate_unanswered(at=STORY_TIME + hours * HOUR) == 1

    assert _told(alert)[2:] == [(OKAFOR, 2), (NADIA, 2), (OKAFOR, 3), (NADIA, 3)]
    assert _now(alert).due_at == STORY_TIME + 12 * HOUR


def test_what_was_acknowledged_does_not_climb(alert, okafor):
    with as_owner():
        Alert.objects.update(acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor)

    assert escalation.escalate_unanswered(at=STORY_TIME + 9 * HOUR) == 0
    assert _told(alert) == [(OKAFOR, 0)]


def test_a_rung_that_cannot_be_reached_is_passed_at_the_next_tick(alert, nadia):
    with as_owner():
        ContactPoint.objects.filter(person=nadia).update(active=False)
    at = STORY_TIME + HOUR

    first = escalation.escalate_unanswered(at=at)
    due = _now(alert).due_at
    second = escalation.escalate_unanswered(at=at + MINUTE)

    assert (first, due, second) == (1, at + MINUTE, 1)
    assert _kinds(alert) == ["raised", "told", "not_delivered", "told", "told"]
    assert _told(alert) == [(OKAFOR, 0), (OKAFOR, 2), (NADIA, 2)]
    assert _now(alert).due_at == at + MINUTE + 4 * HOUR


def test_a_first_rung_that_cannot_be_reached_is_due_at_once(maya, okafor):
    with as_owner():
        ContactPoint.objects.filter(person=okafor).update(active=False)
    verdict = Verdict("critical", ())
    with acting_as(System.ASSESSOR):
        services.keep_finding(
            finding=Finding(maya.pk, "checkin:x", STORY_DAY, verdict), at=STORY_TIME
        )
    with as_owner():
        alert = Alert.objects.get()
    assert alert.due_at == STORY_TIME

    escalation.escalate_unanswered(at=STORY_TIME)

    assert _told(alert) == [(NADIA, 1)]


def test_where_nobody_of_the_team_can_be_reached_the_administrators_are_told(alert, maya):
    with as_owner():
        team = CareTeamMember.objects.filter(client=maya).values("clinician")
        ContactPoint.objects.filter(person__in=team).update(active=False)
    at = STORY_TIME + HOUR

    for minutes in range(3):
        escalation.escalate_unanswered(at=at + minutes * MINUTE)

    assert _told(alert)[1:] == [("Ada Novak", 2)]
    assert _kinds(alert)[2:] == ["not_delivered", "not_delivered", "nobody_to_tell", "told"]
    assert _now(alert).due_at == at + MINUTE + 4 * HOUR


def test_a_clinician_whose_account_was_closed_is_passed_over(alert, nadia):
    with as_owner():
        User.objects.filter(pk=nadia.pk).update(is_active=False)

    escalation.escalate_unanswered(at=STORY_TIME + HOUR)

    assert _told(alert)[1:] == [(OKAFOR, 1)]


def test_one_alert_that_cannot_be_told_holds_up_no_other(alert, ben):
    with as_owner():
        # A place on the ladder that its column cannot hold one beyond.
        stuck = alert_about(ben, due_at=STORY_TIME, rung=32_767)

    with pytest.raises(ExceptionGroup) as raised:
        escalation.escalate_unanswered(at=STORY_TIME + HOUR)

    assert len(raised.value.exceptions) == 1
    assert _told(stuck) == []
    assert _told(alert) == [(OKAFOR, 0), (NADIA, 1)]


def test_where_the_team_is_gone_the_administrators_are_told_again_and_again(alert, maya):
    with as_owner():
        CareTeamMember.objects.filter(client=maya).update(active_until=STORY_DAY)

    for hours in (1, 4):
        escalation.escalate_unanswered(at=STORY_TIME + hours * HOUR)

    assert _told(alert)[1:] == [("Ada Novak", 1), ("Ada Novak", 2)]


def _fail(alert: Alert, *, at=STORY_TIME) -> None:
    """Let the message to the alert's present rung fail for good, and drain what that tells."""
    with as_owner():
        OutboxEntry.objects.update(state="done", settled_at=STORY_TIME)
        rung = _now(alert).rung
        Delivery.objects.exclude(cause__startswith=f"alert:{alert.pk}:{rung}:").delete()
    with acting_as(System.CARRIER):
        (delivery,) = delivery_services.claim(at=at)
        assert delivery is not None
        delivery_services.record_failure(
            delivery=delivery, reason="refused with 550", permanent=True, at=at
        )
    assert outbox.drain(clock=lambda: at) == 2  # alerts and records both listen


def test_a_message_that_failed_climbs_at_once(alert):
    _fail(alert)

    assert _kinds(alert) == ["raised", "told", "not_delivered", "told"]
    assert _told(alert) == [(OKAFOR, 0), (NADIA, 1)]


def test_a_message_that_failed_after_somebody_answered_climbs_nowhere(alert, nadia):
    with as_owner():
        Alert.objects.update(acknowledged_at=STORY_TIME, acknowledged_by=nadia, owner=nadia)

    _fail(alert)

    assert _kinds(alert) == ["raised", "told", "not_delivered"]


def test_a_message_of_an_earlier_rung_that_failed_climbs_nowhere(alert):
    with as_owner():
        delivery = Delivery.objects.get(kind="alert")
        Alert.objects.update(rung=1)

    with acting_as(System.ASSESSOR):
        escalation.on_undelivered(delivery_id=delivery.pk, at=STORY_TIME)

    assert _kinds(alert) == ["raised", "told", "not_delivered"]


def test_a_reminder_that_failed_is_no_alerts_business(alert, maya):
    with as_owner():
        delivery = Delivery.objects.create(
            person=maya, channel="email", kind="reminder", cause="reminder:x", due_at=STORY_TIME
        )

    with acting_as(System.ASSESSOR):
        escalation.on_undelivered(delivery_id=delivery.pk, at=STORY_TIME)

    assert _kinds(alert) == ["raised", "told"]


@pytest.mark.usefixtures("committed")
def test_two_workers_that_escalate_at_once_tell_each_rung_once():
    clinicians = [someone(name, "clinician") for name in ("first", "second")]
    noor = client_with_team(*clinicians)
    alerts = [
        alert_about(noor, tier="critical", due_at=STORY_TIME - timedelta(days=400 + number))
        for number in range(6)
    ]
    at = STORY_TIME - timedelta(days=399)

    escalated = at_once(2, lambda number: escalation.escalate_unanswered(at=at))

    assert sum(escalated) == 6
    for alert in alerts:
        assert Delivery.objects.filter(cause__startswith=f"alert:{alert.pk}:").count() == 1
