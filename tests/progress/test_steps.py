"""A proposal to step: made by rules with its reasons, decided by a clinician and nobody else."""

from datetime import timedelta

import pytest
import time_machine

from accounts.models import User
from alerts.models import Step
from core.audit import Actor
from core.identity import System, acting_as, be_person
from core.models import AuditEntry, OutboxEntry
from program.models import Enrolment, LevelChange
from progress import services
from progress.models import StepProposal
from progress.selectors.warnings import alert_counts
from tests.conftest import as_owner
from tests.factories import alert_about
from tests.progress.forms import scored
from tests.progress.weeks import answered, expected_at, lapse
from tests.story import STORY_DAY, STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]
YES = {"reason": "needs_more_support", "note": "Two hard weeks."}


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def in_danger(maya):
    """Maya, with a critical alert of yesterday."""
    with as_owner():
        alert_about(maya, tier="critical", raised_at=STORY_TIME - timedelta(days=1))
    return maya


def _weigh(at=STORY_TIME):
    services.advise_everyone(at=at)


def _proposals(client):
    with as_owner():
        return list(StepProposal.objects.filter(client=client).order_by("made_at", "created_at"))


def _calm_weeks(maya, okafor):
    """Seven weeks in, six weeks of sessions attended, no alert, good days."""
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_from=STORY_DAY - timedelta(days=45))
        answered(maya, 20, version=9, mood=7, sleep_hours=7.5, connection=7, confidence=7)
        for days in range(1, 25, 2):
            expected_at(maya, STORY_TIME - timedelta(days=days), attendance="present", by=okafor)


def test_the_nightly_run_proposes_a_step_up_with_reasons_and_inputs(in_danger):
    _weigh()

    (row,) = _proposals(in_danger)
    assert (row.direction, row.from_level, row.to_level) == ("up", "iop", "php")
    assert [one["code"] for one in row.reasons] == ["critical_alert"]
    assert row.inputs["critical_alerts_week"] == 1
    assert row.rule_version == "steps-1"


def test_weighing_again_proposes_nothing_new(in_danger):
    for hours in range(3):
        _weigh(STORY_TIME + timedelta(hours=hours))

    assert len(_proposals(in_danger)) == 1


def test_no_level_changes_by_itself(in_danger):
    _weigh()

    with as_owner():
        assert Enrolment.objects.get(client=in_danger).level_of_care == "iop"
        assert not LevelChange.objects.exists()


def test_calm_weeks_lead_to_a_proposal_to_step_down(maya, okafor):
    _calm_weeks(maya, okafor)

    _weigh()

    (row,) = _proposals(maya)
    assert (row.direction, row.to_level) == ("down", "outpatient")
    assert row.inputs["attended_calm"] == 12
    assert row.inputs["milestones_reached"] >= 3


def test_a_client_who_cannot_be_weighed_holds_up_no_other(in_danger, ben):
    with as_owner():
        User.objects.filter(pk=ben.pk).update(timezone="Nowhere/Land")

    with pytest.raises(ExceptionGroup, match="1 failed, 1 were done"):
        _weigh()

    assert len(_proposals(in_danger)) == 1


def test_a_quiet_month_without_attendance_leads_to_none(maya):
    _weigh()

    assert _proposals(maya) == []


def test_okafor_asks_for_it_now_and_reads_what_speaks_for_staying(browser, okafor, maya):
    answer = browser(okafor).post(f"/clients/{maya.pk}/step-proposals/")

    assert answer.status == 200
    assert (answer.body["direction"], answer.body["proposal"]) == ("", None)
    assert {one["code"] for one in answer.body["reasons"]} >= {"early", "attendance"}


def test_okafor_reads_it_in_her_list_and_nobody_else_does(browser, okafor, lee, in_danger):
    _weigh()

    (row,) = browser(okafor).get("/step-proposals/").body["results"]

    assert (row["client"]["name"], row["state"]) == ("Maya Torres", "open")
    assert row["reasons"] == [
        {"code": "critical_alert", "sentence": "1 critical alert in the last week."}
    ]
    assert browser(lee).get("/step-proposals/").body["results"] == []


def test_all_proposals_are_read_when_they_are_asked_for(browser, okafor, in_danger):
    _weigh()
    _weigh(STORY_TIME + timedelta(days=9))

    (row,) = browser(okafor).get("/step-proposals/", state="all").body["results"]

    assert row["state"] == "superseded"


