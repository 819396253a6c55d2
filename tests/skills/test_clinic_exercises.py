"""A clinic's own exercises: checked like files, previewed, published by version, retired."""

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from core import identity
from core.models import AuditEntry
from skills import selectors, services
from skills.models import Skill
from tests.conftest import as_owner
from tests.skills.conftest import LIBRARY
from tests.skills.exercises import exercise

pytestmark = pytest.mark.usefixtures("shelf")
PATH = "/exercises/"


def _ours(**changes):
    return exercise(slug="tea", title="Make tea", **changes)


@pytest.fixture
def tea(browser, ada):
    answer = browser(ada).post(PATH, _ours())
    assert answer.status == 201, answer
    return answer.body


def _slugs(browser, person):
    return [row["slug"] for row in browser(person).get("/skills/").body["results"]]


def test_an_exercise_of_adas_is_in_mayas_library(browser, maya, ada, tea):
    assert tea["current"] is True
    assert tea["exercise"] == browser(maya).get("/skills/tea/").body
    assert "tea" in _slugs(browser, maya)
    assert browser(ada).get(PATH).body == {"results": [tea], "next": None}


def test_a_preview_reads_like_the_exercise_and_stores_nothing(browser, maya, ada):
    preview = browser(ada).post(PATH + "preview/", _ours())

    assert preview.status == 200
    assert "tea" not in _slugs(browser, maya)
    browser(ada).post(PATH, _ours())
    assert browser(maya).get("/skills/tea/").body == preview.body


def test_a_new_version_takes_over_and_a_practice_keeps_the_old_one(
    browser, maya, ada, tea, practise
):
    done = practise(maya, "tea")

    newer = browser(ada).send("PUT", PATH + "tea/", _ours(minutes=7))
    same = browser(ada).send("PUT", PATH + "tea/", _ours(minutes=7))
    back = browser(ada).send("PUT", PATH + "tea/", _ours())

    assert (newer.status, same.status, back.status) == (201, 200, 200)
    assert same.body == newer.body
    assert newer.body["exercise"]["version"] != done["skill_version"]
    assert back.body["exercise"]["version"] == done["skill_version"]
    assert browser(maya).get("/skills/tea/").body["minutes"] == 3
    assert browser(maya).get("/practices/").body["results"] == [done]


def test_a_retired_exercise_leaves_the_library_and_can_come_back(browser, maya, ada, tea, practise):
    done = practise(maya, "tea")

    gone = browser(ada).post(PATH + "tea/retire/")
    again = browser(ada).post(PATH + "tea/retire/")

    assert [row["current"] for row in gone.body["results"]] == [False]
    assert (again.status, again.body["code"]) == (409, "already_retired")
    assert "tea" not in _slugs(browser, maya)
    assert browser(maya).get("/practices/").body["results"] == [done]
    assert browser(ada).send("PUT", PATH + "tea/", _ours()).status == 200
    assert "tea" in _slugs(browser, maya)


def test_the_same_exercise_in_another_language_is_added_beside_it(browser, ada, tea):
    answer = browser(ada).post(PATH, _ours(language="es"))

    assert answer.status == 201
    assert len(browser(ada).get(PATH).body["results"]) == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"colour": "red"}, "colour"),
        ({"slug": "wait-a-bit"}, "slug"),
        ({"slug": "tea"}, "slug"),
        ({"slug": "mine"}, "slug"),
        ({"slug": "Make Tea"}, "slug"),
        ({"needs": ["luck"]}, "needs.0"),
        ({"needs": ["craving"] * 11}, "needs"),
        ({"title": "\x00"}, "title"),
        ({"title": "\ud800"}, "title"),
        ({"\ud800": 1}, "?"),
        ({"steps": [{"key": "a", "title": "A", "text": "A.", "fields": [{}]}]}, "steps.0.fields.0"),
        ({"steps": [{"key": "a", "title": "A"}]}, "steps.0"),
        ({"steps": exercise()["steps"] * 20}, "steps"),
        ({"assigned_only": "yes"}, "assigned_only"),
    ],
)
def test_what_is_no_exercise_is_told_with_its_place(browser, ada, tea, change, field):
    body = {**exercise(slug="milk"), **change}

    answer = browser(ada).post(PATH, body)

    assert (answer.status, answer.body["code"]) == (400, "invalid")
    assert field in answer.body["fields"]
    assert all(sentence for sentence in answer.body["fields"][field])
    assert len(browser(ada).get(PATH).body["results"]) == 1


