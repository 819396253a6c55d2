"""What is there for a family member alone: resources, and their own look at how they are."""

import json

import pytest
from django.db import IntegrityError, transaction

from core.identity import System, acting_as, as_relative, be_person
from core.models import AuditEntry
from family.models import StrainCheckIn
from family.rules.strain import STRAIN_BANDS, strain_band
from family.texts.own import SAYS, help_lines, resources, strain_form, strain_items
from family.texts.phrases import catalogue
from tests.conftest import as_owner
from tests.family.between import sent
from tests.guards.house import ROOT
from tests.http import Browser
from tests.skills.reading import ease, grade
from tests.skills.wording import avoided
from tests.story import STORY_TIME

ITEMS = sorted(strain_items() - {"for_me"})


def look(person, answers):
    return Browser(person).post("/family/strain/", sent(answers=answers))


# Bands: a word, never a number.


@pytest.mark.parametrize(
    ("marks", "band"),
    [
        ([0] * 7, "light"), ([1] * 7, "some"), ([2] * 7, "a_lot"), ([3] * 7, "very_much"),
        ([4] * 7, "very_much"), ([0, 0, 1, 1, 2, 1, 1], "light"), ([4] * 4, "not_enough"),
    ],
)  # fmt: skip
def test_answers_become_one_kind_word(marks, band):
    assert strain_band(dict(zip(ITEMS, marks, strict=False))) == band


def test_doing_something_for_oneself_lightens():
    heavy = dict.fromkeys(ITEMS, 1)

    assert strain_band({**heavy, "for_me": 0}) == "some"
    assert strain_band({**heavy, "for_me": 4}) == "light"


def test_a_look_answers_with_words_and_no_number(rosa):
    answer = look(rosa, dict.fromkeys(ITEMS, 3))

    assert answer.status == 201
    assert set(answer.body) == {"id", "answered_at", "band", "words", "suggestion"}
    assert answer.body["band"] == "very_much"
    assert "988" in answer.body["suggestion"]


def test_earlier_looks_are_there_and_can_be_forgotten(rosa):
    taken = look(rosa, {"rest": 1}).body
    before = Browser(rosa).get("/family/strain/").body
    gone = Browser(rosa).send("DELETE", f"/family/strain/{taken['id']}/")

    assert [one["id"] for one in before["history"]] == [taken["id"]]
    assert len(before["items"]) == 8
    assert gone.status == 204
    with as_owner():
        assert not StrainCheckIn.objects.exists()


def test_a_look_is_its_writers_alone(request, rosa):
    """No staff, no client, no other relative, and no part of the program that works by itself."""
    taken = look(rosa, {"rest": 4}).body

    for name in ("maya", "tom", "okafor", "nadia", "ada", "stranger"):
        person = request.getfixturevalue(name)
        be_person(person.pk)
        assert not StrainCheckIn.objects.exists(), name
        assert StrainCheckIn.objects.all().delete()[0] == 0, name
    path = f"/family/strain/{taken['id']}/"
    assert Browser(request.getfixturevalue("tom")).send("DELETE", path).status == 404
    for part in System:
        with acting_as(part):
            assert not StrainCheckIn.objects.exists(), part
    be_person(rosa.pk)
    with pytest.raises(Exception, match="permission denied"), transaction.atomic(), as_relative():
        StrainCheckIn.objects.exists()


def test_a_look_leaves_no_trace_for_others(rosa):
    look(rosa, {"rest": 4})

    with as_owner():
        assert not AuditEntry.objects.filter(subject="family_straincheckin").exists()


def test_the_answers_are_sealed(rosa):
    look(rosa, {"rest": 4})

    with as_owner():
        rows = StrainCheckIn.objects.extra(select={"raw": "answers"})
        assert "rest" not in rows.values_list("raw", flat=True)[0]


@pytest.mark.parametrize("answers", [{}, {"rest": 5}, {"rest": -1}, {"rest": "2"}, {"craving": 1}])
def test_an_answer_that_cannot_be_meant_is_refused(rosa, answers):
    refused = look(rosa, answers)

    assert refused.status == 400
    assert "answers" in refused.body["fields"]


