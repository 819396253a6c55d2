"""The database roles of relatives: one for each thing, each with its own columns, and no more."""

import pytest
from django.db import ProgrammingError, connection, transaction

from core.identity import Reader, as_relative, be_person
from family.models import Category
from tests.conftest import as_owner
from tests.family import life
from tests.family.sharing import share
from tests.story import STORY_TIME

READERS = {category: reader for category, (reader, _) in life.READ_BY.items()}
# What the reader of one thing may not touch, though it stands in the row that it reads.
BESIDE = {
    Reader.MOOD: ("craving", "sleep_quality", "note", "safety", "used", "recorded_at", "items"),
    Reader.SLEEP: ("mood", "craving", "sleep_hours", "note"),
    Reader.CRAVING: ("mood", "note", "used", "safety"),
    Reader.STREAK: ("mood", "craving", "safety", "recorded_at", "received_at"),
}


@pytest.fixture
def aunt(maya, ben, db):
    with as_owner():
        aunt = life.relative("luz")
        life.live(maya.pk, aunt)
        life.live(ben.pk, aunt)
    return aunt


@pytest.mark.parametrize("shared", life.READ_BY)
def test_a_consent_to_one_thing_opens_that_thing_to_its_reader_alone(maya, aunt, shared):
    share("maya", aunt, at=STORY_TIME - 3 * life.DAY, categories=[shared])
    be_person(aunt.pk)

    for category, (reader, statement) in life.READ_BY.items():
        with as_relative(reader):
            found = life.whose(statement)
        assert found == ({maya.pk} if category == shared else set()), category


@pytest.mark.parametrize(
    ("reader", "column"), [(reader, one) for reader, ones in BESIDE.items() for one in ones]
)
def test_a_reader_touches_no_other_column_of_the_row(aunt, reader, column):
    share("maya", aunt, at=STORY_TIME - 3 * life.DAY, categories=life.EVERYTHING)
    be_person(aunt.pk)

    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        _as(reader, f"SELECT {column} FROM checkins_checkin")


NEVER = (
    "checkins_diarycard", "checkins_urgelog", "checkins_lapse", "checkins_goaloutcome",
    "checkins_personalitem", "checkins_diarytarget", "skills_practicetext", "skills_assignment",
    "plans_plan", "plans_saferstep", "plans_supportperson", "questionnaires_response",
    "questionnaires_score", "questionnaires_criticalanswer", "alerts_alert", "alerts_assessment",
    "care_medication", "care_medicationnote", "care_goal", "care_task", "care_change",
    "program_cannotcome", "program_attendancechange", "accounts_user", "family_disclosure",
    "core_auditentry", "delivery_delivery", "progress_milestoneevent",
)  # fmt: skip


@pytest.mark.parametrize("reader", [None, *Reader])
def test_what_is_never_shared_is_granted_to_no_reader(aunt, reader):
    for table in NEVER:
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            _as(reader or "foothold_relative", f"SELECT 1 FROM {table}")


def _as(role, statement):
    with connection.cursor() as cursor:
        # The session's own user too: the owner who runs these tests may become anybody.
        cursor.execute(f"SET LOCAL SESSION AUTHORIZATION {role}")
        cursor.execute(statement)


def test_the_reader_of_attendance_sees_only_sessions_of_who_shares(maya, ben, aunt):
    share("maya", aunt, at=STORY_TIME - 3 * life.DAY, categories=[Category.ATTENDANCE])
    be_person(aunt.pk)

    with as_relative(Reader.ATTENDANCE):
        found = life.whose("SELECT id FROM program_session")

    with as_owner():
        theirs = life.whose(
            f"SELECT session_id FROM program_participant WHERE client_id = '{maya.pk}'"
        )
        everyones = life.whose("SELECT id FROM program_session")
    assert found == theirs
    assert theirs < everyones


def test_words_for_one_person_are_not_for_another(maya, aunt):
    with as_owner():
        uncle = life.relative("leo")
    share("maya", uncle, categories=[Category.SAFETY_CONTACT_ROLE])
    be_person(uncle.pk)

    with as_relative():
        assert life.whose("SELECT client_id FROM family_supportwords") == set()
