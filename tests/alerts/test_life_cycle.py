"""What people do with an alert: undo, hand over, lower, close, open again; what they may not."""

from datetime import timedelta

import pytest
import time_machine
from django.db import DatabaseError, transaction

from alerts.models import Alert, Step
from core import identity, outbox
from core.models import AuditEntry
from delivery.models import Delivery
from program.models import Licence
from tests.committed import at_once
from tests.conftest import as_owner
from tests.factories import alert_about, client_with_team, someone
from tests.http import Browser
from tests.story import STORY_TIME

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
CLOSING = {
    "action": "called",
    "outcome": "safe",
    "note": "We spoke.",
    "contacted_at": STORY_TIME.isoformat(),
}
pytestmark = pytest.mark.usefixtures("_now")


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


@pytest.fixture
def alert(maya) -> Alert:
    """A high alert about Maya that nobody has answered."""
    with as_owner():
        return alert_about(maya)


def _do(who: Browser, alert: Alert, word: str, /, **body):
    return who.post(f"/alerts/{alert.pk}/{word}/", body)


def _critical(maya) -> Alert:
    with as_owner():
        return alert_about(maya, tier="critical")


def _drain():
    outbox.drain(clock=lambda: STORY_TIME + HOUR)


def _steps(alert: Alert) -> list[str]:
    with as_owner():
        return list(alert.steps.order_by("created_at", "at").values_list("kind", flat=True))


def test_whoever_took_an_alert_on_has_it_in_hand_and_can_undo_it_for_a_minute(
    browser, alert, okafor
):
    clinician = browser(okafor)
    taken = _do(clinician, alert, "acknowledge").body
    undone = _do(clinician, alert, "undo")

    assert taken["owner"]["name"] == okafor.name
    assert taken["undo_until"] == (STORY_TIME + MINUTE).isoformat().replace("+00:00", "Z")
    assert (undone.status, undone.body["state"], undone.body["owner"]) == (200, "open", None)
    # The time in which it must be answered runs on.
    assert undone.body["due_at"] == taken["due_at"]
    assert _steps(alert)[1:] == ["acknowledged", "undone"]


@pytest.mark.parametrize(("seconds", "code"), [(59, None), (60, "too_late_to_undo")])
def test_after_a_minute_it_is_given_to_somebody_instead(browser, alert, okafor, seconds, code):
    clinician = browser(okafor)
    _do(clinician, alert, "acknowledge")

    with time_machine.travel(STORY_TIME + timedelta(seconds=seconds), tick=False):
        answer = _do(clinician, alert, "undo")

    assert answer.body.get("code") == code


def test_nobody_undoes_what_somebody_else_took_on(browser, alert, okafor, nadia):
    _do(browser(okafor), alert, "acknowledge")

    answer = _do(browser(nadia), alert, "undo")

    assert (answer.status, answer.body["code"]) == (409, "not_yours")
    assert answer.body["by"] == {"name": okafor.name}


def test_what_is_given_to_a_colleague_is_open_until_they_take_it_on(browser, alert, okafor, nadia):
    _do(browser(okafor), alert, "acknowledge")
    given = _do(browser(okafor), alert, "assign", person=str(nadia.pk))
    _drain()

    assert (given.status, given.body["state"]) == (200, "open")
    assert given.body["owner"] == {"id": str(nadia.pk), "name": nadia.name}
    with as_owner():
        told = list(Delivery.objects.filter(cause__startswith=f"alert:{alert.pk}:"))
        now = Alert.objects.get(pk=alert.pk)
    assert {row.person_id for row in told} == {nadia.pk}
    assert (now.rung, now.due_at) == (0, STORY_TIME + 2 * HOUR)
    assert _do(browser(nadia), alert, "acknowledge").body["owner"]["name"] == nadia.name


@pytest.mark.parametrize("name", ["lee", "grace", "ada", "maya"])
def test_an_alert_is_given_to_nobody_outside_of_the_team(request, browser, alert, okafor, name):
    other = request.getfixturevalue(name)

    answer = _do(browser(okafor), alert, "assign", person=str(other.pk))

    assert (answer.status, list(answer.body["fields"])) == (400, ["person"])


def test_the_hands_are_the_team_of_today(browser, alert, okafor, nadia):
    answer = browser(okafor).get(f"/alerts/{alert.pk}/hands/")

    assert [one["name"] for one in answer.body] == [okafor.name, nadia.name]


def test_s_14_only_a_licensed_clinician_closes_a_critical_alert(browser, maya, okafor, nadia, ada):
    alert = _critical(maya)
    case_manager = browser(nadia)
    _do(case_manager, alert, "acknowledge")

    refused = _do(case_manager, alert, "resolve", **CLOSING)
    licensed = browser(ada).send("PUT", f"/people/{nadia.pk}/licence/", {"kind": "LICSW"})
    closed = _do(case_manager, alert, "resolve", **CLOSING)

    assert (refused.status, refused.body["code"]) == (403, "not_licensed")
    assert "licensed clinician" in refused.body["detail"]
    assert (licensed.status, closed.status) == (204, 200)


