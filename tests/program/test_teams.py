"""Care teams: who joins and who leaves, and that access follows it to the day."""

import pytest
import time_machine

from program import access, services
from program.models import CareTeamMember, Enrolment, Participant
from program.services import Place
from program.services.refusals import Ended, Invalid, NobodyLeft, OnTeam
from tests.conftest import as_owner
from tests.program.stage import ADA, DAY, TOMORROW, acting, session
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db


def mayas():
    with as_owner():
        return Enrolment.objects.select_related("program").get(client__email="maya@example.org")


def place_of(clinician):
    with as_owner():
        return CareTeamMember.objects.select_related("program").get(
            clinician=clinician, client__email="maya@example.org"
        )


def add(clinician, on=STORY_DAY):
    with acting("ada"):
        return services.join_team(
            enrolment=mayas(), clinician=clinician, place=Place("therapist", 2, on), actor=ADA,
            at=STORY_TIME,
        )  # fmt: skip


def end(clinician, on=STORY_DAY, nobody_left=False):
    with acting("ada"):
        return services.end_place(
            member=place_of(clinician), on=on, nobody_left=nobody_left, actor=ADA, at=STORY_TIME
        )


def sees(person, client):
    with acting(person.email.partition("@")[0]):
        return access.clients_visible_to(person).filter(pk=client.pk).exists()


def test_lee_sees_maya_from_the_day_on_which_he_joins(lee, maya):
    assert not sees(lee, maya)

    add(lee)

    assert sees(lee, maya)


def test_who_joins_tomorrow_sees_nothing_today(lee, maya):
    add(lee, on=STORY_DAY + 2 * DAY)

    assert not sees(lee, maya)


def test_who_leaves_today_sees_nothing_from_today_on(browser, okafor, maya):
    assert sees(okafor, maya)

    end(okafor)

    assert not sees(okafor, maya)
    for path in ("enrolment", "check-ins"):
        assert browser(okafor).get(f"/clients/{maya.pk}/{path}/").status == 404


def test_who_leaves_tomorrow_still_sees_her_today(okafor, maya):
    end(okafor, on=TOMORROW)

    assert sees(okafor, maya)


def test_grace_who_left_sees_neither_maya_nor_her_sessions(browser, grace, maya):
    with time_machine.travel(STORY_TIME, tick=False):
        days = {"from": STORY_DAY.isoformat(), "to": TOMORROW.isoformat()}
        schedule = browser(grace).get("/schedule/", **days).body["results"]
        record = browser(grace).get(f"/clients/{maya.pk}/enrolment/")

    assert not sees(grace, maya)
    assert schedule == []
    assert record.status == 404


def test_a_leader_who_is_not_on_the_team_knows_her_name_and_not_her_record(browser, lee, maya):
    found = session(clinicians=[lee], starts_at=STORY_TIME + DAY)
    with acting("ada"):
        services.invite(session=found, client=maya, actor=ADA, at=STORY_TIME)

    with time_machine.travel(STORY_TIME, tick=False):
        roster = browser(lee).get(f"/schedule/{found.pk}/")
        record = browser(lee).get(f"/clients/{maya.pk}/enrolment/")

    assert [one["name"] for one in roster.body["entries"]] == ["Maya Torres"]
    assert record.status == 404


def test_a_leader_reads_no_roster_of_three_weeks_ago(browser, lee, maya):
    found = session(clinicians=[lee])
    with as_owner():
        long_ago = STORY_TIME - 21 * DAY
        type(found).objects.filter(pk=found.pk).update(
            starts_at=long_ago, ends_at=long_ago + DAY / 24
        )
        Participant.objects.create(session=found, client=maya)

    roster = browser(lee).get(f"/schedule/{found.pk}/")

    assert (roster.status, roster.body["entries"]) == (200, [])


def test_nobody_is_on_a_team_twice_and_may_come_back(okafor):
    with pytest.raises(OnTeam):
        add(okafor)

    end(okafor)

    assert add(okafor).pk


def test_a_client_is_never_left_without_anybody_by_accident(okafor, nadia):
    end(nadia)
    with pytest.raises(NobodyLeft):
        end(okafor)
    assert place_of(okafor).active_until is None

    end(okafor, nobody_left=True)

    assert place_of(okafor).active_until == STORY_DAY


def test_somebody_whose_account_is_closed_does_not_count(okafor, nadia):
    with as_owner():
        type(nadia).objects.filter(pk=nadia.pk).update(is_active=False)

    with pytest.raises(NobodyLeft):
        end(okafor)


def test_the_last_may_leave_with_the_day_of_discharge(okafor, nadia):
    end(nadia)
    with as_owner():
        Enrolment.objects.filter(client__email="maya@example.org").update(active_until=TOMORROW)

    assert end(okafor, on=TOMORROW).active_until == TOMORROW


def test_nobody_leaves_twice_or_yesterday(okafor):
    with pytest.raises(Invalid):
        end(okafor, on=STORY_DAY - DAY)
    end(okafor)

    with pytest.raises(Ended):
        end(okafor)


def test_only_a_clinician_with_an_open_account_joins(maya, rosa, lee):
    with as_owner():
        type(lee).objects.filter(pk=lee.pk).update(is_active=False)
        lee.refresh_from_db()

    for person in (maya, rosa, lee):
        with pytest.raises(Invalid) as refusal:
            add(person)
        assert list(refusal.value.members["fields"]) == ["clinician"]


def test_ada_changes_in_which_order_people_are_told(browser, ada, nadia):
    answer = browser(ada).send(
        "PUT", f"/team/{place_of(nadia).pk}/", {"role": "supervisor", "rung": 4}
    )

    assert (answer.body["role"], answer.body["rung"]) == ("supervisor", 4)


def test_ending_the_last_place_asks_first(browser, ada, okafor, nadia):
    end(nadia)
    address = f"/team/{place_of(okafor).pk}/end/"

    asked = browser(ada).post(address, {"on": STORY_DAY.isoformat()})
    meant = browser(ada).post(address, {"on": STORY_DAY.isoformat(), "nobody_left": True})

    assert (asked.status, asked.body["code"], meant.status) == (409, "nobody_left", 200)
