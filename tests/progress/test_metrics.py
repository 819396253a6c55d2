"""Metrics over alerts: the sums, who reads them, and what is withheld."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from alerts.models import Step
from core.identity import be_person
from program.models import CareTeamMember, Enrolment
from progress.rules import metrics as rules
from progress.services.metrics import Over, metrics_of
from tests.conftest import as_owner
from tests.factories import alert_about, client_with_team, someone
from tests.story import STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def team(db):
    """A program of one supervised client, and who looks after them."""
    with as_owner():
        robin = someone("robin", "clinician")
        client = client_with_team(robin)
        CareTeamMember.objects.filter(client=client).update(role="supervisor")
        return robin, client, Enrolment.objects.get(client=client).program


def _answered(client, robin, *, waited, took, outcome="safe", contacted=True, **fields):
    raised_at = STORY_TIME - 2 * DAY
    taken_at = raised_at + waited
    alert = alert_about(
        client, raised_at=raised_at, acknowledged_at=taken_at, acknowledged_by=robin,
        resolved_at=raised_at + took, resolved_by=robin, action="called", outcome=outcome,
        note="x", contacted_at=taken_at if contacted else None, **fields,
    )  # fmt: skip
    for kind, at in (("told", raised_at), ("acknowledged", taken_at)):
        Step.objects.create(alert=alert, client=client, kind=kind, at=at, person=robin)
    return alert


def _read(over, reader):
    be_person(reader.pk)
    return metrics_of(over=over, at=STORY_TIME)


def test_it_sums_up_what_became_of_alerts(team):
    robin, client, program = team
    with as_owner():
        _answered(client, robin, waited=10 * MINUTE, took=2 * HOUR, tier="high", useful=True)
        _answered(client, robin, waited=2 * HOUR, took=6 * HOUR, tier="high", family="use")
        _answered(
            client, robin, waited=5 * MINUTE, took=5 * MINUTE + timedelta(seconds=20), tier="high",
            family="signs", outcome="no_concern", contacted=False, useful=False,
            useless_because="known",
        )  # fmt: skip
        alert_about(client, tier="medium", family="silence", due_at=STORY_TIME - HOUR)

    found = _read(Over(program, 4, withholds=False), robin)

    high, medium = sorted(found["tiers"], key=lambda row: row["tier"])
    assert (high["alerts"], high["overdue"], high["dismissed_unread"]) == (3, 1, 1)
    assert high["action_rate"] == pytest.approx(2 / 3, abs=0.001)
    assert high["useful_share"] == 0.5
    assert (medium["alerts"], medium["overdue"], medium["action_rate"]) == (1, 1, None)
    assert (found["open"], found["overdue_now"]) == (1, 1)
    waits = {(row.tier, row.until): (row.n, row.median) for row in found["times"]}
    assert waits["high", "acknowledge"] == (3, 10.0)
    assert waits["high", "resolve"] == (3, 120.0)
    (load,) = found["load"]
    assert (load["clinician"]["name"], load["alerts"], load["most_a_day"]) == ("Robin", 3, 3)


def test_a_version_beside_the_other_is_before_and_after(team):
    robin, client, program = team
    with as_owner():
        for days, version in ((30, "rules-1"), (10, "rules-1"), (3, "rules-2")):
            alert = alert_about(client, tier="critical", raised_at=STORY_TIME - days * DAY)
            type(alert.assessment).objects.filter(pk=alert.assessment_id).update(
                rule_version=version
            )
        Enrolment.objects.filter(client=client).update(active_from=(STORY_TIME - 60 * DAY).date())

    rows = {row["rule_version"]: row for row in _read(Over(program, 8, False), robin)["versions"]}

    assert (rows["rules-1"]["alerts"], rows["rules-1"]["alerts_a_week"]) == (2, 0.52)
    assert rows["rules-1"]["last_on"] < rows["rules-2"]["first_on"]


def test_small_groups_are_withheld_from_who_does_not_see_the_alerts(team, browser, ada):
    robin, client, program = team
    with as_owner():
        alert_about(client, tier="high", family="use")

    path = f"/alerts/metrics/{program.pk}/"
    seen = browser(robin).get(path).body
    withheld = browser(ada).get(path).body

    assert [row["alerts"] for row in seen["families"]] == [1]
    assert [row["alerts"] for row in withheld["families"]] == [None]
    assert withheld["families"][0]["withheld"] is True
    assert withheld["levels"][0]["alerts"] is None
    assert withheld["tiers"][0]["alerts"] == 1


def test_only_who_supervises_or_administers_reads_them(team, browser, okafor, ada, maya):
    robin, _, program = team
    listed = browser(robin).get("/alerts/metrics/").body["results"]

    assert [row["id"] for row in listed] == [str(program.pk)]
    assert browser(okafor).get("/alerts/metrics/").body["results"] == []
    for person in (okafor, maya):
        assert browser(person).get(f"/alerts/metrics/{program.pk}/").status == 404
    assert browser(ada).get(f"/alerts/metrics/{program.pk}/", weeks="27").status == 400


def test_the_table_to_download_says_the_same_and_names_no_client(team, browser, ada):
    _, client, program = team
    with as_owner():
        alert_about(client, tier="high", family="use")

    answer = browser(ada).get(f"/alerts/metrics/{program.pk}/csv/")

    lines = answer.content.decode().splitlines()
    assert lines[0] == "section,from,group,measure,value"
    assert any(line.startswith("families,") and line.endswith(",withheld") for line in lines)
    assert client.name not in answer.content.decode()
    assert answer.headers["Content-Type"].startswith("text/csv")


def test_sums_over_many_alerts_cost_what_sums_over_one_do(team):
    robin, client, program = team

    def cost():
        with CaptureQueriesContext(connection) as sent:
            _read(Over(program, 12, withholds=True), robin)
        return len(sent)

    with as_owner():
        alert_about(client, tier="critical")
    one = cost()
    with as_owner():
        for _ in range(30):
            alert_about(client, tier="critical")

    assert cost() == one


def identity():
    """Return who the database believes is asking."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('app.person_id', true), current_setting('app.system', true)"
        )
        return cursor.fetchone()


def test_the_reader_is_again_who_they_were(team, browser):
    robin, _, program = team
    answer = browser(robin).get(f"/alerts/metrics/{program.pk}/")

    assert answer.status == 200
    assert identity() == (str(robin.pk), "")


# --- What is withheld: the rule -------------------------------------------------------------------


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 40), max_size=6))
def test_no_small_group_stands_alone_to_be_worked_out(people):
    hidden = rules.withheld(people)

    assert all(key in hidden for key, count in people.items() if 0 < count < rules.LEAST)
    assert all(people[key] for key in hidden)
    shown = [key for key, count in people.items() if count and key not in hidden]
    assert len(hidden) != 1 or not shown


def test_the_budget_is_fewer_than_five_a_day():
    assert rules.over_budget(5.0)
    assert not rules.over_budget(4.9)
    assert rules.share(0, 0) is None