def test_a_licence_is_taken_off_and_stays_on_file(browser, maya, okafor, ada):
    alert = _critical(maya)
    browser(ada).send("PUT", f"/people/{okafor.pk}/licence/", {"kind": ""})
    _do(browser(okafor), alert, "acknowledge")

    answer = _do(browser(okafor), alert, "resolve", **CLOSING)

    assert answer.status == 403
    with as_owner():
        assert Licence.objects.filter(person=okafor, ended_at__isnull=False).exists()


def test_s_14_a_critical_alert_is_lowered_by_who_has_it_in_hand_and_a_licence(
    browser, maya, okafor, nadia
):
    alert = _critical(maya)
    _do(browser(okafor), alert, "acknowledge")

    by_nadia = _do(browser(nadia), alert, "lower", reason="It was a slip of the thumb.")
    lowered = _do(browser(okafor), alert, "lower", reason="It was a slip of the thumb.")
    again = _do(browser(okafor), alert, "lower", reason="Once more.")

    assert by_nadia.body["code"] == "not_licensed"
    assert (lowered.status, lowered.body["tier"]) == (200, "high")
    assert lowered.body["story"][-1]["words"] == "It was a slip of the thumb."
    assert again.body["code"] == "not_critical"


def test_a_lowered_alert_does_not_stand_beside_an_open_one_of_its_kind(browser, maya, okafor):
    alert = _critical(maya)
    with as_owner():
        alert_about(maya, tier="high")
    _do(browser(okafor), alert, "acknowledge")

    answer = _do(browser(okafor), alert, "lower", reason="x")

    assert (answer.status, answer.body["code"]) == (409, "open_already")


def test_s_21_closing_says_when_the_client_was_spoken_to(browser, alert, okafor):
    clinician = browser(okafor)
    _do(clinician, alert, "acknowledge")
    unsaid = {**CLOSING, "contacted_at": None}

    refused = _do(clinician, alert, "resolve", **unsaid)
    ahead = {**CLOSING, "contacted_at": (STORY_TIME + MINUTE).isoformat()}
    in_the_future = _do(clinician, alert, "resolve", **ahead)
    nobody = _do(clinician, alert, "resolve", **{**unsaid, "outcome": "not_reached"})

    assert list(refused.body["fields"]) == list(in_the_future.body["fields"]) == ["contacted_at"]
    assert (nobody.status, nobody.body["contacted_at"]) == (200, None)


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"useful": True}, 200),
        ({"useful": False, "useless_because": "known"}, 200),
        ({"useful": False}, 400),
        ({"useful": True, "useless_because": "known"}, 400),
        ({"useless_because": "known"}, 400),
        ({"useful": "no"}, 400),
    ],
)
def test_s_32_an_alert_was_useful_or_not_for_a_reason(browser, alert, okafor, said, status):
    clinician = browser(okafor)
    _do(clinician, alert, "acknowledge")

    assert _do(clinician, alert, "resolve", **CLOSING, **said).status == status


def test_a_closed_alert_is_opened_again_and_told_as_if_it_were_new(browser, alert, okafor, nadia):
    clinician = browser(okafor)
    _do(clinician, alert, "acknowledge")
    _do(clinician, alert, "resolve", **CLOSING)
    opened = _do(browser(nadia), alert, "reopen", reason="She called again.")
    _drain()

    assert (opened.status, opened.body["state"]) == (200, "open")
    assert [opened.body[name] for name in ("note", "action", "owner")] == ["", "", None]
    # What was written stays in the story.
    story = {step["kind"]: step for step in opened.body["story"]}
    assert (story["resolved"]["words"], story["resolved"]["person"]) == ("We spoke.", okafor.name)
    assert story["resolved"]["details"]["outcome"] == "safe"
    assert story["reopened"]["words"] == "She called again."
    assert _steps(alert)[-1] == "told"
    with as_owner():
        actions = AuditEntry.objects.filter(subject_id=alert.pk, chain=str(nadia.pk))
        assert list(actions.values_list("action", flat=True)) == ["reopen"]


def test_what_is_open_is_not_opened_and_what_is_told_elsewhere_stays_closed(
    browser, alert, maya, okafor
):
    clinician = browser(okafor)
    assert _do(clinician, alert, "reopen", reason="x").body["code"] == "not_resolved"
    _do(clinician, alert, "acknowledge")
    _do(clinician, alert, "resolve", **CLOSING)
    with as_owner():
        alert_about(maya)

    assert _do(clinician, alert, "reopen", reason="x").body["code"] == "open_already"


@pytest.mark.parametrize("word", ["lower", "reopen"])
@pytest.mark.parametrize("reason", [None, "", "  ", 5, "x" * 1001])
def test_a_reason_is_words(browser, alert, okafor, word, reason):
    answer = _do(browser(okafor), alert, word, reason=reason)

    assert (answer.status, list(answer.body["fields"])) == (400, ["reason"])