def test_one_total_is_no_change(maya):
    with as_owner():
        scored(maya, "phq-9", STORY_DAY - timedelta(days=1), total=20)
        alert_about(maya, tier="critical", raised_at=STORY_TIME)

    _weigh()

    assert _proposals(maya)[0].inputs["change"] == {}


def test_accepting_changes_the_level_with_the_reason_and_tells_others(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)

    answer = browser(okafor).post(f"/step-proposals/{row.pk}/accept/", YES)

    assert answer.status == 200, answer
    assert (answer.body["state"], answer.body["note"]) == ("accepted", "Two hard weeks.")
    with as_owner():
        assert Enrolment.objects.get(client=in_danger).level_of_care == "php"
        change = LevelChange.objects.get(client=in_danger)
        assert (change.reason, change.note) == ("needs_more_support", "Two hard weeks.")
        assert change.decided_by_id == okafor.pk
        assert OutboxEntry.objects.filter(event="enrolment.level_changed").exists()
        actions = set(
            AuditEntry.objects.filter(subject="progress_stepproposal").values_list(
                "action", "actor_role"
            )
        )
    assert actions >= {("propose", "adviser"), ("accepted", "clinician")}


def test_a_step_from_a_later_day_on_waits_for_its_day(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)
    later = (STORY_DAY + timedelta(days=3)).isoformat()

    answer = browser(okafor).post(
        f"/step-proposals/{row.pk}/accept/", {**YES, "effective_on": later}
    )

    assert answer.status == 200
    with as_owner():
        assert Enrolment.objects.get(client=in_danger).level_of_care == "iop"
        assert LevelChange.objects.get(client=in_danger).effective_on.isoformat() == later


def test_a_day_that_cannot_be_decides_nothing(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)

    answer = browser(okafor).post(
        f"/step-proposals/{row.pk}/accept/", {**YES, "effective_on": "2001-01-01"}
    )

    assert answer.status == 400
    assert "effective_on" in answer.body["fields"]
    assert _proposals(in_danger)[0].decision == ""


def test_declining_keeps_the_level_and_the_words(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)

    answer = browser(okafor).post(f"/step-proposals/{row.pk}/decline/", {"note": "One bad night."})

    assert (answer.body["state"], answer.body["decided_by"]["name"]) == (
        "declined", "Dr. Ify Okafor",
    )  # fmt: skip
    with as_owner():
        assert Enrolment.objects.get(client=in_danger).level_of_care == "iop"


@pytest.mark.parametrize("door", ["accept", "decline"])
def test_one_clinician_decides_and_the_other_is_told(browser, okafor, nadia, in_danger, door):
    _weigh()
    (row,) = _proposals(in_danger)
    browser(okafor).post(f"/step-proposals/{row.pk}/decline/", {"note": "No."})

    answer = browser(nadia).post(
        f"/step-proposals/{row.pk}/{door}/", YES if door == "accept" else {"note": "x"}
    )

    assert (answer.status, answer.body["code"]) == (409, "already_decided")


def test_a_proposal_from_a_level_that_has_changed_is_refused(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)
    with as_owner():
        Enrolment.objects.filter(client=in_danger).update(level_of_care="outpatient")

    answer = browser(okafor).post(f"/step-proposals/{row.pk}/accept/", YES)

    assert (answer.status, answer.body["code"]) == (409, "level_changed")


@pytest.mark.parametrize(
    "body",
    [{}, {"note": "x"}, {"reason": "goals_met"}, {"reason": "because", "note": "x"},
     {"reason": "goals_met", "note": ""}, {"reason": "goals_met", "note": "x", "to_level": "php"},
     {"reason": "goals_met", "note": "x", "effective_on": "soon"}],
)  # fmt: skip
def test_an_answer_without_its_reason_is_refused(browser, okafor, in_danger, body):
    _weigh()
    (row,) = _proposals(in_danger)

    answer = browser(okafor).post(f"/step-proposals/{row.pk}/accept/", body)

    assert answer.status == 400
    assert answer.body["fields"]


def test_lee_ben_and_maya_cannot_decide(browser, lee, ben, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)

    for person in (lee, ben, in_danger):
        answer = browser(person).post(f"/step-proposals/{row.pk}/accept/", YES)
        assert answer.status == 404


def test_after_a_no_the_same_is_not_proposed_for_two_weeks(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)
    browser(okafor).post(f"/step-proposals/{row.pk}/decline/", {"note": "No."})

    _weigh(STORY_TIME + timedelta(days=5))

    assert len(_proposals(in_danger)) == 1


