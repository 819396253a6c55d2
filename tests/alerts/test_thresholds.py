"""Thresholds of the absolute rules, good periods, histories, and what can never be true."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from alerts import rules, services
from alerts.models import (
    AlertBudget,
    Backtest,
    BacktestChange,
    ClientThresholds,
    GoodPeriod,
    ProgramThresholds,
    RuleVersion,
    RuleVersionStep,
    SiteLimit,
    SweptDay,
    WarningScore,
)
from alerts.selectors import thresholds
from checkins.models import CheckIn, UseHistory
from core.identity import System, acting_as
from program.models import Program
from tests.alerts.warnings import CALM, row_of, tried
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME, days_ago

DAY_BEFORE = STORY_DAY - timedelta(days=1)


@pytest.fixture
def draft(db):
    with as_owner():
        return RuleVersion.objects.get(family="score", drafted_by=None)


def test_a_clinician_sets_a_clients_thresholds_and_the_rules_follow(browser, okafor, maya):
    clinician = browser(okafor)
    path = f"/clients/{maya.pk}/thresholds/"

    made = clinician.post(path, {"craving_at_once": 6, "craving_repeated": 5, "reason": "Agreed."})

    now = clinician.get(path).body
    assert made.status == 201
    assert (now["in_force"]["craving_at_once"], now["in_force"]["short_sleep_hours"]) == (6, 4.0)
    assert now["set"]["set_by"]["name"] == okafor.name
    with as_owner():
        CheckIn.objects.filter(client=maya, on=STORY_DAY).delete()
        row = row_of(maya, STORY_DAY, {**CALM, "craving": 6})
        row.save(force_insert=True)
    with acting_as(System.ASSESSOR):
        assessed = services.assess_check_in(check_in_id=row.pk, at=STORY_TIME)
    assert "craving_high" in [reason["code"] for reason in assessed.reasons]


def test_a_clients_own_threshold_stands_above_the_programs_and_that_above_the_shipped(
    browser, okafor, ada, maya
):
    with as_owner():
        program = Program.objects.get(enrolments__client=maya)
    browser(ada).post(
        f"/programs/{program.pk}/thresholds/",
        {"craving_at_once": 7, "gap_days_if_regular": 2, "reason": "Medical director."},
    )
    browser(okafor).post(
        f"/clients/{maya.pk}/thresholds/", {"craving_at_once": 8, "reason": "Agreed."}
    )

    with acting_as(System.ASSESSOR):
        one = thresholds.parameters_for(client_id=maya.pk, program_id=program.pk)
        (all_,) = thresholds.parameters_of_all([(maya.pk, program.pk)]).values()

    assert one == all_
    assert (one.craving_at_once, one.gap_days_if_regular) == (8, 2)
    assert one.craving_repeated == rules.DEFAULT.craving_repeated


def test_thresholds_that_contradict_each_other_are_refused(browser, okafor, maya):
    path = f"/clients/{maya.pk}/thresholds/"
    for body in (
        {"craving_at_once": 5, "craving_repeated": 6},
        {"gap_days_if_regular": 5, "gap_days_if_irregular": 4},
    ):
        answer = browser(okafor).post(path, {**body, "reason": "x"})
        assert (answer.status, answer.body["code"]) == (400, "turned_round")


def test_a_good_period_is_over_and_neither_short_nor_long(browser, okafor, maya):
    path = f"/clients/{maya.pk}/good-periods/"
    clinician = browser(okafor)

    codes = [
        clinician.post(
            path, {"first_on": days_ago(first), "last_on": days_ago(last), "reason": "x"}
        ).status
        for first, last in ((30, 5), (30, 20), (200, 5), (20, 0))
    ]

    assert codes == [201, 400, 400, 400]


def test_what_was_told_at_intake_is_kept_and_told_anew(browser, okafor, maya):
    client = browser(maya)
    client.post("/use-history/", {"last_use_on": days_ago(90), "goal": "abstinence"})

    browser(okafor).post(f"/clients/{maya.pk}/use-history/", {"episodes_in_year": 4})

    told = client.get("/use-history/").body["told"]
    assert (told["episodes_in_year"], told["told_by"]["name"]) == (4, okafor.name)
    late = client.post("/use-history/", {"last_use_on": days_ago(-3)})
    assert (late.status, late.body["code"]) == (400, "not_yet")


def _version(**changes):
    return RuleVersion(
        **{
            "family": "score", "name": "baseline-98", "code_version": "x", "parameters": {},
            "drafted_at": STORY_TIME, **changes,
        }
    )  # fmt: skip


def _threshold(model, **changes):
    return model(**{"reason": "x", "set_at": STORY_TIME, **changes})


def _of_versions(draft, maya):
    step = {"version": draft, "at": STORY_TIME, "note": "x", "by": maya}
    budget = {"chosen_at": STORY_TIME, "chosen_by": maya, "note": "x"}
    return {
        "alerts_ruleversion_one_of_a_name": [_version(), _version()],
        "alerts_ruleversion_one_live_per_family": [
            _version(state="live"), _version(state="live", name="baseline-99"),
        ],
        "alerts_ruleversion_one_silent_per_family": [
            _version(state="silent"), _version(state="silent", name="baseline-99"),
        ],
        "alerts_ruleversion_known_family": [_version(family="x")],
        "alerts_ruleversion_known_state": [_version(state="x")],
        "alerts_ruleversion_drafted_by_somebody_or_shipped": [_version(name="x")],
        "alerts_ruleversionstep_goes_somewhere": [
            RuleVersionStep(from_state="live", to_state="live", **step)
        ],
        "alerts_alertbudget_known_family": [AlertBudget(family="x", per_month="0.5", **budget)],
        "alerts_alertbudget_one_of_three": [AlertBudget(family="score", per_month="0.7", **budget)],
        "alerts_sitelimit_ends_after_it_begins": [
            SiteLimit(
                version=draft, per_month="0.5", limits={}, is_own=False, client_days=0,
                since=STORY_DAY, until=DAY_BEFORE, computed_at=STORY_TIME,
            )
        ],
    }  # fmt: skip


def _of_settings(maya, program):
    period = {"first_on": STORY_DAY, "last_on": STORY_DAY}
    told = {"client": maya, "told_at": STORY_TIME, "told_by": maya}
    return {
        "alerts_clientthresholds_within_ranges": [
            _threshold(ClientThresholds, client=maya, set_by=maya, craving_at_once=11)
        ],
        "alerts_programthresholds_within_ranges": [
            _threshold(ProgramThresholds, program=program, set_by=maya, repeated_days=0)
        ],
        "alerts_goodperiod_ends_after_it_begins": [
            _threshold(GoodPeriod, client=maya, set_by=maya, **period)
        ],
        "checkins_usehistory_episodes_fit_a_year": [UseHistory(**told, episodes_in_year=367)],
        "checkins_usehistory_known_goal": [UseHistory(**told, goal="x")],
        "checkins_usehistory_known_pattern": [UseHistory(**told, pattern="x")],
    }


def _of_runs(draft, maya, program):
    backtest = {
        "version": draft, "since": STORY_DAY, "until": STORY_DAY, "asked_at": STORY_TIME,
        "asked_by": maya,
    }  # fmt: skip
    score = {
        "client": maya, "version": draft, "cause": "x", "on": STORY_DAY, "points": 1, "tier": "",
        "silent": False, "explanation": {}, "scored_at": STORY_TIME,
    }  # fmt: skip
    swept = {"program": program, "on": DAY_BEFORE, "clients": 0, "findings": 0}
    return {
        "alerts_warningscore_once_per_cause": [WarningScore(**score), WarningScore(**score)],
        "alerts_warningscore_known_tier": [WarningScore(**score | {"tier": "critical"})],
        "alerts_warningscore_only_a_live_tier_is_told": [
            WarningScore(**score | {"tier": "high", "silent": True, "told": True})
        ],
        "alerts_sweptday_once_a_day": [
            SweptDay(**swept, swept_at=STORY_TIME), SweptDay(**swept, swept_at=STORY_TIME),
        ],
        "alerts_backtest_ends_after_it_begins": [Backtest(**backtest | {"until": DAY_BEFORE})],
        "alerts_backtest_finished_when_over": [Backtest(**backtest | {"state": "done"})],
        "alerts_backtestchange_known_kind": [
            BacktestChange(backtest=tried(draft), client=maya, on=DAY_BEFORE, kind="x")
        ],
    }  # fmt: skip


def test_what_can_never_be_true_is_refused_by_the_database(draft, maya):
    with as_owner():
        program = Program.objects.get(enrolments__client=maya)
        broken = (
            _of_versions(draft, maya) | _of_settings(maya, program) | _of_runs(draft, maya, program)
        )
        for name, rows in broken.items():
            with pytest.raises(IntegrityError, match=name), transaction.atomic():
                _store(rows)


def _store(rows):
    for row in rows:
        type(row).objects.bulk_create([row])
