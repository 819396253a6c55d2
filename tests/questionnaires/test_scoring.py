"""What answers add up to: each scoring test of the specification by name, and properties."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questionnaires.rules import binding, definition, reading, scoring
from questionnaires.rules.definition import Wish
from questionnaires.rules.instruments import READY
from questionnaires.rules.problems import Findings
from tests.questionnaires.files import answers_to, choice, instrument, phq_9, whole


def bound(key):
    """Return the definition of a ready instrument, bound to a file of ours."""
    findings = Findings()
    found = binding.bind(READY[key], reading.read(file_of(key)).form, findings)
    findings.stop_if_any()
    return found


def file_of(key):
    return phq_9() if key == "phq-9" else instrument(key)


def total(key, *places):
    return scoring.score(BOUND[key], answers_to(file_of(key), *places))


BOUND = {key: bound(key) for key in READY}
COUNT = {key: READY[key].count for key in READY}


def raised(key, sum_of_answers):
    """Return places of answers that add up to so much."""
    most, left, places = READY[key].highest, sum_of_answers, []
    for _ in range(COUNT[key]):
        places.append(min(most, left))
        left -= places[-1]
    return places


# The one reversed item of DAST-10 stands third: no use without being able to stop.
@pytest.mark.parametrize(
    ("key", "lowest", "highest"),
    [
        ("phq-9", 0, 27),
        ("gad-7", 0, 21),
        ("pcl-5", 0, 80),
        ("audit-c", 0, 12),
        ("who-5", 0, 100),
    ],
)
def test_the_least_and_the_most(key, lowest, highest):
    none = total(key, *[0] * COUNT[key])
    most = total(key, *[READY[key].highest] * COUNT[key])

    assert (none.total, most.total) == (lowest, highest)


@pytest.mark.parametrize(
    ("key", "points", "band"),
    [
        ("phq-9", 4, "minimal"),
        ("phq-9", 5, "mild"),
        ("phq-9", 9, "mild"),
        ("phq-9", 10, "moderate"),
        ("phq-9", 14, "moderate"),
        ("phq-9", 15, "moderately severe"),
        ("phq-9", 19, "moderately severe"),
        ("phq-9", 20, "severe"),
        ("gad-7", 4, "minimal"),
        ("gad-7", 5, "mild"),
        ("gad-7", 9, "mild"),
        ("gad-7", 10, "moderate"),
        ("gad-7", 14, "moderate"),
        ("gad-7", 15, "severe"),
        ("pcl-5", 30, "below the threshold"),
        ("pcl-5", 31, "probable PTSD"),
        ("audit-c", 2, "below the threshold"),
        ("audit-c", 3, "positive screen"),
        ("who-5", 12, "low well-being"),
        ("who-5", 13, "well-being not low"),
    ],
)
def test_each_band_edge(key, points, band):
    assert total(key, *raised(key, points)).band == band


@pytest.mark.parametrize(
    ("points", "band"),
    [(0, "none reported"), (1, "low"), (2, "low"), (3, "moderate"), (5, "moderate"),
     (6, "substantial"), (8, "substantial"), (9, "severe"), (10, "severe")],
)  # fmt: skip
def test_each_band_edge_of_dast_10(points, band):
    # “Yes” to the third question is the answer of somebody who can stop.
    places = [int(number < points) for number in range(10)]
    places[2] = 1 - places[2]

    result = total("dast-10", *places)

    assert (result.total, result.band) == (points, band)


def test_a_reversed_item_counts_the_other_way():
    all_no = total("dast-10", *[0] * 10)
    all_yes = total("dast-10", *[1] * 10)

    assert (all_no.total, all_yes.total) == (1, 9)


def test_a_reversed_item_that_its_file_turned_already_is_not_turned_twice():
    resource = instrument("dast-10")
    third = resource["item"][2]["answerOption"]
    for one, weight in zip(third, (1, 0), strict=True):
        one["extension"][0]["valueDecimal"] = weight
    findings = Findings()

    found = binding.bind(READY["dast-10"], reading.read(resource).form, findings)

    assert (findings.problems, found["items"]) == ([], BOUND["dast-10"]["items"])


@pytest.mark.parametrize("key", READY)
def test_one_missing_answer_means_no_total(key):
    result = total(key, *[0] * (COUNT[key] - 1))

    assert (result.total, result.band, result.missing) == (None, "", 1)


def test_the_function_item_is_not_summed():
    answers = answers_to(phq_9(), *[1] * 9) | {"/69722-7": "F2"}

    assert scoring.score(BOUND["phq-9"], answers).total == 9


@pytest.mark.parametrize(
    ("stated", "flagged"),
    [(None, False), ("10", False), ("10.0", False), ("13", True), ("10.01", True)],
)
def test_a_stated_total_that_is_another_raises_a_flag(stated, flagged):
    found = Decimal(stated) if stated else None

    assert scoring.differs(Decimal(10), found) is flagged


def test_a_stated_total_where_answers_are_missing_raises_a_flag():
    assert scoring.differs(None, Decimal(13))


def test_la6570_1_and_la18938_3_both_weigh_2():
    codes = ["LA6568-5", "LA6569-3", "LA18938-3", "LA6571-9"]
    resource = instrument("gad-7")
    resource["item"][1] = choice("/68509-9", codes, code="68509-9")
    findings = Findings()

    found = binding.bind(READY["gad-7"], reading.read(resource).form, findings)

    assert findings.problems == []
    assert found["items"][0]["weights"]["LA6570-1"] == 2
    assert found["items"][1]["weights"]["LA18938-3"] == 2


def test_known_codes_weigh_the_same_in_a_file_without_weights():
    resource = instrument("gad-7")
    for item in resource["item"][:7]:
        for one in item["answerOption"]:
            del one["extension"]

    found = binding.bind(READY["gad-7"], reading.read(resource).form, Findings())

    assert found["items"] == BOUND["gad-7"]["items"]


def test_an_unknown_code_is_an_error_and_not_0():
    answers = answers_to(phq_9(), *[0] * 9) | {"/44250-9": "LA9999-9"}

    with pytest.raises(scoring.UnknownAnswer, match="LA9999-9"):
        scoring.score(BOUND["phq-9"], answers)
    with pytest.raises(scoring.UnknownAnswer):
        scoring.critical(BOUND["phq-9"], {"/44260-8": "LA9999-9"})


def test_item_9_absent_is_not_answered_and_not_0():
    answers = answers_to(phq_9(), *[0] * 8)

    result = scoring.score(BOUND["phq-9"], answers)

    assert (result.total, result.missing) == (None, 1)
    assert scoring.critical(BOUND["phq-9"], answers) == []


@pytest.mark.parametrize(("place", "critical"), [(0, 0), (1, 1), (2, 1), (3, 1)])
def test_item_9_is_critical_from_1_on(place, critical):
    found = scoring.critical(BOUND["phq-9"], answers_to(phq_9(), *[3] * 8, place))

    assert [(one.link_id, one.weight, one.most, one.kind) for one in found] == [
        ("/44260-8", place, 3, "self_harm")
    ] * critical


def test_pcl_5_counts_symptoms_by_cluster():
    places = [2, 1, 1, 1, 1, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0]

    assert total("pcl-5", *places).counts == {"B": 1, "C": 1, "D": 2, "E": 1}


def test_a_definition_names_its_own_version_and_changes_it_with_any_number():
    other = {**BOUND["phq-9"], "allowed_missing": 1}

    assert definition.version_of(BOUND["phq-9"]).startswith("phq-9-")
    assert definition.version_of(other) != definition.version_of(BOUND["phq-9"])


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9))
def test_phq_9_is_the_plain_sum_of_nine_answers(places):
    result = total("phq-9", *places)

    assert result.total == sum(places)
    assert result.band == scoring.band_of(BOUND["phq-9"], Decimal(sum(places)))


@given(st.lists(st.integers(0, 3), min_size=9, max_size=9), st.integers(0, 8), st.integers(0, 3))
def test_a_graver_answer_never_lowers_a_total(places, number, place):
    higher = [*places[:number], max(place, places[number]), *places[number + 1 :]]

    assert total("phq-9", *higher).total >= total("phq-9", *places).total


@given(st.lists(st.booleans(), min_size=10, max_size=10))
def test_dast_10_is_the_sum_with_its_third_answer_turned(answers):
    places = [int(one) for one in answers]
    expected = sum(places) - places[2] + (1 - places[2])

    assert total("dast-10", *places).total == expected


SMALL = reading.read(whole(choice("a"), choice("b"), choice("c")))


def own(**other):
    findings = Findings()
    found = definition.write(
        Wish(name="Ours", items=("a", "b", "c"), **other), SMALL.form, findings
    )
    return found, [one.sentence for one in findings.problems]


@given(
    st.lists(st.one_of(st.none(), st.integers(0, 3)), min_size=3, max_size=3),
    st.sets(st.sampled_from("abc")),
    st.integers(0, 2),
)
def test_a_definition_of_ones_own_sums_reverses_and_allows_missing(places, turned, allowed):
    found, problems = own(reversed=tuple(sorted(turned)), allowed_missing=allowed)
    answers = {
        name: PLACES[place] for name, place in zip("abc", places, strict=True) if place is not None
    }

    result = scoring.score(found, answers)

    given_ = [3 - place if name in turned else place
              for name, place in zip("abc", places, strict=True) if place is not None]  # fmt: skip
    assert problems == []
    if not given_ or 3 - len(given_) > allowed:
        assert result.total is None
    else:
        mean = Decimal(sum(given_)) * 3 / len(given_)
        assert abs(result.total - mean) <= Decimal("0.005")


PLACES = ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")


def band(first, last, word="x"):
    return {"from": first, "to": last, "word": word}


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"bands": [band(0, 8)]}, "Bands must run from 0 to 9, no more and no less."),
        ({"bands": [band(0, 3), band(5, 9)]}, "Each band begins where the one before ends."),
        ({"bands": [band(0, 5), band(5, 9)]}, "Each band begins where the one before ends."),
        ({"reversed": ("d",)}, "“d” is reversed and not summed."),
        ({"allowed_missing": 3}, "Fewer must be missing than there are items."),
        (
            {"critical": [{"link_id": "z", "at_least": 1, "kind": "other"}]},
            "There is no question “z”.",
        ),
        (
            {"critical": [{"link_id": "a", "at_least": 4, "kind": "other"}]},
            "No answer to “a” weighs 4.",
        ),
    ],
)
def test_a_definition_that_does_not_fit_its_form_is_refused(wish, sentence):
    assert own(**wish)[1] == [sentence]
