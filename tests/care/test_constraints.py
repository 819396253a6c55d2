"""What can never be true of care, broken on purpose as the owner, past every service."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.care import rows
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

LATER, EARLIER = STORY_TIME + timedelta(hours=1), STORY_TIME - timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def cast(maya, okafor):
    with as_owner():
        return {"maya": maya, "okafor": okafor, **rows.one_of_each(maya, okafor)}


def _pill(cast, **changes):
    return rows.medication(cast["maya"], cast["okafor"], **changes)


def _goal(cast, **changes):
    return rows.goal(cast["maya"], cast["maya"], **changes)


def _step(cast, **changes):
    return rows.step(cast["Goal"], cast["maya"], **{"place": 2, **changes})


def _mark(cast, **changes):
    return rows.mark(cast["Medication"], **{"version": 2, **changes})


BROKEN = {
    "care_medication_ends_after_it_begins": lambda c: _pill(c, active_until=STORY_DAY - DAY),
    "care_medication_as_needed_or_at_times": lambda c: _pill(c, as_needed=True),
    "care_medication_times_are_minutes_of_a_day": lambda c: _pill(c, times=[480, 1440]),
    "care_medication_weekdays_are_days_of_a_week": lambda c: _pill(c, weekdays=[1, 8]),
    "care_medicationnote_once_per_submission": lambda c: rows.note(
        c["Medication"], submission_id=c["MedicationNote"].submission_id
    ),
    "care_medicationnote_seen_by_someone": lambda c: rows.note(c["Medication"], seen_at=LATER),
    "care_medicationmark_one_per_version": lambda c: _mark(c, version=1),
    "care_medicationmark_known_mark": lambda c: _mark(c, mark="doubled"),
    "care_medicationmark_minute_of_a_day": lambda c: _mark(c, minute=1440),
    "care_medicationmark_versions_count_from_one": lambda c: _mark(c, version=0),
    "care_goal_ended_by_someone_in_a_known_way": lambda c: _goal(c, ended_at=LATER, end="reached"),
    "care_goal_ends_after_it_begins": lambda c: _goal(
        c, ended_at=EARLIER, ended_by=c["maya"], end="reached"
    ),
    "care_goalstep_done_by_someone": lambda c: _step(c, done_at=LATER),
    "care_goalstep_one_in_each_place": lambda c: _step(c, place=1),
    "care_dailygoal_one_per_day": lambda c: rows.day(c["maya"]),
    "care_dailygoal_a_step_has_its_goal": lambda c: rows.day(
        c["maya"], on=STORY_DAY - DAY, step=c["GoalStep"]
    ),
    "care_task_known_state": lambda c: rows.task(c["maya"], c["okafor"], state="lost"),
    "care_referral_known_state": lambda c: rows.referral(c["maya"], c["okafor"], state="lost"),
    "care_change_known_words": lambda c: rows.change(c["maya"], c["maya"], what="hidden"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_can_never_be_true_is_refused_by_the_database(cast, name):
    row = BROKEN[name](cast)

    with as_owner(), pytest.raises(IntegrityError, match=name), transaction.atomic():
        type(row).objects.bulk_create([row])


@pytest.mark.parametrize(
    "changes",
    [{"as_needed": False, "times": []}, {"as_needed": False, "weekdays": []}],
)
def test_a_schedule_has_times_and_days(cast, changes):
    row = _pill(cast, **changes)

    with (
        as_owner(),
        pytest.raises(IntegrityError, match="care_medication_as_needed_or_at_times"),
        transaction.atomic(),
    ):
        type(row).objects.bulk_create([row])
