"""Who the database believes is asking, and for how long it believes it."""

import pytest
from django.conf import settings
from django.db import connection, transaction

from checkins.models import CheckIn
from core import identity
from core.identity import System
from tests.committed import app_login
from tests.conftest import as_owner
from tests.factories import maya_id


def _believed() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('app.person_id', true), current_setting('app.system', true)"
        )
        person, system = cursor.fetchone()
    return person or "", system or ""


def test_the_database_forgets_maya_when_her_transaction_ends(committed):
    with app_login():
        with identity.acting_for(maya_id()):
            hers = CheckIn.objects.count()
        with transaction.atomic():
            identity.be_person(maya_id())

        believed, seen = _believed(), CheckIn.objects.count()

    assert hers > 0
    assert believed == ("", "")
    assert seen == 0


def test_a_transaction_that_failed_leaves_nobody_behind_on_its_connection(committed):
    with app_login():
        with pytest.raises(ZeroDivisionError), identity.acting_for(maya_id()):
            1 / 0  # noqa: B018

        believed = _believed()

    assert believed == ("", "")


def test_without_a_transaction_naming_maya_has_no_effect(committed):
    with app_login():
        identity.be_person(maya_id())

        seen = CheckIn.objects.count()

    assert seen == 0


def test_a_person_and_a_system_never_act_together(maya):
    with identity.acting_as(System.ASSESSOR):
        identity.be_person(maya.pk)
        person = _believed()
        identity.be_accounts()
        system = _believed()
        identity.be_nobody()
        nobody = _believed()

    assert (person, system, nobody) == ((str(maya.pk), ""), ("", "accounts"), ("", ""))


def test_a_system_lends_its_place_and_gets_it_back(db):
    with identity.acting_as(System.OUTBOX):
        with identity.lent_to(System.ASSESSOR, back_to=System.OUTBOX):
            lent = _believed()
        back = _believed()

    assert (lent, back) == (("", "assessor"), ("", "outbox"))


def test_a_place_that_was_lent_comes_back_when_the_borrower_fails(db):
    with identity.acting_as(System.OUTBOX):
        with (
            pytest.raises(ZeroDivisionError),
            transaction.atomic(),
            identity.lent_to(System.ASSESSOR, back_to=System.OUTBOX),
        ):
            1 / 0  # noqa: B018
        back = _believed()

    assert back == ("", "outbox")


def test_the_login_of_web_and_worker_cannot_pass_row_security_by(committed):
    with app_login(), connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        login = cursor.fetchone()[0]

        reasons, sees = identity.unsafe_reasons(), identity.sees_every_row()

    assert login == settings.APP_DATABASE["USER"]
    assert reasons == []
    assert not sees


def test_the_login_of_web_and_worker_may_read_as_a_relative_and_come_back(committed):
    with app_login(), identity.acting_for(maya_id()), connection.cursor() as cursor:
        with identity.as_relative():
            cursor.execute("SELECT current_user")
            inside = cursor.fetchone()[0]
        cursor.execute("SELECT current_user")
        outside = cursor.fetchone()[0]

    assert (inside, outside) == (identity.RELATIVE_ROLE, identity.APP_ROLE)


def test_a_relatives_reading_that_fails_leaves_the_error_to_be_seen(db):
    with (
        pytest.raises(ZeroDivisionError),
        transaction.atomic(),
        identity.as_relative(),
    ):
        1 / 0  # noqa: B018

    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone()[0] == identity.APP_ROLE


def test_the_apps_role_is_safe_and_the_owner_is_not(db):
    as_app = identity.unsafe_reasons()
    with as_owner():
        as_owning = identity.unsafe_reasons()
        sees = identity.sees_every_row()

    assert as_app == []
    assert len(as_owning) == 3
    assert sees


def test_a_lock_is_one_persons_at_a_time(committed):
    with app_login(), transaction.atomic():
        identity.lock("checkins:maya")
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
            held = cursor.fetchone()[0]

    assert held == 1
