"""Handing in, replaying and amending check-ins through the API."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine

from checkins.models import CheckIn
from core.models import OutboxEntry
from program.models import Enrolment
from tests.committed import at_once
from tests.conftest import as_owner
from tests.factories import checked_in, client_with_team
from tests.http import Browser, check_in
from tests.story import STORY_DAY, STORY_TIME, days_ago

EVERYTHING = {
    "mood": 3,
    "craving": 10,
    "stress": 0,
    "connection": 7,
    "confidence": 5,
    "sleep_hours": 6.5,
    "sleep_quality": 4,
    "used": False,
    "medication": "missed",
    "safety": "unsure",
    "goal": "Call Sam",
    "note": "Ein Spaziergang – 散步 🌱\n\nand a \\ and a ' and a %s",
}
pytestmark = pytest.mark.usefixtures("_today")
# Who assesses; that it is scored as well is news of its own.
ASSESSED = ["alerts.handlers.on_checkin_submitted", "alerts.handlers.on_checkin_corrected"]


@pytest.fixture
def _today():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _rows(person, on=STORY_DAY) -> list[CheckIn]:
    with as_owner():
        return list(CheckIn.objects.filter(client=person, on=on).order_by("version"))


def test_a_check_in_is_received_once(browser, maya):
    maya_phone, body = browser(maya), check_in(note="slept well")

    first, again = maya_phone.post("/check-ins/", body), maya_phone.post("/check-ins/", body)

    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    assert len(_rows(maya)) == 1


def test_every_answer_comes_back_as_it_was_given(browser, maya):
    body = check_in(**EVERYTHING, recorded_at=(STORY_TIME - timedelta(minutes=5)).isoformat())

    answer = browser(maya).post("/check-ins/", body)

    assert {name: answer.body[name] for name in EVERYTHING} == EVERYTHING
    assert answer.body["version"] == 1
    assert answer.body["late"] is False
    assert answer.body["received_at"] == STORY_TIME.isoformat().replace("+00:00", "Z")


def test_only_id_day_zone_and_mood_are_required(browser, maya):
    answer = browser(maya).post("/check-ins/", check_in())

    assert answer.status == 201
    left_out = {name: answer.body[name] for name in EVERYTHING if name != "mood"}
    assert set(left_out.values()) == {None, ""}


def test_what_is_null_is_as_good_as_left_out(browser, maya):
    body = check_in()
    optional = [name for name in EVERYTHING if name not in ("mood", "goal", "note")]
    first = browser(maya).post("/check-ins/", body)

    again = browser(maya).post("/check-ins/", {**body, **dict.fromkeys([*optional, "recorded_at"])})

    assert (first.status, again.status) == (201, 200)


@pytest.mark.parametrize("name", EVERYTHING)
def test_the_same_id_with_one_other_answer_is_a_conflict(browser, maya, name):
    other = {
        "mood": 4, "craving": 9, "stress": 1, "connection": 6, "confidence": 4,
        "sleep_hours": 6.0, "sleep_quality": 3, "used": True, "medication": "taken",
        "safety": "safe", "goal": "Call", "note": "",
    }  # fmt: skip
    body = check_in(**EVERYTHING)
    browser(maya).post("/check-ins/", body)

    answer = browser(maya).post("/check-ins/", {**body, name: other[name]})

    assert (answer.status, answer.body["code"]) == (409, "submission_conflict")
    assert answer.body["detail"]
    assert len(_rows(maya)) == 1


def test_the_same_id_for_another_day_is_a_conflict(browser, maya):
    body = check_in()
    browser(maya).post("/check-ins/", body)

    answer = browser(maya).post("/check-ins/", {**body, "on": days_ago(1)})

    assert (answer.status, answer.body["code"]) == (409, "submission_conflict")


def test_another_id_for_the_same_day_names_the_way_to_amend(browser, maya):
    first = browser(maya).post("/check-ins/", check_in()).body

    answer = browser(maya).post("/check-ins/", check_in())

    assert (answer.status, answer.body["code"]) == (409, "already_checked_in")
    assert answer.body["existing"] == {"id": first["id"], "on": first["on"], "version": 1}
    assert answer.body["amend"] == {
        "method": "POST",
        "href": f"/api/v1/check-ins/{first['id']}/amendments/",
    }


def test_the_way_to_amend_works(browser, maya):
    browser(maya).post("/check-ins/", check_in(mood=2))
    amend = browser(maya).post("/check-ins/", check_in(mood=6)).body["amend"]
    body = check_in(mood=6, note="changed my mind")

    path = amend["href"].removeprefix("/api/v1")
    first, again = browser(maya).post(path, body), browser(maya).post(path, body)

    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    assert (first.body["version"], first.body["mood"]) == (2, 6)
    assert [row.mood for row in _rows(maya)] == [2, 6]


def test_an_amendment_of_an_older_version_names_the_newest(browser, maya):
    maya_phone = browser(maya)
    first = maya_phone.post("/check-ins/", check_in()).body
    path = f"/check-ins/{first['id']}/amendments/"
    second = maya_phone.post(path, check_in(mood=1)).body

    refused = maya_phone.post(path, check_in(mood=2))
    third = maya_phone.post(refused.body["amend"]["href"].removeprefix("/api/v1"), check_in(mood=2))
    at_the_door = maya_phone.post("/check-ins/", check_in())

    assert (refused.status, refused.body["code"]) == (409, "newer_version")
    assert refused.body["existing"]["id"] == second["id"]
    assert (third.status, third.body["version"]) == (201, 3)
    assert at_the_door.body["existing"]["version"] == 3


def test_an_amendment_is_for_the_same_day(browser, maya):
    first = browser(maya).post("/check-ins/", check_in()).body

    answer = browser(maya).post(f"/check-ins/{first['id']}/amendments/", check_in(on=days_ago(1)))

    assert answer.status == 400
    assert answer.body["fields"]["on"] == [
        "An amendment is for the same day as the answers it changes."
    ]


def test_an_amendment_with_the_id_of_the_first_sending_is_a_conflict(browser, maya):
    body = check_in()
    first = browser(maya).post("/check-ins/", body).body

    answer = browser(maya).post(f"/check-ins/{first['id']}/amendments/", {**body, "mood": 9})

    assert (answer.status, answer.body["code"]) == (409, "submission_conflict")


@pytest.mark.parametrize("name", ["ben", "stranger", "okafor", "rosa"])
def test_nobody_else_amends_what_maya_reported(request, browser, maya, name):
    first = browser(maya).post("/check-ins/", check_in()).body

    answer = browser(request.getfixturevalue(name)).post(
        f"/check-ins/{first['id']}/amendments/", check_in()
    )

    assert (answer.status, answer.body["code"]) == (404, "not_found")
    assert len(_rows(maya)) == 1


def test_an_amendment_is_validated_like_a_check_in(browser, maya):
    first = browser(maya).post("/check-ins/", check_in()).body

    answer = browser(maya).post(f"/check-ins/{first['id']}/amendments/", check_in(mood=11))

    assert answer.body["fields"] == {"mood": ["Choose a whole number from 0 to 10."]}


def test_two_clients_may_use_the_same_id(browser, maya, ben):
    body = check_in()

    statuses = [browser(person).post("/check-ins/", body).status for person in (maya, ben)]

    assert statuses == [201, 201]


def test_a_check_in_and_its_amendment_are_news_that_holds_ids_only(browser, maya):
    first = browser(maya).post("/check-ins/", check_in(note="canary")).body
    second = browser(maya).post(f"/check-ins/{first['id']}/amendments/", check_in(mood=1)).body

    with as_owner():
        told = OutboxEntry.objects.filter(
            payload__check_in_id__in=[first["id"], second["id"]], subscriber__in=ASSESSED
        ).order_by("created_at")
        news = [(entry.event, entry.payload) for entry in told]
    assert news == [
        ("checkin.submitted", {"check_in_id": first["id"], "client_id": str(maya.pk)}),
        ("checkin.corrected", {"check_in_id": second["id"], "client_id": str(maya.pk)}),
    ]


def test_a_refused_check_in_leaves_no_news_and_no_row(browser, maya):
    browser(maya).post("/check-ins/", check_in())
    with as_owner():
        before = OutboxEntry.objects.count()

    browser(maya).post("/check-ins/", check_in())

    with as_owner():
        assert OutboxEntry.objects.count() == before
    assert len(_rows(maya)) == 1


@pytest.mark.parametrize(
    "ended", [{"active_until": STORY_DAY}, {"active_from": STORY_DAY + timedelta(days=1)}]
)
def test_who_is_not_enrolled_today_is_told_so(browser, maya, ended):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(**ended)

    answer = browser(maya).post("/check-ins/", check_in())

    assert (answer.status, answer.body["code"]) == (403, "not_enrolled")


def test_the_stranger_was_never_enrolled(browser, stranger):
    assert browser(stranger).post("/check-ins/", check_in()).body["code"] == "not_enrolled"


@pytest.mark.parametrize("name", ["okafor", "lee", "rosa", "tom", "ada"])
def test_only_clients_check_in(request, browser, name):
    person = browser(request.getfixturevalue(name))

    assert person.post("/check-ins/", check_in()).status == 404
    assert person.get("/check-ins/").status == 404


def test_nobody_is_asked_to_sign_in(browser, db):
    assert browser(None).get("/check-ins/").status == 401
    assert browser(None).post("/check-ins/", check_in()).status == 401


def test_history_is_the_newest_version_of_each_day_newest_day_first(browser, maya):
    first = browser(maya).post("/check-ins/", check_in(mood=1)).body
    browser(maya).post(f"/check-ins/{first['id']}/amendments/", check_in(mood=9))

    answer = browser(maya).get("/check-ins/")

    days = [row["on"] for row in answer.body["results"]]
    assert days == sorted(set(days), reverse=True)
    assert len(days) == 14
    assert (answer.body["results"][0]["mood"], answer.body["results"][0]["version"]) == (9, 2)
    assert answer.body["next"] is None


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"from": days_ago(2), "to": days_ago(1)}, [days_ago(1), days_ago(2)]),
        ({"from": days_ago(1)}, [days_ago(1)]),
        ({"to": days_ago(13)}, [days_ago(13), days_ago(14)]),
        ({"from": days_ago(10), "to": days_ago(10)}, []),
        ({"from": days_ago(1), "to": days_ago(2)}, []),
    ],
)
def test_history_keeps_to_the_period_both_ends_included(browser, maya, period, expected):
    answer = browser(maya).get("/check-ins/", **period)

    assert [row["on"] for row in answer.body["results"]] == expected


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"from": "yesterday"}, "from"),
        ({"to": "2026-02-30"}, "to"),
        ({"from": "\x00"}, "from"),
        ({"until": days_ago(1)}, "until"),
        ({"page_size": "many"}, "page_size"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused_with_its_field(browser, maya, query, field):
    answer = browser(maya).get("/check-ins/", **query)

    assert (answer.status, answer.body["code"]) == (400, "invalid")
    assert answer.body["fields"][field]


def test_long_histories_come_in_pages_without_gaps_or_repeats(browser, maya):
    phone, seen, path = browser(maya), [], "/check-ins/?page_size=5"

    while path:
        page = phone.get(path).body
        seen += [row["on"] for row in page["results"]]
        path = page["next"] and page["next"].partition("/api/v1")[2]

    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == 13


def test_dr_okafor_reads_mayas_history_and_maya_reads_the_same(browser, okafor, maya):
    clinician = browser(okafor).get(f"/clients/{maya.pk}/check-ins/", to=days_ago(1))
    own = browser(maya).get("/check-ins/", to=days_ago(1))

    assert clinician.status == 200
    assert clinician.body["results"] == own.body["results"]


@pytest.mark.parametrize("name", ["lee", "grace", "ben", "rosa", "tom", "ada", "stranger", "maya"])
def test_nobody_else_reads_mayas_history(request, browser, maya, name):
    answer = browser(request.getfixturevalue(name)).get(f"/clients/{maya.pk}/check-ins/")
    of_nobody = browser(request.getfixturevalue(name)).get(f"/clients/{uuid4()}/check-ins/")

    assert answer.status == 404
    assert answer.content == of_nobody.content


def test_a_replay_finds_its_row_after_the_day_has_closed(browser, maya):
    body = check_in()
    first = browser(maya).post("/check-ins/", body)

    with time_machine.travel(STORY_TIME + timedelta(days=6), tick=False):
        again = browser(maya).post("/check-ins/", body)

    assert (first.status, again.status) == (201, 200)
    assert again.body["id"] == first.body["id"]


def test_a_replayed_amendment_finds_its_row_after_the_day_has_closed(browser, maya):
    first = browser(maya).post("/check-ins/", check_in()).body
    path, body = f"/check-ins/{first['id']}/amendments/", check_in(mood=1)
    browser(maya).post(path, body)

    with time_machine.travel(STORY_TIME + timedelta(days=6), tick=False):
        again = browser(maya).post(path, body)

    assert again.status == 200


@pytest.mark.usefixtures("committed")
def test_eight_identical_posts_at_once_give_one_row():
    noor = client_with_team()
    body = check_in(**EVERYTHING)

    answers = at_once(8, lambda number: Browser(noor).post("/check-ins/", body))

    assert sorted(answer.status for answer in answers) == [200] * 7 + [201]
    assert len({answer.content for answer in answers}) == 1
    assert CheckIn.objects.filter(client=noor).count() == 1
    news = OutboxEntry.objects.filter(payload__client_id=str(noor.pk))
    assert news.filter(subscriber__in=ASSESSED).count() == 1


@pytest.mark.usefixtures("committed")
def test_eight_different_posts_for_one_day_at_once_give_one_row():
    noor = client_with_team()

    answers = at_once(8, lambda number: Browser(noor).post("/check-ins/", check_in(mood=number)))

    assert sorted(answer.status for answer in answers) == [201] + [409] * 7
    assert {answer.body["code"] for answer in answers if answer.status == 409} == {
        "already_checked_in"
    }
    assert CheckIn.objects.filter(client=noor).count() == 1


@pytest.mark.usefixtures("committed")
def test_eight_amendments_at_once_make_one_version():
    noor = client_with_team()
    first = checked_in(noor)

    answers = at_once(
        8,
        lambda number: Browser(noor).post(
            f"/check-ins/{first.pk}/amendments/", check_in(mood=number)
        ),
    )

    assert sorted(answer.status for answer in answers) == [201] + [409] * 7
    versions = CheckIn.objects.filter(client=noor).values_list("version", flat=True)
    assert sorted(versions) == [1, 2]