@pytest.mark.parametrize("body", [[], "tea", 7, None, b"{"])
def test_what_is_no_form_at_all_is_refused(browser, ada, body):
    assert browser(ada).post(PATH, body).status == 400
    assert browser(ada).post(PATH + "preview/", body).status == 400


def test_a_file_is_not_changed_or_retired_from_here(browser, ada):
    assert browser(ada).send("PUT", PATH + "surf/", exercise(slug="surf")).status == 404
    assert browser(ada).post(PATH + "surf/retire/").status == 404
    assert browser(ada).send("PUT", PATH + "nothing/", _ours()).status == 404


def test_a_new_version_keeps_its_name(browser, ada, tea):
    answer = browser(ada).send("PUT", PATH + "tea/", exercise(slug="milk"))

    assert list(answer.body["fields"]) == ["slug"]


@pytest.mark.parametrize("name", ["maya", "okafor", "rosa"])
def test_to_everyone_but_administrators_there_is_no_such_place(browser, request, tea, name):
    person = browser(request.getfixturevalue(name))

    assert person.get(PATH).status == 404
    assert person.post(PATH, _ours()).status == 404
    assert person.post(PATH + "preview/", _ours()).status == 404
    assert person.send("PUT", PATH + "tea/", _ours()).status == 404
    assert person.post(PATH + "tea/retire/").status == 404


def test_publishing_the_files_again_leaves_the_clinics_own_alone(browser, maya, tea, at):
    with as_owner():
        done = services.publish_content(exercises=LIBRARY, at=at)

    assert (done.unchanged, done.withdrawn) == (len(LIBRARY), 0)
    assert "tea" in _slugs(browser, maya)


def test_a_file_of_the_same_name_is_not_published(browser, maya, tea, at):
    with as_owner(), pytest.raises(services.NameTaken) as refusal:
        services.publish_content(exercises=[*LIBRARY, _ours(minutes=9)], at=at)

    assert refusal.value.detail == "The clinic has exercises of its own by these names: tea."
    assert browser(maya).get("/skills/tea/").body["minutes"] == 3


def test_publishing_and_retiring_are_recorded(browser, ada, tea):
    browser(ada).post(PATH + "tea/retire/")

    with as_owner():
        entries = AuditEntry.objects.filter(actor_id=ada.pk, subject="skills_skill")
        found = [(entry.action, entry.client_ids) for entry in entries.order_by("position")]
    assert found == [("publish", []), ("retire", [])]


def test_row_security_lets_administrators_alone_write_and_never_a_file(maya, okafor, ada, tea, at):
    ours, file = Skill.objects.filter(slug="tea"), Skill.objects.filter(slug="surf")

    def insert(origin):
        return lambda: Skill.objects.create(
            slug="x", language="en", version="x", content={}, published_at=at, origin=origin
        )

    for person, attempt in (
        (maya, insert("clinic")),
        (okafor, insert("clinic")),
        (ada, insert("file")),
        (ada, lambda: ours.update(content={})),
        (ada, lambda: ours._raw_delete("default")),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), identity.acting_for(person.pk):
            attempt()
    with identity.acting_for(ada.pk):
        assert file.update(current=False) == 0
    with identity.acting_for(okafor.pk):
        assert ours.update(current=False) == 0


def test_the_database_knows_where_an_exercise_comes_from(at):
    """skills_skill_known_origin"""
    with as_owner(), pytest.raises(IntegrityError, match="known_origin"), transaction.atomic():
        Skill.objects.update(origin="web")


def test_the_library_can_be_searched_by_need_kind_and_module(browser, maya):
    phone = browser(maya)

    def found(**query):
        return [row["slug"] for row in phone.get("/skills/", **query).body["results"]]

    assert found(need="sleep") == ["rest"]
    assert found(kind="dbt") == ["surf", "wait-a-bit"]
    assert found(module="night", need="craving") == []
    assert list(phone.get("/skills/", need="luck").body["fields"]) == ["need"]


def test_a_name_is_found_in_another_language_and_after_it_was_retired(browser, ada, tea):
    browser(ada).post(PATH + "tea/retire/")

    assert selectors.titles(["tea", "nothing", ""], "es") == {"tea": "Make tea"}
    assert selectors.titles([], "en") == {}
