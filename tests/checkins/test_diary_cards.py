"""Handing in a diary card, changing it, sending it again, and reading the days back."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection

from checkins.models import DiaryCard
from core.models import AuditEntry, OutboxEntry
from tests.checkins.diary import TODAY, card, full_card, target_for
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME, days_ago

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _story_time():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def test_maya_reads_back_all_that_she_handed_in(browser, maya):
    phone, body = browser(maya), full_card()

    handed_in = phone.send("PUT", TODAY, body)
    days = phone.get("/diary-cards/").body["results"]

    assert handed_in.status == 201, handed_in
    assert days == [handed_in.body]
    told = {name: handed_in.body[name] for name in body}
    assert told == body
    assert handed_in.body["on"] == STORY_DAY.isoformat()
    assert (handed_in.body["version"], handed_in.body["late"]) == (1, False)


def test_a_card_with_one_answer_leaves_the_others_unanswered(browser, maya):
    handed_in = browser(maya).send("PUT", TODAY, card(urges={"suicide": {"acted": True}})).body

    assert handed_in["urges"]["suicide"] == {"level": None, "acted": True}
    assert handed_in["urges"]["use"] == {"level": None, "acted": None}
    assert set(handed_in["emotions"].values()) == {None}
    assert set(handed_in["misery"].values()) == {None}
    assert (handed_in["substances"], handed_in["skills"], handed_in["targets"]) == ([], [], {})


def test_a_card_sent_twice_is_stored_once(browser, maya):
    phone, body = browser(maya), full_card()

    first, again = phone.send("PUT", TODAY, body), phone.send("PUT", TODAY, body)

    assert (first.status, again.status) == (201, 200)
    assert first.body == again.body
    with as_owner():
        assert DiaryCard.objects.filter(client=maya).count() == 1


def test_the_same_sending_with_other_answers_is_refused(browser, maya):
    phone, body = browser(maya), full_card()
    phone.send("PUT", TODAY, body)

    refusals = [
        phone.send("PUT", TODAY, {**body, "note": "Another note."}),
        phone.send("PUT", TODAY, {**body, "skills": ["stop"]}),
        phone.send("PUT", TODAY, {**body, "substances": []}),
        phone.send("PUT", f"/diary-cards/{days_ago(1)}/", body),
    ]

    assert {(one.status, one.body["code"]) for one in refusals} == {(409, "submission_conflict")}


def test_a_changed_card_is_a_new_version_and_the_old_one_stays(browser, maya):
    phone, first = browser(maya), card(misery={"emotional": 2})
    phone.send("PUT", TODAY, first)

    changed = phone.send("PUT", TODAY, card(misery={"emotional": 4}))
    first_again = phone.send("PUT", TODAY, first)

    assert (changed.status, changed.body["version"]) == (201, 2)
    assert [day["version"] for day in phone.get("/diary-cards/").body["results"]] == [2]
    assert (first_again.status, first_again.body["version"]) == (200, 1)
    with as_owner():
        assert DiaryCard.objects.filter(client=maya).count() == 2


@pytest.mark.parametrize("base", [0, 1, 3])
def test_a_change_of_a_version_that_is_not_the_newest_is_refused(browser, maya, base):
    phone = browser(maya)
    phone.send("PUT", TODAY, card())
    newest = phone.send("PUT", TODAY, card(base_version=1)).body

    refused = phone.send("PUT", TODAY, card(base_version=base))
    accepted = phone.send("PUT", TODAY, card(base_version=2))

    assert (refused.status, refused.body["code"]) == (409, "newer_version")
    assert refused.body["existing"] == {"id": newest["id"], "on": newest["on"], "version": 2}
    assert refused.body["amend"] == {"method": "PUT", "href": f"/api/v1{TODAY}"}
    assert (accepted.status, accepted.body["version"]) == (201, 3)


def test_a_change_of_a_card_that_does_not_exist_is_refused(browser, maya):
    phone = browser(maya)

    refused, first = (phone.send("PUT", TODAY, card(base_version=base)) for base in (1, 0))

    assert (refused.status, refused.body["existing"]) == (409, None)
    assert (first.status, first.body["version"]) == (201, 1)


@pytest.mark.parametrize(("days", "status"), [(-1, 400), (0, 201), (1, 201), (2, 201), (3, 400)])
def test_the_same_days_are_open_as_for_check_ins(browser, maya, days, status):
    answer = browser(maya).send("PUT", f"/diary-cards/{days_ago(days)}/", card())

    assert answer.status == status
    if status == 400:
        assert list(answer.body["fields"]) == ["on"]


def test_the_day_is_a_day_where_the_card_was_filled_in(browser, maya):
    tomorrow = f"/diary-cards/{days_ago(-1)}/"

    at_home = browser(maya).send("PUT", tomorrow, card())
    far_east = browser(maya).send("PUT", tomorrow, card(timezone="Pacific/Kiritimati"))

    assert at_home.status == 400
    assert (far_east.status, far_east.body["timezone"]) == (201, "Pacific/Kiritimati")


def test_a_card_that_waited_for_a_signal_is_taken_in_and_marked_late(browser, maya):
    recorded_at = (STORY_TIME - timedelta(days=6)).isoformat()

    answer = browser(maya).send(
        "PUT", f"/diary-cards/{days_ago(7)}/", card(recorded_at=recorded_at)
    )

    assert (answer.status, answer.body["late"]) == (201, True)


@pytest.mark.parametrize("day", ["today", "2026-02-30", "2026-2-3", "0000-01-01", "２０２６-01-01"])
def test_what_is_not_a_day_is_no_address(browser, maya, day):
    assert browser(maya).send("PUT", f"/diary-cards/{day}/", card()).status == 404


def test_maya_reads_a_week(browser, maya):
    phone = browser(maya)
    for days in (0, 1, 2):
        phone.send("PUT", f"/diary-cards/{days_ago(days)}/", card())

    everything = phone.get("/diary-cards/").body["results"]
    middle = phone.get("/diary-cards/", **{"from": days_ago(1), "to": days_ago(1)}).body["results"]
    first_page = phone.get("/diary-cards/", page_size="2").body

    assert [day["on"] for day in everything] == [days_ago(days) for days in (0, 1, 2)]
    assert [day["on"] for day in middle] == [days_ago(1)]
    assert len(first_page["results"]) == 2
    assert first_page["next"]
    assert phone.get("/diary-cards/", **{"from": "monday"}).body["fields"].keys() == {"from"}


def test_dr_okafor_reads_mayas_cards_and_leaves_a_trace(browser, maya, okafor):
    browser(maya).send("PUT", TODAY, full_card())

    seen = browser(okafor).get(f"/clients/{maya.pk}/diary-cards/", **{"from": days_ago(6)})

    assert [day["note"] for day in seen.body["results"]] == ["A long day."]
    with as_owner():
        entry = AuditEntry.objects.get(
            actor_id=okafor.pk, action="read", subject="checkins_diarycard"
        )
    assert entry.client_ids == [maya.pk]


@pytest.mark.parametrize("other", ["lee", "grace", "rosa", "tom", "ada", "ben", "stranger"])
def test_mayas_cards_do_not_exist_for_others(browser, maya, request, other):
    browser(maya).send("PUT", TODAY, full_card())
    theirs = browser(request.getfixturevalue(other))

    as_a_clinician = theirs.get(f"/clients/{maya.pk}/diary-cards/")
    as_their_own = theirs.get("/diary-cards/")

    assert as_a_clinician.status == 404
    assert as_their_own.status == 404 or as_their_own.body["results"] == []


def test_every_version_leaves_an_entry_and_news(browser, maya):
    phone = browser(maya)
    ids = [phone.send("PUT", TODAY, card()).body["id"] for _ in range(2)]

    with as_owner():
        entries = AuditEntry.objects.filter(
            actor_id=maya.pk, subject="checkins_diarycard"
        ).order_by("position")
        news = OutboxEntry.objects.filter(event="diary_card.received")
        told = {entry.payload["card_id"]: entry.payload["client_id"] for entry in news}

    assert [(entry.action, str(entry.subject_id)) for entry in entries] == [
        ("create", ids[0]),
        ("amend", ids[1]),
    ]
    assert told == dict.fromkeys(ids, str(maya.pk))


def test_what_maya_wrote_is_sealed_in_the_table(browser, maya, okafor):
    label = target_for(maya, okafor, "Calling Dana").pk
    browser(maya).send("PUT", TODAY, full_card())

    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT substances, note FROM checkins_diarycard WHERE client_id = %s", [maya.pk]
        )
        substances, note = cursor.fetchone()
        cursor.execute("SELECT label FROM checkins_diarytarget WHERE id = %s", [label])
        (stored_label,) = cursor.fetchone()

    assert all(value.startswith("v1.") for value in (substances, note, stored_label))


def test_a_client_without_an_enrolment_hands_nothing_in(browser, stranger):
    refused = browser(stranger).send("PUT", TODAY, card())

    assert (refused.status, refused.body["code"]) == (403, "not_enrolled")


UP_TO_FIVE = "Choose a whole number from 0 to 5."
UP_TO_SEVEN = "Choose a whole number from 0 to 7."
NO_SUCH_FIELD = "There is no such field."
REFUSED = [
    ({"submission_id": 7}, "submission_id", None),
    ({"submission_id": "x"}, "submission_id", None),
    ({"urges": {"suicide": {"level": 6}}}, "urges.suicide.level", UP_TO_FIVE),
    ({"urges": {"suicide": {"level": -1}}}, "urges.suicide.level", UP_TO_FIVE),
    ({"urges": {"suicide": {"level": 2.0}}}, "urges.suicide.level", UP_TO_FIVE),
    ({"urges": {"suicide": {"level": "3"}}}, "urges.suicide.level", UP_TO_FIVE),
    ({"urges": {"suicide": {"level": True}}}, "urges.suicide.level", UP_TO_FIVE),
    ({"urges": {"suicide": {"level": 10**30}}}, "urges.suicide.level", UP_TO_FIVE),
    ({"urges": {"suicide": {"level": float("nan")}}}, "urges.suicide.level", UP_TO_FIVE),
    ({"urges": {"self_harm": {"acted": "yes"}}}, "urges.self_harm.acted", None),
    ({"urges": {"self_harm": {"acted": 1}}}, "urges.self_harm.acted", None),
    ({"urges": {"gamble": {"level": 1}}}, "urges.gamble", NO_SUCH_FIELD),
    ({"urges": {"use": {"strength": 1}}}, "urges.use.strength", NO_SUCH_FIELD),
    ({"urges": {"use": 3}}, "urges.use", None),
    ({"urges": []}, "urges", None),
    ({"urges": None}, "urges", None),
    ({"emotions": {"sad": 6}}, "emotions.sad", UP_TO_FIVE),
    ({"emotions": {"bored": 1}}, "emotions.bored", NO_SUCH_FIELD),
    ({"misery": {"physical": 6}}, "misery.physical", UP_TO_FIVE),
    ({"substances": "beer"}, "substances", None),
    ({"substances": {"0": "beer"}}, "substances", None),
    ({"substances": ["beer", 2]}, "substances.1", None),
    ({"substances": [""]}, "substances.0", None),
    ({"substances": ["x" * 81]}, "substances.0", None),
    ({"substances": ["x"] * 21}, "substances", None),
    ({"medication": "maybe"}, "medication", None),
    ({"sleep_hours": 24.5}, "sleep_hours", None),
    ({"sleep_hours": 7.3}, "sleep_hours", None),
    ({"skills": ["no-such-exercise"]}, "skills", "There is no such exercise."),
    ({"skills": ["nul\x00"]}, "skills.0", None),
    ({"skill_rating": 8}, "skill_rating", UP_TO_SEVEN),
    ({"targets": {"x": {"level": 1}}}, "targets", "This is not one of your targets."),
    ({"targets": []}, "targets", None),
    ({"note": "x" * 4001}, "note", None),
    ({"note": 3}, "note", None),
    ({"note": "\ud800"}, "note", None),
    ({"timezone": "Mars/Olympus"}, "timezone", None),
    ({"timezone": "../etc/passwd"}, "timezone", None),
    ({"base_version": -1}, "base_version", None),
    ({"base_version": "1"}, "base_version", None),
    ({"mood": 5}, "mood", NO_SUCH_FIELD),
    ({"on": "2026-01-01"}, "on", NO_SUCH_FIELD),
]


@pytest.mark.parametrize(
    ("answers", "field", "sentence"),
    REFUSED,
    ids=[f"{n}-{row[1]}" for n, row in enumerate(REFUSED)],
)
def test_a_wrong_answer_is_refused_by_its_field(browser, maya, answers, field, sentence):
    refused = browser(maya).send("PUT", TODAY, card(**answers))

    assert (refused.status, refused.body["code"]) == (400, "invalid"), refused
    assert list(refused.body["fields"]) == [field]
    (said,) = refused.body["fields"][field]
    assert said == refused.body["detail"]
    assert said == (sentence or said)
    with as_owner():
        assert not DiaryCard.objects.filter(client=maya).exists()


def test_a_skill_ticked_twice_counts_once(browser, maya):
    handed_in = browser(maya).send("PUT", TODAY, card(skills=["stop", "stop"]))

    assert handed_in.body["skills"] == ["stop"]


def test_maya_answers_her_targets_each_in_its_own_scale(browser, maya, okafor):
    urge = target_for(maya, okafor)
    habit = target_for(maya, okafor, "Walking", kind="habit", scale="yes_no")

    handed_in = browser(maya).send(
        "PUT",
        TODAY,
        card(
            targets={
                str(urge.pk).upper(): {"level": 3, "acted": True},
                str(habit.pk): {"value": False},
            }
        ),
    )

    assert handed_in.status == 201, handed_in
    assert handed_in.body["targets"] == {
        str(urge.pk): {"level": 3, "value": None, "acted": True},
        str(habit.pk): {"level": None, "value": False, "acted": None},
    }


def test_a_target_answered_in_the_other_scale_is_refused(browser, maya, okafor):
    urge = target_for(maya, okafor)
    habit = target_for(maya, okafor, "Walking", kind="habit", scale="yes_no")

    refused = browser(maya).send(
        "PUT", TODAY, card(targets={str(urge.pk): {"value": True}, str(habit.pk): {"level": 1}})
    )

    assert refused.body["fields"] == {
        f"targets.{urge.pk}.value": ["This target is answered with 0 to 5."],
        f"targets.{habit.pk}.level": ["This target is answered with yes or no."],
    }


def test_neither_bens_target_nor_an_invented_one_is_mayas(browser, maya, ben, lee):
    bens, invented = str(target_for(ben, lee).pk), str(uuid4())

    for target in (bens, invented):
        refused = browser(maya).send("PUT", TODAY, card(targets={target: {"level": 1}}))

        assert refused.status == 400
        assert refused.body["fields"] == {f"targets.{target}": ["This is not one of your targets."]}
