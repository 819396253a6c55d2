"""R-04: what a client asked never to be shown stands above every consent, once it is agreed."""

import pytest
from django.db import connection

from core.identity import as_relative, be_person
from family import access
from family.models import Consent, Restriction
from tests.conftest import as_owner
from tests.family.sharing import bare, shown
from tests.http import Browser
from tests.story import STORY_TIME


@pytest.fixture
def shared(maya, rosa):
    with as_owner():
        return Consent.objects.get(client=maya, recipient=rosa)


def ask(maya, consent=None, categories=(), words=""):
    body = {
        "consent": str(consent.pk) if consent else None, "categories": list(categories),
        "words": words,
    }  # fmt: skip
    return Browser(maya).post("/restrictions/", body)


def answer(staff, restriction_id, *, agreed=True, words=""):
    path = f"/restrictions/{restriction_id}/answer/"
    return Browser(staff).post(path, {"agreed": agreed, "answer": words})


def given(rosa):
    be_person(rosa.pk)
    return [row.categories for row in access.in_force(rosa, at=STORY_TIME)]


def sql_says(rosa, maya, category):
    be_person(rosa.pk)
    with as_relative(), connection.cursor() as cursor:
        cursor.execute("SELECT app_may_see(%s, %s)", [maya.pk, category])
        return cursor.fetchone()[0]


@pytest.mark.parametrize("toward", ["rosa", "everybody"])
@pytest.mark.parametrize("staff", ["okafor", "ada"])
def test_r_04_an_agreed_restriction_stands_above_the_consent(
    request, maya, rosa, shared, toward, staff
):
    asked = ask(maya, shared if toward == "rosa" else None, ["mood_trend"], "Please do not.")
    assert given(rosa) == [["program_link", "mood_trend"]]

    agreed = answer(request.getfixturevalue(staff), asked.body["id"])

    assert (agreed.status, agreed.body["state"]) == (200, "agreed")
    assert given(rosa) == [["program_link"]]
    assert not sql_says(rosa, maya, "mood_trend")
    assert sql_says(rosa, maya, "program_link")


@pytest.mark.parametrize("what", [[], ["program_link"]])
def test_restricted_in_everything_looks_as_if_nothing_had_ever_been(
    maya, rosa, sister, okafor, shared, what
):
    answer(okafor, ask(maya, shared, what).body["id"])

    assert given(rosa) == []
    assert not sql_says(rosa, maya, "mood_trend")
    assert bare(shown(rosa)) == bare(shown(sister))


def test_a_restriction_toward_rosa_leaves_others_as_they_are(maya, rosa, okafor, shared, tom):
    with as_owner():
        tom_s = Consent.objects.get(client=maya, recipient=tom)
        Consent.objects.filter(pk=tom_s.pk).update(ended_at=None, ended_by=None, ended_reason="")
    answer(okafor, ask(maya, tom_s).body["id"])

    assert given(tom) == []
    assert given(rosa) == [["program_link", "mood_trend"]]


def test_denied_for_a_reason_changes_nothing(maya, rosa, okafor, shared):
    asked = ask(maya, shared).body["id"]

    bare_no = answer(okafor, asked, agreed=False)
    no = answer(okafor, asked, agreed=False, words="Let us talk about it on Monday.")
    late = answer(okafor, asked)

    assert (bare_no.status, list(bare_no.body["fields"])) == (400, ["answer"])
    assert (no.body["state"], no.body["answer"]) == ("denied", "Let us talk about it on Monday.")
    assert late.body["code"] == "already_answered"
    assert given(rosa) == [["program_link", "mood_trend"]]


def test_maya_lifts_what_she_asked_for(maya, rosa, okafor, shared):
    asked = ask(maya, shared).body["id"]
    answer(okafor, asked)

    lifted = Browser(maya).post(f"/restrictions/{asked}/lift/")
    again = Browser(maya).post(f"/restrictions/{asked}/lift/")

    assert lifted.body["state"] == "lifted"
    assert again.body["code"] == "already_answered"
    assert given(rosa) == [["program_link", "mood_trend"]]


def test_nobody_outside_of_the_care_answers(maya, grace, rosa, shared):
    asked = ask(maya, shared).body["id"]

    assert {answer(person, asked).status for person in (grace, rosa, maya)} == {404}
    with as_owner():
        assert Restriction.objects.get(pk=asked).state == "asked"


def test_the_care_team_reads_what_was_asked(maya, okafor, shared):
    ask(maya, shared, ["mood_trend"], "It worries her.")

    (row,) = Browser(okafor).get(f"/clients/{maya.pk}/restrictions/").body["results"]

    assert (row["recipient_name"], row["words"]) == ("Rosa Torres", "It worries her.")
    assert Browser(maya).get("/restrictions/").body["results"] == [row]


def test_a_restriction_needs_somebody_who_accepted(maya, shared):
    with as_owner():
        Consent.objects.filter(pk=shared.pk).update(recipient=None, bound_at=None)

    assert ask(maya, shared).status == 400