FORGED = {
    "taken on for somebody else": {"acknowledged_by": "nadia", "owner": "nadia"},
    "taken on by nobody's hand": {"acknowledged_by": "okafor", "owner": "nadia"},
    "closed in another's name": {"resolved_by": "nadia"},
    "made milder": {"tier": "medium"},
    "made another kind": {"family": "use"},
    "put off": {"due_at": STORY_TIME + 9 * HOUR},
    "due another day": {"due_by": STORY_TIME + 9 * HOUR},
}


@pytest.mark.parametrize("name", FORGED)
def test_the_database_takes_an_answer_in_ones_own_name_and_nothing_else(
    request, alert, okafor, name
):
    changes = {
        key: request.getfixturevalue(value) if isinstance(value, str) and key[-3:] in ("_by", "ner")
        else value
        for key, value in FORGED[name].items()
    }  # fmt: skip
    if "acknowledged_by" in changes:
        changes["acknowledged_at"] = STORY_TIME
    if "resolved_by" in changes:
        changes |= {"resolved_at": STORY_TIME, "acknowledged_at": STORY_TIME, "note": "x",
                    "acknowledged_by": okafor, "owner": okafor, "action": "met",
                    "outcome": "no_concern"}  # fmt: skip
    identity.be_person(okafor.pk)

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Alert.objects.filter(pk=alert.pk).update(**changes)


def test_the_database_keeps_what_somebody_has_in_hand_from_being_let_go(alert, okafor, nadia):
    taken = {"acknowledged_at": STORY_TIME, "acknowledged_by": nadia, "owner": nadia}
    with as_owner():
        Alert.objects.filter(pk=alert.pk).update(**taken)
    identity.be_person(okafor.pk)

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        Alert.objects.filter(pk=alert.pk).update(**dict.fromkeys(taken))


def test_s_14_the_database_itself_keeps_a_critical_alert_from_who_is_not_licensed(maya, nadia):
    alert = _critical(maya)
    identity.be_person(nadia.pk)
    taken = {"acknowledged_at": STORY_TIME, "acknowledged_by": nadia, "owner": nadia}
    Alert.objects.filter(pk=alert.pk).update(**taken)
    closed = {"resolved_at": STORY_TIME, "resolved_by": nadia, "action": "met", "note": "x",
              "outcome": "no_concern"}  # fmt: skip

    for changes in (closed, {"tier": "high"}):
        with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
            Alert.objects.filter(pk=alert.pk).update(**changes)


def test_one_cannot_write_a_step_in_another_name(alert, okafor, nadia):
    identity.be_person(okafor.pk)

    with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Step(
            alert=alert, client_id=alert.client_id, kind="resolved", at=STORY_TIME, person=nadia
        ).save(force_insert=True)


PAIRS = [
    ("acknowledge", {}), ("resolve", CLOSING), ("undo", {}), ("reopen", {"reason": "x"}),
]  # fmt: skip


@pytest.mark.usefixtures("committed")
@pytest.mark.parametrize("word", [word for word, _ in PAIRS])
def test_of_two_who_do_the_same_at_once_one_wins_and_the_other_is_told(word):
    clinicians = [someone(name, "clinician") for name in ("amir", "bea")]
    noor = client_with_team(*clinicians)
    taken = {"acknowledged_at": STORY_TIME, "acknowledged_by": clinicians[0]}
    closed = {"resolved_at": STORY_TIME, "resolved_by": clinicians[0], "action": "met",
              "outcome": "safe", "note": "x"}  # fmt: skip
    state = {"acknowledge": {}, "reopen": {**taken, **closed}}.get(word, taken)
    alert = alert_about(noor, **state)
    # Undoing is one's own: the same person in two windows.
    people = [clinicians[0]] * 2 if word == "undo" else clinicians

    answers = at_once(2, lambda n: _do(Browser(people[n]), alert, word, **dict(PAIRS)[word]))

    assert sorted(answer.status for answer in answers) == [200, 409]
    assert next(answer.body["code"] for answer in answers if answer.status == 409)
    kinds = {"acknowledge": "acknowledged", "resolve": "resolved", "undo": "undone",
             "reopen": "reopened"}  # fmt: skip
    assert alert.steps.filter(kind=kinds[word]).count() == 1


@pytest.mark.usefixtures("committed")
def test_an_alert_that_is_taken_on_and_given_away_at_once_is_in_one_hand():
    clinicians = [someone(name, "clinician") for name in ("amir", "bea", "cleo")]
    noor = client_with_team(*clinicians)
    alert = alert_about(noor)
    deeds = [("acknowledge", {}), ("assign", {"person": str(clinicians[2].pk)})]

    answers = at_once(2, lambda n: _do(Browser(clinicians[n]), alert, deeds[n][0], **deeds[n][1]))

    alert.refresh_from_db()
    assert answers[1].status == 200
    assert alert.owner_id in {clinicians[0].pk, clinicians[2].pk}
    assert (alert.acknowledged_by_id is None) or alert.acknowledged_by_id == alert.owner_id
