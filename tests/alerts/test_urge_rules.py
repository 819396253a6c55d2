"""The rules on urges and lapses: each threshold from both sides, and what they never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts import rules, urge_rules
from alerts.urge_rules import Lapse, Urge
from checkins.models import Need, Toward

URGES = st.builds(
    Urge,
    toward=st.sampled_from(Toward.values),
    level=st.none() | st.integers(0, 10),
    felt=st.none() | st.booleans(),
    acted=st.none() | st.booleans(),
)


def codes(*urges: Urge) -> list[str]:
    return [reason.code for reason in urge_rules.assess(urges).reasons]


@pytest.mark.parametrize(
    ("urge", "tier", "expected"),
    [
        (Urge("use", 8), "", []),
        (Urge("use", 9), "medium", ["craving_high"]),
        (Urge("use", felt=True), "", []),
        (Urge("use", 0, acted=True), "high", ["use_reported"]),
        (Urge("use", 10, acted=False), "medium", ["craving_high"]),
        (Urge("self_harm", 6), "", []),
        (Urge("self_harm", 7), "medium", ["self_harm_urge"]),
        (Urge("self_harm", felt=True), "medium", ["self_harm_urge"]),
        (Urge("self_harm", 1, acted=True), "high", ["self_harm_act"]),
        (Urge("suicide", 5), "", []),
        (Urge("suicide", 6), "high", ["suicide_urge"]),
        (Urge("suicide", felt=True), "high", ["suicide_urge"]),
        (Urge("suicide", felt=False), "", []),
        (Urge("suicide", 1, acted=True), "critical", ["suicide_act"]),
        (Urge("other", 10, acted=True), "", []),
    ],
)
def test_each_threshold_from_both_sides(urge, tier, expected):
    verdict = urge_rules.assess([urge])

    assert (verdict.tier, codes(urge), verdict.version) == (tier, expected, "urges-1")


def test_self_harm_with_an_urge_toward_suicide_is_critical():
    both = (Urge("self_harm", 3, acted=True), Urge("suicide", 7))

    assert urge_rules.assess(both).tier == "critical"
    assert codes(*both) == ["self_harm_with_suicide_urge", "self_harm_act", "suicide_urge"]


@given(st.lists(URGES, max_size=5), URGES)
def test_more_urges_never_make_it_milder(urges, another):
    first, more = urge_rules.assess(urges), urge_rules.assess([*urges, another])

    assert not rules.graver(first.tier, more.tier)
    assert {reason.code for reason in first.reasons} <= {reason.code for reason in more.reasons}


@given(st.lists(URGES, max_size=5))
def test_each_reason_stands_once_and_says_what_was_reported(urges):
    verdict = urge_rules.assess(urges)

    assert len(codes(*urges)) == len(set(codes(*urges)))
    for reason in verdict.reasons:
        assert reason.sentence.endswith(".")
        assert reason.value
        assert "will" not in reason.sentence.split()


@pytest.mark.parametrize(
    ("needs", "tier", "expected"),
    [
        ([], "high", ["return_to_use"]),
        (
            ["talk_next_session", "nothing_now", "other", "support_person"],
            "high",
            ["return_to_use"],
        ),
        (["call_me"], "high", ["return_to_use", "needs_call_me"]),
        (["safer_place"], "high", ["return_to_use", "needs_safer_place"]),
        (["medical_help"], "critical", ["needs_medical_help", "return_to_use"]),
    ],
)
def test_a_lapse_is_high_and_what_is_needed_stands_beside(needs, tier, expected):
    verdict = urge_rules.assess_lapse(Lapse(needs))

    assert (verdict.tier, [reason.code for reason in verdict.reasons]) == (tier, expected)


def test_a_mistake_raises_nothing():
    assert urge_rules.assess_lapse(Lapse(Need.values, mistaken=True)).tier == ""


@given(st.lists(URGES, max_size=5))
def test_joined_verdicts_hold_each_reason_once(urges):
    day = rules.verdict_on(
        [rules.Reason("use_reported", rules.HIGH, "Reported use. Worth a call today.", "use")]
    )

    both = urge_rules.joined(day, urge_rules.assess(urges))

    found = [reason.code for reason in both.reasons]
    assert len(found) == len(set(found))
    assert set(found) == {"use_reported", *codes(*urges)}
    assert both.version == ("absolute-1+urges-1" if codes(*urges) else "absolute-1")
    assert len(both.version) <= 20


def test_nothing_about_safety_is_told_only_once():
    assert {"use_reported", "return_to_use", "craving_high"} == urge_rules.TOLD_ONCE
