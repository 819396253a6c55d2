"""What a person sees and says of their reminders, and what their care team may ask."""

from datetime import timedelta

import pytest
import time_machine

from core.models import AuditEntry
from delivery.models import ContactPoint, Delivery
from reminders.models import Agenda, Preference, Reminder, Setting
from tests.conftest import as_owner
from tests.reminders.stage import clear
from tests.story import STORY_DAY, STORY_TIME

WISHES = {
    "channels": ["sms", "email"], "tone": "plain", "language": "es", "quiet_from_minute": 1320,
    "quiet_until_minute": 420,
    "kinds": [{"kind": "session", "on": True, "times": [1080], "leads": [120]},
              {"kind": "check_in", "on": False, "times": [], "leads": []}],
}  # fmt: skip


@pytest.fixture(autouse=True)
def bare(db):
    clear()
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def a_reminder(person, **fields):
    message = fields.pop("message", person.pk)
    values = {
        "person": person, "kind": "check_in", "occurrence": f"x{fields}", "on": STORY_DAY,
        "wished_at": STORY_TIME, "due_at": STORY_TIME, "until_at": STORY_TIME + timedelta(hours=3),
        "state": "sent", "channel": "email", "message": message, "queued_at": STORY_TIME,
        "sent_at": STORY_TIME, "settled_at": STORY_TIME, **fields,
    }  # fmt: skip
    with as_owner():
        return Reminder.objects.create(**values)


def skipped(person, **fields):
    return a_reminder(
        person, state="skipped", reason="done", message=None, channel="", queued_at=None,
        sent_at=None, **fields,
    )  # fmt: skip


def test_the_app_shows_what_was_due_and_not_what_was_skipped(maya, browser):
    shown = a_reminder(maya)
    skipped(maya)
    a_reminder(maya, due_at=STORY_TIME + timedelta(minutes=1))

    rows = browser(maya).get("/reminders/").body["results"]

    assert [row["id"] for row in rows] == [str(shown.pk)]
    assert rows[0]["state"] == "unread"


def test_opening_and_finishing_count_once_and_lower_the_count(maya, browser):
    reminder, me = a_reminder(maya), browser(maya)

    before = me.get("/reminders/count/").body
    opened = me.post(f"/reminders/{reminder.pk}/open/").body
    done = me.post(f"/reminders/{reminder.pk}/done/").body
    with time_machine.travel(STORY_TIME + timedelta(hours=1), tick=False):
        again = me.post(f"/reminders/{reminder.pk}/done/").body

    assert before == {"unread": 1}
    assert (opened["state"], done["state"]) == ("opened", "done")
    assert again == done
    assert me.get("/reminders/count/").body == {"unread": 0}


def test_following_a_link_opens_what_its_message_was_about(maya, browser):
    first, second = a_reminder(maya), a_reminder(maya, kind="exercise")
    with as_owner():
        message = Delivery.objects.create(
            person=maya, channel="email", kind="reminder", cause=f"reminder:{maya.pk}",
            due_at=STORY_TIME,
        )  # fmt: skip

    answer = browser(maya).post("/reminders/opened/", {"message": str(message.pk)})

    assert answer.body == {"opened": 2}
    with as_owner():
        opened = Reminder.objects.filter(pk__in=[first.pk, second.pk]).values_list("opened_at")
    assert set(opened) == {(STORY_TIME,)}


def test_somebody_elses_link_opens_nothing(maya, ben, browser):
    a_reminder(maya)
    with as_owner():
        message = Delivery.objects.create(
            person=maya, channel="email", kind="reminder", cause=f"reminder:{maya.pk}",
            due_at=STORY_TIME,
        )  # fmt: skip

    answer = browser(ben).post("/reminders/opened/", {"message": str(message.pk)})

    assert answer.body == {"opened": 0}


def test_the_ledger_says_why_something_was_not_sent(maya, browser):
    skipped(maya)
    a_reminder(maya, kind="exercise")

    rows = browser(maya).get("/reminders/ledger/", kind="check_in").body["results"]

    assert [(row["state"], row["reason"]) for row in rows] == [("skipped", "done")]


def test_okafor_answers_whether_maya_was_reminded_and_that_is_on_record(maya, okafor, browser):
    a_reminder(maya)

    today = STORY_DAY.isoformat()
    answer = browser(okafor).get(f"/clients/{maya.pk}/reminders/", **{"from": today, "to": today})

    (row,) = answer.body["results"]
    assert (row["kind"], row["state"], row["channel"]) == ("check_in", "sent", "email")
    with as_owner():
        entry = AuditEntry.objects.get(actor_id=okafor.pk, subject="reminders_reminder")
    assert entry.client_ids == [maya.pk]


