"""One page for the next talk: from the last one on, counted and not interpreted."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from care.models import Goal, GoalStep, Medication
from checkins.models import GoalOutcome
from core.models import AuditEntry
from plans.models import Plan, Signature
from skills.models import Assignment, Practice, Skill
from tests.conftest import as_owner
from tests.factories import alert_about, checked_in
from tests.progress.forms import scored
from tests.progress.weeks import expected_at, lapse, urge
from tests.story import STORY_DAY, STORY_TIME, days_ago

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def prep(browser, okafor, maya):
    """Return a function that reads Maya's page as Dr. Okafor."""

    def read(**query):
        answer = browser(okafor).get(f"/clients/{maya.pk}/session-prep/", **query)
        assert answer.status == 200, answer
        return answer.body

    return read


def test_it_begins_with_the_last_talk_of_two_that_was_not_missed(prep, maya, okafor):
    with as_owner():
        expected_at(maya, STORY_TIME - timedelta(days=9), kind="individual")
        kept = expected_at(
            maya, STORY_TIME - timedelta(days=5), kind="individual", attendance="late", by=okafor
        )
        expected_at(
            maya, STORY_TIME - timedelta(days=3), kind="individual", attendance="absent", by=okafor
        )
        expected_at(maya, STORY_TIME - timedelta(days=2), kind="psychiatric", cancelled_by=okafor)
        expected_at(maya, STORY_TIME - timedelta(days=1), attendance="present", by=okafor)
        expected_at(maya, STORY_TIME + timedelta(days=40), kind="individual")

    body = prep()

    assert (body["basis"], body["talk"]["id"]) == ("session", str(kept.pk))
    assert (body["first"], body["last"]) == (days_ago(5), days_ago(0))


def test_before_the_first_talk_it_is_a_week(prep):
    body = prep()

    assert (body["basis"], body["talk"]) == ("week", None)
    assert (body["first"], body["last"]) == (days_ago(6), days_ago(0))


def test_it_begins_with_the_day_that_was_asked_for(prep):
    assert prep(since=days_ago(3))["basis"] == "asked"
    assert prep(since=days_ago(83))["first"] == days_ago(83)


@pytest.mark.parametrize("since", [days_ago(84), days_ago(-1), "soon", "2026-02-30", "0001-01-01"])
def test_a_day_that_cannot_be_meant_is_refused(browser, okafor, maya, since):
    answer = browser(okafor).get(f"/clients/{maya.pk}/session-prep/", since=since)

    assert answer.status == 400
    assert "since" in answer.body["fields"]


def test_check_ins_are_summed_up_and_compared_with_as_many_days_before(prep, maya):
    with as_owner():
        checked_in(maya, STORY_DAY, mood=2, safety="unsure", used=True)

    body = prep(since=days_ago(3))["check_ins"]

    mood = next(one["compared"] for one in body["measures"] if one["key"] == "mood")
    # 2, 6, 7, 6 now; 5, 6, 6, 5 on the four days before.
    assert mood == {
        "answered": 4, "mean": 5.2, "low": 2.0, "high": 7.0, "before": 5.5, "change": -0.2,
    }  # fmt: skip
    assert (body["days"], body["answered"], body["answered_before"]) == (4, 4, 4)
    assert body["not_safe"] == [{"on": days_ago(0), "answer": "unsure"}]
    assert body["used_on"] == [days_ago(0)]


def test_urges_lapses_and_practices_are_counted_with_their_effect(prep, maya):
    with as_owner():
        urge(maya, STORY_DAY, intensity=8, after=4, acted=False)
        urge(maya, STORY_DAY - timedelta(days=1), intensity=6)
        urge(maya, STORY_DAY - timedelta(days=20), intensity=10, after=0, acted=True)
        lapse(maya, STORY_DAY - timedelta(days=2), part_of_day="night", what="two beers")
        for before, after in ((8, 5), (6, 5), (None, None)):
            Practice.objects.create(
                client=maya, skill=_skill(), submission_id=uuid4(), before=before, after=after,
                started_at=STORY_TIME - timedelta(days=1), received_at=STORY_TIME,
            )  # fmt: skip

    body = prep(since=days_ago(6))

    assert body["urges"] == {"count": 2, "strongest": 8, "mean_change": 4.0, "acted": 0}
    assert body["lapses"] == [{"on": days_ago(2), "part_of_day": "night"}]
    assert (body["practices"]["count"], body["practices"]["mean_change"]) == (3, 2.0)
    assert [one["count"] for one in body["practices"]["skills"]] == [3]


