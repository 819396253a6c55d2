"""The absolute rules as tables of cases: each rule, its edge, and what it must never depend on."""

from dataclasses import fields, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alerts import rules
from alerts.rules import Day

TODAY = date(2026, 3, 9)
PLAIN = Day(TODAY)


def _ago(days: int, **answers) -> Day:
    return Day(TODAY - timedelta(days=days), **answers)


def _codes(*days: Day) -> list[str]:
    return [reason.code for reason in rules.assess(days=days, on=TODAY).reasons]


@pytest.mark.parametrize(
    ("answers", "tier", "codes"),
    [
        ({}, "", []),
        ({"safety": "unsafe"}, "critical", ["safety"]),
        ({"safety": "unsure"}, "high", ["safety"]),
        ({"safety": "safe"}, "", []),
        ({"used": True}, "high", ["use_reported"]),
        ({"used": False}, "", []),
        ({"craving": 10}, "medium", ["craving_high"]),
        ({"craving": 9}, "medium", ["craving_high"]),
        ({"craving": 8}, "", []),
        ({"craving": 0}, "", []),
        ({"sleep_hours": 0.0}, "", []),
        ({"medication": "missed"}, "", []),
        (
            {"safety": "unsafe", "used": True, "craving": 9},
            "critical",
            ["safety", "use_reported", "craving_high"],
        ),
    ],
)
def test_what_one_day_says(answers, tier, codes):
    verdict = rules.assess(days=[Day(TODAY, **answers)], on=TODAY)

    assert verdict.tier == tier
    assert [reason.code for reason in verdict.reasons] == codes
    assert verdict.version == rules.VERSION


PATTERNS = [
    ("craving_repeated", {"craving": 7}, {"craving": 6}),
    ("short_sleep", {"sleep_hours": 3.5}, {"sleep_hours": 4.0}),
    ("medication_missed", {"medication": "missed"}, {"medication": "none"}),
]


@pytest.mark.parametrize(("code", "reaches", "misses"), PATTERNS)
@pytest.mark.parametrize(
    ("when", "found"),
    [
        ((0,), False),
        ((0, 1), True),
        ((0, 2), True),
        ((0, 3), False),
        ((1, 2), False),  # today itself does not take part
        ((0, 1, 2), True),
        ((0, -1), True),  # a day that was filled in later completes it
        ((0, -2), True),
        ((0, -3), False),
    ],
)
def test_what_is_said_on_two_of_three_days(code, reaches, misses, when, found):
    days = [_ago(ago, **(reaches if ago in when else misses)) for ago in range(-3, 4)]

    assert _codes(*days) == ([code] if found else [])


@pytest.mark.parametrize(("code", "reaches", "misses"), PATTERNS)
def test_a_pattern_says_on_how_many_days(code, reaches, misses):
    two = rules.assess(days=[_ago(0, **reaches), _ago(1, **reaches)], on=TODAY)
    three = rules.assess(days=[_ago(ago, **reaches) for ago in range(3)], on=TODAY)

    assert [reason.value for reason in two.reasons] == ["2 of 3 days"]
    assert [reason.value for reason in three.reasons] == ["3 of 3 days"]
    assert two.tier == three.tier == "medium"


def test_a_missing_day_is_not_a_bad_one():
    assert _codes(_ago(0, craving=7), _ago(2)) == []


def test_a_day_that_is_not_there_cannot_be_assessed():
    with pytest.raises(ValueError, match="no answers"):
        rules.assess(days=[_ago(1, safety="unsafe")], on=TODAY)


def test_what_other_days_said_of_safety_is_theirs():
    assert _codes(PLAIN, _ago(1, safety="unsafe", used=True, craving=10)) == []


@pytest.mark.parametrize(
    ("before", "usual"),
    [
        ([], ""),
        ([1, 2, 3, 4], ""),
        ([1, 2, 3, 4, 5], "usually 2 to 4 (5 days)"),
        ([None, 3, 3, 3, 3, 3], "usually 3 to 3 (5 days)"),
    ],
)
def test_a_high_craving_is_told_beside_what_is_usual(before, usual):
    days = [_ago(number + 4, craving=value) for number, value in enumerate(before)]

    verdict = rules.assess(days=[_ago(0, craving=9), *days], on=TODAY)

    assert (verdict.reasons[0].value, verdict.reasons[0].usual) == ("9 of 10", usual)


