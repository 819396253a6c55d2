"""A clinician's caseload: who comes first, what is shown of each, and what it costs."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import settings as example_settings
from hypothesis import strategies as st

from accounts.models import User
from core import identity
from core.identity import System, acting_as
from core.models import AuditEntry
from program.models import CareTeamMember
from progress.models import Standing
from progress.rules.caseload import GRAVITY, ORDER, need
from progress.rules.caseload import Standing as Facts
from progress.selectors.caseload import Wanted, page_of
from tests.conftest import as_owner
from tests.factories import alert_about, checked_in, client_with_team, someone
from tests.progress.weeks import expected_at
from tests.story import STORY_DAY, STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def robin(db):
    """A clinician who as yet looks after nobody."""
    with as_owner():
        return someone("robin", "clinician")


def _client(robin, name, *, heard=0, tier="", due=HOUR, **fields):
    """Make a client of Robin's, last heard of so many days ago, with an alert perhaps."""
    client = client_with_team(robin, name=name)
    if heard is not None:
        checked_in(client, STORY_DAY - timedelta(days=heard), mood=4, craving=6)
    if tier:
        alert_about(client, tier=tier, due_at=STORY_TIME + due, due_by=STORY_TIME + due, **fields)
    return client


def _names(answer):
    assert answer.status == 200, answer
    return [row["client"]["name"] for row in answer.body["results"]]


def test_whoever_needs_somebody_most_comes_first(browser, robin):
    with as_owner():
        _client(robin, "well")
        _client(robin, "medium", tier="medium", family="signs")
        _client(robin, "silent", heard=4)
        _client(robin, "late", tier="medium", family="signs", due=-HOUR)
        _client(robin, "high", tier="high")
        _client(robin, "critical", tier="critical")

    answer = browser(robin).get("/caseload/")

    assert _names(answer) == ["Critical", "High", "Late", "Silent", "Medium", "Well"]
    needs = [row["need"] for row in answer.body["results"]]
    assert needs == ["critical", "high", "overdue", "silent", "medium", "none"]


def test_who_never_checked_in_is_silent_since_they_came(browser, robin):
    with as_owner():
        _client(robin, "new", heard=None)

    (row,) = browser(robin).get("/caseload/").body["results"]

    assert (row["need"], row["last_check_in_on"], row["silent_days"]) == ("silent", None, None)


def test_a_row_shows_what_there_is_and_gaps_as_gaps(browser, robin):
    with as_owner():
        client = _client(robin, "noor", heard=2)
        checked_in(client, STORY_DAY - timedelta(days=2), mood=7, craving=None, version=2)
        alert_about(client, tier="medium", family="signs")
        alert_about(client, tier="high", family="use", due_by=STORY_TIME - HOUR)
        for days, attendance in ((1, "absent"), (2, "present"), (3, ""), (20, "absent")):
            expected_at(client, STORY_TIME - days * DAY, attendance=attendance, by=robin)
        expected_at(client, STORY_TIME + HOUR, cancelled_by=robin)
        following = expected_at(client, STORY_TIME + DAY)

    (row,) = browser(robin).get("/caseload/").body["results"]

    assert (row["level_of_care"], row["week"], row["role"]) == ("iop", 5, "therapist")
    assert row["last_check_in_on"] == (STORY_DAY - timedelta(days=2)).isoformat()
    assert row["sparkline"]["mood"] == [None] * 11 + [7, None, None]
    assert row["sparkline"]["craving"] == [None] * 14
    assert (row["alerts"]["count"], row["alerts"]["tier"]) == (2, "high")
    assert row["alerts"]["overdue"] is True
    assert (row["sessions"]["expected"], row["sessions"]["missed"]) == (2, 1)
    assert row["sessions"]["next"]["id"] == str(following.pk)


