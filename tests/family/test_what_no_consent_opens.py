"""What stays shut whatever is signed: looked at without the app's own filters, and by canaries."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import ProgrammingError, connection, transaction

from backend import demo
from checkins.models import CheckIn
from core.identity import Reader, as_relative, be_nobody, be_person
from tests.conftest import as_owner
from tests.family.sharing import bare, shown, write_moods

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
CANARY = "canary-7f3a"
DAY = timedelta(days=1)
NEW_YORK = ZoneInfo("America/New_York")


# What a relative's database role may touch, looked at without any of the app's own filters.


def test_rosas_role_reads_mood_and_day_of_maya_alone(rosa, maya, week):
    with as_owner():
        write_moods(demo.key("ben"), {0: 1})
    be_person(rosa.pk)

    with as_relative(Reader.MOOD):
        clients = set(CheckIn.objects.values_list("client_id", flat=True))

    assert clients == {maya.pk}


@pytest.mark.parametrize("name", ["tom", "ben", "stranger", "okafor", "ada"])
def test_nobody_elses_reading_as_a_relative_finds_a_row(request, week, name):
    be_person(request.getfixturevalue(name).pk)

    with as_relative(Reader.MOOD):
        assert not CheckIn.objects.values_list("mood").exists()


def test_nobody_reads_nothing_as_a_relative(db, week):
    be_nobody()

    with as_relative(Reader.MOOD):
        assert not CheckIn.objects.values_list("mood").exists()


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT mood FROM checkins_checkin",
        "SELECT on_day FROM checkins_checkin",
        "SELECT note FROM checkins_checkin",
        "SELECT craving FROM checkins_checkin",
        "SELECT used FROM checkins_checkin",
        "SELECT safety FROM checkins_checkin",
        "SELECT * FROM checkins_checkin",
        "SELECT text FROM family_consent",
        "SELECT * FROM family_disclosure",
        "SELECT * FROM skills_practice",
        "SELECT * FROM alerts_alert",
        "SELECT * FROM alerts_assessment",
        "SELECT * FROM accounts_user",
        "SELECT * FROM program_enrolment",
        "SELECT * FROM program_session",
        "SELECT * FROM core_auditentry",
        "SELECT * FROM delivery_delivery",
        "UPDATE family_consent SET ended_at = NULL",
        "UPDATE checkins_checkin SET mood = 10",
        "DELETE FROM family_consent",
        "INSERT INTO family_consent (id) VALUES (gen_random_uuid())",
    ],
)
def test_a_relatives_role_can_do_nothing_else(rosa, week, statement):
    be_person(rosa.pk)

    with pytest.raises(ProgrammingError, match="permission denied"):
        _as_a_relatives_session(statement)


def _as_a_relatives_session(statement):
    with transaction.atomic(), connection.cursor() as cursor:
        # The session's own user too: the owner who runs these tests may become anybody.
        cursor.execute("SET LOCAL SESSION AUTHORIZATION foothold_relative")
        cursor.execute(statement)


def test_what_is_unshared_changes_nothing_that_rosa_gets(rosa, maya, week):
    before = bare(shown(rosa))
    with as_owner():
        CheckIn.objects.filter(client=maya).update(
            note=CANARY, craving=10, used=True, safety="unsafe"
        )

    assert bare(shown(rosa)) == before