def test_who_chose_nothing_reads_what_is_usual(maya, browser, settings):
    settings.CHANNELS_ON = {"email"}
    body = browser(maya).get("/reminders/preferences/").body

    kinds = {row["kind"]: row for row in body["kinds"]}
    assert (body["channels"], body["tone"]) == (["push", "email", "sms"], "discreet")
    assert (body["quiet_from_minute"], body["quiet_until_minute"]) == (1260, 480)
    assert kinds["session"]["leads"] == [1440, 60]
    assert len(kinds) == 9
    assert body["channels_on"] == ["email"]
    assert body["push_key"] == ""


def test_wishes_are_kept_whole_and_hold_from_the_next_tick(maya, browser):
    with as_owner():
        Agenda.objects.create(person=maya, next_at=STORY_TIME + timedelta(hours=1))

    answer = browser(maya).send("PUT", "/reminders/preferences/", WISHES)

    kinds = {row["kind"]: row for row in answer.body["kinds"]}
    assert answer.status == 200
    assert (answer.body["channels"], answer.body["tone"]) == (["sms", "email"], "plain")
    assert (kinds["session"]["times"], kinds["session"]["leads"]) == ([1080], [120])
    assert not kinds["check_in"]["on"]
    assert kinds["exercise"]["times"] == [1020]
    with as_owner():
        assert Agenda.objects.get(person=maya).next_at == STORY_TIME
        assert AuditEntry.objects.filter(subject="reminders_preference").count() == 1


def test_saying_it_again_leaves_one_row_of_each(maya, browser):
    for _ in range(2):
        browser(maya).send("PUT", "/reminders/preferences/", WISHES)

    with as_owner():
        assert Preference.objects.filter(person=maya).count() == 1
        assert Setting.objects.filter(person=maya).count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"channels": ["pigeon"]}, "channels"),
        ({"channels": ["sms", "sms"]}, "channels"),
        ({"tone": "loud"}, "tone"),
        ({"language": "xx"}, "language"),
        ({"quiet_from_minute": 1440}, "quiet_from_minute"),
        ({"quiet_until_minute": "7"}, "quiet_until_minute"),
        ({"kinds": [{"kind": "x", "on": True}]}, "kinds"),
        ({"kinds": [{"kind": "check_in", "on": True, "times": [1440]}]}, "kinds"),
        ({"kinds": [{"kind": "check_in", "on": True, "times": [1, 1]}]}, "kinds"),
        ({"kinds": [{"kind": "check_in", "on": True, "leads": [5]}]}, "kinds"),
        ({"kinds": [{"kind": "session", "on": True, "leads": [0]}]}, "kinds"),
        ({"kinds": [{"kind": "refill", "on": True}] * 2}, "kinds"),
        ({"more": 1}, "more"),
    ],
)
def test_a_wish_that_cannot_be_is_refused_with_its_field(maya, browser, changes, field):
    answer = browser(maya).send("PUT", "/reminders/preferences/", {**WISHES, **changes})

    assert answer.status == 400
    assert field in answer.body["fields"]
    assert answer.body["detail"]


def test_a_pause_is_kept_and_ended(maya, browser):
    until = (STORY_TIME + timedelta(days=2)).isoformat()

    paused = browser(maya).post("/reminders/pause/", {"until": until}).body
    ended = browser(maya).post("/reminders/pause/", {"until": None}).body

    assert paused["paused_until"]
    assert ended["paused_until"] is None


@pytest.mark.parametrize("days", [-1, 0, 91])
def test_a_pause_in_the_past_or_for_ever_is_refused(maya, browser, days):
    until = (STORY_TIME + timedelta(days=days)).isoformat()

    answer = browser(maya).post("/reminders/pause/", {"until": until})

    assert (answer.status, answer.body["code"]) == (400, "pause_refused")
    assert answer.body["fields"] == {"until": ["Choose a time in the next 90 days."]}


def test_a_telephone_shows_four_digits_and_an_address_itself(maya, browser):
    with as_owner():
        ContactPoint.objects.create(
            person=maya, channel="sms", address="digest", sealed="+16175550142",
            verified_at=STORY_TIME,
        )  # fmt: skip

    rows = browser(maya).get("/contact-points/").body["results"]

    shown = {row["channel"]: (row["shown"], row["usable"]) for row in rows}
    assert shown == {"email": ("maya@example.org", True), "sms": ("…0142", False)}


@pytest.mark.parametrize("name", ["stranger", "ben", "lee", "grace", "tom", "rosa", "ada"])
def test_nobody_else_reads_mayas_wishes_points_or_reminders(maya, request, name):
    from core import identity

    a_reminder(maya)
    with as_owner():
        Preference.objects.create(person=maya)
        Setting.objects.create(person=maya, kind="session")
        Agenda.objects.create(person=maya, next_at=STORY_TIME)
    identity.be_person(request.getfixturevalue(name).pk)

    for model in (Preference, Setting, Agenda, Reminder, ContactPoint):
        assert not model.objects.filter(person=maya).exists(), model