def test_a_moved_session_moves_the_clients_place_with_it(browser, robin):
    with as_owner():
        client = _client(robin, "noor")
        session = expected_at(client, STORY_TIME + DAY)
        moved = STORY_TIME + 2 * DAY
        type(session).objects.filter(pk=session.pk).update(starts_at=moved, ends_at=moved + HOUR)

    (row,) = browser(robin).get("/caseload/").body["results"]

    assert row["sessions"]["next"]["starts_at"].startswith(moved.date().isoformat())


def test_it_can_be_sorted_filtered_and_searched(browser, robin):
    with as_owner():
        for name, heard in (("zoe", 0), ("adam", 5), ("mila_100", 1)):
            _client(robin, name, heard=heard)
        CareTeamMember.objects.filter(client__name="Zoe").update(role="supervisor")
    reader = browser(robin)

    assert _names(reader.get("/caseload/", sort="name")) == ["Adam", "Mila_100", "Zoe"]
    assert _names(reader.get("/caseload/", sort="last_check_in")) == ["Adam", "Mila_100", "Zoe"]
    assert _names(reader.get("/caseload/", role="supervisor")) == ["Zoe"]
    assert _names(reader.get("/caseload/", name="DAM")) == ["Adam"]
    assert _names(reader.get("/caseload/", name="_1")) == ["Mila_100"]
    assert _names(reader.get("/caseload/", level="php")) == []
    assert len(_names(reader.get("/caseload/", sort="week", level="iop", name="a"))) == 2


