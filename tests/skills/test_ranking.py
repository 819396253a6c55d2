"""The order of what is offered in a hard moment: shared cases, and what holds for any practices."""

import json
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from skills.rules import ranking, reasons
from skills.rules.exercise import NEEDS
from skills.rules.ranking import RULE, Done, Effect, Exercise

# The phone's tests read the same file.
CASES = json.loads((Path(__file__).parent / "ranking-cases.json").read_text())


def _ids(case):
    return case["name"]


@pytest.mark.parametrize("case", CASES["ranks"], ids=_ids)
def test_the_shared_cases_rank_as_written(case):
    ranked = ranking.rank(
        [Exercise(**one) for one in case["exercises"]],
        [Effect(**one) for one in case["effects"]],
        need=case["need"],
        level=case["level"],
    )

    assert case["expected"] == [
        {
            "slug": one.exercise.slug,
            "score": one.score,
            "tried": one.tried,
            "because": {name: reasons.because(one, language=name) for name in ("en", "es")},
        }
        for one in ranked
    ]


@pytest.mark.parametrize("case", CASES["sums"], ids=_ids)
def test_the_shared_cases_sum_up_as_written(case):
    effects = ranking.effects_of(Done(**one) for one in case["practices"])

    assert [asdict(one) for one in effects] == case["expected"]


def test_the_shared_cases_are_of_this_version_of_the_rule():
    assert CASES["rule"] == asdict(RULE)


def test_a_score_is_what_the_formula_says():
    """Four practices, 10 points in all, and 1 expected with the weight of 3: 13 / 7."""
    effect = Effect("surf", "craving", "middle", tried=4, helped=3, total_change=10)

    (found,) = ranking.rank([Exercise("surf", 12, ["craving"])], [effect], need="craving", level=5)

    assert found.score == pytest.approx(13 / 7 + 0.5 - 0.24, abs=0.0001)


SLUGS = ["a", "b", "c", "d"]
RATINGS = some.integers(0, 10)
PRACTICES = some.lists(
    some.builds(
        Done,
        slug=some.sampled_from(SLUGS),
        need=some.sampled_from(["", "craving", "panic"]),
        before=some.none() | RATINGS,
        after=some.none() | RATINGS,
        helpful=some.none() | some.booleans(),
    ),
    max_size=25,
)
EXERCISES = some.lists(
    some.builds(
        Exercise,
        slug=some.sampled_from(SLUGS),
        minutes=some.integers(1, 60),
        needs=some.lists(some.sampled_from(NEEDS), min_size=1, max_size=3, unique=True),
    ),
    max_size=4,
    unique_by=lambda one: one.slug,
)


def _rank(exercises, effects, level):
    return ranking.rank(exercises, effects, need="craving", level=level)


@given(EXERCISES, PRACTICES, RATINGS, some.randoms())
def test_the_order_of_practices_and_exercises_makes_no_difference(
    exercises, practices, level, chance
):
    shuffled, others = list(practices), list(exercises)
    chance.shuffle(shuffled)
    chance.shuffle(others)

    first = _rank(exercises, ranking.effects_of(practices), level)
    again = _rank(others, ranking.effects_of(shuffled), level)

    assert first == again


@given(EXERCISES, PRACTICES, RATINGS, some.sampled_from(SLUGS), some.integers(1, 20))
def test_what_helped_more_never_falls_and_leaves_the_others_scores_alone(
    exercises, practices, level, slug, more
):
    before = ranking.effects_of(practices)
    after = [
        replace(one, total_change=one.total_change + more) if one.slug == slug else one
        for one in before
    ]

    old = {one.exercise.slug: one.score for one in _rank(exercises, before, level)}
    new = {one.exercise.slug: one.score for one in _rank(exercises, after, level)}

    assert old.keys() == new.keys()
    assert all(new[name] >= old[name] if name == slug else new[name] == old[name] for name in old)


@given(EXERCISES, PRACTICES, RATINGS)
def test_every_offer_has_a_reason_and_fits_or_was_tried(exercises, practices, level):
    effects = ranking.effects_of(practices)

    for one in _rank(exercises, effects, level):
        tried = any(e.tried and e.need == "craving" for e in effects if e.slug == one.exercise.slug)
        assert "craving" in one.exercise.needs or tried
        assert reasons.because(one, language="en").endswith(".")
        assert reasons.because(one, language="es").endswith(".")


@given(EXERCISES, PRACTICES, RATINGS)
def test_scores_fall_from_first_to_last(exercises, practices, level):
    scores = [one.score for one in _rank(exercises, ranking.effects_of(practices), level)]

    assert scores == sorted(scores, reverse=True)
    assert len(scores) <= RULE.most_results


def test_each_number_of_the_rule_is_named_once_and_cannot_be_changed():
    assert len({field.name for field in fields(RULE)}) == 13
    with pytest.raises(AttributeError):
        RULE.prior = 2.0


def test_a_language_without_sentences_reads_english():
    assert reasons.sentence("fits", "fr") == "Made for this."
    assert reasons.SENTENCES["en"].keys() == reasons.SENTENCES["es"].keys()
