"""The words of a warning: why, what is usual, and never a prediction."""

from alerts.warning.explain import explain, in_points
from alerts.warning.parameters import DEFAULT
from alerts.warning.score import score
from tests.warning.days import HARD, calm_days, day, here

NEVER_SAID = ("will ", "relaps", "predict", "%", "likely", "chance")


def test_the_three_strongest_reasons_come_with_what_is_usual() -> None:
    window = here(calm_days(but={0: {"craving": 9}, 1: {"craving": 8}, 2: {"stress": 9}}))

    said = explain(window, score(window), 0)

    assert said.shown[0].kind == "craving"
    assert said.shown[0].sentence == "Craving was 9 of 10, usually 1 to 3 (42 days)."
    assert len(said.shown) <= 3
    assert said.sentence.endswith("Worth a check-in.")
    assert (said.days_seen, said.days_missed) == (60, 2)
    assert said.version == DEFAULT.version


def test_an_older_answer_says_how_old_it_is() -> None:
    days = [answer for answer in calm_days(but={3: {"craving": 9}}) if answer.on.day != 0]
    days = [answer for answer in days if answer not in calm_days(3)]

    window = here(days)
    craving = next(part for part in explain(window, score(window), 0).all if part.kind == "craving")

    assert "9 of 10 3 days ago" in craving.sentence


def test_no_word_of_it_foretells_anything() -> None:
    used = [day(ago, HARD, used=True, medication_missed=True) for ago in (30, 10)]
    windows = (here([]), here(calm_days()), here(used), here(used, episodes=2, looked_back=100))

    for window in windows:
        said = explain(window, score(window), 0)
        words = " ".join([said.sentence, *(part.sentence for part in said.all)]).lower()

        assert not [word for word in NEVER_SAID if word in words]


def test_points_are_written_with_their_sign() -> None:
    assert (in_points(750), in_points(-120), in_points(0)) == ("+0.75", "-0.12", "+0.00")
