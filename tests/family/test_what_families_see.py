"""What a relative is shown: the band and the notice while a consent is in force, else nothing."""

from datetime import datetime, time, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from backend import demo
from checkins.models import CheckIn
from core import clock
from core.identity import Reader, as_relative, be_nobody, be_person
from core.models import AuditEntry
from family import access, texts
from family.models import Consent, Disclosure
from program.models import Enrolment
from tests.conftest import as_owner
from tests.family.sharing import bare, share, shown, write_moods
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
CANARY = "canary-7f3a"
DAY = timedelta(days=1)
NEW_YORK = ZoneInfo("America/New_York")


def test_rosa_sees_the_band_the_notice_and_what_it_is(rosa, maya, week):
    answer = shown(rosa)

    (shared,) = answer.body["shared"]
    yesterday = clock.local_day(STORY_TIME, "America/New_York") - DAY
    assert answer.status == 200
    assert answer.body["notice"] == {"version": "notice-2024", "text": NOTICE}
    assert (answer.body["sharing"], answer.body["words"]) == ("on", "")
    assert (shared["client"], shared["client_name"]) == (str(maya.pk), "Maya Torres")
    assert shared["purpose"] == "at the request of the patient"
    assert shared["explanation"].startswith("Maya Torres shares with you: ")
    assert shared["notice"] == answer.body["notice"]
    assert shared["mood_trend"] == {
        "from": (yesterday - 6 * DAY).isoformat(),
        "to": yesterday.isoformat(),
        "band": "easier",
    }


def test_the_notice_is_word_for_word():
    assert texts.notice() == ("notice-2024", NOTICE)


def test_tom_whose_consent_was_revoked_sees_what_ines_sees_byte_for_byte(tom, sister, week):
    assert bare(shown(tom)) == bare(shown(sister))
    assert shown(tom).body["shared"] == []
    assert shown(tom).body["notice"]["text"] == NOTICE


def test_revoking_takes_effect_with_the_next_request(rosa, sister, maya, week):
    (consent,) = (c for c in _consents_of(maya) if c["state"] == "in_force")
    before = shown(rosa)

    Browser(maya).post(f"/consents/{consent['id']}/revoke/")
    be_nobody()
    after = shown(rosa)

    assert len(before.body["shared"]) == 1
    assert bare(after) == bare(shown(sister))


def _consents_of(maya):
    return Browser(maya).get("/consents/").body["results"]


def test_sharing_again_after_revoking_shows_again(tom, week):
    share("maya", tom)

    assert [one["client_name"] for one in shown(tom).body["shared"]] == ["Maya Torres"]


@pytest.mark.parametrize(("clock", "visible"), [(time(23, 59, 59), True), (time(0, 0, 0), False)])
def test_a_consent_ends_at_midnight_of_the_programs_clock(rosa, week, clock, visible):
    with as_owner():
        last = Consent.objects.get(recipient=rosa).expires_on
    day = last if visible else last + DAY
    moment = datetime.combine(day, clock, NEW_YORK)

    be_person(rosa.pk)
    found = access.shared_with(rosa, at=moment)

    assert bool(found) is visible


def test_row_security_too_lets_go_of_an_expired_consent(rosa, week):
    with as_owner():
        # Two days back is over by the database's own clock too, whatever the hour.
        Consent.objects.filter(recipient=rosa).update(
            signed_on=STORY_DAY - 3 * DAY, expires_on=STORY_DAY - 2 * DAY
        )
    be_person(rosa.pk)

    with as_relative(Reader.MOOD):
        assert not CheckIn.objects.values_list("mood").exists()


def test_discharge_ends_what_families_see(rosa, sister, maya, week):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - DAY)

    assert bare(shown(rosa)) == bare(shown(sister))


def test_row_security_too_lets_go_of_a_discharged_client(rosa, maya, week):
    be_person(rosa.pk)
    with as_relative(Reader.MOOD):
        before = CheckIn.objects.values_list("mood").exists()
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - 2 * DAY)

    with as_relative(Reader.MOOD):
        after = CheckIn.objects.values_list("mood").exists()

    assert (before, after) == (True, False)


def test_rosas_role_learns_of_no_other_clients_stay(rosa, maya):
    be_person(rosa.pk)

    with as_relative():
        stays = set(Enrolment.objects.values_list("client_id", flat=True))

    assert stays == {maya.pk}


@pytest.fixture
def back_again(maya):
    """Maya was discharged four days ago and came back yesterday."""
    with as_owner():
        stay = Enrolment.objects.get(client=maya)
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - 4 * DAY)
        stay.pk, stay.active_from, stay.active_until = uuid4(), STORY_DAY - 2 * DAY, None
        stay.save(force_insert=True)


