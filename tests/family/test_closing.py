"""What is over is written as over; whoever acts on an older version ends what holds now."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import RequestFactory

from accounts.access import Proof
from accounts.models import Role, User
from core.audit import Actor
from core.identity import System, acting_as, be_person
from core.models import AuditEntry
from delivery.models import Delivery
from family import services
from family.models import Category, Consent, ConsentPause
from family.services import AlreadyRevoked, TextChanged
from program.models import Enrolment
from tests.conftest import FAST_HASH, as_owner
from tests.family.consenting import DAY, forget_tries, mailed, sign, stored
from tests.family.sharing import bare, share, shown
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME


@pytest.fixture(autouse=True)
def _fast(db, settings):
    settings.PASSWORD_HASHERS = FAST_HASH
    forget_tries(RequestFactory().get("/"), "maya")


@pytest.fixture
def shared(maya, rosa):
    """The consent that Maya gave her mother."""
    with as_owner():
        return Consent.objects.get(client=maya, recipient=rosa)


def change(consent, **values):
    with as_owner():
        Consent.objects.filter(pk=consent.pk).update(**values)


def close(at=STORY_TIME):
    """Let the hour's work happen."""
    return services.close_what_is_over(at=at)


def test_what_expired_is_written_as_expired_once(maya, rosa, sister, shared):
    change(shared, signed_on=STORY_DAY - 30 * DAY, expires_on=STORY_DAY - 2 * DAY)

    assert (close(), close()) == (1, 0)

    row = stored(shared.pk)
    assert (row.ended_reason, row.ended_at, row.ended_by_id) == ("expired", STORY_TIME, None)
    with as_owner():
        entries = AuditEntry.objects.filter(consent_id=shared.pk, actor_role="closer")
        assert list(entries.values_list("action", flat=True)) == ["expired"]
    assert bare(shown(rosa)) == bare(shown(sister))


def test_what_ended_with_discharge_says_so(maya, shared):
    with as_owner():
        Enrolment.objects.filter(client=maya).update(active_until=STORY_DAY - DAY)

    close()

    assert stored(shared.pk).ended_reason == "discharged"


def test_what_still_holds_or_only_rests_stays_open(maya, shared):
    with as_owner():
        ConsentPause.objects.create(client=maya, series=shared.series, began_at=STORY_TIME)

    assert close() == 0
    assert stored(shared.pk).ended_at is None


def test_a_last_day_is_not_over_before_midnight_in_new_york(shared):
    change(shared, signed_on=STORY_DAY - 30 * DAY, expires_on=STORY_DAY)

    assert close() == 0


def test_what_waits_drops_with_the_end(maya, shared):
    answer = sign(maya)
    assert answer.status == 201
    change(
        stored(answer.body["consent"]["id"]),
        signed_on=STORY_DAY - 30 * DAY, expires_on=STORY_DAY - 2 * DAY,
    )  # fmt: skip

    assert close() == 1

    assert [row.state for row in mailed()] == ["cancelled"]
    row = Browser(maya).get(f"/consents/{answer.body['consent']['id']}/").body
    assert (row["state"], row["invitation"]["state"]) == ("expired", "withdrawn")


def test_one_that_cannot_be_closed_does_not_keep_the_others(maya, rosa, shared):
    with as_owner():
        tom = User.objects.get(email="tom@example.org")
    other = share("maya", tom)
    for row in (shared, other):
        change(row, signed_on=STORY_DAY - 30 * DAY, expires_on=STORY_DAY - 2 * DAY)
    with as_owner():
        # The trail of this part refuses whatever is about Rosa's consent.
        entry = AuditEntry._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE POLICY not_this_one ON {entry} AS RESTRICTIVE FOR INSERT TO foothold_app"
                f" WITH CHECK (consent_id IS DISTINCT FROM '{shared.pk}')"
            )

    with pytest.raises(ExceptionGroup, match="1 failed, 1 were closed"):
        close()

    assert (stored(shared.pk).ended_at, stored(other.pk).ended_reason) == (None, "expired")


@pytest.mark.parametrize(
    "values",
    [
        {"ended_at": STORY_TIME, "ended_reason": "revoked"},
        {"expires_on": STORY_DAY + 300 * DAY},
        {"recipient": None, "bound_at": None},
    ],
)
def test_the_closer_ends_for_two_reasons_and_changes_nothing_else(maya, shared, values):
    if values.get("ended_reason"):
        values = {**values, "ended_by": maya}

    with pytest.raises(DatabaseError), transaction.atomic(), acting_as(System.CLOSER):
        Consent.objects.filter(pk=shared.pk).update(**values)


def test_a_client_reads_nothing_of_the_accounts_of_those_they_share_with(maya, rosa, shared):
    be_person(maya.pk)

    assert not User.objects.filter(pk=rosa.pk).exists()
    assert User.objects.filter(pk=maya.pk).exists()


# Two changes at once: the second one names a version that the first one has just replaced.


def _as_maya(consent):
    be_person(consent.client_id)
    enrolment = Enrolment.objects.select_related("program", "client").get(client=consent.client_id)
    return enrolment, Actor(role=Role.CLIENT, id=consent.client_id)


@pytest.fixture
def older(maya, rosa):
    """A version of a sharing of two things that a narrowing has just replaced."""
    with as_owner():
        Consent.objects.filter(client=maya, recipient=rosa).update(
            ended_at=STORY_TIME, ended_reason="revoked", ended_by=maya
        )
    consent = share("maya", rosa, categories=[Category.STREAK, Category.MOOD_TREND])
    enrolment, actor = _as_maya(consent)
    services.narrow(
        consent=consent, enrolment=enrolment, remove=["streak"], actor=actor, at=STORY_TIME
    )
    return consent


def _open(consent):
    return Consent.objects.filter(series=consent.series, ended_at=None)


def test_revoking_an_older_version_ends_the_sharing(rosa, sister, older):
    _, actor = _as_maya(older)

    services.revoke(consent=older, actor=actor, at=STORY_TIME)

    assert not _open(older).exists()
    assert bare(shown(rosa)) == bare(shown(sister))
    be_person(older.client_id)
    with pytest.raises(AlreadyRevoked):
        services.revoke(consent=older, actor=actor, at=STORY_TIME)


def test_two_switches_turned_off_at_once_are_both_off(older):
    enrolment, actor = _as_maya(older)

    services.narrow(
        consent=older, enrolment=enrolment, remove=["mood_trend"], actor=actor, at=STORY_TIME
    )

    assert [row.categories for row in _open(older)] == [["program_link"]]


def test_what_was_read_of_an_older_version_is_not_signed(older):
    enrolment, actor = _as_maya(older)
    terms = services.Terms(relationship="kin", categories=["mood_trend", "streak"])

    with pytest.raises(TextChanged):
        services.amend(
            consent=older, enrolment=enrolment, terms=terms, actor=actor, at=STORY_TIME,
            proof=Proof("password", STORY_TIME),
        )  # fmt: skip


def test_asking_staff_for_a_talk_tells_no_relative(maya, rosa, shared):
    before = bare(shown(rosa))
    body = {
        "submission_id": "0b8f2f5e-6f0e-4a57-9a0b-2f0d6d4f3c11", "timezone": "America/New_York",
        "recorded_at": STORY_TIME.isoformat(), "distress": False, "how": "in_person",
        "best_time": "any",
    }  # fmt: skip

    answer = Browser(maya).post("/me/contact-requests/", body)

    assert answer.status in (200, 201, 202), answer
    assert bare(shown(rosa)) == before
    with as_owner():
        assert not Delivery.objects.filter(person=rosa).exists()
