"""What somebody who was told without being on the team gets of a client, and until when."""

from datetime import timedelta

import pytest

from alerts.models import Assessment, Reach, RuleVersion, WarningScore
from checkins.models import CheckIn
from core.audit import AuditEntry
from core.identity import be_person
from plans.models import Kind, Plan, SaferStep, Signature
from tests.conftest import as_owner
from tests.factories import alert_about, checked_in, someone
from tests.http import Browser
from tests.plans.words import RELAPSE, SAFETY, of_maya, pills, relapse_plan, safety_plan
from tests.story import STORY_DAY, STORY_TIME

DAY = timedelta(days=1)


@pytest.fixture
def called(db):
    """A clinician of another team, whom the rota names."""
    with as_owner():
        return someone("Robin Vale", "clinician")


def _alert(maya, called, *, hours=72):
    """An alert that the score raised, which `called` answers for until so many hours from now."""
    with as_owner():
        alert = alert_about(maya, family="score", tier="high")
        Assessment.objects.filter(pk=alert.assessment_id).update(cause="score:checkin:1")
        score = {
            "client": maya, "version": RuleVersion.objects.get(family="score", drafted_by=None),
            "points": 4100, "silent": False,
            "explanation": {"sentence": "Five signs.", "parts": []},
            "on": STORY_DAY, "scored_at": STORY_TIME,
        }  # fmt: skip
        WarningScore.objects.create(**score, cause="checkin:1", tier="high", told=True)
        WarningScore.objects.create(**score, cause="checkin:0", tier="", told=False)
        until = STORY_TIME + timedelta(hours=hours)
        alert.charges.create(
            client=maya, person=called, since=STORY_TIME - 5 * DAY, until=until
        )  # fmt: skip
    return alert


def _told_of(browser, maya, okafor, *, shared):
    """Maya's safety plan, signed by both, beside another plan; how she is reached; a check-in."""
    plan = safety_plan(safer=pills(), share_safer=shared)
    assert browser(maya).send("PUT", SAFETY, plan).status == 201
    assert browser(maya).post(f"{SAFETY}sign/", {"version": 1}).status == 200
    signed = browser(okafor).post(of_maya(maya, f"{SAFETY}sign/"), {"version": 1})
    assert signed.status == 200
    assert browser(maya).send("PUT", RELAPSE, relapse_plan()).status == 201
    assert browser(maya).send("PUT", "/me/reach/", {"phone": "617-555-0142"}).status == 200
    with as_owner():
        checked_in(maya, version=9)


@pytest.mark.parametrize("shared", [True, False])
def test_whoever_is_on_call_reads_phone_safety_plan_and_why(browser, maya, okafor, called, shared):
    _told_of(browser, maya, okafor, shared=shared)
    alert = _alert(maya, called)
    reader = Browser(called)

    phone = reader.get(f"/clients/{maya.pk}/reach/")
    plan = reader.get(f"/alerts/{alert.pk}/safety-plan/")
    why = reader.get(f"/alerts/{alert.pk}/evidence/")

    assert (phone.status, plan.status, why.status) == (200, 200, 200)
    assert phone.body["reach"]["phone"] == "617-555-0142"
    assert plan.body["steps"]["ask_help"][0]["phone"] == "617-555-0141"
    assert (plan.body["state"], plan.body["clinician"]["name"]) == ("signed", okafor.name)
    # What lies at home stays the client's own until they share it.
    assert (plan.body["steps"]["safer"] is not None) is shared
    (score,) = why.body["results"]
    assert score["explanation"]["sentence"] == "Five signs."
    with as_owner():
        read = AuditEntry.objects.filter(actor_id=called.pk, action="read")
        subjects = set(read.values_list("subject", flat=True))
    assert subjects == {"alerts_reach", "plans_plan", "alerts_warningscore"}


def test_row_security_gives_them_that_and_nothing_else(browser, maya, okafor, called):
    _told_of(browser, maya, okafor, shared=False)
    _alert(maya, called)

    be_person(called.pk)

    assert set(Plan.objects.values_list("client_id", "kind")) == {(maya.pk, Kind.SAFETY)}
    assert Signature.objects.count() == 2
    assert SaferStep.objects.count() == 0
    assert list(WarningScore.objects.values_list("cause", flat=True)) == ["checkin:1"]
    assert CheckIn.objects.count() == 0
    assert Browser(called).get(of_maya(maya, SAFETY)).status == 404
    assert Browser(called).get(f"/clients/{maya.pk}/").status == 404


def test_when_their_time_is_over_it_is_closed_again(browser, maya, okafor, called):
    _told_of(browser, maya, okafor, shared=True)
    alert = _alert(maya, called, hours=-48)
    reader = Browser(called)

    paths = [f"/clients/{maya.pk}/reach/"]
    paths += [f"/alerts/{alert.pk}/{part}/" for part in ("safety-plan", "evidence")]
    assert [reader.get(path).status for path in paths] == [404, 404, 404]
    be_person(called.pk)
    for model in (Plan, SaferStep, Signature, WarningScore, Reach):
        assert not model.objects.exists(), model


def test_an_alert_of_a_client_without_a_plan_says_so_as_if_it_were_not_there(maya, called):
    alert = _alert(maya, called)

    assert Browser(called).get(f"/alerts/{alert.pk}/safety-plan/").status == 404
