"""What the rules see as reached, at each edge, and what they rest on."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progress.rules import milestones as rules
from progress.rules.milestone_words import BASES, WORDS, basis_sentence, title_and_meaning
from tests.skills.reading import grade

BEGAN = date(2026, 1, 5)
TODAY = BEGAN + timedelta(days=41)


def days(count, *, last=TODAY, **answers):
    return [rules.Day(last - timedelta(days=back), **answers) for back in range(count)]


def facts(**given):
    return rules.Facts(**{"began_on": BEGAN, "today": TODAY, **given})


def reached(**given):
    return rules.reached(facts(**given))


def test_nothing_reported_reaches_nothing():
    assert reached() == {}


@pytest.mark.parametrize(
    ("slug", "answers"),
    [
        ("steadier-sleep", {"sleep_hours": 6.0}),
        ("motivation", {"confidence": 6}),
        ("less-alone", {"connection": 6}),
    ],
)
def test_nine_of_fourteen_days_are_enough_and_eight_are_not(slug, answers):
    assert slug not in reached(days=days(8, **answers))
    assert reached(days=days(9, **answers))[slug]["count"] == 9


@pytest.mark.parametrize("answers", [{"sleep_hours": 5.5}, {"confidence": 5}, {"connection": 5}])
def test_a_little_less_on_every_day_is_not_it(answers):
    assert reached(days=days(14, **answers)) == {}


def test_nights_more_than_two_weeks_ago_do_not_count():
    old = days(14, last=TODAY - timedelta(days=14), sleep_hours=8)

    assert "steadier-sleep" not in reached(days=old)


def test_mood_is_steady_near_ones_own_middle_and_no_lower_than_at_the_start():
    start = [rules.Day(BEGAN + timedelta(days=n), mood=4) for n in range(7)]

    assert reached(days=[*start, *days(10, mood=6)])["steadier-mood"]["count"] == 10
    assert "steadier-mood" not in reached(days=[*start, *days(10, mood=3)])


def test_a_mood_that_swings_is_not_steady():
    start = [rules.Day(BEGAN, mood=1)]
    swinging = [
        rules.Day(TODAY - timedelta(days=back), mood=10 if back % 2 else 1) for back in range(14)
    ]

    assert "steadier-mood" not in reached(days=[*start, *swinging])


@pytest.mark.parametrize(
    ("there", "of", "holds"), [(4, 5, True), (3, 5, False), (4, 4, False), (8, 10, True)]
)
def test_showing_up_needs_four_of_five_and_five_sessions(there, of, holds):
    sessions = [(TODAY - timedelta(days=n % 14), n < there) for n in range(of)]

    assert ("showing-up" in reached(sessions=sessions)) == holds


@pytest.mark.parametrize(("now", "holds"), [(4, True), (5, False)])
def test_cravings_are_weaker_by_two_points_than_in_the_first_two_weeks(now, holds):
    start = [rules.Day(BEGAN + timedelta(days=n), craving=6) for n in range(7)]

    assert ("fewer-cravings" in reached(days=[*start, *days(7, craving=now)])) == holds


def test_the_first_two_weeks_are_not_compared_with_themselves():
    today = BEGAN + timedelta(days=20)
    start = [rules.Day(BEGAN + timedelta(days=n), craving=9 - n // 2) for n in range(20)]

    assert "fewer-cravings" not in rules.reached(rules.Facts(BEGAN, today, start))


def test_coping_looks_at_the_last_ten_rated_practices():
    eased = [(TODAY - timedelta(days=n), 2) for n in range(6)]
    not_eased = [(TODAY - timedelta(days=6 + n), 0) for n in range(8)]

    assert reached(practices=eased + not_eased)["coping"] == {"count": 6, "of": 10}
    assert "coping" not in reached(practices=eased[:5] + not_eased)


@pytest.mark.parametrize(
    ("key", "slug", "points"), [("gad-7", "calmer", 4), ("phq-9", "lighter-mood", 5)]
)
def test_a_form_must_fall_by_its_points_between_first_and_newest(key, slug, points):
    first, newest = (BEGAN, 15.0), (TODAY, 15.0 - points)

    assert slug in reached(totals={key: [newest, first]})
    assert slug not in reached(totals={key: [first, (TODAY, 15.0 - points + 1)]})
    assert slug not in reached(totals={key: [first]})


@pytest.mark.parametrize(
    ("week", "phase"), [(1, "early"), (3, "early"), (4, "weeks_4_to_8"), (8, "weeks_4_to_8"),
                        (9, "long_term"), (40, "long_term")]
)  # fmt: skip
def test_weeks_have_their_phase(week, phase):
    assert rules.phase_of(week) == phase


any_day = st.builds(
    rules.Day,
    on=st.integers(-20, 60).map(lambda n: BEGAN + timedelta(days=n)),
    mood=st.one_of(st.none(), st.floats(0, 10)),
    craving=st.one_of(st.none(), st.floats(0, 10)),
    connection=st.one_of(st.none(), st.floats(0, 10)),
    confidence=st.one_of(st.none(), st.floats(0, 10)),
    sleep_hours=st.one_of(st.none(), st.floats(0, 24)),
)


@given(
    st.lists(any_day, unique_by=lambda day: day.on),
    st.lists(st.tuples(st.integers(0, 60).map(lambda n: BEGAN + timedelta(days=n)), st.booleans())),
    st.sampled_from(["en", "es", "de"]),
)
def test_whatever_is_reached_says_what_it_rests_on(found, sessions, language):
    for slug, basis in reached(days=found, sessions=sessions).items():
        sentence = basis_sentence(slug, basis, language=language)

        assert sentence.endswith(".")
        assert "{" not in sentence


def test_every_milestone_has_its_words_and_every_rule_its_sentence_in_both_languages():
    computed = {one.slug for one in rules.MILESTONES if one.rule}

    for language in ("en", "es"):
        assert set(WORDS[language]) == rules.SLUGS
        assert set(BASES[language]) == computed
    assert {one.phase for one in rules.MILESTONES} == set(rules.PHASES)


@pytest.mark.parametrize("slug", sorted(rules.SLUGS))
def test_a_milestone_is_in_words_that_everybody_reads(slug):
    title, meaning = title_and_meaning(slug, language="en")

    assert grade(f"{title}. {meaning}") <= 6