def test_five_looks_a_day_are_enough(rosa):
    assert [look(rosa, {"rest": 1}).status for _ in range(6)] == [201] * 5 + [429]


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"answers": ""}, "family_straincheckin_has_answers"),
        ({}, "family_straincheckin_once_a_submission"),
    ],
)
def test_the_database_refuses(rosa, changes, name):
    values = {
        "writer": rosa, "submission_id": rosa.pk, "form_version": "1", "answers": "{}",
        "answered_at": STORY_TIME,
    }  # fmt: skip

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        [StrainCheckIn.objects.create(**{**values, **changes}) for _ in range(2)]


# Resources.


def test_resources_open_with_no_consent_and_no_client(sister):
    page = Browser(sister).get("/family/support/").body

    assert [line["call"] for line in page["help"]] == ["911", "988", "833-773-2445"]
    assert len(page["resources"]) >= 12


@pytest.mark.parametrize("relationship", ["partner", "parent", "adult_child", "sibling", "friend"])
def test_resources_by_relationship_and_place(sister, relationship):
    ask = Browser(sister)

    country = ask.get("/family/support/", relationship=relationship, place="us").body["resources"]
    state = ask.get("/family/support/", relationship=relationship, place="ma").body["resources"]

    assert country
    assert {one["place"] for one in country} == {"us"}
    assert len(state) > len(country)
    assert all(relationship in one["relationships"] for one in state)


def test_a_relationship_that_is_none_is_refused_by_name(sister):
    answer = Browser(sister).get("/family/support/", relationship="boss")

    assert answer.status == 400
    assert "relationship" in answer.body["fields"]


def test_no_number_is_named_but_those_of_the_help_screen():
    checked = (ROOT / "web" / "src" / "lib" / "help-lines.ts").read_text()
    numbers = {one["phone"] for one in resources("en")} - {""}
    numbers |= {line[key] for line in help_lines("en") for key in ("call", "text")} - {""}

    assert {number for number in numbers if number not in checked} == set()


def test_a_site_is_a_host_and_nothing_that_follows_anybody():
    for one in resources("en"):
        assert not set("/?#:@ ") & set(one["site"]), one["slug"]


def test_both_languages_name_the_same_places():
    english, spanish = (
        [(one["slug"], one["phone"], one["site"], one["place"]) for one in resources(language)]
        for language in ("en", "es")
    )

    assert english == spanish


# Language: how hard the texts are to read, and which words they hold.


def _family_texts(language):
    form = strain_form(language)
    yield from (SAYS[key][language] for key in SAYS if key not in {"call_me", "thanks"})
    yield form["lead"] + " " + " ".join(item["text"] for item in form["items"])
    yield from (f"{one['words']} {one['suggestion']}" for one in form["bands"].values())
    yield " ".join(one["what"] for one in resources(language))


def _client_texts(language):
    yield SAYS["call_me"][language]
    yield SAYS["thanks"][language]
    for phrases in catalogue().values():
        yield " ".join(one[language].rstrip(".") + "." for one in phrases)


def test_english_reads_at_grade_seven_for_families_and_six_for_clients():
    hard = [text for text in _family_texts("en") if grade(text) > 7]
    hard += [text for text in _client_texts("en") if grade(text) > 6]

    assert hard == []


def test_spanish_reads_easily():
    hard = [text for text in (*_family_texts("es"), *_client_texts("es")) if ease(text) < 65]

    assert hard == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_text_labels_or_presses_anybody(language):
    for text in (*_family_texts(language), *_client_texts(language)):
        assert avoided(text, language) == [], text


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_band_has_words(language):
    assert set(strain_form(language)["bands"]) == set(STRAIN_BANDS)
    assert len(strain_form(language)["scale"]) == 5


def test_the_forms_of_both_languages_ask_the_same():
    english, spanish = (
        [item["key"] for item in strain_form(language)["items"]] for language in ("en", "es")
    )

    assert english == spanish
    assert json.dumps(SAYS)  # every text is plain text
    assert all(set(words) == {"en", "es"} for words in SAYS.values())
