"""Reading exercises through the API."""

import pytest

from skills import services
from tests.conftest import as_owner
from tests.skills.exercises import exercise

CAST = ["maya", "ben", "okafor", "rosa", "tom", "ada", "stranger"]


@pytest.fixture(autouse=True)
def _library(db, at):
    with as_owner():
        services.publish_content(exercises=services.shipped_exercises(), at=at)


@pytest.mark.parametrize("name", CAST)
def test_anyone_signed_in_reads_the_library(browser, request, name):
    person = request.getfixturevalue(name)

    answer = browser(person).get("/skills/")

    assert answer.status == 200
    assert answer.body["next"] is None
    assert {"stop", "thought-record"} <= {row["slug"] for row in answer.body["results"]}
    assert set(answer.body["results"][0]) == {
        "slug", "language", "title", "kind", "module", "minutes", "needs", "summary",
        "assigned_only",
    }  # fmt: skip


def test_the_library_comes_in_the_language_asked_for_or_in_ones_own(browser, maya):
    own = browser(maya).get("/skills/paced-breathing/").body
    asked = browser(maya).get("/skills/paced-breathing/", language="es").body
    listed = browser(maya).get("/skills/", language="es").body["results"]

    assert (own["language"], asked["language"]) == ("en", "es")
    assert {row["language"] for row in listed} == {"es"}
    assert browser(maya).get("/skills/", language="fr").status == 400
    assert browser(maya).get("/skills/stop/", language="fr").status == 400


def test_one_exercise_comes_with_its_steps_and_version(browser, maya):
    answer = browser(maya).get("/skills/stop/")

    assert answer.status == 200
    shipped = next(
        one
        for one in services.shipped_exercises()
        if one["slug"] == "stop" and one["language"] == "en"
    )
    assert {**shipped, "version": answer.body["version"]} == answer.body
    assert len(answer.body["version"]) == 16


def test_a_person_reads_in_their_language_where_there_is_one(browser, maya, at):
    with as_owner():
        spanish = exercise(language="es", title="Espera")
        services.publish_content(exercises=[exercise(), spanish, exercise(slug="b")], at=at)
        maya.language = "es"
        maya.save()

    answer = browser(maya).get("/skills/")

    assert [row["title"] for row in answer.body["results"]] == ["Espera", "Wait a bit"]
    assert browser(maya).get("/skills/wait-a-bit/").body["title"] == "Espera"


@pytest.mark.parametrize("slug", ["nothing", "wait-a-bit"])
def test_what_is_not_in_the_library_is_not_there(browser, maya, slug):
    assert browser(maya).get(f"/skills/{slug}/").status == 404


def test_nobody_reads_without_signing_in(browser):
    assert browser().get("/skills/").status == 401
    assert browser().get("/skills/stop/").status == 401


def test_staff_read_only_with_their_second_factor(okafor):
    from tests.http import Browser

    assert Browser(okafor, second_factor=False).get("/skills/").status == 403