def _skill():
    content = {"title": "Box breathing, ours", "minutes": 3, "needs": ["craving"]}
    found, _ = Skill.objects.get_or_create(
        slug="prep-skill", language="en", version="1",
        defaults={"content": content, "published_at": STORY_TIME},
    )  # fmt: skip
    return found


def test_assignments_show_what_was_done_skipped_and_is_open(prep, maya, okafor):
    with as_owner():
        for days, fields in ((2, {}), (3, {"skipped_at": STORY_TIME}), (30, {})):
            Assignment.objects.create(
                client=maya, slug=f"s{days}", assigned_by=okafor,
                assigned_at=STORY_TIME - timedelta(days=days), **fields,
            )  # fmt: skip
        done = Assignment.objects.create(
            client=maya, slug="prep-skill", assigned_by=okafor,
            assigned_at=STORY_TIME - timedelta(days=25),
        )  # fmt: skip
        Practice.objects.create(
            client=maya, skill=_skill(), submission_id=uuid4(), assignment=done,
            started_at=STORY_TIME - timedelta(days=1), received_at=STORY_TIME,
        )  # fmt: skip

    found = {one["skill"]: one["state"] for one in prep(since=days_ago(6))["assignments"]}

    assert found == {"s2": "open", "s3": "skipped", "s30": "open", "prep-skill": "done"}


def test_attendance_counts_what_has_begun_and_lists_what_was_missed(prep, maya, okafor):
    with as_owner():
        for days, attendance in (
            (1, "present"),
            (2, "late"),
            (3, "absent"),
            (4, "excused"),
            (5, ""),
        ):
            expected_at(
                maya, STORY_TIME - timedelta(days=days, hours=1), attendance=attendance, by=okafor
            )

    body = prep(since=days_ago(6))["attendance"]

    # The demo's morning group of today has begun as well; nobody said yet who came.
    assert (body["expected"], body["attended"], body["not_taken"]) == (6, 2, 2)
    assert [one["attendance"] for one in body["missed"]] == ["excused", "absent"]


def test_medication_is_what_she_answered_and_what_needs_a_refill(prep, maya, okafor):
    with as_owner():
        checked_in(maya, STORY_DAY, medication="missed")
        for name, refill in (("Naltrexone", 3), ("Sertraline", 30)):
            Medication.objects.create(
                client=maya, name=name, dose_text="as written", as_needed=True,
                is_mat=name == "Naltrexone", refill_on=STORY_DAY + timedelta(days=refill),
                active_from=STORY_DAY - timedelta(days=20), added_at=STORY_TIME, added_by=okafor,
            )  # fmt: skip

    body = prep(since=days_ago(3))["medication"]

    assert (body["taken"], body["missed"], body["share_taken"]) == (3, 1, 0.75)
    assert {one["name"]: one["refill_soon"] for one in body["medications"]} == {
        "Naltrexone": True, "Sertraline": False,
    }  # fmt: skip


def test_forms_show_their_newest_total_beside_the_one_before(prep, maya):
    with as_owner():
        for key, days, total in (("phq-9", 20, 16), ("phq-9", 2, 9), ("gad-7", 40, 8)):
            scored(maya, key, STORY_DAY - timedelta(days=days), total=total)

    found = {one["key"]: one for one in prep(since=days_ago(6))["questionnaires"]}

    phq = found["phq-9"]
    assert (phq["total"], phq["before"], phq["change"], phq["is_new"]) == (9, 16, -7, True)
    assert phq["band"] == "mild"
    gad = found["gad-7"]
    assert (gad["total"], gad["before"], gad["change"], gad["is_new"]) == (8, None, None, False)


