"""F-03: what Maya sees of a page beforehand is, byte for byte, what its reader gets."""

from datetime import timedelta

import pytest

from core.identity import as_relative, be_person
from family.models import Category, Disclosure
from tests.conftest import as_owner
from tests.family import life
from tests.family.life import DAY
from tests.family.sharing import share
from tests.http import Browser
from tests.story import STORY_TIME


@pytest.fixture
def aunt(maya, db):
    with as_owner():
        aunt = life.relative("luz")
        aunt.language = "es"
        aunt.save(update_fields=["language"])
        life.skill("breathing-of-life", "Respirar despacio", "es")
        life.live(maya.pk, aunt)
    return aunt


def signed(aunt, *categories):
    return share("maya", aunt, at=STORY_TIME - 3 * DAY, categories=list(categories))


def preview(maya, consent):
    return Browser(maya).get(f"/consents/{consent.pk}/preview/")


@pytest.mark.parametrize(
    "categories", [[one] for one in life.EVERYTHING] + [life.EVERYTHING], ids=str
)
def test_the_preview_equals_what_the_reader_gets_byte_for_byte(maya, aunt, categories):
    consent = signed(aunt, *categories)

    before, gets = preview(maya, consent), Browser(aunt).get(f"/family/shared/{maya.pk}/")

    assert (before.status, gets.status) == (200, 200)
    assert before.content == gets.content
    assert dict(before.headers) == dict(gets.headers)


def test_the_preview_leaves_no_disclosure_and_the_reading_leaves_one(maya, aunt):
    consent = signed(aunt, Category.STREAK)

    with as_owner():
        counts = [Disclosure.objects.filter(recipient=aunt).count()]
    preview(maya, consent)
    with as_owner():
        counts.append(Disclosure.objects.filter(recipient=aunt).count())
    Browser(aunt).get(f"/family/shared/{maya.pk}/")
    with as_owner():
        counts.append(Disclosure.objects.filter(recipient=aunt).count())

    assert counts == [0, 0, 1]


def test_what_begins_tomorrow_is_not_in_the_preview_of_today(maya, aunt):
    consent = share(
        "maya", aunt, at=STORY_TIME - timedelta(hours=2), categories=[Category.CRAVING_BAND]
    )

    before, gets = preview(maya, consent), Browser(aunt).get(f"/family/shared/{maya.pk}/")

    assert before.body["craving_band"] is None
    assert before.content == gets.content


def test_what_is_over_has_no_preview_and_says_so(maya, aunt):
    consent = signed(aunt, Category.STREAK)
    Browser(maya).post(f"/consents/{consent.pk}/revoke/")

    answer = preview(maya, consent)

    assert (answer.status, answer.body["code"]) == (409, "nothing_shown")
    assert "Sharing is off right now" in answer.body["detail"]


@pytest.mark.parametrize("category", life.EVERYTHING)
def test_each_switch_has_a_preview_before_anything_is_signed(maya, aunt, category):
    before = Browser(maya).get("/consents/preview/", category=category)
    signed(aunt, category)
    gets = Browser(aunt).get(f"/family/shared/{maya.pk}/").body

    for_one_person = {
        "safety_contact_role", "message_of_thanks", "sobriety_milestone", "crisis_contact",
        "skills_practised", "explanation", "purpose", "until",
    }  # fmt: skip
    assert before.status == 200
    assert set(before.body) == set(gets)
    for key in set(gets) - for_one_person:  # or in their language
        assert before.body[key] == gets[key], key
    assert (before.body[category] is None if category in before.body else True) is (
        gets.get(category) is None if category in gets else True
    )


@pytest.mark.parametrize("query", [{}, {"category": "journal"}, {"category": "note"}])
def test_what_has_no_switch_has_no_preview(maya, query):
    assert Browser(maya).get("/consents/preview/", **query).status == 400


@pytest.mark.parametrize("name", ["ben", "rosa", "okafor", "ada"])
def test_nobody_else_previews_mayas_sharing(request, maya, aunt, name):
    consent = signed(aunt, Category.STREAK)

    assert preview(request.getfixturevalue(name), consent).status == 404


def test_previewing_lends_maya_nothing_of_anybody_elses(maya, aunt, ben):
    """The preview reads with Maya's own rights: as a relative she would still see no row."""
    with as_owner():
        life.live(ben.pk)
    signed(aunt, *life.EVERYTHING)
    be_person(maya.pk)

    for reader, statement in life.READ_BY.values():
        with as_relative(reader):
            assert life.whose(statement) == set()