def test_what_discharge_ended_stays_ended_when_maya_comes_back(rosa, sister, week, back_again):
    assert bare(shown(rosa)) == bare(shown(sister))

    be_person(rosa.pk)
    with as_relative(Reader.MOOD):
        assert not CheckIn.objects.values_list("mood").exists()


def test_maya_who_came_back_may_share_anew(tom, week, back_again):
    share("maya", tom)

    assert [one["mood_trend"]["band"] for one in shown(tom).body["shared"]] == ["easier"]


@pytest.mark.parametrize(
    "gap",
    [
        {
            "ended_at": STORY_TIME,
            "ended_by_id": demo.key("maya"),
            "ended_reason": "revoked",
        },
        {"signed_at": STORY_TIME + 30 * DAY},
    ],
)
def test_every_reading_looks_at_the_consent_again(rosa, sister, week, gap):
    with as_owner():
        Consent.objects.filter(recipient=rosa).update(**gap)

    assert bare(shown(rosa)) == bare(shown(sister))


def test_each_showing_is_kept_for_the_client_to_read(rosa, maya, week):
    with as_owner():
        before = Disclosure.objects.count()
    shown(rosa)
    shown(rosa)

    with as_owner():
        rows = list(Disclosure.objects.order_by("-disclosed_at")[:2])
        total = Disclosure.objects.count() - before
        entry = AuditEntry.objects.filter(action="disclose").latest("position")
    assert total == 2
    assert {(row.client_id, row.recipient_id) for row in rows} == {(maya.pk, rosa.pk)}
    assert {(row.purpose, row.notice_version, row.disclosed_at) for row in rows} == {
        ("at the request of the patient", "notice-2024", STORY_TIME)
    }
    assert "mood_trend" in rows[0].categories
    assert (entry.actor_id, entry.client_ids) == (rosa.pk, [maya.pk])
    assert entry.consent_id == rows[0].consent_id
    be_person(maya.pk)
    assert Disclosure.objects.filter(recipient=rosa).count() == 2
    be_person(rosa.pk)
    assert not Disclosure.objects.exists()


def test_a_showing_of_nothing_leaves_no_row(tom):
    shown(tom)

    with as_owner():
        assert not Disclosure.objects.filter(recipient=tom).exists()


def test_two_clients_of_one_relative_and_two_relatives_of_one_client_never_cross(rosa, tom, week):
    share("ben", tom)
    with as_owner():
        write_moods(demo.key("ben"), {n: 2 if n < 7 else 9 for n in range(14)})

    of_rosa, of_tom = shown(rosa).body["shared"], shown(tom).body["shared"]

    assert [(one["client_name"], one["mood_trend"]["band"]) for one in of_rosa] == [
        ("Maya Torres", "easier")
    ]
    assert [(one["client_name"], one["mood_trend"]["band"]) for one in of_tom] == [
        ("Ben Walker", "harder")
    ]


def test_one_relative_of_two_clients_sees_each_under_their_own_consent(rosa, week):
    share("ben", rosa)

    names = [one["client_name"] for one in shown(rosa).body["shared"]]

    assert names == ["Maya Torres", "Ben Walker"]


def test_an_amended_day_counts_once_with_its_newest_answer(rosa, maya, week):
    with as_owner():
        CheckIn.objects.filter(client=maya, on__gt=STORY_DAY - 7 * DAY, version=50).update(mood=0)
        for row in CheckIn.objects.filter(client=maya, version=50, on__gt=STORY_DAY - 7 * DAY):
            row.pk, row.submission_id, row.version, row.mood = uuid4(), uuid4(), 51, 9
            row.save(force_insert=True)

    assert shown(rosa).body["shared"][0]["mood_trend"]["band"] == "easier"


def test_families_cannot_make_change_or_revive_a_consent(rosa, tom, maya):
    with as_owner():
        ended = Consent.objects.get(recipient=tom).pk
    attempts = [
        Browser(tom).send(method, path, {"ended_at": None})
        for path in ("/consents/", f"/consents/{ended}/", f"/consents/{ended}/revoke/")
        for method in ("POST", "PUT", "PATCH", "DELETE")
    ]

    assert {answer.status for answer in attempts} == {404}
    with as_owner():
        assert Consent.objects.get(pk=ended).ended_at is not None


def test_a_relatives_answer_is_not_kept_in_any_cache(rosa):
    assert shown(rosa).headers["Cache-Control"] == "no-store"
