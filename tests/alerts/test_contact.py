"""A client asks to be contacted, says how they are reached, and sees what was done."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, transaction

from alerts.models import Alert, ContactRequest, Family, Mirror, Reach
from alerts.services import contact
from alerts.texts import mirror as words
from core import clock
from core.identity import be_nobody, be_person
from core.models import AuditEntry
from core.outbox import drain
from tests.conftest import as_owner
from tests.factories import alert_about
from tests.skills.reading import ease, grade
from tests.skills.wording import avoided
from tests.story import STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]
PHONE = "617-555-0142"


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _wish(**changes):
    return {
        "submission_id": str(uuid4()), "timezone": "America/New_York", "phone": PHONE,
        "best_time": "evening", **changes,
    }  # fmt: skip


def _heard():
    drain(clock=clock.now)
    with as_owner():
        return list(Alert.objects.filter(family=Family.CONTACT).select_related("assessment"))


# --- Asking -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("distress", "tier"), [(True, "high"), (False, "medium")])
def test_asking_raises_one_alert_of_its_own_kind(browser, maya, distress, tier):
    answer = browser(maya).post("/me/contact-requests/", _wish(distress=distress))

    assert answer.status == 201
    (alert,) = _heard()
    assert (alert.client_id, alert.tier) == (maya.pk, tier)
    (reason,) = alert.assessment.reasons
    assert "in the evening" in reason["sentence"]
    assert reason["value"] == "", "the choice itself is a code and nobody's words"


def test_sending_it_again_stores_and_raises_nothing_more(browser, maya):
    body = _wish(distress=True)
    first = browser(maya).post("/me/contact-requests/", body)
    again = browser(maya).post("/me/contact-requests/", body)
    other = browser(maya).post("/me/contact-requests/", {**body, "how": "text"})

    assert (first.status, again.status, other.status) == (201, 200, 409)
    assert other.body["code"] == "submission_conflict"
    assert first.body["request"] == again.body["request"]
    assert len(_heard()) == 1


def test_a_second_wish_joins_and_a_hard_moment_makes_it_graver(browser, maya):
    browser(maya).post("/me/contact-requests/", _wish())
    (before,) = _heard()
    browser(maya).post("/me/contact-requests/", _wish(distress=True))

    (after,) = _heard()
    assert (before.pk, before.tier, after.tier) == (after.pk, "medium", "high")


def test_what_waited_on_a_phone_keeps_its_time_and_is_late(browser, maya):
    recorded = STORY_TIME - timedelta(hours=5)
    browser(maya).post("/me/contact-requests/", _wish(recorded_at=recorded.isoformat()))

    (alert,) = _heard()
    assert alert.late is True


def test_a_clock_that_runs_ahead_is_not_believed(browser, maya):
    wrong = STORY_TIME + timedelta(days=3)
    answer = browser(maya).post("/me/contact-requests/", _wish(recorded_at=wrong.isoformat()))

    assert answer.body["request"]["recorded_at"].startswith(STORY_TIME.date().isoformat())


def test_the_words_say_honestly_when_a_person_will_see_it(browser, maya, stranger):
    watched = browser(maya).post("/me/contact-requests/", _wish(distress=True)).body
    # Enrolled nowhere: there is no program whose people could look.
    unwatched = browser(stranger).post("/me/contact-requests/", _wish(distress=True)).body

    assert watched["words"]
    assert unwatched["watch"] == {"watched": False, "seen_by": None, "again_at": None}
    assert "988" in unwatched["words"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"phone": ""}, "phone"), ({"phone": "call me"}, "phone"), ({"timezone": "Mars"}, "timezone"),
     ({"how": "fax"}, "how"), ({"best_time": "never"}, "best_time"), ({"odd": 1}, "odd"),
     ({"distress": "yes"}, "distress"), ({"submission_id": "x"}, "submission_id")],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(browser, maya, changes, field):
    answer = browser(maya).post("/me/contact-requests/", _wish(**changes))

    assert answer.status == 400
    assert field in answer.body["fields"]


def test_a_device_gone_wild_is_stopped_with_kind_words(browser, maya):
    for _ in range(contact.MOST_A_DAY):
        assert browser(maya).post("/me/contact-requests/", _wish()).status == 201

    answer = browser(maya).post("/me/contact-requests/", _wish())

    assert (answer.status, answer.body["code"]) == (409, "too_many_today")


# --- How somebody is reached ----------------------------------------------------------------------


def test_it_is_asked_again_after_thirty_days(browser, maya):
    reader = browser(maya)
    assert reader.get("/me/reach/").body == {"reach": None, "due": True, "due_on": None}
    said = {"phone": PHONE, "place": "12 River Street", "contact_name": "Luz",
            "contact_relationship": "sister", "contact_phone": "617-555-0143"}  # fmt: skip

    put = reader.send("PUT", "/me/reach/", said)

    assert (put.status, put.body["due"], put.body["reach"]["contact_name"]) == (200, False, "Luz")
    with time_machine.travel(STORY_TIME + timedelta(days=30), tick=False):
        assert browser(maya).get("/me/reach/").body["due"] is True
        browser(maya).send("PUT", "/me/reach/", said)
        assert browser(maya).get("/me/reach/").body["due"] is False
    with as_owner():
        assert Reach.objects.filter(client=maya).count() == 2


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"phone": ""}, "phone"), ({"contact_phone": "617-555-0143"}, "contact_name"),
     ({"contact_name": "Luz"}, "contact_phone"), ({"place": "x" * 301}, "place")],
)  # fmt: skip
def test_half_of_it_is_refused_by_the_field(browser, maya, changes, field):
    answer = browser(maya).send("PUT", "/me/reach/", {"phone": PHONE, **changes})

    assert (answer.status, list(answer.body["fields"])) == (400, [field])


def test_a_clinicians_look_is_kept_and_nothing_lies_in_clear(browser, maya, okafor):
    browser(maya).send("PUT", "/me/reach/", {"phone": PHONE, "place": "12 River Street"})
    browser(okafor).get(f"/clients/{maya.pk}/reach/")

    with as_owner():
        assert AuditEntry.objects.filter(subject="alerts_reach", action="read").count() == 1
        sealed = Reach.objects.extra(select={"raw": "place"}).values_list("raw", flat=True)
        assert "River" not in str(list(sealed))


# --- The mirror -----------------------------------------------------------------------------------


def _alert(maya, *codes, **fields):
    alert = alert_about(maya, **fields)
    reasons = [{"code": code, "tier": alert.tier} for code in codes]
    type(alert.assessment).objects.filter(pk=alert.assessment_id).update(reasons=reasons)
    Alert.objects.filter(pk=alert.pk).update(late=False)
    return alert


def test_a_client_reads_what_was_noticed_who_looked_and_what_was_done(browser, maya, okafor):
    with as_owner():
        alert = _alert(maya, "safety", tier="critical")
    (before,) = browser(maya).get("/me/alerts/").body["results"]
    be_nobody()
    with as_owner():
        Alert.objects.filter(pk=alert.pk).update(
            acknowledged_at=STORY_TIME, acknowledged_by=okafor, owner=okafor,
            resolved_at=STORY_TIME, resolved_by=okafor, action="called", outcome="safe",
            note="canary", contacted_at=STORY_TIME,
        )  # fmt: skip
    answer = browser(maya).get("/me/alerts/")
    (after,) = answer.body["results"]

    assert before["noticed"] == ["You said that you were not safe."]
    assert (before["seen_by"], before["done"]) == (None, "")
    assert (after["seen_by"]["name"], after["role"]) == ("Dr. Ify Okafor", "therapist")
    assert after["done"] == "We called you."
    assert set(after) == {
        "id", "on", "flagged_at", "noticed", "seen_at", "seen_by", "role", "done_at", "done",
    }  # fmt: skip
    assert not any(word in answer.content for word in (b"critical", b"canary", b"outcome"))


def test_each_reads_their_own_mirror_and_nobody_the_alert_itself(browser, maya, ben, rosa):
    with as_owner():
        alert_about(maya)

    assert len(browser(maya).get("/me/alerts/").body["results"]) == 1
    assert browser(ben).get("/me/alerts/").body["results"] == []
    assert browser(rosa).get("/me/alerts/").status == 404
    be_person(maya.pk)
    assert Alert.objects.count() == 0


def test_nobody_but_the_trigger_writes_a_mirror(maya, okafor):
    with as_owner():
        alert_about(maya)
    for person in (maya, okafor):
        be_person(person.pk)
        assert Mirror.objects.update(action="", done_at=None) == 0


def test_every_name_and_kind_has_words_in_both_languages():
    for language in ("en", "es"):
        assert set(words.NOTICED[language]) == set(words.NOTICED["en"])
        assert set(words.OF_KIND[language]) == set(Family.values)
        assert words.noticed(["answer_x"], family="answers", language=language)
        for action in words.DONE["en"]:
            assert words.done(action, language=language)


def test_the_words_read_easily_and_label_nobody():
    said = {
        language: [*words.NOTICED[language].values(), *words.OF_KIND[language].values(),
                   *words.DONE[language].values()]
        for language in ("en", "es")
    }  # fmt: skip

    assert [avoided(text, language) for language in said for text in said[language]] == [
        [] for texts in said.values() for _ in texts
    ]
    assert grade(" ".join(said["en"])) <= 6
    assert ease(" ".join(said["es"])) >= 65


# --- What can never be true -----------------------------------------------------------------------


def _broken(name, work):
    with pytest.raises(DatabaseError, match=name), as_owner(), transaction.atomic():
        work()


def _request(maya, **changes):
    fields = {"submission_id": uuid4(), "distress": False, "how": "call", "best_time": "any",
              "phone": PHONE, "timezone": "UTC", "recorded_at": STORY_TIME,
              "received_at": STORY_TIME, **changes}  # fmt: skip
    return ContactRequest.objects.create(client=maya, **fields)


@pytest.mark.parametrize(
    ("changes", "name"),
    [({"how": "fax"}, "alerts_contactrequest_known_wish"),
     ({"phone": ""}, "alerts_contactrequest_number_to_reach")],
)  # fmt: skip
def test_a_wish_that_makes_no_sense_is_refused(maya, changes, name):
    _broken(name, lambda: _request(maya, **changes))


def test_one_sending_is_one_wish(maya):
    with as_owner():
        row = _request(maya)
    name = "alerts_contactrequest_one_per_submission"
    _broken(name, lambda: _request(maya, submission_id=row.submission_id))


@pytest.mark.parametrize(
    ("changes", "name"),
    [({"phone": ""}, "alerts_reach_has_a_number"),
     ({"contact_name": "Luz"}, "alerts_reach_contact_can_be_called")],
)  # fmt: skip
def test_a_reach_that_reaches_nobody_is_refused(maya, changes, name):
    fields = {"phone": PHONE, "confirmed_at": STORY_TIME, "confirmed_by": maya, **changes}
    _broken(name, lambda: Reach.objects.create(client=maya, **fields))


@pytest.mark.parametrize(
    ("changes", "name"),
    [({"done_at": STORY_TIME}, "alerts_mirror_done_by_an_action"),
     ({"seen_at": STORY_TIME}, "alerts_mirror_seen_by_someone")],
)  # fmt: skip
def test_nothing_is_done_or_seen_by_nobody(maya, changes, name):
    with as_owner():
        alert_about(maya)
    _broken(name, lambda: Mirror.objects.update(**changes))
