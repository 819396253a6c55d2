"""With the app's own filters left out: who reads, writes and deletes a request for a call."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from accounts.models import User
from admissions.models import CallRequest
from core.identity import System, acting_as, as_relative, be_nobody, be_person
from delivery.models import ContactPoint, Delivery
from tests.conftest import as_owner
from tests.story import STORY_TIME

BY_THE_WALL = "row-level security|permission denied"


def _values(**changes):
    return {
        "name": "Ana", "phone": "+16175550142", "contact_digest": "d", "best_time": "any",
        "language": "en", "asked_at": STORY_TIME, **changes,
    }  # fmt: skip


@pytest.fixture
def row(db):
    with as_owner():
        return CallRequest.objects.create(**_values())


def _refused(work):
    with pytest.raises(DatabaseError, match=BY_THE_WALL), transaction.atomic():
        work()


@pytest.mark.parametrize(
    "name", ["maya", "ben", "okafor", "nadia", "lee", "grace", "rosa", "tom", "stranger"]
)
def test_nobody_but_administrators_sees_who_asked(row, request, name):
    be_person(request.getfixturevalue(name).pk)

    assert CallRequest.objects.count() == 0
    assert CallRequest.objects.update(best_time="evening") == 0
    _refused(lambda: CallRequest.objects.create(**_values(contact_digest="e")))


def test_somebody_who_is_not_signed_in_sees_nothing(row):
    be_nobody()

    assert CallRequest.objects.count() == 0


def test_relatives_have_no_way_to_the_table(row, rosa):
    be_person(rosa.pk)

    def look():
        with as_relative():
            CallRequest.objects.count()

    _refused(look)


def test_an_administrator_reads_and_answers_but_neither_adds_nor_rewrites_nor_deletes(row, ada):
    be_person(ada.pk)

    assert CallRequest.objects.count() == 1
    assert CallRequest.objects.update(called_at=STORY_TIME, called_by=ada, times_called=1) == 1
    _refused(lambda: CallRequest.objects.create(**_values(contact_digest="e")))
    _refused(lambda: CallRequest.objects.update(name="Somebody else"))
    assert CallRequest.objects.all().delete()[0] == 0


def test_admissions_cannot_touch_what_is_closed_nor_close(row, ada):
    with as_owner():
        CallRequest.objects.update(closed_at=STORY_TIME, closed_by=ada, outcome="reached")

    with acting_as(System.ADMISSIONS):
        assert CallRequest.objects.update(best_time="evening") == 0


def test_admissions_sees_administrators_and_how_to_reach_them_and_nobody_else(row, ada):
    with acting_as(System.ADMISSIONS):
        assert [person.pk for person in User.objects.all()] == [ada.pk]
        assert {point.person_id for point in ContactPoint.objects.all()} == {ada.pk}
        assert Delivery.objects.exclude(cause__startswith="call:").count() == 0


def test_admissions_tells_administrators_and_nobody_else(row, ada, maya):
    def tell(person):
        Delivery.objects.create(
            person_id=person.pk, channel="email", kind="alert", cause=f"call:{row.pk}",
            due_at=STORY_TIME,
        )  # fmt: skip

    with acting_as(System.ADMISSIONS):
        tell(ada)
        _refused(lambda: tell(maya))


def test_only_the_keeper_forgets(row):
    for system in System:
        if system is not System.KEEPER:
            with acting_as(system):
                assert CallRequest.objects.all().delete()[0] == 0
    with acting_as(System.KEEPER):
        assert CallRequest.objects.all().delete()[0] == 1


LATER, EARLIER = STORY_TIME + timedelta(hours=1), STORY_TIME - timedelta(hours=1)
BROKEN = {
    "admissions_callrequest_can_be_reached": {"phone": ""},
    "admissions_callrequest_called_by_someone": {"called_at": LATER},
    "admissions_callrequest_closed_by_someone_with_an_outcome": {"outcome": "reached"},
    "admissions_callrequest_answered_after_it_was_asked": {
        "called_at": EARLIER, "times_called": 1, "called_by": "ada",
    },
    "admissions_callrequest_known_words": {"best_time": "midnight"},
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_what_can_never_be_true_is_refused_by_the_database(ada, name):
    changes = {field: ada if value == "ada" else value for field, value in BROKEN[name].items()}

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        CallRequest.objects.bulk_create([CallRequest(**_values(**changes))])


def test_one_contact_waits_once(row):
    name = "admissions_callrequest_one_open_per_contact"

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        CallRequest.objects.bulk_create([CallRequest(**_values())])