@pytest.mark.parametrize(
    ("query", "field"),
    [({"sort": "x"}, "sort"), ({"level": "x"}, "level"), ({"page": "0"}, "page"),
     ({"page_size": "201"}, "page_size"), ({"odd": "1"}, "odd"), ({"name": "\x00"}, "name")],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(browser, robin, query, field):
    answer = browser(robin).get("/caseload/", **query)

    assert answer.status == 400
    assert field in answer.body["fields"]


def test_pages_follow_one_another_and_hold_everybody_once(browser, robin):
    with as_owner():
        for place in range(5):
            _client(robin, f"c{place}", heard=place)
    reader = browser(robin)

    pages = [reader.get("/caseload/", page_size="2", page=str(page)) for page in (1, 2, 3)]

    assert sorted(name for page in pages for name in _names(page)) == ["C0", "C1", "C2", "C3", "C4"]
    assert "page=2" in pages[0].body["next"]
    assert pages[2].body["next"] is None


def test_reading_it_is_kept_for_each_client_who_was_shown(browser, robin):
    with as_owner():
        client = _client(robin, "noor")

    browser(robin).get("/caseload/")

    with as_owner():
        (entry,) = AuditEntry.objects.filter(subject="caseload", actor_id=robin.pk)
    assert entry.client_ids == [client.pk]


@pytest.mark.parametrize("query", [{}, {"sort": "name"}, {"sort": "week", "level": "iop"}])
def test_it_sends_six_statements_at_three_clients_and_at_forty(browser, robin, query):
    with as_owner():
        for place in range(3):
            _client(robin, f"a{place}", tier="high")
    reader = browser(robin)
    reader.get("/caseload/", **query)
    few = _count(lambda: reader.get("/caseload/", **query))
    with as_owner():
        for place in range(37):
            _client(robin, f"b{place}", heard=place % 7, tier="medium", family="signs")

    many = _count(lambda: reader.get("/caseload/", **query))

    assert few == many
    assert few <= 6


def _count(work):
    """Count statements about the caseload: not the session, nor who is asking."""
    with CaptureQueriesContext(connection) as sent:
        assert work().status == 200
    return sum(not one["sql"].startswith(("PREPARE", "SAVEPOINT", "RELEASE")) for one in sent)


STANDINGS = st.tuples(
    st.sampled_from(list(GRAVITY)), st.sampled_from([None, -1, 0, 1]), st.integers(0, 9)
)


@example_settings(deadline=None, max_examples=40)
@given(st.lists(STANDINGS, min_size=1, max_size=8))
def test_the_database_sorts_by_the_very_rule_that_is_written_down(facts):
    with as_owner(), transaction.atomic():
        robin = someone("robin", "clinician")
        expected = {}
        for tier, late, heard in facts:
            client = client_with_team(robin)
            last_on = STORY_DAY - timedelta(days=heard)
            late_at = STORY_TIME + late * HOUR if tier and late is not None else None
            Standing.objects.update_or_create(
                client=client,
                defaults={"gravest": GRAVITY[tier], "overdue_from": late_at, "last_on": last_on},
            )
            expected[client.pk] = need(
                Facts(tier, late_at, last_on), today=STORY_DAY, now=STORY_TIME
            )
        rows = page_of(clinician_id=robin.pk, wanted=Wanted(), at=STORY_TIME)
        transaction.set_rollback(True)

    assert {row.client_id: row.need for row in rows} == expected
    assert [row.need for row in rows] == sorted(expected.values(), key=ORDER.index)


# --- Row security -------------------------------------------------------------------------------


def test_a_clinician_sees_standings_of_their_clients_and_writes_none(okafor, nadia, lee, maya, ben):
    with as_owner():
        alert_about(maya)
        alert_about(ben)
    for person, clients in (
        (okafor, {maya.pk}),
        (nadia, {maya.pk}),
        (lee, {ben.pk}),
        (maya, set()),
    ):
        with identity.acting_for(person.pk):
            assert set(Standing.objects.values_list("client_id", flat=True)) == clients

    with identity.acting_for(okafor.pk):
        assert Standing.objects.update(gravest=0, due_at=None, overdue_from=None) == 0


def test_a_place_that_ended_shows_nobody(browser, grace, maya):
    assert _names(browser(grace).get("/caseload/")) == []


def test_asking_for_somebody_elses_caseload_finds_nothing(okafor, lee, maya):
    with identity.acting_for(lee.pk):
        rows = page_of(clinician_id=okafor.pk, wanted=Wanted(), at=STORY_TIME)

    assert rows == []


def test_a_standing_follows_alerts_whoever_answers_them(okafor, maya):
    with as_owner():
        alert = alert_about(maya, tier="high")
    with identity.acting_for(okafor.pk):
        before = Standing.objects.get(client=maya)
        type(alert).objects.filter(pk=alert.pk).update(
            acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor
        )
        type(alert).objects.filter(pk=alert.pk).update(
            resolved_at=STORY_TIME, resolved_by=okafor, action="called", outcome="no_concern",
            note="x",
        )  # fmt: skip
        after = Standing.objects.get(client=maya)

    assert (before.gravest, before.due_at) == (3, alert.due_at)
    assert (after.gravest, after.due_at, after.overdue_from) == (0, None, None)


def test_an_older_day_filled_in_later_moves_nothing_back(maya):
    with as_owner():
        checked_in(maya, STORY_DAY, version=5)
        checked_in(maya, STORY_DAY - timedelta(days=40), version=5)
        assert Standing.objects.get(client=maya).last_on == STORY_DAY


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"gravest": 5}, "progress_standing_known_gravity"),
        ({"gravest": 0, "due_at": STORY_TIME}, "progress_standing_nothing_due_without_alert"),
    ],
)
def test_a_standing_that_makes_no_sense_is_refused(maya, fields, name):
    with pytest.raises(DatabaseError, match=name), acting_as(System.ASSESSOR):
        Standing.objects.filter(client=maya).update(**fields)


def test_clients_are_still_found_among_ten_times_as_many_of_others(robin):
    with as_owner():
        other = someone("other", "clinician")
        mine = [_client(robin, f"m{place}").pk for place in range(2)]
        for place in range(20):
            _client(other, f"o{place}")

    with identity.acting_for(robin.pk):
        rows = page_of(clinician_id=robin.pk, wanted=Wanted(sort="name"), at=STORY_TIME)
        people = set(User.objects.filter(roles__contains=["client"]).values_list("pk", flat=True))

    assert [row.client_id for row in rows] == mine
    assert people == set(mine)
