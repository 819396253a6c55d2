"""Words on who watches that everybody accepts, and the hours that stand behind them."""

import pytest
import time_machine

from alerts import texts
from alerts.models import Agreement
from backend import demo
from tests.conftest import as_owner
from tests.skills.reading import grade
from tests.story import STORY_TIME

RIVER = demo.key("Riverside IOP")


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.mark.parametrize("name", ["maya", "rosa", "okafor"])
def test_s_22_the_words_are_accepted_once_with_their_version(request, browser, name):
    person = browser(request.getfixturevalue(name))
    before = person.get("/me/agreements/").body

    answers = [
        person.post("/me/agreements/", {"version": before["version"], "accepted": True})
        for _ in range(2)
    ]

    assert before["accepted_at"] is None
    assert "988" in before["words"]
    assert "911" in before["words"]
    assert [answer.status for answer in answers] == [200, 200]
    with as_owner():
        row = Agreement.objects.get(person=request.getfixturevalue(name))
    assert (row.text, row.version, row.accepted_at) == ("not_monitored", texts.VERSION, STORY_TIME)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"version": "0", "accepted": True}, "version"),
        ({"version": texts.VERSION, "accepted": False}, "accepted"),
        ({"version": texts.VERSION}, "accepted"),
        ({"accepted": True}, "version"),
    ],
)
def test_s_22_other_words_or_a_no_are_not_an_acceptance(browser, maya, body, field):
    answer = browser(maya).post("/me/agreements/", body)

    assert (answer.status, list(answer.body["fields"])) == (400, [field])
    with as_owner():
        assert not Agreement.objects.exists()


def test_the_words_are_read_with_five_years_of_school():
    said = [
        texts.sentence(
            seen_by=STORY_TIME, again_at=STORY_TIME, watched=watched, at=STORY_TIME,
            timezone="America/New_York", language="en",
        )
        for watched in (True, False)
    ]  # fmt: skip

    assert max(grade(text) for text in (texts.not_monitored("en"), *said)) <= 5


def test_hours_are_set_for_the_days_that_are_named(browser, ada):
    hours = [{"weekday": 5, "opens": 600, "closes": 1440}]
    before = browser(ada).get(f"/programs/{RIVER}/hours/").body

    after = browser(ada).send("PUT", f"/programs/{RIVER}/hours/", {"hours": hours}).body

    assert [one["weekday"] for one in before["hours"]] == [0, 1, 2, 3, 4]
    assert after == {"timezone": "America/New_York", "hours": hours}


@pytest.mark.parametrize(
    "hours",
    [
        [], None, [{"weekday": 7, "opens": 1, "closes": 2}], [{"weekday": 0}],
        [{"weekday": 0, "opens": 5, "closes": 5}], [{"weekday": 0, "opens": 5, "closes": 1441}],
        [{"weekday": 0, "opens": 1, "closes": 2}] * 2,
    ],
)  # fmt: skip
def test_hours_that_are_none_are_refused_by_field(browser, ada, hours):
    answer = browser(ada).send("PUT", f"/programs/{RIVER}/hours/", {"hours": hours})

    assert (answer.status, list(answer.body["fields"])) == (400, ["hours"])


@pytest.mark.parametrize("name", ["ada", "maya", "rosa"])
def test_only_a_clinician_holds_a_licence(request, browser, ada, name):
    person = request.getfixturevalue(name)

    answer = browser(ada).send("PUT", f"/people/{person.pk}/licence/", {"kind": "MD"})

    assert (answer.status, list(answer.body["fields"])) == (400, ["person"])
