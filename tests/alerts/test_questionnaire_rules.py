"""The rules on critical answers: what was answered, as a tier and a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts.questionnaire_rules import KINDS, Answer, Said, assess, assess_follow_up
from alerts.rules import ORDER
from questionnaires.rules.definition import KINDS as KINDS_OF_ITEMS

SAYINGS = st.sampled_from([None, "yes", "no", "unsure"])


@pytest.mark.parametrize(
    ("kind", "tier"),
    [
        ("self_harm", "high"),
        ("suicide_intent", "critical"),
        ("suicide_act", "critical"),
        ("other", "high"),
    ],
)
def test_a_critical_answer_has_the_tier_of_its_kind(kind, tier):
    verdict = assess(Answer(kind, "PHQ-9", 1, 3))

    assert (verdict.tier, verdict.reasons[0].value) == (tier, "1 of 3")
    assert "PHQ-9" in verdict.reasons[0].sentence


def test_every_kind_of_item_has_a_tier():
    assert set(KINDS) == set(KINDS_OF_ITEMS)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (Said(), []),
        (Said("no", "no", "no"), []),
        (Said(intent="yes"), ["suicide_intent"]),
        (Said(intent="unsure"), ["suicide_intent"]),
        (Said(recent_act="unsure"), ["suicide_act"]),
        (Said(plan="unsure"), ["suicide_plan"]),
        (Said(wants_contact=True), ["asked_for_contact"]),
        (Said("yes", "yes", "yes", True),
         ["suicide_intent", "suicide_act", "suicide_plan", "asked_for_contact"]),
    ],
)  # fmt: skip
def test_what_was_said_is_told_as_it_was_said(said, codes):
    assert [reason.code for reason in assess_follow_up(said).reasons] == codes


@pytest.mark.parametrize("asked", ["intent", "plan", "recent_act"])
def test_not_sure_is_never_told_as_a_yes(asked):
    (yes,), (unsure,) = (
        assess_follow_up(Said(**{asked: word})).reasons for word in ("yes", "unsure")
    )

    assert "not sure" in unsure.sentence
    assert unsure.value == "not sure" != yes.value
    assert unsure.sentence != yes.sentence


@given(SAYINGS, SAYINGS, SAYINGS, st.booleans())
def test_not_sure_is_never_milder_than_no(intent, plan, recent_act, wants_contact):
    def tier(saying):
        return ORDER[assess_follow_up(Said(saying, plan, recent_act, wants_contact)).tier]

    assert tier("no") <= tier("unsure") <= tier("yes")
    if intent in ("yes", "unsure"):
        assert assess_follow_up(Said(intent, plan, recent_act)).tier == "critical"
