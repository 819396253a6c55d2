"""Episodes: enrol, step up and down on a day, discharge, come back. Access follows the day."""

from datetime import timedelta

import pytest
import time_machine

from core.identity import System, acting_as
from core.models import AuditEntry
from program import access, selectors, services
from program.models import CareTeamMember, Enrolment, LevelChange, Participant
from program.services import Admission, Discharge, Step
from program.services.refusals import (
    AlreadyEnrolled,
    ChangeInForce,
    ChangePlanned,
    Discharged,
    Invalid,
)
from tests.conftest import as_owner
from tests.factories import someone
from tests.program.stage import (
    ADA,
    DAY,
    OKAFOR,
    TOMORROW,
    acting,
    expected,
    join,
    river,
    series,
    track,
)
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(monkeypatch):
    """Collect the news that is published."""
    found = []
    monkeypatch.setattr(
        "core.outbox.publish", lambda event, *, at, **ids: found.append((event, ids))
    )
    return found


def mayas():
    with as_owner():
        return Enrolment.objects.select_related("program").get(client__email="maya@example.org")


def step(level="php", on=STORY_DAY, at=STORY_TIME, by="okafor", **changes):
    actor = OKAFOR if by == "okafor" else ADA
    with acting(by):
        return services.change_level(
            enrolment=mayas(),
            step=Step(level, changes.get("reason", "needs_more_support"), on, "She asked."),
            actor=actor,
            at=at,
        )


def discharge(on=STORY_DAY, at=STORY_TIME, by="okafor"):
    with acting(by):
        return services.discharge(
            enrolment=mayas(),
            end=Discharge("completed", on),
            actor=OKAFOR if by == "okafor" else ADA,
            at=at,
        )


def enrol(client, on=STORY_DAY, weeks=8):
    with acting("ada"):
        return services.enrol(
            client=client, admission=Admission(river(), "iop", on, weeks), actor=ADA, at=STORY_TIME
        )


def put_into_force(at):
    with acting_as(System.TIMETABLE):
        return services.put_into_force(at=at)


def test_a_new_client_is_enrolled_and_in_their_first_week(stranger):
    found = enrol(stranger)

    assert selectors.week_number(found, STORY_DAY) == 1
    with as_owner():
        assert AuditEntry.objects.filter(action="enrol", client_ids=[stranger.pk]).exists()


def test_nobody_is_enrolled_twice_at_a_time(maya):
    with pytest.raises(AlreadyEnrolled):
        enrol(maya)


def test_an_enrolment_to_come_may_not_reach_into_one_that_has_an_end(maya):
    discharge(on=STORY_DAY + 10 * DAY)

    with pytest.raises(AlreadyEnrolled):
        enrol(maya, on=STORY_DAY + 9 * DAY)

    assert enrol(maya, on=STORY_DAY + 10 * DAY).pk


def test_who_comes_back_has_a_new_episode_and_a_new_first_week(maya):
    discharge()

    again = enrol(maya)

    with as_owner():
        assert Enrolment.objects.filter(client=maya).count() == 2
    assert selectors.week_number(again, STORY_DAY) == 1


def test_only_clients_are_enrolled(okafor):
    with pytest.raises(Invalid) as refusal:
        enrol(okafor)

    assert list(refusal.value.members["fields"]) == ["client"]


def test_a_step_of_today_is_in_force_at_once_and_told(told):
    change = step("php")

    assert mayas().level_of_care == "php"
    assert change.applied_at == STORY_TIME
    assert [event for event, _ in told] == ["enrolment.level_changed"]


def test_a_step_to_come_waits_for_its_day(told):
    step("outpatient", on=STORY_DAY + 7 * DAY, reason="goals_met")

    early = put_into_force(STORY_TIME + 6 * DAY)
    before = mayas().level_of_care
    due = put_into_force(STORY_TIME + 7 * DAY)
    again = put_into_force(STORY_TIME + 7 * DAY)

    assert (early, before, due, again) == (0, "iop", 1, 0)
    assert mayas().level_of_care == "outpatient"
    assert [event for event, _ in told] == ["enrolment.level_changed"]


def test_the_level_on_each_day_is_read_from_the_rows(maya):
    step("php", on=STORY_DAY - 3 * DAY)
    step("outpatient", on=STORY_DAY + 5 * DAY)

    with as_owner():
        offsets = (-9, -3, 0, 4, 5, 50)
        found = [selectors.level_on(mayas(), STORY_DAY + days * DAY) for days in offsets]
    assert found == ["iop", "php", "php", "php", "outpatient", "outpatient"]


