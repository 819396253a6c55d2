"""Rows of the inbox, and what an open inbox hears while it is open."""

from contextlib import contextmanager
from datetime import timedelta
from threading import Event, Thread

import pytest
import time_machine
from django.db import transaction

from accounts.models import User
from alerts import access
from alerts.models import Alert, Mirror, Reach
from alerts.selectors.changes import changes
from backend import demo
from core.identity import System, acting_as, be_person
from progress.models import Standing
from progress.rules.caseload import GRAVITY
from tests.committed import app_login
from tests.conftest import as_owner
from tests.factories import alert_about, checked_in, client_with_team
from tests.progress.weeks import expected_at
from tests.story import STORY_DAY, STORY_TIME

DAY = timedelta(days=1)


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _reasons(*codes):
    return [
        {"code": code, "tier": "high", "sentence": f"{code}.", "value": "", "usual": ""}
        for code in codes
    ]


def _because(alert, *codes):
    type(alert.assessment).objects.filter(pk=alert.assessment_id).update(reasons=_reasons(*codes))
    Alert.objects.filter(pk=alert.pk).update(late=False)
    return alert


@pytest.mark.usefixtures("_now")
def test_a_row_says_why_and_how_to_call_and_shows_the_item_that_matters(browser, okafor, maya):
    with as_owner():
        earlier = {"acknowledged_at": STORY_TIME - 3 * DAY, "acknowledged_by": okafor}
        alert_about(
            maya, tier="high", family="use", raised_at=STORY_TIME - 4 * DAY, **earlier,
            resolved_at=STORY_TIME - 2 * DAY, resolved_by=okafor, action="called",
            outcome="follow_up", note="x", contacted_at=STORY_TIME - 3 * DAY,
        )  # fmt: skip
        expected_at(maya, STORY_TIME - DAY, attendance="present", by=okafor)
        Reach.objects.create(
            client=maya, phone="617-555-0142", confirmed_at=STORY_TIME, confirmed_by=maya
        )
        checked_in(maya, STORY_DAY, craving=9, version=9)
        _because(alert_about(maya, family="signs", tier="medium"), "craving_high", "short_sleep")

    row = browser(okafor).get("/alerts/", state="open").body["results"][0]

    assert row["why"] == "craving_high."
    line = row["glance"]["sparkline"]
    assert (line["item"], line["values"][-1], len(line["values"])) == ("craving", 9.0, 14)
    assert row["glance"]["last_contact"]["kind"] == "session"
    assert row["glance"]["phone"] == "617-555-0142"
    assert row["glance"]["earlier_alerts"] == 1


@pytest.mark.usefixtures("_now")
def test_who_answers_without_being_on_the_team_reads_how_to_call(browser, okafor, lee, maya):
    with as_owner():
        Reach.objects.create(
            client=maya, phone="617-555-0142", confirmed_at=STORY_TIME, confirmed_by=maya
        )

    assert browser(okafor).get(f"/clients/{maya.pk}/reach/").body["reach"]["phone"]
    assert browser(lee).get(f"/clients/{maya.pk}/reach/").status == 404


@pytest.mark.usefixtures("_now")
def test_an_open_inbox_hears_of_what_changed_and_else_nothing(browser, okafor, maya, ben):
    reader = browser(okafor)
    begun = reader.get("/alerts/changes/")
    assert begun.body == {"cursor": begun.body["cursor"], "reload": False, "alerts": []}

    with as_owner():
        alert = alert_about(maya)
        alert_about(ben)
    answer = reader.get("/alerts/changes/", since=begun.body["cursor"])

    assert [row["id"] for row in answer.body["alerts"]] == [str(alert.pk)]
    again = reader.client.get(
        "/api/v1/alerts/changes/", {"since": begun.body["cursor"]},
        headers={"If-None-Match": answer.headers["ETag"]},
    )  # fmt: skip
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.usefixtures("_now")
@pytest.mark.parametrize("since", ["x", "c", "cxyz", "c-1", "c" + "f" * 19, "-c1"])
def test_a_cursor_that_is_not_ours_is_refused(browser, okafor, since):
    assert browser(okafor).get("/alerts/changes/", since=since).status == 400


@pytest.mark.usefixtures("_now")
def test_a_cursor_from_another_life_of_the_database_asks_for_all_anew(browser, okafor):
    answer = browser(okafor).get("/alerts/changes/", since="c7fffffffffff")

    assert answer.body["reload"] is True


@pytest.mark.usefixtures("_now")
def test_more_changes_than_a_page_ask_for_all_anew(okafor, maya):
    with as_owner():
        first = alert_about(maya, tier="critical")
        since = Mirror.objects.get(alert=first).changed_in
        for _ in range(200):
            alert_about(maya, tier="critical")

    be_person(okafor.pk)
    assert changes(access.visible_to(okafor), since=since).reload is True


@contextmanager
def _elsewhere(work, started):
    """Do some work in a transaction of another connection, which commits when the block ends."""
    go_on = Event()

    def run():
        with app_login(), transaction.atomic(), acting_as(System.ASSESSOR):
            work()
            started.set()
            go_on.wait(10)

    other = Thread(target=run)
    other.start()
    assert started.wait(10)
    try:
        yield
    finally:
        go_on.set()
        other.join(10)


def test_a_change_that_commits_after_a_later_one_is_not_passed_over(committed):
    """The first to begin commits last: what was remembered in between must not hide it."""
    okafor = User.objects.get(pk=demo.key("okafor"))
    maya = User.objects.get(pk=demo.key("maya"))
    slow = alert_about(maya, tier="critical")
    fast = alert_about(client_with_team(okafor), tier="critical")

    def seen(since):
        with app_login(), transaction.atomic():
            be_person(okafor.pk)
            return changes(access.visible_to(okafor), since=since)

    begun = seen(None)
    with _elsewhere(lambda: Alert.objects.filter(pk=slow.pk).update(rung=1), Event()):
        with transaction.atomic():
            Alert.objects.filter(pk=fast.pk).update(rung=1)
        between = seen(begun.horizon)
    after = seen(between.horizon)

    changed = dict(Mirror.objects.values_list("alert_id", "changed_in"))
    # Whoever remembered the newest change that they saw would never hear of this one.
    assert changed[slow.pk] < changed[fast.pk]
    assert fast.pk in between.alerts
    assert between.horizon <= changed[slow.pk]
    assert slow.pk in after.alerts


def test_of_two_changes_at_once_a_standing_shows_both(committed):
    """Each is worked out without the other's; the one that waited must look again."""
    client = client_with_team(User.objects.get(pk=demo.key("okafor")))
    first, second = (alert_about(client, tier="critical", family=one) for one in ("use", "signs"))

    def lowered(alert):
        Alert.objects.filter(pk=alert.pk).update(tier="medium")

    def waits():
        with app_login(), transaction.atomic(), acting_as(System.ASSESSOR):
            lowered(second)

    other = Thread(target=waits)
    with _elsewhere(lambda: lowered(first), Event()):
        other.start()
        other.join(0.5)
        waited = other.is_alive()
    other.join(10)

    assert waited
    assert Standing.objects.get(client=client).gravest == GRAVITY["medium"]
