"""What an exercise must be, beyond what its file's form says."""

from skills.rules import exercise as rules
from skills.rules.parts import VERSION_LENGTH
from tests.skills.exercises import exercise


def test_the_same_content_has_the_same_version_and_other_content_another():
    assert rules.version_of(exercise()) == rules.version_of(dict(reversed(exercise().items())))
    assert rules.version_of(exercise()) != rules.version_of(exercise(minutes=4))
    assert len(rules.version_of(exercise())) == VERSION_LENGTH


def test_a_complete_exercise_has_no_problems_and_stays_as_it_is():
    assert rules.problems(exercise()) == []
    assert rules.complete(exercise()) == exercise()


def test_what_is_no_exercise_at_all_is_refused_in_words():
    assert [problem.sentence for problem in rules.problems("stop")] == [
        "Here must be names with values."
    ]
    assert rules.problems(exercise(steps=["one"]))[0].path == ("steps", 0)
    assert rules.problems(exercise(steps="one"))[0].path == ("steps",)
    assert rules.problems(exercise(summary="x" * 301))[0].path == ("summary",)
    assert rules.problems(exercise(cautions="none"))[0].path == ("cautions",)
    assert rules.problems(exercise(slug="Wait A Bit"))[0].path == ("slug",)


def test_outside_of_dbt_a_module_is_free():
    assert rules.problems(exercise(kind="cbt", module="thoughts")) == []
