"""What stays shut whatever is signed: looked at without the app's own filters, and by canaries."""

import json
from datetime import timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest
from django.db import ProgrammingError, connection, transaction

from alerts.models import Alert, Assessment
from backend import demo
from checkins.models import CheckIn
from core.crypto import EncryptedTextField
from core.identity import as_relative, be_nobody, be_person
from skills.models import Practice, Skill
from tests.conftest import as_owner
from tests.family.sharing import bare, shown, write_moods
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."
CANARY = "canary-7f3a"
DAY = timedelta(days=1)
NEW_YORK = ZoneInfo("America/New_York")


# What a relative's database role may touch, looked at without any of the app's own filters.


def test_rosas_role_reads_mood_and_day_of_maya_alone(rosa, maya, week):
    with as_owner():
        write_moods(demo.key("ben"), {0: 1})
    be_person(rosa.pk)

    with as_relative():
        clients = set(CheckIn.objects.values_list("client_id", flat=True))

    assert clients == {maya.pk}


@pytest.mark.parametrize("name", ["tom", "ben", "stranger", "okafor", "ada"])
def test_nobody_elses_reading_as_a_relative_finds_a_row(request, week, name):
    be_person(request.getfixturevalue(name).pk)

    with as_relative():
        assert not CheckIn.objects.values_list("mood").exists()


def test_nobody_reads_nothing_as_a_relative(db, week):
    be_nobody()

    with as_relative():
        assert not CheckIn.objects.values_list("mood").exists()


@pytest.mark.parametrize(
    "statement",
    [
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
        "UPDATE family_consent SET revoked_at = NULL",
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


# Canaries: words planted where no consent reaches, looked for in everything a relative gets.


def words_of(model):
    """Return the names of the fields in which a model keeps what somebody wrote."""
    return [field.name for field in model._meta.fields if isinstance(field, EncryptedTextField)]


@pytest.fixture
def canaries(maya, okafor, week):
    with as_owner():
        CheckIn.objects.filter(client=maya).update(
            note=f"{CANARY} note", goal=f"{CANARY} goal", craving=9, used=True, safety="unsafe"
        )
        skill = Skill.objects.create(
            slug=f"{CANARY}-skill", language="en", version="1", content={"title": CANARY},
            current=False, published_at=STORY_TIME,
        )  # fmt: skip
        Practice.objects.create(
            client=maya, skill=skill, submission_id=uuid4(), started_at=STORY_TIME,
            received_at=STORY_TIME, **dict.fromkeys(words_of(Practice), CANARY),
        )  # fmt: skip
        assessment = Assessment.objects.create(
            client=maya, cause=CANARY, on=STORY_DAY, rule_version="t", tier="critical",
            reasons=[{"code": CANARY, "sentence": CANARY}], assessed_at=STORY_TIME,
        )  # fmt: skip
        Alert.objects.create(
            client=maya, assessment=assessment, tier="critical", raised_at=STORY_TIME,
            due_at=STORY_TIME, acknowledged_at=STORY_TIME, acknowledged_by=okafor,
            resolved_at=STORY_TIME, resolved_by=okafor, action="called", outcome="safe",
            note=CANARY,
        )  # fmt: skip


PATHS = [
    "/me/", "/family/shared/", "/check-ins/", "/sessions/", "/practices/", "/skills/", "/alerts/",
    "/consents/", f"/clients/{demo.key('maya')}/check-ins/", f"/alerts/{uuid4()}/", "/schema/",
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("name", ["rosa", "tom"])
def test_no_canary_reaches_a_relative(request, canaries, name, path):
    person = request.getfixturevalue(name)

    answer = Browser(person).get(path)

    everything = answer.content.decode() + json.dumps(dict(answer.headers))
    assert CANARY not in everything


def test_rosas_page_holds_the_band_and_no_number_of_maya(rosa, canaries):
    (shared,) = shown(rosa).body["shared"]

    assert set(shared) == {"client_name", "purpose", "until", "explanation", "mood_trend"}
    assert set(shared["mood_trend"]) == {"from", "to", "band"}


def test_what_is_unshared_changes_nothing_that_rosa_gets(rosa, maya, week):
    before = bare(shown(rosa))
    with as_owner():
        CheckIn.objects.filter(client=maya).update(
            note=CANARY, craving=10, used=True, safety="unsafe"
        )

    assert bare(shown(rosa)) == before
