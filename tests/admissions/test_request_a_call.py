"""Asking to be called: no account, no health question, one answer, and nobody lost."""

import json
from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from redis.exceptions import RedisError

from admissions import services
from admissions.models import CallRequest
from admissions.rules import keeping, phone
from core.models import AuditEntry
from delivery.models import Delivery
from tests.conftest import as_owner
from tests.story import STORY_TIME

RECEIVED = (202, {"received": True})


def _answered(answer):
    return answer.status, answer.body


def _kept():
    with as_owner():
        return list(CallRequest.objects.order_by("asked_at", "pk"))


def test_somebody_is_kept_with_what_is_needed_to_call_them(form):
    answer = form.send(language="es")

    (row,) = _kept()
    assert _answered(answer) == RECEIVED
    assert (row.name, row.phone, row.email) == ("Ana Ruiz", "+16175550142", "")
    assert (row.best_time, row.language, row.suspected) == ("morning", "es", False)
    assert (row.called_at, row.closed_at, row.times_asked) == (None, None, 1)


def test_an_email_address_is_enough(form):
    form.send(phone="", email="ana@example.org")

    assert [(row.phone, row.email) for row in _kept()] == [("", "ana@example.org")]


def test_nothing_about_health_can_be_sent(form):
    answer = form.send(message="I drink every day")

    assert answer.status == 400
    assert answer.body["fields"] == {"message": ["There is no such field."]}
    assert {f.name for f in CallRequest._meta.fields} == {
        "id", "created_at", "name", "phone", "email", "contact_digest", "best_time", "language",
        "asked_at", "times_asked", "suspected", "called_at", "called_by", "times_called",
        "closed_at", "closed_by", "outcome",
    }  # fmt: skip


def test_the_database_never_sees_who_asked(form):
    form.send(email="ana@example.org")

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT row_to_json(r)::text FROM admissions_callrequest r")
        (stored,) = cursor.fetchone()
    assert not any(word in stored for word in ("Ana", "555", "0142", "example.org"))


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("617-555-0142", "+16175550142"),
        ("(617) 555 0142", "+16175550142"),
        ("+351 21 000 0000", "+351210000000"),
        ("911", None),
        ("555-0142", None),
        ("617-555-0142 x12", None),
        ("call me", None),
        ("+1", None),
        ("٦١٧٥٥٥٠١٤٢", "+16175550142"),
    ],
)
def test_a_number_is_kept_as_it_is_dialled_or_refused(typed, called):
    assert phone.dialled(typed) == called


def test_a_number_that_cannot_be_called_is_refused_with_a_sentence(form):
    answer = form.send(phone="12")

    assert answer.status == 400
    assert answer.body["fields"] == {"phone": ["This is not a telephone number we can call."]}


def test_without_any_way_to_be_reached_it_is_refused(form):
    answer = form.send(phone="", email="")

    sentence = "Leave a telephone number or an e-mail address."
    assert answer.body["fields"] == {"phone": [sentence]}


@pytest.mark.parametrize(
    "changes", [{"name": " "}, {"name": "x" * 121}, {"best_time": "now"}, {"language": "fr"},
                {"email": "no address"}, {"token": 7}, {"website": 3}],
)  # fmt: skip
def test_what_is_wrong_is_named(form, changes):
    answer = form.send(**changes)

    assert answer.status == 400
    assert list(answer.body["fields"]) == list(changes)
    assert _kept() == []


def test_the_same_person_again_is_one_request_asked_twice(form):
    first = form.send()
    second = form.send(phone="+1 617 555 0142", best_time="evening")

    (row,) = _kept()
    assert _answered(first) == _answered(second) == RECEIVED
    assert (row.times_asked, row.best_time) == (2, "evening")


def test_two_people_who_share_a_telephone_are_two_requests(form):
    form.send()
    form.send(name="Luz Ruiz")
    form.send(name="  ANA   Ruiz ")

    assert {row.name: row.times_asked for row in _kept()} == {"Ana Ruiz": 2, "Luz Ruiz": 1}


def test_another_address_of_the_same_person_is_not_lost(form):
    form.send()
    form.send(email="ana@example.org")

    assert sorted(row.email for row in _kept()) == ["", "ana@example.org"]


def test_after_it_was_closed_the_same_person_is_a_new_request(form, ada):
    form.send()
    with as_owner():
        CallRequest.objects.update(closed_at=STORY_TIME + timedelta(minutes=1), closed_by=ada,
                                   outcome="reached")  # fmt: skip

    form.send(after=100)

    assert len(_kept()) == 2


@pytest.mark.parametrize(
    "machine", [{"website": "https://spam.example"}, {"after": 1}], ids=["trap", "too fast"]
)
def test_what_looks_like_a_machines_is_answered_alike_kept_apart_and_tells_nobody(form, machine):
    answer = form.send(**machine)

    (row,) = _kept()
    with as_owner():
        told = Delivery.objects.filter(cause__startswith="call:").count()
    assert _answered(answer) == RECEIVED
    assert (row.suspected, told) == (True, 0)


