"""From a check-in to an assessment, an alert, and the messages that it sends."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from alerts import escalation, rules, services
from alerts.models import Alert, Assessment, Step
from alerts.services import Finding
from checkins.models import CheckIn
from core import outbox
from core.identity import System, acting_as
from core.models import AuditEntry, OutboxEntry
from delivery.models import Delivery
from program.models import CareTeamMember, Enrolment
from tests.conftest import as_owner
from tests.factories import checked_in, client_with_team, someone
from tests.http import check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def _find(client, tier: str, *, at=STORY_TIME, on=STORY_DAY, code="safety") -> Assessment:
    """Keep a finding of that tier, as the rules would."""
    reasons = (rules.Reason(code, tier, "Said something.", "x"),) if tier else ()
    verdict = rules.Verdict(tier, reasons)
    with acting_as(System.ASSESSOR):
        return services.keep_finding(
            finding=Finding(client.pk, f"checkin:{uuid4()}", on, verdict), at=at
        )


def _assess(check_in_row: CheckIn, *, at=STORY_TIME) -> Assessment:
    with acting_as(System.ASSESSOR):
        return services.assess_check_in(check_in_id=check_in_row.pk, at=at)


def _alerts(client) -> list[Alert]:
    with as_owner():
        return list(Alert.objects.filter(client=client).order_by("raised_at", "created_at"))


def _steps(alert: Alert) -> list[str]:
    with as_owner():
        return list(alert.steps.order_by("created_at").values_list("kind", flat=True))


def _messages(alert: Alert) -> set[tuple[str, str]]:
    with as_owner():
        rows = Delivery.objects.filter(cause__startswith=f"alert:{alert.pk}:")
        return {(row.person.name, row.cause.partition(":")[2].partition(":")[2]) for row in rows}


def test_a_quiet_check_in_is_assessed_and_raises_nothing(maya):
    with as_owner():
        row = checked_in(maya, craving=2)

    assessment = _assess(row)

    assert (assessment.tier, assessment.reasons, assessment.rule_version) == ("", [], rules.VERSION)
    assert _alerts(maya) == []


def test_a_serious_check_in_raises_an_alert_that_explains_itself(maya):
    with as_owner():
        row = checked_in(maya, craving=9, safety="unsafe", note="canary")

    assessment = _assess(row)

    (alert,) = _alerts(maya)
    assert (alert.tier, alert.raised_at, alert.rung) == ("critical", STORY_TIME, 0)
    assert alert.due_at == STORY_TIME + 15 * MINUTE
    assert [reason["code"] for reason in assessment.reasons] == ["safety", "craving_high"]
    assert assessment.reasons[1]["usual"].startswith("usually")
    assert _steps(alert) == ["raised", "told"]
    assert _messages(alert) == {("Dr. Ify Okafor", "0:critical")}
    assert "canary" not in str(assessment.__dict__)
    with as_owner():
        entry = AuditEntry.objects.get(subject_id=alert.pk)
    assert (entry.actor_role, entry.action, entry.client_ids) == ("assessor", "raise", [maya.pk])


def test_the_same_check_in_is_assessed_once(maya):
    with as_owner():
        row = checked_in(maya, used=True)

    first, again = _assess(row), _assess(row, at=STORY_TIME + HOUR)

    assert first.pk == again.pk
    assert len(_alerts(maya)) == 1


def test_yesterdays_answers_count_for_a_pattern_and_their_newest_version_does(maya):
    with as_owner():
        CheckIn.objects.filter(client=maya, on=days_ago(1)).update(craving=8)
        today = checked_in(maya, craving=7)
        milder = checked_in(maya, STORY_DAY - timedelta(days=1), version=2, craving=1)

    found = _assess(today)
    assert found.tier == ""
    with as_owner():
        CheckIn.objects.filter(pk=milder.pk).update(craving=7)
        again = checked_in(maya, version=2, craving=7)

    assert _assess(again).tier == "medium"


def test_a_late_check_in_raises_an_alert_that_says_so(maya):
    with as_owner():
        row = checked_in(maya, safety="unsafe", recorded_at=STORY_TIME - 2 * HOUR)

    _assess(row)

    assert [alert.late for alert in _alerts(maya)] == [True]


def test_new_evidence_joins_the_open_alert(maya):
    _find(maya, "high")

    _find(maya, "high", at=STORY_TIME + MINUTE)
    _find(maya, "medium", at=STORY_TIME + 2 * MINUTE)

    (alert,) = _alerts(maya)
    assert _steps(alert) == ["raised", "told", "joined", "joined"]
    assert (alert.tier, alert.due_at) == ("high", STORY_TIME + HOUR)
    assert len(_messages(alert)) == 1


def test_what_is_not_serious_joins_nothing(maya):
    _find(maya, "high")

    _find(maya, "")

    assert _steps(_alerts(maya)[0]) == ["raised", "told"]


@pytest.mark.parametrize("open_tier", ["medium", "high", "critical"])
def test_a_critical_one_is_never_bundled(maya, open_tier):
    _find(maya, open_tier)

    _find(maya, "critical", at=STORY_TIME + MINUTE, on=STORY_DAY - timedelta(days=1))

    older, newer = _alerts(maya)
    assert [older.tier, newer.tier] == [open_tier, "critical"]
    assert len(_messages(newer)) == 1
    # A medium one waits for a digest.
    assert len(_messages(older)) == (open_tier != "medium")


def test_a_form_sent_half_way_and_then_whole_is_one_piece_of_news(maya):
    _find(maya, "critical")

    whole = _find(maya, "critical", at=STORY_TIME + MINUTE)

    (alert,) = _alerts(maya)
    assert alert.assessment_id == whole.pk
    assert _steps(alert) == ["raised", "told", "joined"]
    assert len(_messages(alert)) == 1


def test_once_somebody_answered_the_same_form_is_news_again(maya, okafor):
    _find(maya, "critical")
    with as_owner():
        Alert.objects.update(acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor)

    _find(maya, "critical", at=STORY_TIME + MINUTE)

    assert len(_alerts(maya)) == 2


@pytest.mark.parametrize("tier", ["medium", "high"])
def test_nothing_is_bundled_into_a_critical_one(maya, tier):
    _find(maya, "critical")

    _find(maya, tier, at=STORY_TIME + MINUTE)

    assert [alert.tier for alert in _alerts(maya)] == ["critical", tier]


def test_graver_news_needs_a_new_answer(maya, okafor):
    _find(maya, "medium")
    (alert,) = _alerts(maya)
    with as_owner():
        Alert.objects.update(
            acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor, rung=1
        )

    graver = _find(maya, "high", at=STORY_TIME + HOUR)

    (alert,) = _alerts(maya)
    assert (alert.tier, alert.rung, alert.assessment_id) == ("high", 0, graver.pk)
    assert (alert.acknowledged_at, alert.acknowledged_by) == (None, None)
    assert alert.due_at == STORY_TIME + 2 * HOUR
    assert _steps(alert) == ["raised", "bundled", "tier_raised", "told"]
    assert _messages(alert) == {("Dr. Ify Okafor", "0:high")}


def test_high_news_of_another_day_needs_a_new_answer(maya, okafor):
    _find(maya, "high", on=STORY_DAY - timedelta(days=1))
    with as_owner():
        Alert.objects.update(acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor)

    newer = _find(maya, "high", at=STORY_TIME + HOUR)

    (alert,) = _alerts(maya)
    assert (alert.acknowledged_at, alert.assessment_id) == (None, newer.pk)
    assert _steps(alert) == ["raised", "told", "reopened", "told"]
    assert _messages(alert) == {("Dr. Ify Okafor", "0:high"), ("Dr. Ify Okafor", "0:high.1")}


@pytest.mark.parametrize(("tier", "days_ago_"), [("medium", 1), ("high", 0)])
def test_other_news_joins_what_somebody_has_in_hand(maya, okafor, tier, days_ago_):
    _find(maya, tier, on=STORY_DAY - timedelta(days=days_ago_))
    with as_owner():
        Alert.objects.update(acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor)

    _find(maya, tier, at=STORY_TIME + HOUR)

    (alert,) = _alerts(maya)
    assert alert.acknowledged_at == STORY_TIME
    assert _steps(alert) == ["raised", "bundled" if tier == "medium" else "told", "joined"]


def test_a_milder_amendment_takes_nothing_back(browser, maya):
    with time_machine.travel(STORY_TIME, tick=False):
        first = browser(maya).post("/check-ins/", check_in(safety="unsafe")).body
        browser(maya).post(f"/check-ins/{first['id']}/amendments/", check_in(safety="safe"))

    outbox.drain(clock=lambda: STORY_TIME)

    (alert,) = _alerts(maya)
    assert (alert.tier, alert.resolved_at) == ("critical", None)
    with as_owner():
        kept = Assessment.objects.filter(on=STORY_DAY, client=maya)
        tiers = sorted(kept.values_list("tier", flat=True))
    assert tiers == ["", "critical"]


def test_after_an_alert_was_resolved_new_evidence_raises_another(maya, okafor):
    _find(maya, "high")
    with as_owner():
        Alert.objects.update(
            acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor,
            resolved_at=STORY_TIME, resolved_by=okafor, action="called", outcome="safe",
            note="well", contacted_at=STORY_TIME,
        )  # fmt: skip

    _find(maya, "high", at=STORY_TIME + HOUR)

    assert len(_alerts(maya)) == 2


def test_where_there_is_no_team_the_administrators_are_told(maya):
    with as_owner():
        CareTeamMember.objects.filter(client=maya).update(active_until=STORY_DAY)

    _find(maya, "critical")

    (alert,) = _alerts(maya)
    assert _steps(alert) == ["raised", "nobody_to_tell", "told"]
    assert _messages(alert) == {("Ada Novak", "0:critical")}


def test_grace_who_left_the_team_is_not_told(maya):
    _find(maya, "high")

    assert "Grace Ahn" not in str(_messages(_alerts(maya)[0]))


@pytest.fixture
def silent():
    """Make a client whose last check-in was so many days ago, after a stretch of days."""

    def make(*, last: int, days: int, every: int = 1):
        client = client_with_team(someone("dr-noor", "clinician"))
        for ago in range(last, last + days, every):
            checked_in(client, STORY_DAY - timedelta(days=ago))
        return client

    return make


def _sweep(at=STORY_TIME) -> None:
    escalation.sweep_missed_checkins(at=at)


@pytest.mark.parametrize(
    ("last", "days", "every", "found"),
    [
        (3, 30, 1, False),  # two days without
        (4, 30, 1, True),  # three
        (4, 10, 1, True),  # a newcomer who never missed a day
        (4, 1, 1, True),
        (4, 30, 2, False),  # every other day: seven are needed
        (7, 30, 2, False),
        (8, 30, 2, True),
        (0, 30, 1, False),
    ],
)
def test_silence_is_noticed_by_each_clients_own_habit(db, silent, last, days, every, found):
    with as_owner():
        noor = silent(last=last, days=days, every=every)

    _sweep()

    assert [alert.tier for alert in _alerts(noor)] == (["medium"] if found else [])


@pytest.mark.parametrize(("enrolled", "found"), [(7, False), (8, True), (60, False)])
def test_somebody_who_never_checked_in_is_noticed_after_a_week(db, silent, enrolled, found):
    with as_owner():
        noor = silent(last=0, days=0)
        since = STORY_DAY - timedelta(days=enrolled - 1)
        Enrolment.objects.filter(client=noor).update(active_from=since)

    _sweep()

    # After six weeks it was told of long ago.
    assert [alert.tier for alert in _alerts(noor)] == (["medium"] if found else [])


@pytest.mark.parametrize(("leaves_in", "found"), [(1, True), (0, False)])
def test_a_client_who_will_be_discharged_is_watched_until_then(db, silent, leaves_in, found):
    with as_owner():
        noor = silent(last=5, days=20)
        until = STORY_DAY + timedelta(days=leaves_in)
        Enrolment.objects.filter(client=noor).update(active_until=until)

    _sweep()

    assert [alert.tier for alert in _alerts(noor)] == (["medium"] if found else [])


def test_one_silence_is_told_once_and_the_next_again(db, silent):
    with as_owner():
        noor = silent(last=5, days=20)
    _sweep()
    _sweep(STORY_TIME + HOUR)
    assert len(_alerts(noor)) == 1
    with as_owner():
        checked_in(noor, STORY_DAY - timedelta(days=4))

    _sweep(STORY_TIME + 2 * HOUR)

    (alert,) = _alerts(noor)
    assert _steps(alert) == ["raised", "bundled", "joined"]


def test_a_day_of_silence_ends_at_the_programs_midnight(db, silent):
    with as_owner():
        noor = silent(last=3, days=20)
        program = Enrolment.objects.get(client=noor).program
        program.timezone = "Pacific/Kiritimati"
        program.save()

    _sweep()

    assert len(_alerts(noor)) == 1


def test_clients_who_left_are_not_looked_for(db, silent):
    with as_owner():
        noor = silent(last=5, days=20)
        Enrolment.objects.filter(client=noor).update(active_until=STORY_DAY)

    _sweep()

    assert _alerts(noor) == []


def test_where_nobody_is_enrolled_the_sweep_finds_nothing(db):
    with as_owner():
        Enrolment.objects.update(active_until=STORY_DAY)

    assert escalation.sweep_missed_checkins(at=STORY_TIME) == 0


def test_a_check_in_on_the_phone_becomes_an_alert_by_the_drain(browser, maya):
    with as_owner():
        OutboxEntry.objects.update(state="done", settled_at=STORY_TIME)
    with time_machine.travel(STORY_TIME, tick=False):
        sent = browser(maya).post("/check-ins/", check_in(used=True)).body

    handled = [outbox.drain(clock=lambda: STORY_TIME) for _ in range(2)]

    (alert,) = _alerts(maya)
    assert handled[-1] == 0
    assert alert.tier == "high"
    with as_owner():
        assert alert.assessment.cause == f"checkin:{sent['id']}"
        assert Step.objects.filter(alert=alert, kind="told").count() == 1
