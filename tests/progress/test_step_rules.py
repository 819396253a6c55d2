"""When a step is proposed: more care on few grave signs, less only when all speaks for it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.rules.steps import LEVELS, Inputs, consider

CALM = Inputs(
    level="iop", week=7, expected_recent=6, attended_recent=6, expected_calm=12, attended_calm=11,
    days_answered_calm=20, milestones_reached=4,
)  # fmt: skip


def codes(verdict):
    return {reason.code for reason in verdict.reasons}


def test_six_calm_weeks_speak_for_a_step_down():
    verdict = consider(CALM)

    assert (verdict.direction, verdict.to_level) == ("down", "outpatient")
    assert {"attendance", "no_alerts", "no_use", "milestones"} <= codes(verdict)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"week": 5}, "early"),
        ({"attended_calm": 9}, "attendance"),
        ({"expected_calm": 5, "attended_calm": 5}, "attendance"),
        ({"serious_alerts_calm": 1}, "alerts"),
        ({"open_alerts": 1}, "alerts"),
        ({"lapses_calm": 1}, "return_to_use"),
        ({"days_answered_calm": 13}, "few_check_ins"),
        ({"milestones_reached": 2}, "milestones"),
    ],
)
def test_one_condition_that_does_not_hold_means_to_stay(change, code):
    verdict = consider(replace(CALM, **change))

    assert (verdict.direction, verdict.to_level) == ("", "iop")
    assert codes(verdict) == {code}


@pytest.mark.parametrize(
    "change",
    [{"high_alerts_recent": 2}, {"lapses_recent": 2}, {"attended_recent": 2},
     {"change": {"phq-9": 5.0}}],
)  # fmt: skip
def test_one_sign_keeps_the_level_and_says_what_it_is(change):
    verdict = consider(replace(CALM, **change))

    assert verdict.direction == ""
    assert len(verdict.reasons) == 1


def test_two_signs_speak_for_a_step_up():
    verdict = consider(replace(CALM, lapses_recent=2, change={"gad-7": 6.0, "phq-9": -3.0}))

    assert (verdict.direction, verdict.to_level) == ("up", "php")
    assert codes(verdict) == {"return_to_use", "gad-7_higher"}


def test_one_critical_alert_speaks_for_a_step_up_alone():
    verdict = consider(replace(CALM, critical_alerts_week=1))

    assert verdict.direction == "up"
    assert [one.sentence for one in verdict.reasons] == ["1 critical alert in the last week."]


def test_three_sessions_are_too_few_to_call_attendance_low():
    low = replace(CALM, expected_recent=3, attended_recent=0, lapses_recent=2)

    assert consider(low).direction == ""


def test_there_is_nothing_above_residential_and_nothing_below_outpatient():
    assert consider(replace(CALM, level="residential", critical_alerts_week=3)).direction == ""
    assert consider(replace(CALM, level="outpatient")).direction == ""


def test_a_level_that_nobody_knows_is_refused():
    with pytest.raises(ValueError, match="not in tuple"):
        consider(replace(CALM, level="spa"))


counts = st.integers(0, 30)
any_inputs = st.builds(
    Inputs, level=st.sampled_from(LEVELS), week=st.integers(1, 60), expected_recent=counts,
    attended_recent=counts, expected_calm=counts, attended_calm=counts,
    critical_alerts_week=counts, high_alerts_recent=counts, serious_alerts_calm=counts,
    open_alerts=counts, lapses_recent=counts, lapses_calm=counts, days_answered_calm=counts,
    milestones_reached=counts,
    change=st.dictionaries(st.sampled_from(["phq-9", "gad-7"]), st.floats(-27, 27)),
)  # fmt: skip


@given(any_inputs)
def test_a_proposal_is_one_step_away_and_gives_its_reasons(inputs):
    verdict = consider(inputs)

    distance = LEVELS.index(verdict.to_level) - LEVELS.index(inputs.level)
    assert distance == {"up": 1, "down": -1, "": 0}[verdict.direction]
    if verdict.direction:
        assert verdict.reasons
    assert all(reason.sentence.endswith(".") for reason in verdict.reasons)


@given(any_inputs)
def test_less_care_is_never_proposed_beside_a_grave_sign(inputs):
    if consider(inputs).direction == "down":
        assert not inputs.critical_alerts_week
        assert not inputs.serious_alerts_calm
        assert not inputs.open_alerts
        assert not inputs.lapses_calm
        assert max(inputs.change.values(), default=0) < 5


@given(any_inputs, st.sampled_from(["critical_alerts_week", "high_alerts_recent", "lapses_recent"]))
def test_more_trouble_never_leads_to_less_care(inputs, what):
    worse = replace(inputs, **{what: getattr(inputs, what) + 2})

    place = {"down": 0, "": 1, "up": 2}
    assert place[consider(worse).direction] >= place[consider(inputs).direction]
