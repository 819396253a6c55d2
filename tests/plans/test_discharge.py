"""The discharge and aftercare plan: a third kind of plan, with a draft made of what is known."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from core.models import AuditEntry
from plans.models import Plan
from program.models import CareTeamMember, Enrolment, Participant, Session
from skills.models import Practice, Skill
from tests.care.words import goal, medication, of, referral
from tests.conftest import as_owner
from tests.http import Browser
from tests.plans.words import RELAPSE, of_maya, relapse_plan
from tests.story import STORY_DAY, STORY_TIME

DISCHARGE = "/plans/discharge/"
OFFERED = "/discharge-suggestions/"
SECTIONS = [
    "warning_signs", "what_works", "appointments", "contacts", "medications", "goals",
    "first_weeks", "after_use",
]  # fmt: skip
VISIT = {"what": "Harbor Clinic", "when": "Tuesdays at ten", "where": "Pier 4", "phone": ""}


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _plan(base=0, **steps):
    return {
        "base_version": base,
        "steps": {
            "warning_signs": ["I stop answering the phone"],
            "what_works": ["Paced breathing"],
            "appointments": [VISIT],
            "contacts": [{"name": "Jo", "phone": "617-555-0140"}],
            "medications": [{"name": "Naltrexone", "how": "one in the morning"}],
            "goals": ["See Luz again"],
            "first_weeks": ["Group on Mondays", "Sunday lunch with Luz"],
            "after_use": ["Call Dr. Okafor the same day"],
            **steps,
        },
    }


def _offered(person, path=OFFERED):
    answer = Browser(person).get(path)
    assert answer.status == 200, answer
    assert list(answer.body) == SECTIONS
    return {
        (section, one["origin"], json.dumps(one["value"]))
        for section, found in answer.body.items()
        for one in found
    }


def _origins(offered):
    return {(section, origin) for section, origin, _ in offered}


@pytest.fixture
def known(maya, okafor, db):
    """A relapse-prevention plan, a practice that helped, sessions, referrals, people, and so on."""
    mine, hers = Browser(maya), Browser(okafor)
    mine.send("PUT", RELAPSE, relapse_plan())
    mine.post(
        "/support-people/", {"name": "Dana", "relationship": "friend", "phone": "617-555-0143"}
    )
    mine.post("/goals/", goal())
    hers.post(of(maya, "/medications/"), medication())
    hers.post(of(maya, "/referrals/"), referral(for_client=True))
    hers.post(of(maya, "/referrals/"), referral(to="Not yet told"))
    with as_owner():
        skill, _ = Skill.objects.get_or_create(
            slug="tea", language="en", version="1",
            defaults={"content": {"title": "A cup of tea", "minutes": 5}, "current": True,
                      "published_at": STORY_TIME, "origin": "clinic"},
        )  # fmt: skip
        for before, after in ((8, 4), (7, 4), (8, 5)):
            Practice.objects.create(
                client=maya, skill=skill, submission_id=uuid4(), started_at=STORY_TIME,
                received_at=STORY_TIME, need="craving", before=before, after=after,
            )  # fmt: skip
        _session(maya, "Discharge meeting", hours=2)
        _session(maya, "Long ago", hours=-48)
        _session(maya, "Cancelled", hours=3, cancelled_at=STORY_TIME, cancelled_by=okafor)


def _session(maya, title, *, hours, **changes):
    starts_at = STORY_TIME + timedelta(hours=hours)
    session = Session.objects.create(
        program=Enrolment.objects.get(client=maya).program, kind="individual", title=title,
        starts_at=starts_at, ends_at=starts_at + timedelta(minutes=50), place="Room 9", **changes,
    )  # fmt: skip
    Participant.objects.create(session=session, client=maya)


def test_it_is_written_read_and_signed_like_the_other_plans(maya, okafor):
    written = Browser(maya).send("PUT", DISCHARGE, _plan())
    for person, path in ((maya, DISCHARGE), (okafor, of_maya(maya, DISCHARGE))):
        signed = Browser(person).post(f"{path}sign/", {"version": 1})

    assert (written.status, written.body["kind"]) == (201, "discharge")
    assert written.body["steps"] == _plan()["steps"]
    assert signed.body["state"] == "signed"
    assert signed.body["clinician"] == {"name": "Dr. Ify Okafor"}


def test_a_change_is_a_version_that_both_sign_again(maya, okafor):
    Browser(maya).send("PUT", DISCHARGE, _plan())
    Browser(maya).post(f"{DISCHARGE}sign/", {"version": 1})

    changed = Browser(okafor).send("PUT", of_maya(maya, DISCHARGE), _plan(1, goals=["Rest"]))

    assert (changed.body["version"], changed.body["state"]) == (2, "draft")
    history = Browser(maya).get(f"{DISCHARGE}history/").body["results"]
    assert [row["version"] for row in history] == [2, 1]


def test_sections_that_are_left_out_are_empty(maya):
    answer = Browser(maya).send("PUT", DISCHARGE, {"base_version": 0, "steps": {"goals": ["Rest"]}})

    empty = {name: [] for name in SECTIONS}
    assert answer.body["steps"] == {**empty, "goals": ["Rest"]}


@pytest.mark.parametrize(
    "steps",
    [
        {"goals": "Rest"},
        {"goals": ["x" * 281]},
        {"goals": ["x"] * 13},
        {"appointments": [{"when": "Tuesdays"}]},
        {"appointments": [{**VISIT, "phone": "call me"}]},
        {"medications": [{"name": ""}]},
        {"medications": [{"name": "Naltrexone", "dose": 50}]},
        {"contacts": [{"name": "Jo", "phone": "x"}]},
        {"safer": []},
        {name: [] for name in SECTIONS},
    ],
)
def test_what_is_wrong_is_named(maya, steps):
    answer = Browser(maya).send("PUT", DISCHARGE, {"base_version": 0, "steps": steps})

    assert answer.status == 400
    assert list(answer.body["fields"]) == ["steps"]


@pytest.mark.usefixtures("known")
def test_the_draft_says_of_each_thing_where_it_stands_already(maya):
    offered = _offered(maya)

    assert {
        ("warning_signs", "relapse_prevention_plan", '"flat"'),
        ("warning_signs", "relapse_prevention_plan", '"late"'),
        ("after_use", "relapse_prevention_plan", '"keep naloxone in the bag"'),
        ("contacts", "relapse_prevention_plan", '{"name": "Jo", "phone": "617-555-0140"}'),
        ("contacts", "support_person", '{"name": "Dana", "phone": "617-555-0143"}'),
        ("what_works", "practices", '"A cup of tea"'),
        ("medications", "medication", '{"name": "Naltrexone", "how": "50 mg in the morning"}'),
        ("goals", "goal", '"See Luz again"'),
    } <= offered
    visits = {(json.loads(value)["what"], origin) for section, origin, value in offered
              if section == "appointments"}  # fmt: skip
    assert {("Discharge meeting", "timetable"), ("Harbor Clinic", "referral")} <= visits
    assert visits.isdisjoint({("Long ago", "timetable"), ("Cancelled", "timetable")})
    assert not any(what == "Not yet told" for what, _ in visits)


@pytest.mark.usefixtures("known")
def test_appointments_are_told_on_the_clients_own_clock(maya):
    (found,) = [json.loads(value) for section, _, value in _offered(maya)
                if section == "appointments" and "Discharge" in value]  # fmt: skip

    local = STORY_TIME + timedelta(hours=2)
    assert found["where"] == "Room 9"
    assert found["when"] != f"{local:%Y-%m-%d %H:%M}"
    assert found["when"].startswith(f"{local:%Y-%m-%d}")


@pytest.mark.usefixtures("known")
def test_a_clinician_is_offered_all_but_the_people_who_are_the_clients_alone(maya, okafor):
    mine, theirs = _offered(maya), _offered(okafor, of(maya, OFFERED))

    assert _origins(mine) - _origins(theirs) == {("contacts", "support_person")}
    assert any("Not yet told" in value for _, _, value in theirs)


@pytest.mark.usefixtures("known")
def test_what_is_written_already_is_not_offered_again_and_nothing_is_offered_twice(maya):
    before = Browser(maya).get(OFFERED).body
    Browser(maya).send(
        "PUT",
        DISCHARGE,
        {"base_version": 0, "steps": {"goals": ["See Luz again"], "warning_signs": ["flat"]}},
    )

    after = Browser(maya).get(OFFERED).body

    assert before["goals"] == [{"origin": "goal", "value": "See Luz again"}]
    assert after["goals"] == []
    assert "flat" not in [one["value"] for one in after["warning_signs"]]


@pytest.mark.usefixtures("known")
def test_reading_the_draft_writes_no_plan(maya, okafor):
    _offered(maya)
    _offered(okafor, of(maya, OFFERED))

    with as_owner():
        assert Plan.objects.filter(client=maya, kind="discharge").count() == 0
        entries = AuditEntry.objects.filter(actor_id=okafor.pk, action="suggest")
        assert [entry.client_ids for entry in entries] == [[maya.pk]]


def test_with_nothing_known_nothing_is_offered(stranger):
    assert _offered(stranger) == set()


@pytest.mark.parametrize("name", ["lee", "grace", "rosa", "tom", "ben", "ada"])
def test_nobody_else_reads_the_plan_or_its_draft(maya, name, request):
    browser = Browser(request.getfixturevalue(name))
    Browser(maya).send("PUT", DISCHARGE, _plan())

    paths = [of(maya, OFFERED), of_maya(maya, DISCHARGE), f"{of_maya(maya, DISCHARGE)}history/"]

    assert [browser.get(path).status for path in paths] == [404] * 3


def _discharged(maya, *, team_until):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY)
        CareTeamMember.objects.filter(client=maya, active_until=None).update(
            active_until=team_until
        )


def test_after_discharge_it_can_be_finished_while_the_team_is_there(maya):
    browser = Browser(maya)
    browser.send("PUT", DISCHARGE, _plan())
    _discharged(maya, team_until=STORY_DAY + timedelta(days=14))

    written = browser.send("PUT", DISCHARGE, _plan(1, goals=["Other"]))
    signed = browser.post(f"{DISCHARGE}sign/", {"version": 2})
    other = browser.send("PUT", RELAPSE, relapse_plan())

    assert [written.status, signed.status] == [201, 200]
    assert (other.status, other.body["code"]) == (403, "not_enrolled")


def test_once_the_team_is_gone_it_is_read_and_no_longer_written(maya):
    browser = Browser(maya)
    browser.send("PUT", DISCHARGE, _plan())
    _discharged(maya, team_until=STORY_DAY)

    refused = [
        browser.send("PUT", DISCHARGE, _plan(1, goals=["Other"])),
        browser.post(f"{DISCHARGE}sign/", {"version": 1}),
    ]
    read = [browser.get(DISCHARGE), browser.get(f"{DISCHARGE}history/"), browser.get(OFFERED)]

    assert [(one.status, one.body["code"]) for one in refused] == [(403, "not_enrolled")] * 2
    assert [one.status for one in read] == [200] * 3


def test_once_the_team_is_gone_clinicians_have_no_way_to_it(maya, okafor):
    Browser(maya).send("PUT", DISCHARGE, _plan())
    _discharged(maya, team_until=STORY_DAY)
    browser = Browser(okafor)

    paths = [of_maya(maya, DISCHARGE), of(maya, OFFERED), of(maya, "/medications/")]

    assert [browser.get(path).status for path in paths] == [404] * 3
