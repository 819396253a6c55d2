"""The inbox, taking an alert on, and closing it: one clinician wins, nobody else sees it."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from alerts.models import Alert
from core.models import AuditEntry
from tests.committed import at_once
from tests.conftest import as_owner
from tests.factories import alert_about, client_with_team, someone
from tests.http import Browser
from tests.story import STORY_TIME

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CLOSING = {
    "action": "called",
    "outcome": "follow_up",
    "note": "She asked for a call tomorrow.",
    "contacted_at": STORY_TIME.isoformat().replace("+00:00", "Z"),
}
pytestmark = pytest.mark.usefixtures("_now")


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def alert(maya) -> Alert:
    """An alert about Maya that nobody has answered."""
    with as_owner():
        return alert_about(maya)


def _stored(alert: Alert) -> Alert:
    with as_owner():
        return Alert.objects.get(pk=alert.pk)


def _take_on(person: Browser, alert: Alert):
    return person.post(f"/alerts/{alert.pk}/acknowledge/")


def _close(person: Browser, alert: Alert, **closing):
    return person.post(f"/alerts/{alert.pk}/resolve/", {**CLOSING, **closing})


def test_a_tap_that_meant_the_milder_alert_does_not_silence_the_graver_one(browser, alert, okafor):
    with as_owner():
        Alert.objects.filter(pk=alert.pk).update(tier="high")
    clinician = browser(okafor)

    late = clinician.post(f"/alerts/{alert.pk}/acknowledge/", {"tier": "medium"})
    looked_again = clinician.post(f"/alerts/{alert.pk}/acknowledge/", {"tier": "high"})

    assert (late.status, late.body["code"]) == (409, "changed_meanwhile")
    assert (looked_again.status, looked_again.body["state"]) == (200, "acknowledged")


def test_dr_okafor_takes_an_alert_on_and_closes_it(browser, alert, okafor, maya):
    clinician = browser(okafor)

    taken = _take_on(clinician, alert)
    closed = _close(clinician, alert)

    assert (taken.status, taken.body["state"]) == (200, "acknowledged")
    assert taken.body["acknowledged_by"] == {"id": str(okafor.pk), "name": okafor.name}
    assert (closed.status, closed.body["state"]) == (200, "resolved")
    assert {name: closed.body[name] for name in CLOSING} == CLOSING
    assert closed.body["client"] == {"id": str(maya.pk), "name": maya.name}
    with as_owner():
        kinds = set(alert.steps.values_list("kind", "person__name"))
        actions = AuditEntry.objects.filter(subject_id=alert.pk, chain=str(okafor.pk))
        trail = list(actions.order_by("position").values_list("action", "client_ids"))
    assert kinds == {("raised", None), ("acknowledged", okafor.name), ("resolved", okafor.name)}
    assert trail == [("acknowledge", [maya.pk]), ("resolve", [maya.pk])]


def test_the_second_to_take_it_on_is_told_who_was_first(browser, alert, okafor, nadia):
    _take_on(browser(okafor), alert)

    late = _take_on(browser(nadia), alert)
    again = _take_on(browser(okafor), alert)

    assert (late.status, late.body["code"]) == (409, "already_acknowledged")
    assert late.body["by"] == {"name": okafor.name}
    assert late.body["at"] == STORY_TIME.isoformat()
    assert again.status == 409
    assert _stored(alert).acknowledged_by_id == okafor.pk


def test_an_alert_is_taken_on_before_it_is_closed(browser, alert, okafor):
    answer = _close(browser(okafor), alert)

    assert (answer.status, answer.body["code"]) == (409, "not_acknowledged")
    assert _stored(alert).resolved_at is None


def test_what_was_written_first_stays(browser, alert, okafor, nadia):
    _take_on(browser(okafor), alert)
    _close(browser(nadia), alert)

    answer = _close(browser(okafor), alert, note="something else")

    assert (answer.status, answer.body["code"]) == (409, "already_resolved")
    assert (_stored(alert).note, _stored(alert).resolved_by_id) == (CLOSING["note"], nadia.pk)


@pytest.mark.parametrize("name", ["action", "outcome", "note"])
@pytest.mark.parametrize("value", ["left out", "", None, 5, [], "unheard of \x00"])
def test_closing_needs_action_outcome_and_note(browser, alert, okafor, name, value):
    clinician = browser(okafor)
    _take_on(clinician, alert)
    body = {**CLOSING, name: value}
    if value == "left out":
        del body[name]

    answer = clinician.post(f"/alerts/{alert.pk}/resolve/", body)

    assert (answer.status, answer.body["code"]) == (400, "invalid")
    assert list(answer.body["fields"]) == [name]
    assert _stored(alert).resolved_at is None


@pytest.mark.parametrize("note", ["   ", "n" * 4001])
def test_a_note_of_nothing_or_of_too_much_is_refused(browser, alert, okafor, note):
    _take_on(browser(okafor), alert)

    assert _close(browser(okafor), alert, note=note).body["fields"]["note"]


def test_taking_an_alert_on_says_nothing_else(browser, alert, okafor):
    answer = browser(okafor).post(f"/alerts/{alert.pk}/acknowledge/", {"note": "later"})

    assert answer.body["fields"] == {"note": ["There is no such field."]}
    assert _stored(alert).acknowledged_at is None


@pytest.mark.parametrize("name", ["lee", "grace", "ben", "ada", "maya", "rosa", "tom", "stranger"])
def test_to_everyone_else_mayas_alert_does_not_exist(request, browser, alert, name):
    person = browser(request.getfixturevalue(name))

    answers = [
        person.get(f"/alerts/{alert.pk}/"), _take_on(person, alert), _close(person, alert),
        *(person.post(f"/alerts/{alert.pk}/{word}/") for word in ("undo", "reopen", "assign")),
    ]  # fmt: skip
    of_nothing = person.get(f"/alerts/{uuid4()}/")

    assert {answer.status for answer in answers} == {404}
    assert {answer.content for answer in answers} == {of_nothing.content}
    assert _stored(alert).acknowledged_at is None


@pytest.mark.parametrize("name", ["lee", "grace"])
def test_other_clinicians_have_an_empty_inbox(request, browser, alert, name):
    answer = browser(request.getfixturevalue(name)).get("/alerts/")

    assert (answer.status, answer.body["results"]) == (200, [])


def test_the_inbox_puts_the_most_urgent_first(browser, okafor, maya):
    done = {"acknowledged_at": STORY_TIME, "acknowledged_by": okafor}
    closed = {
        **done, "resolved_at": STORY_TIME, "resolved_by": okafor, "action": "met",
        "outcome": "safe", "note": "x",
    }  # fmt: skip
    with as_owner():
        alerts = [
            alert_about(maya, tier="critical", due_at=STORY_TIME - HOUR),
            alert_about(maya, tier="critical", due_at=STORY_TIME + MINUTE),
            alert_about(maya, tier="high", due_at=STORY_TIME - 9 * HOUR),
            alert_about(maya, tier="critical", due_at=STORY_TIME - 9 * HOUR, **done),
            alert_about(maya, tier="medium", **closed),
        ]

    rows = browser(okafor).get("/alerts/").body["results"]

    assert [row["id"] for row in rows] == [str(alert.pk) for alert in alerts]
    assert [row["state"] for row in rows] == ["open"] * 3 + ["acknowledged", "resolved"]
    assert [row["overdue"] for row in rows] == [True, False, True, False, False]


@pytest.mark.parametrize("state", ["open", "acknowledged", "resolved"])
def test_the_inbox_can_be_narrowed_to_one_state(browser, alert, okafor, state):
    clinician = browser(okafor)
    if state != "open":
        _take_on(clinician, alert)
    if state == "resolved":
        _close(clinician, alert)

    found = {
        other: len(clinician.get("/alerts/", state=other).body["results"])
        for other in ("open", "acknowledged", "resolved")
    }

    assert found == {**dict.fromkeys(found, 0), state: 1}


def test_a_state_that_does_not_exist_is_refused_with_its_field(browser, okafor):
    answer = browser(okafor).get("/alerts/", state="lost")

    assert (answer.status, list(answer.body["fields"])) == (400, ["state"])


def test_long_inboxes_come_in_pages_without_gaps_or_repeats(browser, okafor, maya):
    with as_owner():
        for number in range(7):
            alert_about(maya, tier="critical", due_at=STORY_TIME + number % 2 * MINUTE)
    clinician, seen, path = browser(okafor), [], "/alerts/?page_size=2"

    while path:
        page = clinician.get(path).body
        seen += [row["id"] for row in page["results"]]
        path = page["next"] and page["next"].partition("/api/v1")[2]

    assert len(seen) == len(set(seen)) == 7


def test_one_alert_names_its_reasons_and_who_was_told(browser, alert, okafor, nadia):
    with as_owner():
        alert.steps.create(client=alert.client, kind="told", at=STORY_TIME, rung=1, person=nadia)
        alert.steps.create(
            client=alert.client, kind="told", at=STORY_TIME - HOUR, rung=0, person=okafor
        )

    answer = browser(okafor).get(f"/alerts/{alert.pk}/")

    assert [(step["name"], step["rung"]) for step in answer.body["told"]] == [
        (okafor.name, 0), (nadia.name, 1),
    ]  # fmt: skip
    assert answer.body["rule_version"] == "absolute-1"


@pytest.mark.usefixtures("committed")
def test_of_two_clinicians_at_once_one_wins_and_the_other_is_told_who():
    clinicians = [someone(name, "clinician") for name in ("amir", "bea")]
    noor = client_with_team(*clinicians)
    alert = alert_about(noor)

    answers = at_once(2, lambda number: _take_on(Browser(clinicians[number]), alert))

    assert sorted(answer.status for answer in answers) == [200, 409]
    won = next(answer.body for answer in answers if answer.status == 200)
    lost = next(answer.body for answer in answers if answer.status == 409)
    assert lost["by"]["name"] == won["acknowledged_by"]["name"]
    assert alert.steps.filter(kind="acknowledged").count() == 1


@pytest.mark.usefixtures("committed")
def test_of_two_who_close_at_once_one_wins():
    clinicians = [someone(name, "clinician") for name in ("amir", "bea")]
    noor = client_with_team(*clinicians)
    alert = alert_about(noor, acknowledged_at=STORY_TIME, acknowledged_by=clinicians[0])

    answers = at_once(
        2, lambda number: _close(Browser(clinicians[number]), alert, note=f"by {number}")
    )

    assert sorted(answer.status for answer in answers) == [200, 409]
    assert alert.steps.filter(kind="resolved").count() == 1