def test_one_change_is_to_come_at_a_time_and_can_be_taken_back():
    change = step("outpatient", on=TOMORROW)
    with pytest.raises(ChangePlanned):
        step("php", on=TOMORROW)

    with acting("okafor"):
        services.withdraw_level_change(change=change, actor=OKAFOR, at=STORY_TIME)
    with acting("okafor"), pytest.raises(ChangeInForce):
        services.withdraw_level_change(change=change, actor=OKAFOR, at=STORY_TIME)

    assert put_into_force(STORY_TIME + 3 * DAY) == 0
    assert step("php", on=TOMORROW).pk
    with as_owner():
        assert LevelChange.objects.count() == 2


@pytest.mark.parametrize(
    ("level", "days", "field"),
    [("iop", 0, "to_level"), ("php", -40, "effective_on"), ("php", 400, "effective_on")],
)
def test_a_step_that_cannot_be_meant_is_refused_by_its_field(level, days, field):
    with pytest.raises(Invalid) as refusal:
        step(level, on=STORY_DAY + days * DAY)

    assert list(refusal.value.members["fields"]) == [field]


def test_a_step_is_never_before_the_last_one():
    step("php", on=STORY_DAY)

    with pytest.raises(Invalid):
        step("iop", on=STORY_DAY - DAY)


def test_discharge_ends_what_was_followed_and_expected(maya, told):
    morning, alone = track(), series(minute=15 * 60)
    followed = series(track=morning)
    join(morning, maya)
    join(alone, maya)

    discharge(on=STORY_DAY + 5 * DAY)

    assert expected(maya, followed) == [STORY_DAY + offset * DAY for offset in range(1, 5)]
    assert expected(maya, alone)[-1] == STORY_DAY + 4 * DAY
    with as_owner():
        assert (
            Participant.objects.filter(
                client=maya, session__starts_at__gt=STORY_TIME + 6 * DAY
            ).count()
            == 0
        )
    assert told == []


def test_discharge_of_today_is_told_at_once_and_one_to_come_on_its_day(told):
    discharge(on=STORY_DAY + 2 * DAY)
    put_into_force(STORY_TIME + DAY)
    before = list(told)
    put_into_force(STORY_TIME + 2 * DAY)
    put_into_force(STORY_TIME + 2 * DAY)

    assert before == []
    assert [event for event, _ in told] == ["enrolment.discharged"]


def test_the_team_stays_fourteen_days_and_not_longer(maya):
    discharge()

    with as_owner():
        ends = CareTeamMember.objects.filter(client=maya).exclude(clinician__name="Grace Ahn")
        assert set(ends.values_list("active_until", flat=True)) == {STORY_DAY + 14 * DAY}
        grace = CareTeamMember.objects.get(client=maya, clinician__name="Grace Ahn")
        assert grace.active_until < STORY_DAY


def test_a_change_to_come_is_taken_back_by_discharge():
    step("outpatient", on=STORY_DAY + 3 * DAY)

    discharge(on=TOMORROW)

    assert put_into_force(STORY_TIME + 4 * DAY) == 1  # the discharge alone
    assert mayas().level_of_care == "iop"


def test_nobody_is_discharged_twice_or_long_ago():
    with pytest.raises(Invalid):
        discharge(on=STORY_DAY - 8 * DAY)
    discharge()

    with pytest.raises(Discharged):
        discharge(on=TOMORROW)


def test_what_is_shared_with_rosa_ends_with_discharge(browser, rosa, maya):
    before = browser(rosa).get("/family/shared/").body

    discharge()

    after = browser(rosa).get("/family/shared/").body
    assert "Maya" in str(before)
    assert "Maya" not in str(after)


@time_machine.travel(STORY_TIME, tick=False)
def test_on_the_day_of_discharge_maya_is_enrolled_no_more(maya):
    discharge()

    with acting("maya"), pytest.raises(access.NotEnrolled):
        access.own_enrolment(maya, at=STORY_TIME)


def test_a_clinician_who_does_not_look_after_maya_changes_nothing(lee):
    row = mayas()
    with acting("lee"):
        assert Enrolment.objects.filter(pk=row.pk).update(level_of_care="php") == 0
    with as_owner():
        assert mayas().level_of_care == "iop"


def test_weeks_planned_are_six_to_twelve(browser, ada, maya):
    row = mayas()

    wrong = browser(ada).send("PUT", f"/enrolments/{row.pk}/", {"planned_weeks": 13})
    right = browser(ada).send("PUT", f"/enrolments/{row.pk}/", {"planned_weeks": 12})

    assert (wrong.status, list(wrong.body["fields"])) == (400, ["planned_weeks"])
    assert right.body["enrolment"]["planned_weeks"] == 12


def test_a_person_without_a_clients_account_is_refused(ada):
    with as_owner():
        relative = someone("dana", "family")

    with pytest.raises(Invalid):
        enrol(relative, on=STORY_DAY + timedelta(days=1))