def test_after_a_no_a_new_reason_is_proposed(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)
    browser(okafor).post(f"/step-proposals/{row.pk}/decline/", {"note": "No."})
    with as_owner():
        for days in (0, 1):
            lapse(in_danger, STORY_DAY - timedelta(days=days))

    _weigh(STORY_TIME + timedelta(hours=5))

    assert [one.decision for one in _proposals(in_danger)] == ["declined", ""]


def test_after_a_no_another_critical_alert_is_a_new_reason(browser, okafor, in_danger):
    _weigh()
    (row,) = _proposals(in_danger)
    browser(okafor).post(f"/step-proposals/{row.pk}/decline/", {"note": "No."})
    with as_owner():
        alert_about(in_danger, tier="critical", raised_at=STORY_TIME + timedelta(days=2))

    _weigh(STORY_TIME + timedelta(days=3))

    assert [one.decision for one in _proposals(in_danger)] == ["declined", ""]


def test_an_old_alert_that_became_critical_yesterday_is_news_of_yesterday(maya):
    with as_owner():
        old = alert_about(maya, tier="critical", raised_at=STORY_TIME - timedelta(days=20))
        alert_about(maya, tier="watch", family="score", raised_at=STORY_TIME)

    def counted():
        with acting_as(System.ADVISER):
            found = alert_counts(client_id=maya.pk, at=STORY_TIME, week=7, recent=14, calm=28)
            return found.critical_week, found.still_open

    before = counted()
    with as_owner():
        yesterday = STORY_TIME - timedelta(days=1)
        Step.objects.create(alert=old, client=maya, kind="tier_raised", at=yesterday)

    assert (before, counted()) == ((0, 1), (1, 1))


def test_newer_facts_supersede_what_nobody_decided(in_danger):
    _weigh()

    _weigh(STORY_TIME + timedelta(days=9))

    (row,) = _proposals(in_danger)
    assert row.superseded_at == STORY_TIME + timedelta(days=9)
    assert (row.decision, row.decided_by_id) == ("", None)


def test_a_superseded_proposal_is_history_and_cannot_be_accepted(browser, okafor, in_danger):
    _weigh()
    _weigh(STORY_TIME + timedelta(days=9))
    (row,) = _proposals(in_danger)

    answer = browser(okafor).post(f"/step-proposals/{row.pk}/accept/", YES)
    listed = browser(okafor).get(f"/clients/{in_danger.pk}/step-proposals/").body["results"]

    assert answer.status == 409
    assert [one["state"] for one in listed] == ["superseded"]
    assert browser(okafor).get("/step-proposals/").body["results"] == []


def test_somebody_who_left_has_no_step_to_weigh(browser, okafor, maya):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - timedelta(days=1))

    answer = browser(okafor).post(f"/clients/{maya.pk}/step-proposals/")

    assert (answer.status, answer.body["code"]) == (409, "not_enrolled")
    assert services.advise_everyone(at=STORY_TIME) == 1  # Ben alone


def test_what_a_clinician_asks_for_is_what_the_night_finds(browser, okafor, in_danger):
    asked = browser(okafor).post(f"/clients/{in_danger.pk}/step-proposals/").body
    _weigh()

    (row,) = _proposals(in_danger)
    assert str(row.pk) == asked["proposal"]["id"]
    assert {**row.inputs, "change": {}} == asked["inputs"]


def test_a_form_that_rises_and_two_lapses_speak_for_a_step_up(maya):
    with as_owner():
        for days, total in ((20, 6), (1, 14)):
            scored(maya, "phq-9", STORY_DAY - timedelta(days=days), total=total)
        for days in (0, 1):
            lapse(maya, STORY_DAY - timedelta(days=days))

    _weigh()

    (row,) = _proposals(maya)
    assert [one["code"] for one in row.reasons] == ["return_to_use", "phq-9_higher"]
    assert row.inputs["change"] == {"phq-9": 8.0}


def test_a_lapse_and_reported_use_of_one_day_are_one_day(maya):
    with as_owner():
        answered(maya, 1, version=9, used=True)
        lapse(maya, STORY_DAY)

    _weigh()

    assert _proposals(maya) == []


def test_a_part_of_the_program_cannot_decide(in_danger, okafor):
    _weigh()
    (row,) = _proposals(in_danger)
    be_person(in_danger.pk)

    with pytest.raises(services.AlreadyDecided):
        services.decline_proposal(
            proposal=row, note="x", actor=Actor(role="client", id=in_danger.pk), at=STORY_TIME
        )
