"""Milestones: found by rules, marked by people, never taken away in silence."""

from datetime import timedelta

import pytest
import time_machine

from core.audit import Actor
from core.errors import NotVisible
from core.identity import System, acting_as
from core.models import AuditEntry
from program.models import Enrolment
from progress import services
from progress.models import MilestoneEvent
from progress.rules.milestones import MILESTONES
from progress.services import Saying
from tests.conftest import as_owner
from tests.factories import checked_in
from tests.progress.weeks import answered
from tests.story import STORY_DAY, STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _one(body, slug):
    return next(one for one in body["results"] if one["slug"] == slug)


def _events(client, slug):
    with as_owner():
        rows = MilestoneEvent.objects.filter(client=client, slug=slug).order_by("place")
        return [row.kind for row in rows]


def _sleeps_badly(client):
    """Amend the last two weeks to nights of three hours."""
    for back in range(14):
        checked_in(client, STORY_DAY - timedelta(days=back), version=5, mood=4, sleep_hours=3)


def test_maya_reads_all_milestones_by_phase_with_her_week(browser, maya):
    body = browser(maya).get("/progress/milestones/").body

    assert (body["week"], body["phase"]) == (4, "weeks_4_to_8")
    assert [one["slug"] for one in body["results"]] == [one.slug for one in MILESTONES]


def test_a_milestone_that_the_rules_see_says_what_it_rests_on(browser, maya):
    body = browser(maya).get("/progress/milestones/").body

    sleep = _one(body, "steadier-sleep")
    # The demo's Maya slept six hours or more on ten of the last fourteen nights.
    assert sleep["reached"]
    assert sleep["based_on"] == "Slept 6 hours or more on 10 of your last 14 nights."
    assert [(one["kind"], one["by"]) for one in sleep["history"]] == [("reached", None)]


def test_it_says_so_in_the_readers_language(browser, maya):
    with as_owner():
        maya.language = "es"
        maya.save(update_fields=["language"])

    sleep = _one(browser(maya).get("/progress/milestones/").body, "steadier-sleep")

    assert sleep["title"] == "Mejor sueño"
    assert sleep["based_on"] == "Durmió 6 horas o más en 10 de sus últimas 14 noches."


def test_what_was_reached_stays_reached_when_later_nights_are_short(browser, maya):
    browser(maya).get("/progress/milestones/")
    with as_owner():
        _sleeps_badly(maya)

    sleep = _one(browser(maya).get("/progress/milestones/").body, "steadier-sleep")

    assert sleep["reached"]
    assert sleep["based_on"]
    assert sleep["now"] == ""


def test_reading_again_keeps_one_row(browser, maya):
    for _ in range(3):
        browser(maya).get("/progress/milestones/")

    assert _events(maya, "steadier-sleep") == ["reached"]


def test_maya_marks_what_no_rule_can_see_and_takes_it_back_with_its_history(browser, maya):
    path = "/progress/milestones/communication/"

    marked = browser(maya).post(path, {"reached": True, "note": "I said no to Dan."}).body
    taken_back = browser(maya).post(path, {"reached": False}).body

    assert _one(marked, "communication")["reached"]
    assert not _one(taken_back, "communication")["reached"]
    history = _one(taken_back, "communication")["history"]
    assert [(one["kind"], one["by"]["name"]) for one in history] == [
        ("marked", "Maya Torres"), ("unmarked", "Maya Torres"),
    ]  # fmt: skip
    assert history[0]["note"] == "I said no to Dan."


def test_marking_twice_leaves_one_row_and_one_trace(browser, maya):
    for _ in range(2):
        browser(maya).post("/progress/milestones/independence/", {"reached": True})

    assert _events(maya, "independence") == ["marked"]
    with as_owner():
        traces = AuditEntry.objects.filter(subject="progress_milestoneevent", actor_id=maya.pk)
        assert [row.detail for row in traces] == ["marked"]