def test_no_sentence_says_what_will_happen():
    days = [
        _ago(ago, craving=10, sleep_hours=1.0, medication="missed", used=True, safety=safety)
        for ago, safety in ((0, "unsafe"), (1, "unsure"))
    ]
    for_today = rules.assess(days=days, on=TODAY).reasons
    for_yesterday = rules.assess(days=days, on=days[1].on).reasons
    silence = rules.assess_silence(
        last_on=TODAY, today=TODAY + timedelta(9), days_seen=9, days_looked_at=9
    ).reasons

    sentences = " ".join(reason.sentence for reason in (*for_today, *for_yesterday, *silence))

    assert not [word for word in ("will", "relapse", "%", "risk", "likely") if word in sentences]


@pytest.mark.parametrize(
    ("seen", "looked_at", "gap", "found"),
    [
        (40, 40, 2, False), (40, 40, 3, True),
        (30, 40, 3, True),  # missed a quarter of days: still regular
        (29, 40, 3, False), (29, 40, 6, False), (29, 40, 7, True),
        (1, 1, 3, True), (1, 0, 3, True), (1, 42, 7, True), (40, 40, 0, False),
        (40, 40, -1, False),
    ],
)  # fmt: skip
def test_silence_is_judged_by_ones_own_habit(seen, looked_at, gap, found):
    verdict = rules.assess_silence(
        last_on=TODAY,
        today=TODAY + timedelta(days=gap + 1),
        days_seen=seen,
        days_looked_at=looked_at,
    )

    assert [reason.code for reason in verdict.reasons] == (["no_check_ins"] if found else [])
    assert verdict.tier == ("medium" if found else "")


ONE_DAY = st.builds(
    Day,
    on=st.integers(0, 6).map(lambda ago: TODAY - timedelta(days=ago)),
    craving=st.none() | st.integers(0, 10),
    sleep_hours=st.none() | st.integers(0, 48).map(lambda halves: halves / 2),
    medication=st.sampled_from([None, "taken", "missed", "none"]),
    used=st.none() | st.booleans(),
    safety=st.sampled_from([None, "safe", "unsure", "unsafe"]),
)
WEEK = st.lists(ONE_DAY, unique_by=lambda day: day.on, max_size=7).map(
    lambda days: [day for day in days if day.on != TODAY]
)
TODAYS = ONE_DAY.map(lambda day: replace(day, on=TODAY))
WORST = {
    "craving": 10,
    "sleep_hours": 0.0,
    "medication": "missed",
    "used": True,
    "safety": "unsafe",
}


@given(today=TODAYS, week=WEEK, order=st.randoms(use_true_random=False))
def test_the_order_of_days_does_not_matter(today, week, order):
    days = [today, *week]
    shuffled = order.sample(days, len(days))

    assert rules.assess(days=days, on=TODAY) == rules.assess(days=shuffled, on=TODAY)


@given(today=TODAYS, week=WEEK, name=st.sampled_from(sorted(WORST)), which=st.integers(0, 7))
def test_a_graver_answer_never_makes_a_milder_verdict(today, week, name, which):
    days = [today, *week]
    place = which % len(days)
    graver = [*days]
    graver[place] = replace(days[place], **{name: WORST[name]})

    before, after = (rules.assess(days=given, on=TODAY) for given in (days, graver))

    assert not rules.graver(before.tier, after.tier)
    assert {reason.code for reason in before.reasons} <= {reason.code for reason in after.reasons}


@given(today=TODAYS, week=WEEK)
def test_more_days_never_take_a_reason_away(today, week):
    alone = {reason.code for reason in rules.assess(days=[today], on=TODAY).reasons}

    assert alone <= {reason.code for reason in rules.assess(days=[today, *week], on=TODAY).reasons}


@given(today=TODAYS, week=WEEK)
def test_the_tier_is_the_gravest_of_its_reasons_and_they_come_gravest_first(today, week):
    verdict = rules.assess(days=[today, *week], on=TODAY)

    grades = [rules.ORDER[reason.tier] for reason in verdict.reasons]
    assert grades == sorted(grades, reverse=True)
    assert rules.ORDER[verdict.tier] == max(grades, default=0)
    if today.safety == "unsafe":
        assert verdict.tier == "critical"
    assert all(reason.sentence and reason.value for reason in verdict.reasons)


def test_every_answer_of_a_day_is_driven_here():
    assert {field.name for field in fields(Day)} == {"on", *WORST}