def test_goals_show_their_steps_and_how_days_went(prep, maya):
    with as_owner():
        goal = Goal.objects.create(
            client=maya, title="Find a meeting", added_at=STORY_TIME, added_by=maya
        )
        for place, done in ((1, STORY_TIME), (2, None)):
            GoalStep.objects.create(
                goal=goal, client=maya, text="x", place=place, added_at=STORY_TIME, added_by=maya,
                done_at=done, done_by=maya if done else None,
            )  # fmt: skip
        check_in = checked_in(maya, STORY_DAY, goal="Call Luz")
        GoalOutcome.objects.create(
            client=maya, check_in=check_in, outcome="partly", submission_id=uuid4(), on=STORY_DAY,
            timezone="UTC", recorded_at=STORY_TIME, received_at=STORY_TIME,
        )  # fmt: skip

    body = prep()["goals"]

    assert body["daily"] == {"done": 0, "partly": 1, "not_today": 0}
    assert body["open"] == [
        {"title": "Find a meeting", "target_on": None, "steps": 2, "steps_done": 1}
    ]


def test_alerts_show_what_was_done_and_old_open_ones_stay_on_the_page(prep, maya, okafor):
    long_ago = STORY_TIME - timedelta(days=50)
    answered = {"acknowledged_at": STORY_TIME, "acknowledged_by": okafor}
    resolved = {
        **answered, "resolved_at": STORY_TIME, "resolved_by": okafor, "action": "called",
        "outcome": "safe", "note": "Spoke to her.",
    }  # fmt: skip
    with as_owner():
        alert_about(maya, tier="high", raised_at=STORY_TIME - timedelta(days=1), **resolved)
        alert_about(maya, tier="high", raised_at=long_ago, **resolved)
        alert_about(maya, tier="critical", raised_at=long_ago)

    found = prep(since=days_ago(6))["alerts"]

    assert [(one["tier"], one["state"], one["action"]) for one in found] == [
        ("high", "resolved", "called"), ("critical", "open", ""),
    ]  # fmt: skip


def test_the_safety_plan_shows_its_age_and_signatures_and_no_word_of_it(prep, maya):
    with as_owner():
        plan = Plan.objects.create(
            client=maya, kind="safety", version=1, steps='{"alone": ["canary"]}',
            review_on=STORY_DAY, written_at=STORY_TIME - timedelta(days=40), written_by=maya,
        )  # fmt: skip
        Signature.objects.create(
            plan=plan, client=maya, party="client", signed_at=STORY_TIME, signed_by=maya
        )

    body = prep()

    assert body["safety_plan"] == {
        "version": 1, "written_on": days_ago(40), "age_days": 40, "review_on": days_ago(0),
        "review_due": True, "signed_by_client": True, "signed_by_clinician": False,
    }  # fmt: skip
    assert "canary" not in str(body)


def test_without_a_safety_plan_the_page_says_so(prep):
    assert prep()["safety_plan"] is None


def test_reading_the_page_leaves_a_trace(prep, okafor, maya):
    prep()

    with as_owner():
        entry = AuditEntry.objects.filter(actor_id=okafor.pk).latest("position")
    assert (entry.action, entry.detail, entry.client_ids) == ("read", "session prep", [maya.pk])


def test_lee_and_grace_have_no_such_page(browser, lee, grace, maya):
    for clinician in (lee, grace):
        assert browser(clinician).get(f"/clients/{maya.pk}/session-prep/").status == 404


def test_the_words_of_a_lapse_a_note_and_a_practice_are_not_on_it(prep, maya):
    with as_owner():
        lapse(maya, STORY_DAY, what="canary", led_to="canary", learned="canary")
        urge(maya, STORY_DAY, intensity=5, trigger_words="canary", did_words="canary")
        checked_in(maya, STORY_DAY, note="canary")

    assert "canary" not in str(prep())