def test_the_answer_is_the_same_bytes_for_new_known_and_suspected(form):
    answers = [form.send(), form.send(), form.send(website="x")]

    assert len({(answer.status, answer.content) for answer in answers}) == 1


def test_a_form_works_once(form):
    token = form.open()
    form.send(token)

    again = form.send(token)

    assert (again.status, again.body["code"]) == (400, "form_expired")


@pytest.mark.parametrize("token", ["", "made up", "e30:1:x"])
def test_a_token_that_is_not_ours_is_refused(form, token):
    answer = form.send(token)

    assert answer.status == 400
    assert answer.body["code"] in {"form_expired", "invalid"}
    assert _kept() == []


def test_a_form_that_was_open_for_hours_is_sent_anew(form):
    answer = form.send(after=keeping.FORM_LASTS.total_seconds() + 1)

    assert answer.body["code"] == "form_expired"


def test_a_form_from_tomorrow_is_refused(form):
    token = services.new_form(at=STORY_TIME + timedelta(days=1))

    assert form.send(token).body["code"] == "form_expired"


def test_administrators_are_told_in_neutral_words_in_the_same_transaction(form, ada):
    form.send()

    (row,) = _kept()
    with as_owner():
        told = [
            (one.person_id, one.kind, one.path)
            for one in Delivery.objects.filter(cause=f"call:{row.pk}")
        ]
    assert told == [(ada.pk, "alert", "/calls")]


def test_what_was_kept_leaves_an_audit_entry_without_words(form):
    form.send()

    (row,) = _kept()
    with as_owner():
        entry = AuditEntry.objects.get(subject="admissions_callrequest", subject_id=row.pk)
    assert (entry.action, entry.actor_role, entry.actor_id, entry.detail) == (
        "create", "admissions", None, "",
    )  # fmt: skip


def test_an_address_that_asks_too_often_is_sent_to_the_telephone(form):
    most = keeping.PER_ADDRESS[0].most
    statuses = [form.send(phone=f"617-555-01{place:02}").status for place in range(most + 2)]

    assert statuses == [202] * most + [429, 429]
    assert len(_kept()) == most


def test_counts_are_kept_in_the_shared_cache_and_not_by_address_in_clear(form):
    form.send()

    keys = cache._cache.get_client().keys(f"*{cache.key_prefix}*")
    assert len(keys) == len(keeping.PER_ADDRESS) + 1
    assert not any(b"127.0.0.1" in key for key in keys)


def test_a_household_of_one_v6_network_is_one_address():
    from admissions.services.limits import _network

    assert _network("2001:db8:1:2::1") == _network("2001:db8:1:2:ffff::9")
    assert _network("2001:db8:1:3::1") != _network("2001:db8:1:2::1")
    assert _network(None) == _network("nonsense") == "unknown"


def test_a_cache_that_is_away_does_not_send_anybody_off(form, monkeypatch):
    def away(*args, **options):
        raise RedisError

    token = form.open()
    monkeypatch.setattr("django.core.cache.backends.redis.RedisCache.add", away)

    assert _answered(form.send(token)) == RECEIVED
    assert len(_kept()) == 1


def test_a_flood_from_everywhere_ends_at_the_days_bound(form, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_ASKED_PER_DAY", 2)

    statuses = [form.send(phone=f"617-555-010{place}").status for place in range(3)]

    assert statuses == [202, 202, 429]


def test_a_flood_of_machines_leaves_the_day_to_people(form, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_ASKED_PER_DAY", 1)

    statuses = [form.send(website=trap).status for trap in ("x", "x", "")]

    assert statuses == [202, 429, 202]


def test_another_site_cannot_use_somebodys_session(form, ada):
    """The route reads no session: with one or without, it is the same stranger who asks."""
    from tests.http import Browser

    form.browser = Browser(ada)
    form.send()

    with as_owner():
        assert (
            AuditEntry.objects.filter(actor_id=ada.pk, subject="admissions_callrequest").count()
            == 0
        )


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "text/plain", ""])
def test_a_plain_form_of_another_site_is_not_understood(form, kind):
    body = json.dumps(
        {"token": form.open(), "name": "A", "phone": "6175550142", "best_time": "any"}
    )

    answer = form.browser.client.post("/api/v1/call-requests/", body, content_type=kind or "a/b")

    assert answer.status_code == 415
    assert _kept() == []


def test_the_form_says_how_long_to_wait(form):
    answer = form.browser.get("/call-requests/")

    assert answer.body["wait_seconds"] == keeping.LEAST_TIME_TO_FILL.total_seconds() == 3
    assert "Set-Cookie" not in answer.headers


@time_machine.travel(STORY_TIME, tick=False)
def test_the_programs_telephones_are_no_secret(form):
    facts = form.browser.get("/program-facts/").body["programs"]

    assert {"name": "Riverside IOP", "daytime_phone": "617-555-0100",
            "on_call_phone": "617-555-0199"} in facts  # fmt: skip
