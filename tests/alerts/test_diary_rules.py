"""The diary card's safety rules as a table of cases. No database."""

from itertools import product

import pytest

from alerts import diary_rules, rules
from alerts.diary_rules import Urges

NOTHING, HIGH, CRITICAL = "", "high", "critical"


@pytest.mark.parametrize(
    ("urges", "tier", "codes"),
    [
        (Urges(), NOTHING, []),
        (Urges(suicide=0, suicide_acted=False, self_harm_acted=False), NOTHING, []),
        (Urges(suicide=2), NOTHING, []),
        (Urges(suicide=3), HIGH, ["suicide_urge"]),
        (Urges(suicide=5), HIGH, ["suicide_urge"]),
        (Urges(suicide=3, suicide_acted=False, self_harm_acted=False), HIGH, ["suicide_urge"]),
        (Urges(self_harm_acted=True), HIGH, ["self_harm_act"]),
        (Urges(suicide=2, self_harm_acted=True), HIGH, ["self_harm_act"]),
        (
            Urges(suicide=3, self_harm_acted=True),
            CRITICAL,
            ["self_harm_with_suicide_urge", "self_harm_act", "suicide_urge"],
        ),
        (Urges(use_acted=True), HIGH, ["use_reported"]),
        (Urges(use_acted=False), NOTHING, []),
        (Urges(suicide_acted=True), CRITICAL, ["suicide_act"]),
        (Urges(suicide=0, suicide_acted=True), CRITICAL, ["suicide_act"]),
        (Urges(suicide=3, suicide_acted=True), CRITICAL, ["suicide_act", "suicide_urge"]),
    ],
)
def test_a_card_gets_its_tier(urges, tier, codes):
    verdict = diary_rules.assess(urges)

    assert (verdict.tier, [reason.code for reason in verdict.reasons]) == (tier, codes)
    assert verdict.version == "diary-1"


def test_a_worse_answer_never_gets_a_milder_tier():
    levels, acts = (None, 0, 1, 2, 3, 4, 5), (None, False, True)
    grades = {
        case: rules.ORDER[diary_rules.assess(Urges(*case)).tier]
        for case in product(levels, acts, acts)
    }

    for level, suicide, self_harm in grades:
        grade = grades[level, suicide, self_harm]

        assert grade <= grades[5, suicide, self_harm]
        assert grade <= grades[level, True, self_harm]
        assert grade <= grades[level, suicide, True]
        assert grade <= grades[min((level or 0) + 1, 5), suicide, self_harm]


def test_reasons_say_what_was_reported_and_quote_no_more():
    verdict = diary_rules.assess(Urges(suicide=4, self_harm_acted=True))

    assert [(reason.sentence, reason.value) for reason in verdict.reasons] == [
        ("Reported self-harm, and an urge toward suicide of 4 of 5.", "4 of 5"),
        ("Reported self-harm.", "acted"),
        ("An urge toward suicide was 4 of 5. Worth a call today.", "4 of 5"),
    ]
