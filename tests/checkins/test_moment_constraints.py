"""What the tables of items, urges, lapses and goals refuse even from their owner."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from backend import demo
from checkins.models import CheckIn, GoalOutcome, Lapse, PersonalItem, UrgeLog
from tests.conftest import as_owner
from tests.factories import checked_in
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
ONE, TWO = demo.key("one"), demo.key("two")


def sent(table, **values):
    return table(
        **{
            "client_id": demo.key("maya"), "submission_id": uuid4(), "on": STORY_DAY,
            "timezone": "UTC", "recorded_at": STORY_TIME, "received_at": STORY_TIME, **values,
        }
    )  # fmt: skip


def urge(**values):
    return sent(UrgeLog, **{"entry": uuid4(), "intensity": 5, **values})


def lapse(**values):
    return sent(Lapse, **{"entry": uuid4(), **values})


def went(**values):
    return sent(GoalOutcome, **{"check_in": checked_in_today(), "outcome": "done", **values})


def checked_in_today():
    found = CheckIn.objects.filter(client_id=demo.key("maya"), on=STORY_DAY).first()
    return found or checked_in(_maya(), goal="Call Sam")


def _maya():
    return CheckIn.objects.filter(client_id=demo.key("maya")).first().client


def item(**values):
    return PersonalItem(
        **{
            "client_id": demo.key("maya"), "item": uuid4(), "place": 1, "label": "x",
            "kind": "urge", "scale": "0-10", "toward": "use", "set_at": STORY_TIME,
            "set_by_id": demo.key("okafor"), **values,
        }
    )  # fmt: skip


def ended(**values):
    return {"ended_at": STORY_TIME, "ended_by_id": demo.key("okafor"), **values}


BROKEN = [
    ("checkins_checkin_mood_unless_only_safety", lambda: [sent(CheckIn, mood=None)]),
    (
        "checkins_urgelog_one_per_submission",
        lambda: [urge(submission_id=ONE), urge(submission_id=ONE)],
    ),
    ("checkins_urgelog_one_per_entry_and_version", lambda: [urge(entry=ONE), urge(entry=ONE)]),
    ("checkins_urgelog_versions_count_from_one", lambda: [urge(version=0)]),
    ("checkins_urgelog_intensity_up_to_ten", lambda: [urge(intensity=11)]),
    ("checkins_urgelog_after_up_to_ten", lambda: [urge(after=11)]),
    ("checkins_urgelog_known_toward", lambda: [urge(toward="food")]),
    ("checkins_urgelog_known_place", lambda: [urge(place="12 Main Street")]),
    ("checkins_urgelog_known_triggers", lambda: [urge(triggers=["people", "moon"])]),
    ("checkins_urgelog_known_responses", lambda: [urge(did=["prayed"])]),
    (
        "checkins_lapse_one_per_submission",
        lambda: [lapse(submission_id=ONE), lapse(submission_id=ONE)],
    ),
    ("checkins_lapse_one_per_entry_and_version", lambda: [lapse(entry=ONE), lapse(entry=ONE)]),
    ("checkins_lapse_versions_count_from_one", lambda: [lapse(version=0)]),
    ("checkins_lapse_known_part_of_day", lambda: [lapse(part_of_day="noon")]),
    ("checkins_lapse_known_needs", lambda: [lapse(needs=["money"])]),
    ("checkins_lapse_mistaken_only_later", lambda: [lapse(mistaken=True)]),
    (
        "checkins_goaloutcome_one_per_submission",
        lambda: [went(submission_id=ONE), went(submission_id=ONE, version=2)],
    ),
    ("checkins_goaloutcome_one_per_day_and_version", lambda: [went(), went()]),
    ("checkins_goaloutcome_versions_count_from_one", lambda: [went(version=0)]),
    ("checkins_goaloutcome_known_outcome", lambda: [went(outcome="failed")]),
    ("checkins_personalitem_one_of_five_places", lambda: [item(place=6)]),
    ("checkins_personalitem_one_of_five_places", lambda: [item(place=0)]),
    ("checkins_personalitem_one_in_force_per_place", lambda: [item(), item()]),
    (
        "checkins_personalitem_one_version_in_force",
        lambda: [item(item=ONE), item(item=ONE, version=2, place=2)],
    ),
    (
        "checkins_personalitem_one_row_per_version",
        lambda: [item(item=ONE), item(item=ONE, place=2, **ended())],
    ),
    ("checkins_personalitem_versions_count_from_one", lambda: [item(version=0)]),
    ("checkins_personalitem_known_kind", lambda: [item(kind="wish", toward="")]),
    ("checkins_personalitem_known_scale", lambda: [item(scale="0-5")]),
    ("checkins_personalitem_only_urges_are_toward_something", lambda: [item(toward="")]),
    ("checkins_personalitem_only_urges_are_toward_something", lambda: [item(kind="habit")]),
    ("checkins_personalitem_ended_by_someone", lambda: [item(ended_at=STORY_TIME)]),
    (
        "checkins_personalitem_ended_by_someone",
        lambda: [item(**ended(ended_at=STORY_TIME - timedelta(days=1)))],
    ),
]


def _store(rows):
    with transaction.atomic():
        type(rows[0]).objects.bulk_create(rows)


@pytest.mark.parametrize(
    ("name", "rows"), BROKEN, ids=[f"{name} {place}" for place, (name, _) in enumerate(BROKEN)]
)
def test_the_database_refuses_what_can_never_be_true(name, rows):
    with as_owner():
        wrong = rows()
        with pytest.raises(IntegrityError) as refusal:
            _store(wrong)

    assert refusal.value.__cause__.diag.constraint_name == name


def test_the_same_rows_are_stored_when_nothing_is_wrong_with_them():
    with as_owner():
        for row in (
            sent(CheckIn, mood=None, safety="unsafe", version=90), urge(), lapse(), went(), item(),
            lapse(mistaken=True, version=2, entry=TWO), item(item=TWO, **ended()),
        ):  # fmt: skip
            _store([row])

            assert type(row).objects.filter(pk=row.pk).exists()
