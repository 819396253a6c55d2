"""C-09 to C-12, F-04, F-06: amend, narrow, pause, end. The very next reading knows."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import RequestFactory

from core.identity import System, acting_as, as_relative, be_person
from core.models import AuditEntry
from delivery import services as delivery_services
from delivery.models import Delivery
from delivery.services import Cause
from family import access
from family.models import Consent, Disclosure
from program.models import Enrolment
from tests.conftest import FAST_HASH, as_owner
from tests.family.consenting import DAY, forget_tries, signature
from tests.family.sharing import bare, shown
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

NEW_YORK = ZoneInfo("America/New_York")


@pytest.fixture(autouse=True)
def _limits(db, settings):
    settings.PASSWORD_HASHERS = FAST_HASH
    forget_tries(RequestFactory().get("/"), "maya")


@pytest.fixture
def shared(maya, rosa):
    """The consent that Maya gave her mother."""
    with as_owner():
        return Consent.objects.get(client=maya, recipient=rosa)


@pytest.fixture
def on_its_way(shared):
    """A message that waits for Rosa."""
    with as_owner():
        return Delivery.objects.create(
            person=shared.recipient, channel="email", kind="update", due_at=STORY_TIME,
            cause=f"family:{shared.series}:note:1",
        )  # fmt: skip


def terms(*categories, **changes):
    return {"relationship": "mother", "categories": list(categories), **changes}


def amend(person, consent, *categories, **changes):
    path, body = f"/consents/{consent.pk}", terms(*categories)
    preview = Browser(person).post(f"{path}/preview-text/", body).body
    return Browser(person).post(f"{path}/amend/", {**body, **signature(preview), **changes})


def act(person, consent, action, body=None):
    return Browser(person).post(f"/consents/{consent.pk}/{action}/", body)


def given(rosa):
    """Return the categories in force toward Rosa, by her own reading."""
    be_person(rosa.pk)
    return [row.categories for row in access.in_force(rosa, at=STORY_TIME)]


def sql_says(rosa, consent, category="program_link"):
    with as_owner():
        # The database's clock may not have come to the hour of the story yet.
        signed = Consent.objects.filter(series=consent.series, signed_at=STORY_TIME)
        signed.update(signed_at=STORY_TIME - DAY)
    be_person(rosa.pk)
    with as_relative(), connection.cursor() as cursor:
        cursor.execute("SELECT app_may_see(%s, %s)", [consent.client_id, category])
        return cursor.fetchone()[0]


def entries(action):
    with as_owner():
        return list(AuditEntry.objects.filter(action=action, subject="family_consent"))


def test_c_10_an_amendment_is_a_new_version_and_the_old_one_stays_as_it_was(maya, rosa, shared):
    answer = amend(maya, shared, "mood_trend", "streak")

    assert answer.status == 201
    with as_owner():
        old, new = Consent.objects.filter(series=shared.series).order_by("version")
    assert (old.text, old.text_digest) == (shared.text, shared.text_digest)
    assert (old.ended_reason, old.ended_by_id) == ("superseded", maya.pk)
    assert (new.version, new.recipient_id, new.signed_at) == (2, rosa.pk, STORY_TIME)
    assert given(rosa) == [["program_link", "streak", "mood_trend"]]
    assert sql_says(rosa, shared, "streak")


def test_an_amendment_asks_who_it_is(maya, shared):
    refused = amend(maya, shared, "streak", password="not the password")

    assert (refused.status, refused.body["code"]) == (403, "not_proven")


def test_a_sensitive_category_begins_a_day_later_and_an_amendment_does_not_restart_it(
    maya, rosa, shared
):
    amend(maya, shared, "mood_trend", "craving_band", confirmed_again=["craving_band"])
    assert given(rosa) == [["program_link", "mood_trend"]]
    assert not sql_says(rosa, shared, "craving_band")

    with as_owner():
        newest = Consent.objects.get(series=shared.series, ended_at=None)
        Consent.objects.filter(pk=newest.pk).update(craving_band_from=STORY_TIME - 2 * DAY)
    amend(maya, shared, "mood_trend", "craving_band")

    assert given(rosa) == [["program_link", "mood_trend", "craving_band"]]
    assert sql_says(rosa, shared, "craving_band")


def test_f_06_narrowing_is_quiet_and_needs_no_password(maya, rosa, shared):
    amend(maya, shared, "mood_trend", "streak")
    with as_owner():
        waiting = Delivery.objects.count()

    answer = act(maya, shared, "narrow", {"remove": ["mood_trend"]})

    assert (answer.status, answer.body["categories"]) == (200, ["program_link", "streak"])
    assert given(rosa) == [["program_link", "streak"]]
    with as_owner():
        assert Delivery.objects.count() == waiting
        newest = Consent.objects.get(series=shared.series, ended_at=None)
    # The signature stands: narrowing must not make a sharing younger than it is.
    assert (newest.version, newest.signed_at, newest.narrowed_at) == (3, STORY_TIME, STORY_TIME)


@pytest.mark.parametrize("remove", [["streak"], ["program_link"]])
def test_narrowing_nothing_or_everything_is_refused(maya, shared, remove):
    refused = act(maya, shared, "narrow", {"remove": remove})

    assert (refused.status, list(refused.body["fields"])) == (400, ["remove"])


def test_a_screen_from_before_a_change_still_ends_the_sharing(maya, rosa, shared):
    amend(maya, shared, "streak")

    answer = act(maya, shared, "revoke")

    assert (answer.status, answer.body["state"]) == (200, "revoked")
    assert given(rosa) == []


def _revoke(maya, consent):
    assert act(maya, consent, "revoke").status == 200


def _pause(maya, consent):
    assert act(maya, consent, "pause").status == 200


def _expire(maya, consent):
    with as_owner():
        Consent.objects.filter(pk=consent.pk).update(expires_on=STORY_DAY - 2 * DAY)


def _discharge(maya, consent):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - 2 * DAY)


def _flag(maya, consent):
    with as_owner():
        Consent.objects.filter(pk=consent.pk).update(
            flagged_false_at=STORY_TIME, ended_at=STORY_TIME, ended_reason="flagged_false",
            ended_by=maya,
        )  # fmt: skip


ENDS = {
    "revoked": _revoke, "paused": _pause, "expired": _expire, "discharged": _discharge,
    "flagged_false": _flag,
}  # fmt: skip


@pytest.mark.parametrize("state", ENDS)
def test_f_04_every_end_and_a_pause_look_as_if_nothing_had_ever_been(
    maya, rosa, sister, shared, state
):
    assert given(rosa) == [["program_link", "mood_trend"]]

    ENDS[state](maya, shared)

    assert given(rosa) == []
    assert not sql_says(rosa, shared)
    assert bare(shown(rosa)) == bare(shown(sister))
    rows = Browser(maya).get("/consents/").body["results"]
    assert [row["state"] for row in rows if row["recipient_name"] == "Rosa Torres"] == [state]


@pytest.mark.parametrize("action", ["revoke", "pause"])
def test_c_11_what_waits_for_the_relative_is_called_back_with_it(maya, shared, on_its_way, action):
    act(maya, shared, action)

    with as_owner():
        on_its_way.refresh_from_db()
    assert (on_its_way.state, on_its_way.settled_at) == ("cancelled", STORY_TIME)


def test_what_waits_for_somebody_else_still_leaves(maya, shared, on_its_way):
    with as_owner():
        Delivery.objects.filter(pk=on_its_way.pk).update(cause="family:other:note:1")

    act(maya, shared, "revoke")

    with as_owner():
        on_its_way.refresh_from_db()
    assert on_its_way.state == "queued"


def test_the_family_part_queues_and_calls_back_its_own_messages_only(rosa, shared):
    cause = Cause("update", f"family:{shared.series}:note:2")
    with acting_as(System.FAMILY):
        assert delivery_services.queue(people=[rosa.pk], cause=cause, due_at=STORY_TIME) == 1
        assert not Delivery.objects.exclude(cause__startswith="family:").exists()


def test_c_12_what_was_seen_stays_in_the_accounting(maya, rosa, shared):
    shown(rosa)
    with as_owner():
        before = Disclosure.objects.filter(consent=shared).count()

    act(maya, shared, "revoke")

    with as_owner():
        assert Disclosure.objects.filter(consent=shared).count() == before
    assert "cannot be taken back" in Browser(maya).get(f"/consents/{shared.pk}/").body["text"]


def test_a_pause_ends_when_maya_says_so(maya, rosa, shared):
    assert act(maya, shared, "pause").body["state"] == "paused"
    assert act(maya, shared, "pause").body["code"] == "already_paused"

    assert act(maya, shared, "resume").body["state"] == "in_force"
    assert given(rosa) == [["program_link", "mood_trend"]]
    assert act(maya, shared, "resume").body["code"] == "not_paused"


def test_a_pause_with_a_last_day_ends_that_morning_in_new_york(maya, rosa, shared):
    until = STORY_DAY + 2 * DAY
    answer = act(maya, shared, "pause", {"until": until.isoformat()})

    morning = datetime(until.year, until.month, until.day, tzinfo=NEW_YORK)
    assert datetime.fromisoformat(answer.body["paused_until"]) == morning
    be_person(rosa.pk)
    assert access.in_force(rosa, at=morning - timedelta(seconds=1)) == []
    assert access.in_force(rosa, at=morning) != []
    assert not sql_says(rosa, shared)


@pytest.mark.parametrize("days", [0, -1, 400])
def test_a_pause_ends_after_today_and_before_the_sharing(maya, shared, days):
    refused = act(maya, shared, "pause", {"until": (STORY_DAY + days * DAY).isoformat()})

    assert (refused.status, list(refused.body["fields"])) == (400, ["until"])


def test_a_pause_outlives_an_amendment(maya, rosa, shared):
    act(maya, shared, "pause")

    amend(maya, shared, "streak")

    assert given(rosa) == []
    assert not sql_says(rosa, shared)


# F-04: the last day ends at midnight in New York, in summer and in winter.
@pytest.mark.parametrize("last_day", [date(2026, 7, 4), date(2026, 12, 4)])
def test_f_04_a_sharing_ends_at_midnight_in_new_york(maya, rosa, shared, last_day):
    signed = last_day - 30 * DAY
    with as_owner():
        Consent.objects.filter(pk=shared.pk).update(
            signed_at=datetime.combine(signed, time.min, tzinfo=UTC),
            signed_on=signed,
            expires_on=last_day,
        )
        Enrolment.objects.filter(client=maya).update(active_from=signed - DAY)
    midnight = datetime.combine(last_day + DAY, time.min, tzinfo=NEW_YORK)
    be_person(rosa.pk)

    for moment, there in ((midnight - timedelta(seconds=1), True), (midnight, False)):
        with time_machine.travel(moment, tick=False):
            assert bool(access.in_force(rosa, at=moment)) is there


def test_what_expired_is_written_as_expired_when_maya_signs_anew(maya, rosa, shared):
    _expire(maya, shared)
    with as_owner():
        Consent.objects.filter(pk=shared.pk).update(signed_on=STORY_DAY - 30 * DAY)
    body = {"name": "Rosa Torres", "email": "rosa@example.org", **terms("mood_trend")}
    preview = Browser(maya).post("/consents/preview-text/", body).body

    answer = Browser(maya).post("/consents/", {**body, **signature(preview)})

    assert answer.status == 201
    with as_owner():
        shared.refresh_from_db()
    assert (shared.ended_reason, shared.ended_by_id) == ("expired", None)


# What staff record.

PAPER = {"received_how": "letter", "received_on": STORY_DAY.isoformat()}


@pytest.mark.parametrize("name", ["okafor", "ada"])
def test_c_11_staff_record_a_revocation_made_on_paper(
    request, maya, rosa, shared, on_its_way, name
):
    staff = request.getfixturevalue(name)

    answer = act(staff, shared, "paper-revocation", PAPER)

    assert (answer.status, answer.body["state"]) == (200, "revoked")
    assert given(rosa) == []
    with as_owner():
        shared.refresh_from_db()
        on_its_way.refresh_from_db()
    assert (shared.ended_by_id, shared.received_how) == (staff.pk, "letter")
    assert on_its_way.state == "cancelled"
    (entry,) = entries("revoke_on_paper")
    assert (entry.actor_id, entry.client_ids, entry.consent_id) == (
        staff.pk, [maya.pk], shared.pk,
    )  # fmt: skip


def test_no_revocation_arrives_tomorrow(okafor, shared):
    body = {**PAPER, "received_on": (STORY_DAY + DAY).isoformat()}

    assert act(okafor, shared, "paper-revocation", body).status == 400


def test_c_09_a_consent_that_is_known_to_be_false_gives_nothing(okafor, maya, rosa, shared):
    answer = act(okafor, shared, "flag-false")

    assert (answer.status, answer.body["state"]) == (200, "flagged_false")
    assert given(rosa) == []


@pytest.mark.parametrize("action", ["paper-revocation", "flag-false"])
@pytest.mark.parametrize("name", ["grace", "rosa", "maya", "ben"])
def test_nobody_else_records_anything(request, shared, name, action):
    answer = act(request.getfixturevalue(name), shared, action, PAPER)

    assert answer.status == 404


@pytest.mark.parametrize(
    "gap",
    [
        {"purpose": ""},
        {"discloser": ""},
        {"client_name": ""},
        {"text_digest": ""},
        {"recipient_name": ""},
        {"signed_by": "rosa"},
        {"signed_at": STORY_TIME + 30 * DAY},
        {"categories": ["mood_trend"]},
        {"timezone": "Pacific/Kiritimati", "expires_on": STORY_DAY},
    ],
    ids=lambda gap: next(iter(gap)),
)
def test_c_09_an_element_that_is_lost_after_signing_gives_nothing(rosa, shared, gap):
    """The constraints are taken away first: nothing but the reading is left to refuse."""
    values = {"signed_by": rosa} if "signed_by" in gap else gap
    if "timezone" in gap:
        values = {**gap, "expires_on": STORY_DAY - DAY, "signed_on": STORY_DAY - 20 * DAY}
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname FROM pg_constraint"
            " WHERE conrelid = 'family_consent'::regclass AND contype = 'c'"
        )
        for (name,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE family_consent DROP CONSTRAINT {name}")
        Consent.objects.filter(pk=shared.pk).update(**values)

    assert given(rosa) == []
    assert not sql_says(rosa, shared, "mood_trend")