def test_her_clinician_marks_one_too_and_both_read_who_it_was(browser, okafor, maya):
    path = f"/clients/{maya.pk}/progress/milestones/"

    browser(okafor).post(f"{path}relationships/", {"reached": True})

    for reader, where in ((okafor, path), (maya, "/progress/milestones/")):
        found = _one(browser(reader).get(where).body, "relationships")
        assert found["history"][0]["by"]["name"] == "Dr. Ify Okafor"


def test_what_somebody_took_back_the_rules_do_not_set_again(browser, maya):
    browser(maya).get("/progress/milestones/")
    browser(maya).post("/progress/milestones/steadier-sleep/", {"reached": False})

    sleep = _one(browser(maya).get("/progress/milestones/").body, "steadier-sleep")

    assert not sleep["reached"]
    assert sleep["now"]
    assert _events(maya, "steadier-sleep") == ["reached", "unmarked"]


def test_a_milestone_nobody_knows_is_not_there(browser, maya, okafor):
    own = browser(maya).post("/progress/milestones/being-good/", {"reached": True})
    clients = browser(okafor).post(
        f"/clients/{maya.pk}/progress/milestones/being-good/", {"reached": True}
    )

    assert (own.status, clients.status) == (404, 404)
    assert own.body["detail"] == "There is no such milestone."


@pytest.mark.parametrize(
    "body", [{}, {"reached": "yes"}, {"reached": 1}, {"reached": True, "why": "x"},
             {"reached": True, "note": "x" * 501}, {"reached": True, "note": 7}, []],
)  # fmt: skip
def test_a_body_that_is_not_right_is_refused_with_its_field(browser, maya, body):
    answer = browser(maya).post("/progress/milestones/coping/", body)

    assert answer.status == 400
    assert answer.body["detail"]


def test_somebody_who_was_never_enrolled_has_no_milestones(browser, stranger):
    read = browser(stranger).get("/progress/milestones/")
    marked = browser(stranger).post("/progress/milestones/coping/", {"reached": True})

    assert read.body == {"week": None, "phase": None, "results": []}
    assert (marked.status, marked.body["code"]) == (409, "not_enrolled")


def test_after_discharge_maya_still_reads_what_she_reached_and_nothing_new_is_found(browser, maya):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - timedelta(days=12))
        answered(maya, 1, connection=9)

    body = browser(maya).get("/progress/milestones/").body

    assert body["week"] == 2
    assert not _one(body, "less-alone")["reached"]


def test_a_new_enrolment_begins_its_own_milestones(browser, maya):
    browser(maya).post("/progress/milestones/communication/", {"reached": True})
    with as_owner():
        first = Enrolment.objects.get(client=maya)
        Enrolment.objects.filter(pk=first.pk).update(active_until=STORY_DAY - timedelta(days=1))
        Enrolment.objects.create(
            client=maya, program_id=first.program_id, level_of_care="iop", active_from=STORY_DAY
        )

    body = browser(maya).get("/progress/milestones/").body

    assert body["week"] == 1
    assert not _one(body, "communication")["reached"]
    assert _events(maya, "communication") == ["marked"]


def test_the_nightly_run_keeps_milestones_before_anybody_reads(maya):
    services.advise_everyone(at=STORY_TIME)

    assert _events(maya, "steadier-sleep") == ["reached"]


def test_a_mark_is_somebodys(maya):
    with acting_as(System.ADVISER), pytest.raises(NotVisible):
        services.mark(
            client=maya, saying=Saying("coping", reached=True), actor=Actor(role="adviser"),
            at=STORY_TIME,
        )  # fmt: skip


def test_the_overview_shows_days_well_milestones_and_what_helped(browser, maya):
    body = browser(maya).get("/progress/").body

    assert body["days_well"]["total"] == 13
    assert "steadier-sleep" in {one["slug"] for one in body["reached"]}
    assert body["helped_most"] == []
