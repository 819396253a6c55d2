"""What a client wrote stays theirs until they share that practice, and again when they end it."""

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from core import identity
from core.models import AuditEntry
from skills.models import Practice, PracticeShare, PracticeText
from tests.conftest import as_owner

TEXT = {"look.words": "my blue mug"}


def _seen(browser, clinician, client):
    return browser(clinician).get(f"/clients/{client.pk}/practices/").body["results"]


def test_okafor_reads_the_ratings_but_not_the_words(browser, maya, okafor, practise):
    done = practise(maya, need="craving", helpful=True)

    (seen,) = _seen(browser, okafor, maya)

    assert seen["answers"] is None
    assert {name: seen[name] for name in ("id", "skill", "before", "after", "change")} == {
        "id": done["id"], "skill": "wait-a-bit", "before": 8, "after": 5, "change": 3,
    }  # fmt: skip
    assert (seen["need"], seen["helpful"], seen["shared_with_team"]) == ("craving", True, False)
    assert "submission_id" not in seen


def test_sharing_opens_one_practice_and_ending_it_closes_it(browser, maya, okafor, practise):
    done, other = practise(maya), practise(maya, "surf")
    path, phone = f"/practices/{done['id']}/share/", browser(maya)

    shared = phone.post(path)
    open_ones = {row["id"]: row["answers"] for row in _seen(browser, okafor, maya)}
    ended = phone.send("DELETE", path)
    closed = {row["id"]: row["answers"] for row in _seen(browser, okafor, maya)}

    assert (shared.status, shared.body["shared_with_team"]) == (200, True)
    assert open_ones == {done["id"]: TEXT, other["id"]: None}
    assert (ended.status, ended.body["shared_with_team"]) == (200, False)
    assert closed == {done["id"]: None, other["id"]: None}
    assert ended.body["answers"] == TEXT


def test_sharing_and_ending_twice_change_nothing_and_each_change_is_recorded(
    browser, maya, okafor, practise
):
    path, phone = f"/practices/{practise(maya)['id']}/share/", browser(maya)

    for method in ("POST", "POST", "DELETE", "DELETE", "POST"):
        assert phone.send(method, path).status == 200
    _seen(browser, okafor, maya)

    with as_owner():
        entries = AuditEntry.objects.filter(subject="skills_practice", client_ids=[maya.pk])
        found = [(entry.actor_role, entry.action) for entry in entries.order_by("at")]
        times = PracticeShare.objects.order_by("shared_at").values_list("ended_at", flat=True)
        assert [time is None for time in times] == [False, True]
    assert found == [
        ("client", "create"), ("client", "share"), ("client", "unshare"), ("client", "share"),
        ("clinician", "read"),
    ]  # fmt: skip


@pytest.mark.parametrize("method", ["POST", "DELETE"])
def test_nobody_shares_or_hides_a_practice_of_mayas(browser, maya, ben, okafor, practise, method):
    path = f"/practices/{practise(maya)['id']}/share/"

    assert browser(ben).send(method, path).status == 404
    assert browser(okafor).send(method, path).status == 404
    assert browser().send(method, path).status in {401, 403}


@pytest.mark.parametrize("name", ["lee", "grace", "ben", "rosa", "ada"])
def test_who_is_not_on_her_team_reads_nothing(browser, request, maya, practise, name):
    practise(maya)
    person = request.getfixturevalue(name)

    assert browser(person).get(f"/clients/{maya.pk}/practices/").status == 404


def test_more_practices_cost_no_more_queries(browser, maya, okafor, practise):
    desk = browser(okafor)

    def count():
        with CaptureQueriesContext(connection) as asked:
            desk.get(f"/clients/{maya.pk}/practices/")
        return len(asked)

    practise(maya)
    few = count()
    for _ in range(3):
        browser(maya).post(f"/practices/{practise(maya)['id']}/share/")

    assert count() == few


def test_row_security_alone_keeps_the_words_from_the_team_until_they_are_shared(
    browser, maya, ben, okafor, lee, rosa, practise
):
    done = practise(maya)
    people = (maya, ben, okafor, lee, rosa)

    private = _who_reads(people)
    browser(maya).post(f"/practices/{done['id']}/share/")
    shared = _who_reads(people)
    browser(maya).send("DELETE", f"/practices/{done['id']}/share/")

    assert private == [maya.name]
    assert shared == [maya.name, okafor.name]
    assert _who_reads(people) == [maya.name]


def _who_reads(people):
    found = []
    for person in people:
        with identity.acting_for(person.pk):
            if PracticeText.objects.exists():
                found.append(person.name)
    return found


def test_row_security_lets_nobody_share_for_maya_or_write_into_what_she_did(
    browser, maya, ben, okafor, practise, at
):
    done, other = practise(maya), practise(maya, "surf")
    browser(maya).post(f"/practices/{done['id']}/share/")

    def insert(model, client, **values):
        return lambda: model.objects.create(practice_id=other["id"], client=client, **values)

    for person, attempt in (
        (okafor, insert(PracticeShare, maya, shared_at=at)),
        (ben, insert(PracticeShare, ben, shared_at=at)),
        (ben, insert(PracticeText, ben)),
        (maya, lambda: PracticeText.objects.update(answers="{}")),
        (maya, lambda: PracticeShare.objects.update(shared_at=at)),
        (maya, lambda: Practice.objects.update(need="low")),
        (maya, lambda: connection.cursor().execute("DELETE FROM skills_practiceshare")),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), identity.acting_for(person.pk):
            attempt()
    with identity.acting_for(okafor.pk):
        assert PracticeShare.objects.update(ended_at=at) == 0


@pytest.mark.parametrize(
    ("constraint", "change"),
    [
        ("skills_practiceshare_one_open_per_practice", {}),
        ("skills_practiceshare_ends_after_it_begins", {"ended_at": "before"}),
    ],
)
def test_the_database_refuses_shares_that_can_never_be(
    browser, maya, practise, at, constraint, change
):
    done = practise(maya)
    browser(maya).post(f"/practices/{done['id']}/share/")
    ended_at = at.replace(year=2020) if change else None

    with as_owner(), pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        PracticeShare.objects.create(
            practice_id=done["id"], client=maya, shared_at=at, ended_at=ended_at
        )


def test_the_database_knows_the_needs(maya, practise):
    """skills_practice_known_need"""
    practise(maya)

    with as_owner(), pytest.raises(IntegrityError, match="known_need"), transaction.atomic():
        Practice.objects.update(need="luck")


def test_a_need_that_is_none_is_told(browser, maya, practise, at):
    done = practise(maya)
    body = {
        "submission_id": done["submission_id"], "skill": "surf", "skill_version": "x",
        "started_at": at.isoformat(), "answers": {}, "need": "luck",
    }  # fmt: skip

    answer = browser(maya).post("/practices/", body)

    assert list(answer.body["fields"]) == ["need"]


@pytest.mark.parametrize("change", [{"need": "panic"}, {"need": None}])
def test_another_need_under_the_same_id_is_a_conflict(browser, maya, practise, change):
    done = practise(maya, need="craving")
    names = ("submission_id", "skill", "skill_version", "started_at", "finished_at")
    body = {name: done[name] for name in names} | {
        "before": 8, "after": 5, "answers": TEXT, "need": "craving",
    }  # fmt: skip

    assert browser(maya).post("/practices/", body).status == 200
    assert browser(maya).post("/practices/", {**body, **change}).status == 409
