"""Handing in and reading practices through the API."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from core import identity
from core.audit import Actor
from core.models import AuditEntry
from skills import selectors, services
from skills.models import Practice, PracticeText
from tests.conftest import as_owner
from tests.skills.exercises import exercise

PATH = "/practices/"


@pytest.fixture(autouse=True)
def skill(db, at):
    with as_owner():
        services.publish_content(exercises=[exercise()], at=at)
    return selectors.current("wait-a-bit", language="en")


@pytest.fixture
def practice(skill, at):
    def body(**changes):
        return {
            "submission_id": str(uuid4()),
            "skill": "wait-a-bit",
            "skill_version": skill.version,
            "started_at": (at - timedelta(minutes=5)).isoformat(),
            "finished_at": at.isoformat(),
            "before": 8,
            "after": 5,
            "helpful": True,
            "answers": {"look.words": "my blue mug", "look.lines": ["a", "b"], "look.small": 3},
            **changes,
        }

    return body


def _fields(answer):
    assert answer.status == 400, answer
    assert answer.body["code"] == "invalid"
    assert answer.body["detail"]
    return answer.body["fields"]


def test_a_practice_is_received_once(browser, maya, practice):
    phone, body = browser(maya), practice()

    first, again = phone.post(PATH, body), phone.post(PATH, body)

    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    assert {name: first.body[name] for name in ("skill", "skill_title", "before", "after")} == {
        "skill": "wait-a-bit",
        "skill_title": "Wait a bit",
        "before": 8,
        "after": 5,
    }
    assert first.body["answers"] == body["answers"]
    assert phone.get(PATH).body["results"] == [first.body]


def test_a_replay_may_write_the_same_moment_and_emptiness_in_another_way(browser, maya, practice):
    phone = browser(maya)
    body = practice(started_at="2026-01-05T10:00:00Z", finished_at=None, answers={})
    same = {**body, "started_at": "2026-01-05T05:00:00-05:00", "answers": {"look.words": ""}}

    assert phone.post(PATH, body).status == 201
    assert phone.post(PATH, same).status == 200


@pytest.mark.parametrize(
    "change",
    [
        {"after": 6},
        {"before": None},
        {"helpful": False},
        {"helpful": None},
        {"finished_at": None},
        {"started_at": "2026-01-05T10:00:00Z"},
        {"answers": {}},
        {"answers": {"look.words": "my red mug"}},
    ],
)
def test_other_answers_under_the_same_id_are_a_conflict(browser, maya, practice, change):
    phone, body = browser(maya), practice()
    phone.post(PATH, body)

    answer = phone.post(PATH, {**body, **change})

    assert (answer.status, answer.body["code"]) == (409, "submission_conflict")
    assert len(phone.get(PATH).body["results"]) == 1


def test_only_what_names_the_practice_is_required(browser, maya, practice):
    needed = ("submission_id", "skill", "skill_version", "started_at", "answers")
    body = practice(answers={})
    phone = browser(maya)

    answer = phone.post(PATH, {name: body[name] for name in needed})

    assert answer.status == 201
    assert answer.body["finished_at"] is None
    assert answer.body["helpful"] is None
    assert set(_fields(phone.post(PATH, {}))) == set(needed)


def test_two_clients_may_use_the_same_id(browser, maya, ben, practice):
    body = practice()

    assert browser(maya).post(PATH, body).status == 201
    assert browser(ben).post(PATH, body).status == 201


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"submission_id": "7"}, "submission_id"),
        ({"submission_id": 7}, "submission_id"),
        ({"skill": "nothing"}, "skill"),
        ({"skill": 7}, "skill"),
        ({"skill_version": "0123456789abcdef"}, "skill_version"),
        ({"before": 11}, "before"),
        ({"before": -1}, "before"),
        ({"after": 5.0}, "after"),
        ({"after": True}, "after"),
        ({"helpful": "yes"}, "helpful"),
        ({"mood": 3}, "mood"),
        ({"started_at": None}, "started_at"),
        ({"started_at": 1700000000}, "started_at"),
        ({"started_at": "2026-01-05"}, "started_at"),
        ({"started_at": "2026-01-05T10:00:00"}, "started_at"),
        ({"started_at": "0001-01-01T00:00:00+00:00"}, "started_at"),
        ({"started_at": "9999-12-31T23:59:59-12:00"}, "started_at"),
        ({"started_at": "2099-01-05T10:00:00Z", "finished_at": None}, "started_at"),
        ({"finished_at": "2099-01-05T10:00:00Z"}, "finished_at"),
        ({"finished_at": "2025-01-05T10:00:00Z"}, "finished_at"),
        ({"answers": []}, "answers"),
        ({"answers": None}, "answers"),
        ({"answers": {"look.words": 7}}, "answers.look.words"),
        ({"answers": {"look.words": "x" * 10_000}}, "answers.look.words"),
        ({"answers": {"look.else": "x"}}, "answers.look.else"),
        ({"answers": {"look.small": 11}}, "answers.look.small"),
        ({"answers": {"look.small": {"deep": [1]}}}, "answers.look.small"),
        ({"answers": {"look.next": "fly"}}, "answers.look.next"),
        ({"answers": {"\ud800": "x"}}, "answers.?"),
        ({"answers": {"look.words": "\ud800"}}, "answers.look.words"),
    ],
)
def test_what_cannot_be_right_is_told_with_its_field(browser, maya, practice, change, field):
    phone = browser(maya)

    answer = phone.post(PATH, practice(**change))

    sentences = _fields(answer)[field]
    assert all(sentence.endswith(".") for sentence in sentences), sentences
    assert phone.get(PATH).body["results"] == []


@pytest.mark.parametrize("body", [[], "x", 7, None, b"{", b'{"before": NaN}', b"\xff"])
def test_what_is_no_form_at_all_is_refused(browser, maya, body):
    assert browser(maya).post(PATH, body).status == 400


def test_a_phone_whose_clock_runs_ahead_by_hours_is_believed(at, maya, practice, skill):
    body = practice()
    submission = services.Submission(
        id=uuid4(), slug="wait-a-bit", version=skill.version, started_at=at + timedelta(hours=23),
        finished_at=None, before=None, after=None, helpful=None, answers={},
    )  # fmt: skip
    actor = Actor(role="client", id=maya.pk)

    with identity.acting_for(maya.pk):
        receipt = services.log_practice(
            client_id=maya.pk, submission=submission, actor=actor, at=at
        )

    assert receipt.is_new
    assert body


def test_a_practice_keeps_the_version_it_was_done_with(browser, maya, practice, at, skill):
    with as_owner():
        services.publish_content(exercises=[exercise(title="Wait a while")], at=at)

    answer = browser(maya).post(PATH, practice())

    assert answer.status == 201
    assert answer.body["skill_version"] == skill.version
    assert answer.body["skill_title"] == "Wait a bit"


def test_practices_come_newest_first_and_page_by_page(browser, maya, practice):
    phone = browser(maya)
    for day in (3, 1, 2):
        moment = f"2026-01-0{day}T10:00:00Z"
        assert phone.post(PATH, practice(started_at=moment, finished_at=None)).status == 201

    first = phone.get(PATH, page_size="2").body
    rest = phone.client.get(first["next"]).json()

    days = [row["started_at"][:10] for row in first["results"] + rest["results"]]
    assert days == ["2026-01-03", "2026-01-02", "2026-01-01"]
    assert rest["next"] is None


@pytest.mark.parametrize("cursor", ["x", "cD1ub3RhZGF0ZQ==", "cD0lMDA=", "bz05OTk5OTk5OTk5OTk5"])
def test_a_made_up_cursor_is_no_server_error(browser, maya, cursor):
    assert browser(maya).get(PATH, cursor=cursor).status in {200, 400, 404}


@pytest.mark.parametrize("name", ["okafor", "lee", "grace", "nadia", "rosa", "tom", "ada"])
def test_to_everyone_but_clients_practices_do_not_exist(browser, request, practice, name):
    person = browser(request.getfixturevalue(name))

    assert person.get(PATH).status == 404
    assert person.post(PATH, practice()).status == 404


def test_nobody_hands_in_without_signing_in(browser, practice):
    assert browser().post(PATH, practice()).status in {401, 403}
    assert browser().get(PATH).status == 401


def test_ben_does_not_see_what_maya_practised(browser, maya, ben, practice):
    browser(maya).post(PATH, practice())

    assert browser(ben).get(PATH).body["results"] == []


@pytest.mark.parametrize("name", ["ben", "lee", "grace", "rosa", "tom", "ada"])
def test_row_security_alone_hides_a_practice(browser, request, maya, practice, name):
    browser(maya).post(PATH, practice())

    with identity.acting_for(request.getfixturevalue(name).pk):
        assert (Practice.objects.count(), PracticeText.objects.count()) == (0, 0)
    with identity.acting_for(maya.pk):
        assert (Practice.objects.count(), PracticeText.objects.count()) == (1, 1)


def test_row_security_lets_nobody_write_for_another_or_change_what_is_there(
    browser, maya, ben, practice, skill, at
):
    browser(maya).post(PATH, practice())

    for attempt in (
        lambda: _insert(maya, skill, at),
        lambda: Practice.objects.update(after=0),
        lambda: connection.cursor().execute("DELETE FROM skills_practice"),
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), identity.acting_for(ben.pk):
            attempt()


def test_what_is_written_is_not_readable_in_the_database(browser, maya, practice):
    browser(maya).post(PATH, practice())

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT answers FROM skills_practicetext WHERE client_id = %s", [maya.pk])
        (stored,) = cursor.fetchone()

    assert stored.startswith("v1.")
    assert "mug" not in stored


def test_a_practice_leaves_one_audit_entry_without_words(browser, maya, practice):
    phone, body = browser(maya), practice()
    made = phone.post(PATH, body).body
    phone.post(PATH, body)

    with as_owner():
        entries = AuditEntry.objects.filter(subject="skills_practice")
        found = [(str(entry.subject_id), entry.action, entry.detail) for entry in entries]

    assert found == [(made["id"], "create", "")]


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("skills_practice_ratings_up_to_ten", {"before": 11}),
        ("skills_practice_ratings_up_to_ten", {"after": 11}),
        ("skills_practice_ends_after_it_begins", {"finished_at": -1}),
    ],
)
def test_the_database_refuses_what_can_never_be_true(maya, skill, at, constraint, changes):
    if "finished_at" in changes:
        changes = {"finished_at": at - timedelta(days=1)}

    with pytest.raises(IntegrityError, match=constraint), identity.acting_for(maya.pk):
        _insert(maya, skill, at, **changes)


def test_the_database_keeps_one_practice_per_submission(maya, skill, at):
    """skills_practice_one_per_submission"""
    same = uuid4()
    with identity.acting_for(maya.pk):
        _insert(maya, skill, at, submission_id=same)

    with pytest.raises(IntegrityError, match="one_per_submission"), identity.acting_for(maya.pk):
        _insert(maya, skill, at, submission_id=same)


def _insert(person, skill, at, **changes):
    values = {"submission_id": uuid4(), "started_at": at, "received_at": at, **changes}
    return Practice.objects.create(client=person, skill=skill, **values)
