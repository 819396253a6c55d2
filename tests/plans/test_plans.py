"""Writing and reading plans, version by version, by the two who make them."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection

from core.audit import Actor
from core.errors import NotVisible
from core.identity import be_person
from core.models import AuditEntry
from plans import services
from plans.models import Kind, Plan
from plans.services import Draft
from tests.conftest import as_owner
from tests.plans.words import RELAPSE, SAFETY, of_maya, pills, relapse_plan, safety_plan
from tests.story import STORY_DAY, STORY_TIME


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.mark.parametrize("path", [SAFETY, RELAPSE])
def test_there_is_no_plan_until_somebody_writes_one(browser, maya, okafor, path):
    assert browser(maya).get(path).status == 404
    assert browser(okafor).get(of_maya(maya, path)).status == 404
    assert browser(maya).get(f"{path}history/").body == {"results": [], "next": None}


def test_maya_writes_her_safety_plan(browser, maya):
    phone = browser(maya)

    written = phone.send("PUT", SAFETY, safety_plan(safer=pills()))

    assert written.status == 201
    assert written.body == {
        "id": written.body["id"],
        "kind": "safety",
        "version": 1,
        "state": "draft",
        "written_at": STORY_TIME.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "written_by": {"name": "Maya Torres"},
        "client_signed_at": None,
        "clinician_signed_at": None,
        "clinician": None,
        "review_on": (STORY_DAY + timedelta(days=90)).isoformat(),
        "needs_review": True,
        "steps": safety_plan(safer=pills())["steps"],
        "share_safer": False,
    }
    assert phone.get(SAFETY).body == written.body


def test_maya_writes_her_relapse_prevention_plan(browser, maya):
    phone = browser(maya)

    written = phone.send("PUT", RELAPSE, relapse_plan())

    assert (written.status, written.body["kind"]) == (201, "relapse_prevention")
    assert written.body["steps"] == relapse_plan()["steps"]
    assert "share_safer" not in written.body
    assert phone.get(RELAPSE).body == written.body
    assert phone.get(SAFETY).status == 404


def test_steps_that_are_left_out_are_empty(browser, maya):
    phone = browser(maya)

    safety = phone.send("PUT", SAFETY, {"base_version": 0, "steps": {"alone": ["sing"]}})
    relapse = phone.send("PUT", RELAPSE, {"base_version": 0, "steps": {"people": [{"name": "Jo"}]}})

    assert safety.body["steps"] == {
        "warning_signs": [],
        "alone": ["sing"],
        "places_people": [],
        "ask_help": [],
        "professionals": [],
        "safer": [],
    }
    assert relapse.body["steps"]["people"] == [{"name": "Jo", "phone": ""}]
    assert relapse.body["steps"]["early_signs"] == {
        "emotional": [],
        "mental": [],
        "behavioural": [],
    }


def test_dr_okafor_writes_with_maya_and_maya_reads_it(browser, maya, okafor):
    desk = browser(okafor)

    written = desk.send("PUT", of_maya(maya, SAFETY), safety_plan())

    assert (written.status, written.body["version"]) == (201, 1)
    assert written.body["written_by"] == {"name": "Dr. Ify Okafor"}
    assert browser(maya).get(SAFETY).body["steps"]["alone"] == ["walk to the river"]
    assert desk.get(of_maya(maya, SAFETY)).body == written.body


def test_a_change_is_a_new_version_and_the_old_one_stays(browser, maya, okafor):
    phone, desk = browser(maya), browser(okafor)
    first = phone.send("PUT", SAFETY, safety_plan()).body

    second = desk.send("PUT", of_maya(maya, SAFETY), safety_plan(1, alone="call nobody yet"))

    assert (second.status, second.body["version"]) == (201, 2)
    assert phone.get(SAFETY).body["steps"]["alone"] == ["call nobody yet"]
    history = phone.get(f"{SAFETY}history/").body["results"]
    assert [row["version"] for row in history] == [2, 1]
    assert history[1] == first
    told = desk.get(of_maya(maya, f"{SAFETY}history/")).body["results"]
    assert [row["steps"]["alone"] for row in told] == [["call nobody yet"], ["walk to the river"]]


def test_history_comes_in_pages(browser, maya):
    phone = browser(maya)
    for base in range(3):
        phone.send("PUT", RELAPSE, relapse_plan(base, barriers=[f"reason {base}"]))

    page = phone.get(f"{RELAPSE}history/", page_size="2").body

    assert [row["version"] for row in page["results"]] == [3, 2]
    assert page["next"]


def test_the_same_words_again_change_nothing(browser, maya, okafor):
    phone = browser(maya)
    first = phone.send("PUT", SAFETY, safety_plan())

    again = phone.send("PUT", SAFETY, safety_plan())
    saved_unchanged = phone.send("PUT", SAFETY, safety_plan(1))
    by_okafor = browser(okafor).send("PUT", of_maya(maya, SAFETY), safety_plan(1))

    assert (first.status, again.status, saved_unchanged.status) == (201, 200, 200)
    assert first.body == again.body == saved_unchanged.body
    assert (by_okafor.status, by_okafor.body["version"]) == (200, 1)


@pytest.mark.parametrize("base", [0, 1, 3])
def test_a_plan_written_on_another_version_is_refused_with_the_newest(browser, maya, base):
    phone = browser(maya)
    phone.send("PUT", SAFETY, safety_plan())
    newest = phone.send("PUT", SAFETY, safety_plan(1, alone="draw")).body

    late = phone.send("PUT", SAFETY, safety_plan(base, alone="swim"))

    assert (late.status, late.body["code"]) == (409, "newer_version")
    assert late.body["plan"] == newest
    assert phone.get(SAFETY).body == newest


def test_a_first_plan_starts_from_nothing(browser, maya):
    answer = browser(maya).send("PUT", SAFETY, safety_plan(1))

    assert (answer.status, answer.body["code"], answer.body["plan"]) == (409, "newer_version", None)


def test_dr_okafor_is_told_of_the_newer_version_without_its_words(browser, maya, okafor):
    desk, path = browser(okafor), of_maya(maya, SAFETY)
    desk.send("PUT", path, safety_plan())
    newest = browser(maya).send("PUT", SAFETY, safety_plan(1, alone="draw")).body

    late = desk.send("PUT", path, safety_plan(1, alone="swim"))

    assert (late.status, late.body["code"]) == (409, "newer_version")
    left_out = {"steps", "share_safer"}
    assert late.body["plan"] == {k: v for k, v in newest.items() if k not in left_out}


@pytest.mark.parametrize(("days", "status"), [(0, 400), (1, 201), (365, 201), (366, 400)])
def test_the_review_is_set_within_a_year(browser, maya, days, status):
    review_on = (STORY_DAY + timedelta(days=days)).isoformat()

    answer = browser(maya).send("PUT", SAFETY, safety_plan(review_on=review_on))

    assert answer.status == status
    if status == 201:
        assert answer.body["review_on"] == review_on
    else:
        assert list(answer.body["fields"]) == ["review_on"]


def test_another_day_of_review_is_another_version(browser, maya):
    phone = browser(maya)
    phone.send("PUT", SAFETY, safety_plan())

    sooner = phone.send(
        "PUT", SAFETY, safety_plan(1, review_on=(STORY_DAY + timedelta(days=7)).isoformat())
    )

    assert (sooner.status, sooner.body["version"]) == (201, 2)


def test_the_day_of_review_is_a_day_on_mayas_own_calendar(browser, maya):
    late_evening = STORY_TIME + timedelta(hours=11)  # tomorrow in UTC, still today in New York
    with time_machine.travel(late_evening, tick=False):
        answer = browser(maya).send(
            "PUT", SAFETY, safety_plan(review_on=(STORY_DAY + timedelta(days=1)).isoformat())
        )

    assert answer.status == 201


def test_one_may_read_ones_plan_but_not_write_it_after_leaving(browser, maya, stranger, at):
    browser(maya).send("PUT", SAFETY, safety_plan())
    with as_owner():
        maya.enrolments.update(active_until=STORY_DAY)

    phone = browser(maya)

    assert phone.get(SAFETY).status == 200
    assert phone.get(f"{SAFETY}history/").status == 200
    refused = [
        phone.send("PUT", SAFETY, safety_plan(1, alone="draw")),
        phone.post(f"{SAFETY}sign/", {"version": 1}),
        browser(stranger).send("PUT", SAFETY, safety_plan()),
    ]
    assert {(answer.status, answer.body["code"]) for answer in refused} == {(403, "not_enrolled")}


@pytest.mark.parametrize("kind", ["crisis", "SAFETY", "relapse-prevention", "1"])
def test_there_are_no_other_kinds_of_plan(browser, maya, okafor, kind):
    for person, path in ((maya, f"/plans/{kind}/"), (okafor, of_maya(maya, f"/plans/{kind}/"))):
        desk = browser(person)

        answers = [
            desk.get(path),
            desk.get(f"{path}history/"),
            desk.send("PUT", path, safety_plan()),
            desk.post(f"{path}sign/", {"version": 1}),
        ]

        assert {answer.status for answer in answers} == {404}


def test_people_outside_the_team_find_no_plan(browser, maya, ben, lee, grace, rosa, tom, ada):
    browser(maya).send("PUT", SAFETY, safety_plan())
    path = of_maya(maya, SAFETY)

    for other in (maya, ben, lee, grace, rosa, tom, ada):
        desk = browser(other)

        answers = [
            desk.get(path),
            desk.get(f"{path}history/"),
            desk.send("PUT", path, safety_plan(1, alone="draw")),
            desk.post(f"{path}sign/", {"version": 1}),
        ]

        assert {answer.status for answer in answers} == {404}, other.name
    for other in (lee, rosa, tom, ada):
        assert browser(other).get(SAFETY).status == 404
    assert browser(ben).get(SAFETY).status == 404
    assert browser(None).get(SAFETY).status == 401


def test_writing_and_reading_leave_entries(browser, maya, okafor):
    path = of_maya(maya, SAFETY)
    first = browser(maya).send("PUT", SAFETY, safety_plan()).body
    desk = browser(okafor)
    desk.get(path)
    desk.get(f"{path}history/")
    desk.send("PUT", path, safety_plan(1))  # the same words: a reading
    second = desk.send("PUT", path, safety_plan(1, alone="draw")).body

    with as_owner():
        entries = list(AuditEntry.objects.filter(subject="plans_plan", actor_id=okafor.pk))
        mayas = AuditEntry.objects.get(subject="plans_plan", actor_id=maya.pk)

    assert [e.action for e in sorted(entries, key=lambda e: e.position)] == [
        "read", "read", "read", "amend",
    ]  # fmt: skip
    assert {tuple(entry.client_ids) for entry in entries} == {(maya.pk,)}
    assert str(max(entries, key=lambda e: e.position).subject_id) == second["id"]
    assert (mayas.action, str(mayas.subject_id)) == ("create", first["id"])


def test_plans_are_encrypted_where_they_lie(browser, maya):
    phone = browser(maya)
    phone.send("PUT", SAFETY, safety_plan(safer=pills()))
    phone.send("PUT", RELAPSE, relapse_plan())

    with as_owner(), connection.cursor() as cursor:
        stored = ""
        for table in ("plans_plan", "plans_saferstep"):
            cursor.execute(f"SELECT * FROM {table}")
            stored += repr(cursor.fetchall())

    assert stored.count("v1.k1.") == 3
    for words in ("river", "Pia", "555-0141", "pills", "naloxone", "warning_signs"):
        assert words not in stored


def test_a_plan_moved_to_another_column_does_not_open(browser, maya):
    browser(maya).send("PUT", SAFETY, safety_plan(safer=pills()))
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE plans_plan SET steps = (SELECT actions FROM plans_saferstep)")

    assert browser(maya).get(SAFETY).status == 500


def test_no_part_of_the_program_writes_or_signs_a_plan(maya, at):
    be_person(maya.pk)
    nobody, words = Actor(role="assessor"), Draft(base_version=0, steps={"alone": ["draw"]})

    with pytest.raises(NotVisible):
        services.write_plan(client=maya, kind=Kind.SAFETY, draft=words, actor=nobody, at=at)
    with pytest.raises(NotVisible):
        services.sign_plan(client=maya, kind=Kind.SAFETY, version=1, actor=nobody, at=at)

    with as_owner():
        assert not Plan.objects.filter(client=maya).exists()


def test_reading_a_long_history_takes_as_many_queries_as_a_short_one(
    browser, maya, django_assert_max_num_queries
):
    phone = browser(maya)
    for base in range(8):
        phone.send(
            "PUT", SAFETY, safety_plan(base, alone=f"walk {base}", safer=pills(f"Jo {base}"))
        )

    with django_assert_max_num_queries(14):
        answer = phone.get(f"{SAFETY}history/")

    assert len(answer.body["results"]) == 8
