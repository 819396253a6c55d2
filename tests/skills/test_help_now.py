"""Help me now, what the phone caches for it, one's own top five, and the exercise of today."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.models import AuditEntry
from program.models import Participant, Session
from skills.models import Assignment
from skills.rules.ranking import RULE
from tests.conftest import as_owner
from tests.story import STORY_TIME

pytestmark = pytest.mark.usefixtures("shelf")


def _help(browser, person, level=8):
    return browser(person).get("/help-now/", need="craving", level=str(level)).body["results"]


def test_before_anything_was_tried_the_short_one_comes_first(browser, maya):
    answer = browser(maya).get("/help-now/", need="craving", level="8")

    assert answer.status == 200
    assert {name: answer.body[name] for name in ("need", "level", "rule_version")} == {
        "need": "craving", "level": 8, "rule_version": RULE.version,
    }  # fmt: skip
    assert answer.body["results"][0] == {
        "slug": "wait-a-bit", "title": "Wait a bit", "minutes": 3, "summary": "A short wait.",
        "tried": 0, "mean_change": None, "score": 1.44, "because": "Short, and made for this.",
    }  # fmt: skip
    assert [row["slug"] for row in answer.body["results"]] == ["wait-a-bit", "surf"]


def test_what_worked_for_maya_at_this_level_comes_first(browser, maya, practise):
    for after in (4, 5, 9):
        practise(maya, "surf", need="craving", before=9, after=after)

    first = _help(browser, maya)[0]

    assert (first["slug"], first["tried"], first["mean_change"]) == ("surf", 3, 3.0)
    assert first["because"] == (
        "Helped you 2 of 3 times, by 3 on average, when it was this strong."
    )


def test_what_worked_for_maya_changes_nothing_for_ben(browser, maya, ben, practise):
    before = _help(browser, ben)
    practise(maya, "surf", need="craving", before=9, after=0)

    assert _help(browser, ben) == before


def test_maya_reads_why_in_spanish(browser, maya):
    with as_owner():
        maya.language = "es"
        maya.save()

    assert _help(browser, maya)[0]["because"] == "Corto y pensado para esto."


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({}, "need"),
        ({"need": "craving"}, "level"),
        ({"need": "luck", "level": "3"}, "need"),
        ({"need": "craving", "level": "11"}, "level"),
        ({"need": "craving", "level": "-1"}, "level"),
        ({"need": "craving", "level": "high"}, "level"),
        ({"need": "craving", "level": "3", "mood": "1"}, "mood"),
    ],
)
def test_help_without_a_need_or_a_level_is_told_what_is_missing(browser, maya, query, field):
    answer = browser(maya).get("/help-now/", **query)

    assert answer.status == 400
    assert field in answer.body["fields"]


def test_what_only_a_clinician_assigns_is_offered_once_it_was_assigned(
    browser, maya, okafor, assign
):
    path = {"need": "anxious", "level": "5"}
    assert browser(maya).get("/help-now/", **path).body["results"] == []
    assert browser(maya).get("/skills/ladder/").status == 404

    assign(okafor, maya, skill="ladder")

    offered = browser(maya).get("/help-now/", **path).body["results"]
    assert [row["slug"] for row in offered] == ["ladder"]
    assert browser(maya).get("/skills/ladder/").body["assigned_only"] is True
    assert browser(okafor).get("/skills/ladder/").status == 200


def test_the_phone_gets_the_rule_and_what_was_tried(browser, maya, practise):
    practise(maya, "surf", need="craving", before=9, after=6, helpful=True)
    practise(maya, "surf", before=9, after=6)

    body = browser(maya).get("/help-now/effects/").body

    assert body["effects"] == [
        {
            "slug": "surf", "need": "craving", "level_band": "high", "tried": 1, "helped": 1,
            "total_change": 3, "mean_change": 3.0, "yes": 1, "no": 0,
        }
    ]  # fmt: skip
    rule = {name: value for name, value in body.items() if name not in {"effects", "rule_version"}}
    assert rule == {
        name: value for name, value in vars(RULE).items() if name != "version"
    }  # fmt: skip


def test_maya_reads_her_top_and_her_needs(browser, maya, practise):
    practise(maya, "surf", need="craving", before=9, after=6)
    practise(maya, "rest", need="sleep", before=5, after=5)

    assert browser(maya).get("/skills/mine/").body == {
        "top": [
            {
                "slug": "surf", "title": "Surf it", "tried": 1, "mean_change": 3.0,
                "last_on": STORY_TIME.date().isoformat(),
            }
        ],
        "by_need": [
            {"need": "craving", "tried": 1, "mean_change": 3.0},
            {"need": "sleep", "tried": 1, "mean_change": 0.0},
        ],
    }  # fmt: skip


def test_her_team_reads_the_same_and_that_is_recorded(browser, maya, okafor, lee, practise):
    practise(maya, "surf", need="craving", before=9, after=6)
    path = f"/clients/{maya.pk}/skills/"

    answer = browser(okafor).get(path)

    assert answer.body == browser(maya).get("/skills/mine/").body
    assert browser(lee).get(path).status == 404
    with as_owner():
        entry = AuditEntry.objects.get(actor_id=okafor.pk, subject="skills_practice")
    assert (entry.action, entry.client_ids) == ("read", [maya.pk])


# --- Today ------------------------------------------------------------------------------------


@pytest.fixture
def today(browser):
    def ask(person):
        with time_machine.travel(STORY_TIME, tick=False):
            return browser(person).get("/skills/today/").body

    return ask


def _group(person, slug, *, hours=2, **changes):
    with as_owner():
        like = Session.objects.filter(participants__client=person).first()
        starts_at = STORY_TIME + timedelta(hours=hours)
        session = Session.objects.create(
            program=like.program, kind="group", title="Skills group", skill_slug=slug,
            starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), **changes,
        )  # fmt: skip
        Participant.objects.create(session=session, client=person)
    return session


def test_with_nothing_behind_and_nothing_ahead_a_short_one_is_suggested(today, maya):
    body = today(maya)

    assert (body["skill"]["slug"], body["reason"]) == ("rest", "start")
    assert body["because"] == "Short, and a good place to start."


def test_what_worked_is_suggested_then_what_is_assigned_then_what_the_group_does(
    today, maya, okafor, practise, assign
):
    practise(maya, "surf", need="craving", before=9, after=6)
    worked = today(maya)
    asked = assign(okafor, maya, skill="rest")
    assigned = today(maya)
    group = _group(maya, "wait-a-bit")
    in_group = today(maya)

    assert (worked["reason"], worked["skill"]["slug"]) == ("worked", "surf")
    assert worked["because"] == "Helped you the one time you tried it, by 3."
    assert (assigned["reason"], assigned["assignment"]) == ("assignment", asked["id"])
    assert assigned["because"] == "Dr. Ify Okafor asked you to try this."
    assert (in_group["reason"], in_group["session"]) == ("session", str(group.pk))
    assert in_group["because"] == "Part of “Skills group” today."


@pytest.mark.parametrize(
    ("slug", "changes"),
    [
        ("no-such-skill", {}),
        ("ladder", {}),
        ("", {}),
        ("wait-a-bit", {"hours": 24}),
        ("wait-a-bit", {"hours": -3}),
        ("wait-a-bit", {"cancelled": True}),
    ],
)
def test_a_session_that_is_over_or_off_or_teaches_nothing_suggests_nothing(
    today, maya, okafor, slug, changes
):
    if changes.pop("cancelled", False):
        changes = {"cancelled_at": STORY_TIME, "cancelled_by": okafor}

    _group(maya, slug, **changes)

    assert today(maya)["reason"] == "start"


def test_an_empty_library_suggests_nothing(today, stranger):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE skills_skill SET current = false")

    assert today(stranger) == {
        "skill": None, "reason": None, "because": "", "session": None, "assignment": None,
    }  # fmt: skip


def test_a_session_names_its_skill(browser, maya):
    _group(maya, "surf")
    _group(maya, "gone", hours=3)

    skills = [row["skill"] for row in browser(maya).get("/sessions/").body["results"]]

    assert {"slug": "surf", "title": "Surf it"} in skills
    assert all(skill is None or skill["slug"] == "surf" for skill in skills)


@pytest.mark.parametrize(
    "path",
    ["/help-now/?need=craving&level=8", "/help-now/effects/", "/skills/mine/", "/skills/today/"],
)
def test_more_practices_and_assignments_cost_no_more_queries(
    browser, maya, okafor, practise, at, path
):
    phone = browser(maya)

    def count():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert phone.get(path).status == 200
        return len(asked)

    practise(maya, need="craving")
    few = count()
    for slug in ("surf", "rest", "wait-a-bit"):
        practise(maya, slug, need="craving")
    with as_owner():
        for slug in ("surf", "rest"):
            Assignment.objects.create(client=maya, slug=slug, assigned_at=at, assigned_by=okafor)

    assert count() <= few
